"""The editor of the name of an event."""

from PySide6.QtWidgets import QWidget

from flowdesigner.app.events import events_of
from flowdesigner.app.inspector.editor import Editor, column
from flowdesigner.app.inspector.slot import Slot
from flowdesigner.app.widgets.choice import OpenChoice
from flowdesigner.texts import translate


class EventEditor(Editor):
    """A box of the events the project knows; a new one is typed."""

    def __init__(self, slot: Slot, parent: QWidget) -> None:
        super().__init__(slot, parent)
        self.choice = OpenChoice()
        column(self).addWidget(self.choice)
        self.choice.activated.connect(lambda _at: slot.set(self.choice.currentData()))
        self.choice.line.typed.connect(lambda text: slot.set(text.strip() or None, typing=True))
        self.choice.line.left.connect(slot.end_typing)

    def target(self) -> QWidget:
        """The box."""
        return self.choice

    def refresh(self) -> None:
        """Show the name."""
        value = self.slot.value
        word = value if isinstance(value, str) else ""
        if not self.choice.line.hasFocus():
            known = dict.fromkeys(events_of(self.slot.project))
            self.choice.offer([(each, each) for each in known])
        if self.choice.line.text().strip() != word:
            self.choice.show_word(word)

    def retranslate(self) -> None:
        """Speak the language in use."""
        super().retranslate()
        self.choice.line.setPlaceholderText(translate(self.slot.field.placeholder))
