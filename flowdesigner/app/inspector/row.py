"""A field of a form: its label, its editor, and what stands around them."""

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from flowdesigner.app.inspector.editor import Editor, bare, column
from flowdesigner.app.inspector.slot import Slot
from flowdesigner.app.theme import Theme
from flowdesigner.app.widgets.plain_label import PlainLabel
from flowdesigner.model.fields import Kind
from flowdesigner.texts import N_, translate

_GROUPS = (Kind.PART, Kind.PARTS)
_EXPLAINED = (*_GROUPS, Kind.BY_CHANNEL)


class FieldRow(QWidget):
    """A label above an editor."""

    def __init__(self, slot: Slot, parent: QWidget, *, bare_editor: bool = False) -> None:
        super().__init__(parent)
        theme = slot.bench.theme
        made = slot.bench.make_editor(slot, self)
        assert isinstance(made, Editor)
        self.editor = editor = made
        self._theme = theme
        self.label = PlainLabel(parent=self)
        self.label.setBuddy(editor.target())
        if slot.field.kind in _GROUPS:
            self.label.embolden()
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
            self.label.hide()
        self.help = PlainLabel(parent=self, wrap=True)
        self.help.setVisible(bool(slot.field.help) and slot.field.kind in _EXPLAINED)
        box.addWidget(self.help)
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
        self.help.setText(translate(field.help))
        self.editor.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        group = self.editor.slot.field.kind in _GROUPS
        self.label.set_colour(theme.text if group else theme.muted)
        self.help.set_colour(theme.muted)
        self.editor.set_theme(theme)
