"""The editor of a part with fields of its own."""

from PySide6.QtWidgets import QWidget

from flowdesigner.app.inspector.editor import Editor, column
from flowdesigner.app.inspector.form import Form
from flowdesigner.app.inspector.slot import Slot
from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.app.widgets.card import Indented
from flowdesigner.model.fields import part_type_of
from flowdesigner.model.walk import Path


class PartEditor(Editor):
    """A form within the form."""

    def __init__(self, slot: Slot, parent: QWidget) -> None:
        super().__init__(slot, parent)
        self._frame = frame = Indented(slot.bench.theme, self)
        inner = part_type_of(slot.owner_type, slot.name)
        self.form = Form(slot.bench, slot.path, inner, frame)
        box = column(frame)
        box.setContentsMargins(SPACE + 2, 0, 0, 0)
        box.addWidget(self.form)
        column(self).addWidget(frame)

    def target(self) -> QWidget:
        """The first field."""
        rows = list(self.form.rows.values())
        return rows[0].editor.target() if rows else self

    def reveal(self, rest: Path) -> QWidget:
        """The field that is named."""
        return self.form.reveal(rest) or self.target()

    def refresh(self) -> None:
        """Show the values as they are now."""
        self.form.refresh()

    def retranslate(self) -> None:
        """Speak the language in use."""
        self.form.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._frame.set_card_theme(theme)
        self.form.set_theme(theme)
