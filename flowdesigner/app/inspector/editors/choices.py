"""The editor of some of a few words."""

from PySide6.QtWidgets import QWidget

from flowdesigner.app.inspector.editor import Editor, column
from flowdesigner.app.inspector.slot import Slot
from flowdesigner.app.widgets.tick_list import TickList
from flowdesigner.texts import translate


class ChoicesEditor(Editor):
    """A list with a box to tick for each word."""

    def __init__(self, slot: Slot, parent: QWidget) -> None:
        super().__init__(slot, parent)
        self.list = TickList(self)
        column(self).addWidget(self.list)
        self.list.ticked.connect(self._ticked)

    def target(self) -> QWidget:
        """The list."""
        return self.list

    def _ticked(self, word: str, on: bool) -> None:
        value = self.slot.value
        chosen = {*value, word} if isinstance(value, tuple) else {word}
        kept = tuple(each for each in self.slot.field.choices if each in chosen)
        self.slot.set(tuple(each for each in kept if on or each != word) or None)

    def refresh(self) -> None:
        """Show which are chosen."""
        choices = self.slot.field.choices.items()
        self.list.offer([(word, translate(title)) for word, title in choices])
        value = self.slot.value
        self.list.tick(value if isinstance(value, tuple) else ())

    def retranslate(self) -> None:
        """Speak the language in use."""
        super().retranslate()
        self.refresh()
