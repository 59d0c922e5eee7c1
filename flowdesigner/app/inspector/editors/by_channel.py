"""The editor of what each channel has of its own, such as who a message comes from."""

import re

from PySide6.QtWidgets import QGridLayout, QWidget

from flowdesigner.app.inspector.editor import Editor, Hint, bare, column
from flowdesigner.app.inspector.offers import channel_title
from flowdesigner.app.inspector.slot import Slot
from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.app.widgets.line import Line
from flowdesigner.app.widgets.plain_label import PlainLabel
from flowdesigner.texts import N_, translate

_EXAMPLES = {
    "whatsapp": "+6281234567890",
    "sms": "TOKOKITA",
    "rcs": "TokoKita",
    "email": "cs@tokokita.example",
    "webchat": "TokoKita",
}

_CHECKS = {
    "whatsapp": (
        re.compile(r"\+[1-9]\d{6,14}"),
        N_("Write the number of the business, such as +6281234567890."),
    ),
    "sms": (
        re.compile(r"(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}|\+?\d{3,15}"),
        N_("An SMS comes from at most 11 letters and digits, or from a number."),
    ),
    "email": (
        re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+"),
        N_("Write an address, such as cs@tokokita.example."),
    ),
}


class ByChannelEditor(Editor):
    """A line for each channel of the project."""

    def __init__(self, slot: Slot, parent: QWidget) -> None:
        super().__init__(slot, parent)
        self.lines: dict[str, Line] = {}
        self._labels: dict[str, PlainLabel] = {}
        self.hints: dict[str, Hint] = {}
        self._grid = bare(QGridLayout(), SPACE)
        self._grid.setColumnStretch(1, 1)
        column(self).addLayout(self._grid)
        self._make_lines()

    def target(self) -> QWidget:
        """The first line."""
        return next(iter(self.lines.values()), self)

    def reveal(self, rest: tuple[str | int, ...]) -> QWidget:
        """The line of a channel."""
        return self.lines.get(str(rest[0]), self.target()) if rest else self.target()

    def _channels(self) -> tuple[str, ...]:
        value = self.slot.value
        others = value if isinstance(value, dict) else {}
        return tuple(dict.fromkeys((*self.slot.project.channels, *others)))

    def _make_lines(self) -> None:
        for old in (*self.lines.values(), *self._labels.values(), *self.hints.values()):
            old.hide()
            old.deleteLater()
        self.lines, self._labels, self.hints = {}, {}, {}
        for at, channel in enumerate(self._channels()):
            label, line = PlainLabel(channel_title(channel)), Line()
            line.setPlaceholderText(_EXAMPLES.get(channel, ""))
            line.setAccessibleName(channel_title(channel))
            line.typed.connect(lambda text, id=channel: self._typed(id, text))
            line.left.connect(self.slot.end_typing)
            hint = Hint(self.slot.bench.theme.warning)
            self._grid.addWidget(label, 2 * at, 0)
            self._grid.addWidget(line, 2 * at, 1)
            self._grid.addWidget(hint, 2 * at + 1, 1)
            self.lines[channel], self._labels[channel] = line, label
            self.hints[channel] = hint

    def _typed(self, channel: str, text: str) -> None:
        value = self.slot.value
        kept = {**value} if isinstance(value, dict) else {}
        kept.pop(channel, None)
        if text.strip():
            kept[channel] = text
        self.slot.set(kept or None, typing=True)

    def refresh(self) -> None:
        """Show what each has."""
        if tuple(self.lines) != self._channels():
            self._make_lines()
        value = self.slot.value
        for channel, line in self.lines.items():
            line.show_text(value.get(channel, "") if isinstance(value, dict) else "")
            self.hints[channel].say(_complaint(channel, line.text()))

    def retranslate(self) -> None:
        """Speak the language in use."""
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        for hint in self.hints.values():
            hint.colour(theme.warning)
        for label in self._labels.values():
            label.set_colour(theme.muted)


def _complaint(channel: str, written: str) -> str:
    """What a channel does not take for a sender."""
    if not written or channel not in _CHECKS:
        return ""
    good, words = _CHECKS[channel]
    return "" if good.fullmatch(written.strip()) else translate(words)
