"""The editor of a length of time."""

import re

from PySide6.QtWidgets import QHBoxLayout, QWidget

from flowdesigner.app.inspector.editor import Editor, Hint, bare, column
from flowdesigner.app.inspector.slot import Slot
from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.app.widgets.choice import Choice
from flowdesigner.app.widgets.line import Line
from flowdesigner.texts import N_, translate

UNITS = {"s": N_("seconds"), "m": N_("minutes"), "h": N_("hours"), "d": N_("days")}
_WRITTEN = re.compile(r"(\d{1,9})([smhd])")


class DurationEditor(Editor):
    """A number and a unit; empty is never."""

    def __init__(self, slot: Slot, parent: QWidget) -> None:
        super().__init__(slot, parent)
        self.line, self.unit = Line(), Choice()
        self.hint = Hint(slot.bench.theme.warning)
        both = bare(QHBoxLayout(), SPACE)
        both.addWidget(self.line, 1)
        both.addWidget(self.unit, 1)
        box = column(self)
        box.addLayout(both)
        box.addWidget(self.hint)
        self._offer()
        example = _WRITTEN.fullmatch(slot.field.placeholder)
        self.unit.choose(example[2] if example else "m")
        self.line.typed.connect(lambda _text: self._changed(typing=True))
        self.unit.activated.connect(lambda _at: self._changed(typing=False))
        self.line.left.connect(slot.end_typing)

    def _offer(self) -> None:
        self.unit.offer([(unit, translate(title)) for unit, title in UNITS.items()])

    def target(self) -> QWidget:
        """The line of the number."""
        return self.line

    def _changed(self, *, typing: bool) -> None:
        written = self.line.text().strip()
        wrong = bool(written) and not re.fullmatch(r"\d{1,9}", written)
        self.hint.say(translate(N_("Write a whole number, such as 30.")) if wrong else "")
        if not wrong:
            value = f"{int(written)}{self.unit.currentData()}" if written else None
            self.slot.set(value, typing=typing)

    def refresh(self) -> None:
        """Show the length, unless what stands there means it already."""
        value = self.slot.value
        shown = f"{self.line.text().strip()}{self.unit.currentData()}"
        if value == shown or (value is None and (self.hint.text() or not self.line.text())):
            return
        match = _WRITTEN.fullmatch(value) if isinstance(value, str) else None
        if match:
            self.unit.choose(match[2])
            if not self.line.text().isdigit() or int(self.line.text()) != int(match[1]):
                self.line.show_text(match[1])
            self.hint.say("")
        elif value is None:
            self.line.show_text("")
            self.hint.say("")
        else:
            self.line.show_text(str(value))
            self.hint.say(translate(N_("Write a whole number, such as 30.")))

    def retranslate(self) -> None:
        """Speak the language in use."""
        super().retranslate()
        self._offer()
        field, example = self.slot.field, _WRITTEN.fullmatch(self.slot.field.placeholder)
        needed = example[1] if field.required and example else ""
        self.line.setPlaceholderText(needed or translate(field.unset or N_("never")))
        label = translate(self.slot.field.label)
        self.unit.setAccessibleName(translate(N_("{label}: unit"), label=label))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.hint.colour(theme.warning)
