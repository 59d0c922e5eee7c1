"""The editor of a time zone."""

from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from PySide6.QtWidgets import QWidget

from flowdesigner.app.inspector.editor import Editor, Hint, column
from flowdesigner.app.inspector.slot import Slot
from flowdesigner.app.theme import Theme
from flowdesigner.app.widgets.choice import OpenChoice
from flowdesigner.texts import N_, translate

_NEAR = (
    ("Asia/Jakarta", N_("Jakarta (WIB)")),
    ("Asia/Makassar", N_("Makassar (WITA)")),
    ("Asia/Jayapura", N_("Jayapura (WIT)")),
)


@cache
def _zones() -> tuple[str, ...]:
    """The zones of the world by name, those of Indonesia left out."""
    near = {zone for zone, _title in _NEAR}
    return tuple(sorted(each for each in available_timezones() - near if "/" in each))


class ZoneEditor(Editor):
    """A box of the time zones, those of Indonesia first; a part of a city's name finds it."""

    def __init__(self, slot: Slot, parent: QWidget) -> None:
        super().__init__(slot, parent)
        self.box = OpenChoice()
        self.line = self.box.line
        self.hint = Hint(slot.bench.theme.warning)
        held = column(self)
        held.addWidget(self.box)
        held.addWidget(self.hint)
        self.box.activated.connect(lambda _at: slot.set(self.box.currentData()))
        self.line.typed.connect(self._typed)
        self.line.left.connect(slot.end_typing)

    def target(self) -> QWidget:
        """The box."""
        return self.box

    def _typed(self, words: str) -> None:
        self.slot.set(self._meant(words.strip()) or None, typing=True)

    def _meant(self, words: str) -> str:
        titles = {title.casefold(): zone for zone, title in self._offers()}
        return titles.get(words.casefold(), words)

    def _offers(self) -> list[tuple[str, str]]:
        near = [(zone, translate(title)) for zone, title in _NEAR]
        return [*near, *((zone, zone) for zone in _zones())]

    def refresh(self) -> None:
        """Show the zone."""
        self.box.offer(self._offers())
        value = self.slot.value
        words = value if isinstance(value, str) else ""
        if self._meant(self.line.text().strip()) != words:
            self.box.show_word(dict(self._offers()).get(words, words))
        known = not words or _is_zone(words)
        self.hint.say(
            "" if known else translate(N_("Write a continent and a city, such as Asia/Jakarta."))
        )

    def retranslate(self) -> None:
        """Speak the language in use."""
        super().retranslate()
        self.line.setPlaceholderText(translate(self.slot.field.placeholder))
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.hint.colour(theme.warning)


def _is_zone(words: str) -> bool:
    try:
        ZoneInfo(words)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
