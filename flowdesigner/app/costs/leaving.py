"""How many of a hundred customers leave the selected block by each of its exits."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from flowdesigner.app.document import Document
from flowdesigner.app.focus import Focus
from flowdesigner.app.theme import SPACE
from flowdesigner.app.widgets.line import Line
from flowdesigner.app.widgets.plain_label import PlainLabel
from flowdesigner.blocks.split import Split
from flowdesigner.blocks.subflow import Subflow
from flowdesigner.costs import words
from flowdesigner.costs.forecast import Forecast
from flowdesigner.edits.blocks import SetValue
from flowdesigner.model.block import Block, Exit
from flowdesigner.texts import N_, message, translate

_NARROW = 64
_WHOLE = 100
_KNOWN_OTHERWISE = (Split, Subflow)
"""Blocks whose shares are set in their own form, or come out of another flow."""


class Leaving(QWidget):
    """A line for each exit; left empty, what the forecast takes shows in it."""

    def __init__(self, document: Document, focus: Focus) -> None:
        super().__init__()
        self._document, self._focus = document, focus
        self._place = ("", "")
        self._exits: tuple[str, ...] = ()
        self.lines: dict[str, Line] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, SPACE)
        self._grid.setSpacing(SPACE // 2)
        self._grid.setColumnStretch(0, 1)

    def show_forecast(self, found: Forecast | None) -> None:
        """Show the exits of the selected block, if there is a choice between them."""
        place = (self._focus.flow, self._focus.block or "")
        block = self._document.project.block(*place)
        ways = self._ways(block) if found is not None else ()
        exits = tuple(way.id for way in ways)
        if (place, exits) != (self._place, self._exits):
            self._place, self._exits = place, exits
            self._fill(ways)
        if found is not None and block is not None and ways:
            self._tell(found, block, ways)
        self.setVisible(bool(ways))

    def _ways(self, block: Block | None) -> tuple[Exit, ...]:
        if block is None or isinstance(block, _KNOWN_OTHERWISE):
            return ()
        ways = [way for way in block.ways_out(self._document.project.outcomes) if way.happens]
        return tuple(ways) if len(ways) > 1 else ()

    def _fill(self, ways: Sequence[Exit]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        self.lines = {}
        if ways:
            heading = PlainLabel(translate(N_("How many of a hundred leave the block")), wrap=True)
            heading.embolden()
            self._grid.addWidget(heading, 0, 0, 1, 2)
        for row, way in enumerate(ways, start=1):
            name = way.name(self._document.project.facts, self._focus.language)
            label, line = PlainLabel(name, wrap=True), Line()
            line.setFixedWidth(_NARROW)
            line.setAccessibleName(name)
            line.typed.connect(lambda typed, exit=way.id: self._take(exit, typed))
            line.left.connect(self._document.end_typing)
            self.lines[way.id] = line
            self._grid.addWidget(label, row, 0)
            self._grid.addWidget(line, row, 1)

    def _tell(self, found: Forecast, block: Block, ways: Sequence[Exit]) -> None:
        """What the author wrote, else what the forecast takes."""
        taken = found.chain.shares.of(*self._place, block, ways)
        for exit, line in self.lines.items():
            own = (block.shares or {}).get(exit)
            line.setPlaceholderText(words.number(taken.get(exit, 0.0) * _WHOLE))
            if not line.hasFocus() or _read(line.text()) != own:
                line.show_text("" if own is None else str(own))

    def _take(self, exit: str, typed: str) -> None:
        share = _read(typed)
        if typed.strip() and share is None:
            return
        named = message(N_("Say how many leave the block"))
        path = ("shares", exit)
        self._document.do(SetValue(*self._place, path, share, named, typing=True))

    def retranslate(self) -> None:
        """Speak the language in use, when it is shown next."""
        self._exits = ("",)


def _read(typed: str) -> int | float | None:
    """A number from 0 to 100."""
    plain = typed.strip().removesuffix("%").strip().replace(",", ".")
    try:
        share = float(plain)
    except ValueError:
        return None
    if not 0 <= share <= _WHOLE:
        return None
    return int(share) if share.is_integer() else share
