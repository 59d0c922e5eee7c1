"""The editor of a set of variables."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from flowdesigner.app.inspector.editor import Editor, Hint, column
from flowdesigner.app.inspector.slot import Slot
from flowdesigner.app.theme import Theme
from flowdesigner.texts import N_, translate

_MOST_LINES = 6


class VariablesEditor(Editor):
    """A list of the variables there are, each with a box to tick."""

    def __init__(self, slot: Slot) -> None:
        super().__init__(slot)
        self.list = QListWidget()
        self.hint = Hint(slot.bench.theme.muted)
        box = column(self)
        box.addWidget(self.list)
        box.addWidget(self.hint)
        self._showing = False
        self.list.itemChanged.connect(self._ticked)

    def target(self) -> QWidget:
        """The list."""
        return self.list

    @property
    def _chosen(self) -> tuple[str, ...]:
        value = self.slot.value
        return tuple(map(str, value)) if isinstance(value, tuple | list) else ()

    def _ticked(self, item: QListWidgetItem) -> None:
        if self._showing:
            return
        name, chosen = item.text(), self._chosen
        rest = tuple(each for each in chosen if each != name)
        ticked = item.checkState() == Qt.CheckState.Checked
        self.slot.set(((*rest, name) if ticked else rest) or None)

    def refresh(self) -> None:
        """Show which are chosen."""
        chosen = self._chosen
        names = [*self.slot.project.variables]
        names += [each for each in chosen if each not in names]
        self._showing = True
        try:
            if names != [self.list.item(at).text() for at in range(self.list.count())]:
                self.list.clear()
                self.list.addItems(names)
            for at, name in enumerate(names):
                state = Qt.CheckState.Checked if name in chosen else Qt.CheckState.Unchecked
                self.list.item(at).setCheckState(state)
        finally:
            self._showing = False
        self.list.setVisible(bool(names))
        self.hint.say("" if names else translate(N_("There are no variables yet.")))
        lines = min(max(len(names), 1), _MOST_LINES)
        row = self.list.sizeHintForRow(0) if names else 0
        self.list.setFixedHeight(lines * max(row, 20) + 2 * self.list.frameWidth() + 4)

    def retranslate(self) -> None:
        """Speak the language in use."""
        super().retranslate()
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.hint.colour(theme.muted)
