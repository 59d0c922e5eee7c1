"""The business hours of a project, a line for each row of days."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from flowdesigner.app.document import Document
from flowdesigner.app.inspector.editor import Hint, column
from flowdesigner.app.inspector.small_list import Pair, SmallList, Titles
from flowdesigner.app.theme import Theme
from flowdesigner.edits.project import SetProjectValue
from flowdesigner.model.hours import parse_range
from flowdesigner.model.values import is_iso_date
from flowdesigner.texts import N_, translate

_PATH = ("settings", "business_hours")
_HOLIDAYS = "holidays"
_DAYS = {
    "mon_fri": N_("Monday to Friday"),
    "sat": N_("Saturday"),
    "sun": N_("Sunday"),
    "mon_sat": N_("Monday to Saturday"),
    "mon_sun": N_("Every day"),
    "mon": N_("Monday"),
    "tue": N_("Tuesday"),
    "wed": N_("Wednesday"),
    "thu": N_("Thursday"),
    "fri": N_("Friday"),
    "sat_sun": N_("Saturday and Sunday"),
    "mon_thu": N_("Monday to Thursday"),
    _HOLIDAYS: N_("Closed on these dates"),
}

Hours = Mapping[str, str | Sequence[str]]


def _written(value: str | Sequence[str]) -> str:
    return value if isinstance(value, str) else ", ".join(value)


def _read(written: str, days: str) -> str | tuple[str, ...]:
    parts = tuple(each.strip() for each in written.split(",") if each.strip())
    return parts if days == _HOLIDAYS or len(parts) > 1 else "".join(parts)


class BusinessHours(QWidget):
    """Days of the week, and the hours in which somebody is there."""

    def __init__(self, document: Document, theme: Theme) -> None:
        super().__init__()
        self._document = document
        self.list = SmallList(Titles(N_("Days"), N_("Hours"), "08:00-21:00"), theme, self)
        self.hint = Hint(theme.warning)
        box = column(self)
        box.addWidget(self.list)
        box.addWidget(self.hint)
        self.list.edited.connect(self._edited)
        self.list.left.connect(document.end_typing)

    def _shown(self) -> Hours:
        return {days: _read(written, days) for days, written in self.list.pairs if written}

    def _edited(self, typing: bool) -> None:
        self._complain()
        self._document.do(SetProjectValue(_PATH, dict(self._shown()) or None, typing))

    def refresh(self) -> None:
        """Show the hours as they are now; a row without hours is kept until it has some."""
        hours: Hours = self._document.project.settings.business_hours or {}
        if self._shown() != dict(hours):
            self.list.show_pairs([(days, _written(each)) for days, each in hours.items()])
        self._complain()

    def _complain(self) -> None:
        self.hint.say(next(filter(None, map(_complaint, self.list.pairs)), ""))

    def retranslate(self) -> None:
        """Speak the language in use."""
        self.list.offer([(days, translate(title)) for days, title in _DAYS.items()])
        self.list.retranslate()
        self.list.show_pairs(self.list.pairs)
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.list.set_theme(theme)
        self.hint.colour(theme.warning)


def _complaint(pair: Pair) -> str:
    days, written = pair
    parts = [each.strip() for each in written.split(",") if each.strip()]
    if days == _HOLIDAYS:
        if all(map(is_iso_date, parts)):
            return ""
        return translate(N_("Dates are written as 2026-12-25, with commas between."))
    if any(parse_range(each) is None for each in parts):
        return translate(N_("Hours are written as 08:00-21:00."))
    return ""
