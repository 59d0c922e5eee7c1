"""What an export does not say, told once for all places where it is so."""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from flowdesigner.app.naming import block_name, flow_name
from flowdesigner.app.theme import SPACE
from flowdesigner.app.widgets.plain_label import PlainLabel
from flowdesigner.formats.format import Loss, Support
from flowdesigner.model.project import Project
from flowdesigner.texts import N_, translate

_WORDS = {
    Support.APPROXIMATED: N_("{what}: said nearly"),
    Support.UNSUPPORTED: N_("{what}: lost"),
}
_MOST_PLACES = 6


class LossGroup(Struct, frozen=True):
    """One thing that is not said, and every place that uses it."""

    title: str
    why: str
    places: tuple[str, ...]


def grouped(losses: Iterable[Loss], project: Project, language: str) -> Iterator[LossGroup]:
    """The losses, those for the same reason together; what is lost before what is said nearly."""
    found: dict[tuple[Support, str, str], list[str]] = {}
    for loss in losses:
        key = (loss.status, str(loss.what), str(loss.why))
        places = found.setdefault(key, [])
        if place := _place(loss, project, language):
            places.append(place)
    for lost_first in (Support.UNSUPPORTED, Support.APPROXIMATED):
        for (status, what, why), places in found.items():
            if status is lost_first:
                title = translate(_WORDS[status], what=what)
                yield LossGroup(title, why, tuple(dict.fromkeys(places)))


def _place(loss: Loss, project: Project, language: str) -> str:
    if loss.flow is None:
        return ""
    block = project.block(loss.flow, loss.block) if loss.block else None
    return block_name(project, block, language) if block else flow_name(project, loss.flow)


class LossList(QScrollArea):
    """The losses one below the other, each with its reason and its places."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setAccessibleName(translate(N_("What gets lost")))
        self.groups: tuple[LossGroup, ...] = ()

    def show_groups(self, groups: Iterable[LossGroup]) -> None:
        """Show these instead."""
        self.groups = tuple(groups)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, SPACE, 0)
        column.setSpacing(SPACE // 2)
        for group in self.groups:
            self._add(column, group.title, "strong")
            self._add(column, group.why, "")
            self._add(column, _places(group), "muted")
            column.addSpacing(SPACE)
        column.addStretch(1)
        self.setWidget(page)

    def _add(self, column: QVBoxLayout, text: str, name: str) -> None:
        if text:
            label = PlainLabel(text, wrap=True)
            label.setObjectName(name)
            column.addWidget(label)


def _places(group: LossGroup) -> str:
    shown = list(group.places[:_MOST_PLACES])
    rest = len(group.places) - len(shown)
    if rest:
        shown.append(translate(N_("and {n} more"), n=rest))
    return "\n".join(f"·  {place}" for place in shown)
