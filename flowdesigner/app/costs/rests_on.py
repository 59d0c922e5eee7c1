"""Beside the table of costs: the likeliest ways, and what the numbers rest on."""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from flowdesigner.app.naming import block_name
from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.app.widgets.plain_label import PlainLabel
from flowdesigner.costs import words
from flowdesigner.costs.assumptions import assumptions
from flowdesigner.costs.forecast import Forecast
from flowdesigner.costs.likely_ways import LikelyWay
from flowdesigner.texts import N_, translate

_NAMED = 3
"""Of a way, the blocks at its end that are named."""


class RestsOn(QWidget):
    """Sentences below headings."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[tuple[str, bool], ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE // 2)

    def show_forecast(self, found: Forecast | None, ways: Sequence[LikelyWay]) -> None:
        """Tell the ways, then the assumptions."""
        shown = tuple(_told(found, ways)) if found is not None else ()
        if shown != self._shown:
            self._shown = shown
            self._fill()

    def _fill(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for told, heading in self._shown:
            label = PlainLabel(told, wrap=True)
            label.embolden() if heading else label.set_colour(self._theme.text)
            self._column.addWidget(label)
        self._column.addStretch(1)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._fill()


def _told(found: Forecast, ways: Sequence[LikelyWay]) -> Iterator[tuple[str, bool]]:
    """Sentences, and whether they are headings."""
    if ways:
        yield translate(N_("Likeliest ways")), True
    for each in ways:
        yield _way(found, each), False
    yield translate(N_("What this rests on")), True
    for sentence in assumptions(found):
        yield f"• {sentence}", False


def _way(found: Forecast, way: LikelyWay) -> str:
    """The last blocks of a way; most begin alike."""
    names = [_name(found, id, exit) for id, exit in way.steps[-_NAMED:]]
    told = " → ".join(names if len(way.steps) <= _NAMED else ("…", *names))
    return f"{words.percent(way.share)}, {words.prices(way.cost)}: {told}"


def _name(found: Forecast, id: str, exit: str) -> str:
    """A block, and by which of its exits it is left when it has several."""
    project = found.project
    block, language = project.block(found.flow, id), project.base_language
    if block is None:
        return id
    ways = [way for way in block.ways_out(project.outcomes) if way.happens and not way.falls_to]
    left_by = next((each for each in ways if each.id == exit and len(ways) > 1), None)
    name = block_name(project, block, language)
    return f"{name} ({left_by.name(project.facts, language)})" if left_by else name
