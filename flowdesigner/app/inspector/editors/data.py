"""The editor of data for another system."""

import json

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QWidget

from flowdesigner.app.inspector.editor import Editor, Hint, column
from flowdesigner.app.inspector.slot import Slot
from flowdesigner.app.inspector.template_edit import TemplateEdit
from flowdesigner.app.theme import Theme
from flowdesigner.texts import N_, translate

_SAID = {
    "Expecting property name": N_("Line {line}: a name in double quotes is expected here."),
    "Expecting ',' delimiter": N_("Line {line}: a comma or a closing bracket is missing."),
    "Expecting ':' delimiter": N_("Line {line}: a colon is missing after the name."),
    "Expecting value": N_("Line {line}: a value is missing. Words need double quotes."),
    "Extra data": N_("Line {line}: something stands after the end."),
    "Unterminated string": N_("Line {line}: a closing quote is missing."),
    "Illegal trailing comma": N_("Line {line}: there is a comma too many."),
}
_OTHER = N_("Line {line}: this is not complete yet.")


class _UnfinishedError(ValueError):
    """Data that cannot be read yet; its words say why."""


def _refuse(_constant: str) -> object:
    raise _UnfinishedError(translate(_OTHER, line=1))


def read_data(written: str) -> object:
    """What was written, as data; nothing when nothing was."""
    if not written.strip():
        return None
    try:
        return json.loads(written, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        said = next(
            (words for start, words in _SAID.items() if error.msg.startswith(start)), _OTHER
        )
        raise _UnfinishedError(translate(said, line=error.lineno)) from error
    except RecursionError as error:
        raise _UnfinishedError(translate(_OTHER, line=1)) from error


def write_data(value: object) -> str:
    """Data as an author reads it."""
    return "" if value is None else json.dumps(value, ensure_ascii=False, indent=2)


class DataEditor(Editor):
    """A text that is kept here until it can be read as data."""

    def __init__(self, slot: Slot, parent: QWidget) -> None:
        super().__init__(slot, parent)
        self.edit = TemplateEdit(slot.bench.document, slot.bench.theme)
        self.edit.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.edit.fewest_lines = 2
        self.hint = Hint(slot.bench.theme.warning)
        box = column(self)
        box.addWidget(self.edit)
        box.addWidget(self.hint)
        self.edit.typed.connect(self._typed)
        self.edit.left.connect(slot.end_typing)

    def target(self) -> QWidget:
        """The text."""
        return self.edit

    def _typed(self, written: str) -> None:
        try:
            value = read_data(written)
        except _UnfinishedError as why:
            self.hint.say(str(why))
            return
        self.hint.say("")
        self.slot.set(value, typing=True)

    def refresh(self) -> None:
        """Show the data, unless what stands there means it already or is being written."""
        value = self.slot.value
        try:
            same = read_data(self.edit.text()) == value
        except _UnfinishedError:
            same = self.edit.hasFocus() and value == self._last
        self._last = value
        if not same:
            self.edit.show_text(write_data(value))
            self.hint.say("")
        self.edit.refresh()

    _last: object = None

    def retranslate(self) -> None:
        """Speak the language in use."""
        super().retranslate()
        self.edit.setPlaceholderText('{"name": "value"}')

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.hint.colour(theme.warning)
        self.edit.set_theme(theme)
