"""The editor of a longer plain string."""

from PySide6.QtWidgets import QWidget

from flowdesigner.app.inspector.editor import Editor, column
from flowdesigner.app.inspector.slot import Slot
from flowdesigner.app.widgets.text_box import TextBox
from flowdesigner.texts import translate

_FEWEST = 3


class LinesEditor(Editor):
    """A box of several lines."""

    def __init__(self, slot: Slot, parent: QWidget) -> None:
        super().__init__(slot, parent)
        self.box = TextBox()
        self.box.fewest_lines = _FEWEST
        column(self).addWidget(self.box)
        self.box.typed.connect(lambda text: slot.set(text or None, typing=True))
        self.box.left.connect(slot.end_typing)

    def target(self) -> QWidget:
        """The box."""
        return self.box

    def refresh(self) -> None:
        """Show the words."""
        value = self.slot.value
        self.box.show_text(value if isinstance(value, str) else "")

    def retranslate(self) -> None:
        """Speak the language in use."""
        super().retranslate()
        self.box.setPlaceholderText(translate(self.slot.field.placeholder))
