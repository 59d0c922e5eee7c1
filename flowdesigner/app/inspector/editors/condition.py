"""The editor of a condition."""

from PySide6.QtWidgets import QWidget

from flowdesigner.app.inspector.editor import Editor, column
from flowdesigner.app.inspector.editors.condition_group import ConditionGroup
from flowdesigner.app.inspector.slot import Slot
from flowdesigner.app.theme import Theme
from flowdesigner.model.condition import Condition


class ConditionEditor(Editor):
    """Rows of comparisons, of which all or any must be true."""

    def __init__(self, slot: Slot, parent: QWidget) -> None:
        super().__init__(slot, parent)
        self.group = ConditionGroup(slot, self)
        column(self).addWidget(self.group)
        self.group.edited.connect(lambda value, typing: slot.set(value, typing=typing))
        self.group.left.connect(slot.end_typing)

    def target(self) -> QWidget:
        """The first row."""
        return self.group.target()

    def refresh(self) -> None:
        """Show the condition as it is now."""
        value = self.slot.value
        self.group.show_condition(value if isinstance(value, Condition) else None)

    def retranslate(self) -> None:
        """Speak the language in use."""
        self.group.retranslate()
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.group.set_theme(theme)
