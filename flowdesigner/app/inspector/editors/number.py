"""The editor of a number."""

import re

from PySide6.QtWidgets import QWidget

from flowdesigner.app.inspector.editor import Editor, Hint, column
from flowdesigner.app.inspector.slot import Slot
from flowdesigner.app.theme import Theme
from flowdesigner.app.widgets.line import Line
from flowdesigner.model.part import Part
from flowdesigner.texts import N_, translate


def read_plain_number(written: str) -> int | float | None:
    """A number as authors type it, with a point or a comma for the fraction."""
    plain = written.strip().replace(",", ".")
    if not re.fullmatch(r"[+-]?\d{1,15}(\.\d{1,6})?", plain):
        return None
    return float(plain) if "." in plain else int(plain)


def _is_whole(owner_type: type[Part], name: str) -> bool:
    return "float" not in str(owner_type.model_fields[name].annotation)


class NumberEditor(Editor):
    """A line that keeps what is no number to itself, and says so."""

    def __init__(self, slot: Slot, parent: QWidget) -> None:
        super().__init__(slot, parent)
        self._whole = _is_whole(slot.owner_type, slot.name)
        self.line = Line()
        self.hint = Hint(slot.bench.theme.warning)
        self.box = column(self)
        self.box.addWidget(self.line)
        self.box.addWidget(self.hint)
        self.line.typed.connect(self._typed)
        self.line.left.connect(slot.end_typing)

    def target(self) -> QWidget:
        """The line."""
        return self.line

    def _read(self, written: str) -> int | float | None:
        number = read_plain_number(written)
        if self._whole and isinstance(number, float):
            return None
        return number

    def _typed(self, written: str) -> None:
        number = self._read(written)
        wrong = number is None and bool(written.strip())
        self.hint.say(self._complaint() if wrong else "")
        if not wrong:
            self.slot.set(number, typing=True)

    def _complaint(self) -> str:
        if self._whole:
            return translate(N_("Write a whole number, such as 2."))
        return translate(N_("Write a number, such as 2 or 2.5."))

    def refresh(self) -> None:
        """Show the number, unless what stands there means it already."""
        value = self.slot.value
        if self._read(self.line.text()) != value or (value is None and self.hint.isHidden()):
            self.line.show_text("" if value is None else str(value))
            self.hint.say("")

    def retranslate(self) -> None:
        """Speak the language in use."""
        super().retranslate()
        self.line.setPlaceholderText(translate(self.slot.field.placeholder))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.hint.colour(theme.warning)
