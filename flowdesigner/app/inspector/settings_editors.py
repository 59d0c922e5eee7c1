"""Editors of the facts about a business that have a form of their own."""

from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QWidget

from flowdesigner.app.inspector.editor import Editor
from flowdesigner.app.inspector.editors import make_editor
from flowdesigner.app.inspector.editors.line import LineEditor
from flowdesigner.app.inspector.slot import Slot
from flowdesigner.model.hours import parse_range
from flowdesigner.texts import N_, translate


@cache
def _zones() -> tuple[str, ...]:
    """The zones of the world, those of Indonesia first."""
    near = ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura")
    return (*near, *sorted(available_timezones() - set(near)))


class ZoneEditor(LineEditor):
    """A line that offers time zones."""

    def __init__(self, slot: Slot, parent: QWidget) -> None:
        super().__init__(slot, parent)
        completer = QCompleter(list(_zones()), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated.connect(lambda _zone: self._typed(self.line.text()))
        self.line.setCompleter(completer)

    def complaint(self, words: str) -> str:
        """Whether there is such a zone."""
        try:
            ZoneInfo(words)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            return translate(N_("Write a continent and a city, such as Asia/Jakarta."))
        return ""


class QuietHoursEditor(LineEditor):
    """A line for a range of hours."""

    def complaint(self, words: str) -> str:
        """Whether it is a range of hours."""
        return "" if parse_range(words) else translate(N_("Hours are written as 08:00-21:00."))


_OWN = {"time_zone": ZoneEditor, "quiet_hours": QuietHoursEditor}


def make_settings_editor(slot: Slot, parent: QWidget) -> Editor:
    """The editor of a setting."""
    own = _OWN.get(slot.name) if len(slot.path) == 1 else None
    return own(slot, parent) if own is not None else make_editor(slot, parent)
