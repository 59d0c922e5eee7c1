"""The editor of a set of variables."""

from PySide6.QtWidgets import QWidget

from flowdesigner.app.inspector.editor import Editor, Hint, column
from flowdesigner.app.inspector.slot import Slot
from flowdesigner.app.theme import Theme
from flowdesigner.app.widgets.tick_list import TickList
from flowdesigner.texts import N_, translate


class VariablesEditor(Editor):
    """A list of the variables there are, each with a box to tick."""

    def __init__(self, slot: Slot, parent: QWidget) -> None:
        super().__init__(slot, parent)
        self.list = TickList(self)
        self.hint = Hint(slot.bench.theme.muted)
        box = column(self)
        box.addWidget(self.list)
        box.addWidget(self.hint)
        self.list.ticked.connect(self._ticked)

    def target(self) -> QWidget:
        """The list."""
        return self.list

    @property
    def _chosen(self) -> tuple[str, ...]:
        value = self.slot.value
        return tuple(map(str, value)) if isinstance(value, tuple | list) else ()

    def _ticked(self, name: str, on: bool) -> None:
        rest = tuple(each for each in self._chosen if each != name)
        self.slot.set(((*rest, name) if on else rest) or None)

    def refresh(self) -> None:
        """Show which are chosen."""
        chosen = self._chosen
        names = [*self.slot.project.variables]
        names += [each for each in chosen if each not in names]
        self.list.offer([(name, name) for name in names])
        self.list.tick(chosen)
        self.list.setVisible(bool(names))
        self.hint.say("" if names else translate(N_("There are no variables yet.")))

    def retranslate(self) -> None:
        """Speak the language in use."""
        super().retranslate()
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.hint.colour(theme.muted)
