"""The editor of a yes or no."""

from PySide6.QtWidgets import QWidget

from flowdesigner.app.inspector.editor import Editor, column
from flowdesigner.app.inspector.slot import Slot
from flowdesigner.app.widgets.check_box import CheckBox
from flowdesigner.texts import translate


class FlagEditor(Editor):
    """A checkbox; unchecked is as good as never said."""

    says_its_label = True

    def __init__(self, slot: Slot, parent: QWidget) -> None:
        super().__init__(slot, parent)
        self.box = CheckBox()
        column(self).addWidget(self.box)
        self.box.clicked.connect(lambda checked: slot.set(True if checked else None))

    def target(self) -> QWidget:
        """The checkbox."""
        return self.box

    def refresh(self) -> None:
        """Show whether it is so."""
        self.box.setChecked(self.slot.value is True)

    def retranslate(self) -> None:
        """Speak the language in use."""
        super().retranslate()
        self.box.setText(translate(self.slot.field.label))
