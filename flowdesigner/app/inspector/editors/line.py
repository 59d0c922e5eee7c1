"""The editor of a short plain string."""

from PySide6.QtWidgets import QWidget

from flowdesigner.app.inspector.editor import Editor, Hint, column
from flowdesigner.app.inspector.slot import Slot
from flowdesigner.app.inspector.template_edit import TemplateEdit
from flowdesigner.app.theme import Theme
from flowdesigner.app.widgets.line import Line
from flowdesigner.texts import translate


class LineEditor(Editor):
    """One line; what is not yet right is kept all the same, and said."""

    def __init__(self, slot: Slot, parent: QWidget) -> None:
        super().__init__(slot, parent)
        self.line: Line | TemplateEdit = (
            TemplateEdit(slot.bench.document, slot.bench.theme, one_line=True)
            if slot.field.templated
            else Line()
        )
        self.hint = Hint(slot.bench.theme.warning)
        box = column(self)
        box.addWidget(self.line)
        box.addWidget(self.hint)
        self.line.typed.connect(self._typed)
        self.line.left.connect(slot.end_typing)

    def target(self) -> QWidget:
        """The line."""
        return self.line

    def refresh(self) -> None:
        """Show the words."""
        value = self.slot.value
        words = value if isinstance(value, str) else ""
        self.line.show_text(words)
        if isinstance(self.line, TemplateEdit):
            self.line.refresh()
        self.hint.say(self.complaint(words) if words else "")

    def complaint(self, words: str) -> str:
        """What is not right about it yet."""
        return ""

    def _typed(self, words: str) -> None:
        self.slot.set(words or None, typing=True)

    def retranslate(self) -> None:
        """Speak the language in use."""
        super().retranslate()
        self.line.setPlaceholderText(translate(self.slot.field.placeholder))
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.hint.colour(theme.warning)
        if isinstance(self.line, TemplateEdit):
            self.line.set_theme(theme)
