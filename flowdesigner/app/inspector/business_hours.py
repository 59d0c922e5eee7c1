"""The business hours of a project, a line for each row of days."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from flowdesigner.app.document import Document
from flowdesigner.app.inspector.editor import Hint, column
from flowdesigner.app.inspector.small_list import Row, SmallList
from flowdesigner.app.theme import Theme
from flowdesigner.edits.project import SetProjectValue
from flowdesigner.model.hours import days_of, parse_range
from flowdesigner.texts import N_, translate

_PATH = ("settings", "business_hours")
_HOLIDAYS = "holidays"


def _written(value: str | Sequence[str]) -> str:
    return value if isinstance(value, str) else ", ".join(value)


def _read(written: str, key: str) -> str | tuple[str, ...]:
    parts = tuple(each.strip() for each in written.split(",") if each.strip())
    return parts if key == _HOLIDAYS or len(parts) != 1 else parts[0]


class BusinessHours(QWidget):
    """Days such as `mon_fri`, and the hours in which somebody is there."""

    def __init__(self, document: Document, theme: Theme) -> None:
        super().__init__()
        self._document = document
        columns = ((N_("Days"), "mon_fri"), (N_("Hours"), "08:00-21:00"))
        self.list = SmallList(columns, theme, lambda row: bool(row[0]))
        self.hint = Hint(theme.warning)
        box = column(self)
        box.addWidget(self.list)
        box.addWidget(self.hint)
        self.list.edited.connect(self._edited)
        self.list.left.connect(document.end_typing)

    def _edited(self, typing: bool) -> None:
        hours = {days: _read(written, days) for days, written in self.list.rows}
        self._complain()
        self._document.do(SetProjectValue(_PATH, hours or None, typing))

    def refresh(self) -> None:
        """Show the hours as they are now."""
        hours: Mapping[str, str | Sequence[str]] = (
            self._document.project.settings.business_hours or {}
        )
        shown = {days: _read(written, days) for days, written in self.list.rows}
        if shown != dict(hours):
            rows: tuple[Row, ...] = tuple((days, _written(each)) for days, each in hours.items())
            self.list.show_rows(rows)
        self._complain()

    def _complain(self) -> None:
        self.hint.say(next(filter(None, map(_complaint, self.list.rows)), ""))

    def retranslate(self) -> None:
        """Speak the language in use."""
        self.list.retranslate()
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.list.set_theme(theme)
        self.hint.colour(theme.warning)


def _complaint(row: Row) -> str:
    days, hours = row
    if days == _HOLIDAYS or not hours:
        return ""
    if not days_of(days):
        return translate(N_("Days are written as mon, sat or mon_fri."))
    if any(parse_range(each) is None for each in hours.split(",")):
        return translate(N_("Hours are written as 08:00-21:00."))
    return ""
