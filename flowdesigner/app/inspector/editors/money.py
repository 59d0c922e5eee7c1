"""The editor of an amount of money."""

import re

from PySide6.QtWidgets import QHBoxLayout, QWidget

from flowdesigner.app.inspector.editor import Editor, Hint, bare, column
from flowdesigner.app.inspector.slot import Slot
from flowdesigner.app.inspector.template_edit import TemplateEdit
from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.app.widgets.plain_label import PlainLabel
from flowdesigner.model.template import placeholders
from flowdesigner.model.values import CURRENCY_SIGNS, write_money
from flowdesigner.texts import N_, current_language, translate

_AMOUNT = re.compile(r"\d{1,3}(?:[.,  ]\d{3})+|\d{1,15}")


def read_amount(written: str) -> int | None:
    """A whole amount as authors type it, `250000` or `250.000`."""
    match = _AMOUNT.fullmatch(written.strip())
    return int(re.sub(r"\D", "", match[0])) if match else None


class MoneyEditor(Editor):
    """An amount beside the sign of the currency, or a variable that holds one."""

    def __init__(self, slot: Slot, parent: QWidget) -> None:
        super().__init__(slot, parent)
        self.sign = PlainLabel()
        self.line = TemplateEdit(slot.bench.document, slot.bench.theme, one_line=True)
        self.hint = Hint(slot.bench.theme.muted)
        both = bare(QHBoxLayout(), SPACE)
        both.addWidget(self.sign)
        both.addWidget(self.line, 1)
        box = column(self)
        box.addLayout(both)
        box.addWidget(self.hint)
        self.line.typed.connect(self._typed)
        self.line.left.connect(slot.end_typing)

    def target(self) -> QWidget:
        """The line."""
        return self.line

    def _typed(self, written: str) -> None:
        self.slot.set(self._meant(written), typing=True)
        self._tell()

    def _meant(self, written: str) -> object:
        amount = read_amount(written)
        return amount if amount is not None else written.strip() or None

    def refresh(self) -> None:
        """Show the amount, unless what stands there means it already."""
        self.sign.setText(CURRENCY_SIGNS.get(self._currency, self._currency))
        value = self.slot.value
        if self._meant(self.line.text()) != value:
            self.line.show_text("" if value is None else str(value))
        self.line.refresh()
        self._tell()

    @property
    def _currency(self) -> str:
        return self.slot.project.facts.currency

    def _tell(self) -> None:
        value = self.slot.value
        if isinstance(value, int | float) and not isinstance(value, bool):
            self.hint.say(write_money(value, self._currency, current_language()))
        elif isinstance(value, str) and not any(placeholders(value)):
            self.hint.say(translate(N_("Write an amount such as 250000, or a variable in {{ }}.")))
        else:
            self.hint.say("")

    def retranslate(self) -> None:
        """Speak the language in use."""
        super().retranslate()
        self.line.setPlaceholderText(translate(self.slot.field.placeholder) or "250000")
        self._tell()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.sign.set_colour(theme.muted)
        self.line.set_theme(theme)
        self.hint.colour(theme.muted)
