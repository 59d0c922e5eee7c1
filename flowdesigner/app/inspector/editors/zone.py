"""The editor of a time zone."""

from collections.abc import Mapping
from zoneinfo import available_timezones

from PySide6.QtWidgets import QWidget

from flowdesigner.app.inspector.editor import Editor, Hint, column
from flowdesigner.app.inspector.slot import Slot
from flowdesigner.app.inspector.zone_names import zone_name, zone_names, zones_meant
from flowdesigner.app.theme import Theme
from flowdesigner.app.widgets.choice import OpenChoice
from flowdesigner.texts import N_, current_language, translate


class ZoneEditor(Editor):
    """A box of the world's cities, those of Indonesia first; a part of a name finds one."""

    def __init__(self, slot: Slot, parent: QWidget) -> None:
        super().__init__(slot, parent)
        self.box = OpenChoice()
        self.line = self.box.line
        self.hint = Hint(slot.bench.theme.warning)
        held = column(self)
        held.addWidget(self.box)
        held.addWidget(self.hint)
        self.box.activated.connect(self._chosen)
        self.line.typed.connect(self._typed)
        self.line.left.connect(self._left)

    def target(self) -> QWidget:
        """The box."""
        return self.box

    def _typed(self, words: str) -> None:
        self.slot.set(self._meant(words.strip()) or None, typing=True)

    def _chosen(self, _at: int) -> None:
        # What was typed to find it and the choice are one step.
        self.slot.set(self.box.currentData(), typing=True)
        self.slot.end_typing()

    def _left(self) -> None:
        """What only one city's name holds is meant to be that city."""
        if self.box.is_choosing:
            return
        words = self.line.text().strip().casefold()
        found = [zone for zone, name in self._names.items() if words in name.casefold()]
        if words and self._meant(words) == words and len(found) == 1:
            self.slot.set(found[0], typing=True)
        self.slot.end_typing()
        self.box.show_word(zone_name(self._value, current_language()))

    @property
    def _value(self) -> str:
        value = self.slot.value
        return value if isinstance(value, str) else ""

    @property
    def _names(self) -> Mapping[str, str]:
        return zone_names(current_language())

    def _meant(self, words: str) -> str:
        return zones_meant(current_language()).get(words.casefold(), words)

    def refresh(self) -> None:
        """Show the zone."""
        self.box.offer(self._names.items())
        zone = self._value
        if self._meant(self.line.text().strip()) != zone:
            self.box.show_word(zone_name(zone, current_language()))
        known = not zone or zone in available_timezones()
        self.hint.say("" if known else translate(N_("Choose a city from the list.")))

    def retranslate(self) -> None:
        """Speak the language in use."""
        super().retranslate()
        example = zone_name(self.slot.field.placeholder, current_language())
        self.line.setPlaceholderText(example)
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.hint.colour(theme.warning)
