"""A field of a form: its label, its editor, and what stands around them."""

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from flowdesigner.app.inspector.editor import Editor, bare, column
from flowdesigner.app.theme import Theme
from flowdesigner.app.widgets.plain_label import PlainLabel
from flowdesigner.texts import N_, translate


class FieldRow(QWidget):
    """A label above an editor."""

    def __init__(self, editor: Editor, theme: Theme, *, bare_editor: bool = False) -> None:
        super().__init__()
        self.editor = editor
        self._theme = theme
        self.label = PlainLabel()
        self.label.setBuddy(editor.target())
        self.label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        box = column(self, 3)
        tools = editor.tools()
        if not bare_editor and (tools or not editor.says_its_label):
            head = bare(QHBoxLayout(), 2)
            head.addWidget(self.label)
            head.addStretch(1)
            for each in tools:
                head.addWidget(each)
            box.addLayout(head)
        else:
            self.label.setParent(self)
            self.label.hide()
        box.addWidget(editor)
        self.retranslate()
        self.set_theme(theme)

    def retranslate(self) -> None:
        """Speak the language in use."""
        field = self.editor.slot.field
        words = translate(field.label)
        if field.required:
            words = translate(N_("{label} (needed)"), label=words)
        self.label.setText(words)
        self.label.setToolTip(translate(field.help))
        self.editor.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.label.setStyleSheet(f"color: {theme.muted};")
        self.editor.set_theme(theme)
