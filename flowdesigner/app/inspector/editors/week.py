"""The editor of the hours of a week: a row for each day, and days that are closed."""

from collections.abc import Sequence

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from flowdesigner.app.inspector.day_names import DAY_NAMES
from flowdesigner.app.inspector.editor import Editor, Hint, bare, column
from flowdesigner.app.inspector.slot import Slot
from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.app.widgets.check_box import CheckBox
from flowdesigner.app.widgets.date_box import DateBox
from flowdesigner.app.widgets.icon_button import IconButton
from flowdesigner.app.widgets.plain_label import PlainLabel
from flowdesigner.app.widgets.span_box import SpanBox, over_midnight
from flowdesigner.model.hours import DAYS, HOLIDAYS, Hours, Week, hours_of, week_of
from flowdesigner.texts import N_, current_language, translate

_USUAL = "08:00-17:00"
_MOST_SPANS = 3
_MORE = ("plus", N_("More hours on this day"))
_LESS = ("x", N_("Not in these hours"))
_EDGES = 12
"""What a box for a time is higher than its letters."""


class WeekEditor(Editor):
    """A row for each day with the hours in which it is open, and a list of holidays."""

    def __init__(self, slot: Slot, parent: QWidget) -> None:
        super().__init__(slot, parent)
        self.days = tuple(_DayRow(day, self) for day in DAYS)
        self.alike = QPushButton(self)
        self.holidays = _Holidays(slot.bench.theme, self)
        box = column(self, SPACE)
        grid = bare(QGridLayout(), 4)
        grid.setColumnStretch(1, 1)
        for at, row in enumerate(self.days):
            grid.addWidget(row.open, at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(row, at, 1)
        box.addLayout(grid)
        box.addWidget(self.alike, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self.holidays)
        self.alike.clicked.connect(self.as_on_monday)

    def target(self) -> QWidget:
        """The box of Monday."""
        return self.days[0].open

    @property
    def hours(self) -> Hours:
        """What stands there."""
        value = self.slot.value
        return value if isinstance(value, dict) else {}

    def set_day(self, day: int, spans: Sequence[str], *, typing: bool = False) -> None:
        """Give a day other hours."""
        week = list(week_of(self.hours))
        week[day] = tuple(spans)
        self._set(tuple(week), self.holidays.dates, typing=typing)

    def set_holidays(self, dates: Sequence[str]) -> None:
        """Give the week other holidays."""
        self._set(week_of(self.hours), dates)

    def as_on_monday(self) -> None:
        """Give the other working days the hours of Monday."""
        week = week_of(self.hours)
        self._set((*(week[0],) * 5, *week[5:]), self.holidays.dates)

    def _set(self, week: Week, holidays: Sequence[str], *, typing: bool = False) -> None:
        hours = hours_of(week, holidays, self.hours)
        self.slot.set(dict(hours) or None, typing=typing)

    def refresh(self) -> None:
        """Show the hours as they are now."""
        for row, spans in zip(self.days, week_of(self.hours), strict=True):
            row.show_spans(spans)
        written = self.hours.get(HOLIDAYS, ())
        self.holidays.show_dates([written] if isinstance(written, str) else written)

    def retranslate(self) -> None:
        """Speak the language in use."""
        super().retranslate()
        for row in self.days:
            row.retranslate()
        self.alike.setText(translate(N_("Monday to Friday as on Monday")))
        self.holidays.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        for row in self.days:
            row.set_theme(theme)
        self.holidays.set_theme(theme)


class _Span(QWidget):
    """From one time to another, and a button: the first adds hours, the others go."""

    def __init__(self, does: tuple[str, str], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.box = SpanBox(self)
        self.button = IconButton(*does, theme, self)
        self.hint = Hint(theme.muted)
        row = bare(QHBoxLayout(), 0)
        row.addWidget(self.box, 1)
        row.addWidget(self.button)
        both = column(self, 0)
        both.addLayout(row)
        both.addWidget(self.hint)

    def tell(self) -> None:
        """Say when it ends on another day."""
        self.hint.say(over_midnight(self.box.span))


class _DayRow(QWidget):
    """The hours of one day."""

    def __init__(self, day: str, week: WeekEditor) -> None:
        super().__init__(week)
        self._week, self._day = week, day
        self.open = CheckBox(week)
        self.spans: list[_Span] = []
        self.closed = PlainLabel(parent=self)
        for each in (self.open, self.closed):
            each.setMinimumHeight(self.fontMetrics().height() + _EDGES)
        theme = week.slot.bench.theme
        self._stack = bare(QVBoxLayout(self), 3)
        self._stack.addWidget(self.closed)
        self.open.clicked.connect(self._opened)
        self.set_theme(theme)

    @property
    def _at(self) -> int:
        return DAYS.index(self._day)

    def _opened(self, on: bool) -> None:
        before = week_of(self._week.hours)[self._at - 1] if self._at else ()
        self._week.set_day(self._at, (before or (_USUAL,)) if on else ())

    def _one_more(self) -> None:
        self._week.set_day(self._at, (*self._written(), "18:00-21:00"))

    def _written(self) -> tuple[str, ...]:
        return week_of(self._week.hours)[self._at]

    def _changed(self, at: int, span: str, typing: bool) -> None:
        box = self.spans[at].box
        emptied = not box.begins.time and not box.ends.time
        if span or emptied:
            spans = list(self._written())
            spans[at : at + 1] = [span] if span else []
            self._week.set_day(self._at, spans, typing=typing)

    def show_spans(self, spans: Sequence[str]) -> None:
        """Show these hours."""
        while len(self.spans) > len(spans):
            old = self.spans.pop()
            old.hide()
            old.deleteLater()
        while len(self.spans) < len(spans):
            self._add_span()
        for row, span in zip(self.spans, spans, strict=True):
            if row.box.span != span:
                row.box.show_span(span)
            row.tell()
        self.open.setChecked(bool(spans))
        self.closed.setVisible(not spans)
        if self.spans:
            self.spans[0].button.setEnabled(len(spans) < _MOST_SPANS)

    def _add_span(self) -> None:
        at, theme = len(self.spans), self._week.slot.bench.theme
        row = _Span(_LESS if at else _MORE, theme, self)
        row.box.changed.connect(lambda span, typing: self._changed(at, span, typing))
        row.box.left.connect(self._week.slot.end_typing)
        row.button.clicked.connect(lambda: self._drop(at) if at else self._one_more())
        row.box.name(translate(DAY_NAMES[self._day]))
        self.spans.append(row)
        self._stack.addWidget(row)

    def _drop(self, at: int) -> None:
        spans = self._written()
        self._week.set_day(self._at, (*spans[:at], *spans[at + 1 :]))

    def retranslate(self) -> None:
        """Speak the language in use."""
        day = translate(DAY_NAMES[self._day])
        self.open.setText(day)
        self.open.setAccessibleName(day)
        self.closed.setText(translate(N_("closed")))
        for row in self.spans:
            row.box.name(day)
            row.button.retranslate()
            row.tell()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.closed.set_colour(theme.muted)
        for row in self.spans:
            row.button.set_theme(theme)
            row.hint.colour(theme.muted)


class _Holidays(QWidget):
    """Dates on which the day is closed."""

    def __init__(self, theme: Theme, week: WeekEditor) -> None:
        super().__init__(week)
        self._week, self._theme = week, theme
        self.dates: tuple[str, ...] = ()
        self.title = PlainLabel(parent=self)
        self.date = DateBox(QDate.currentDate(), self)
        self.add = QPushButton(self)
        self._rows = bare(QVBoxLayout(), 2)
        box = column(self)
        box.addWidget(self.title)
        box.addLayout(self._rows)
        both = bare(QHBoxLayout(), SPACE)
        both.addWidget(self.date, 1)
        both.addWidget(self.add)
        box.addLayout(both)
        self.add.clicked.connect(self._add)
        self.set_theme(theme)

    def _add(self) -> None:
        date = self.date.date().toString(Qt.DateFormat.ISODate)
        self._week.set_holidays(sorted({*self.dates, date}))

    def show_dates(self, dates: Sequence[str]) -> None:
        """Show these dates."""
        if tuple(dates) == self.dates and self._rows.count() == len(self.dates):
            return
        self.dates = tuple(dates)
        while (item := self._rows.takeAt(0)) is not None:
            if (row := item.widget()) is not None:
                row.hide()
                row.deleteLater()
        for each in self.dates:
            self._rows.addWidget(self._row(each))

    def _row(self, date: str) -> QWidget:
        row = QWidget()
        box = bare(QHBoxLayout(row), SPACE)
        read = QDate.fromString(date, Qt.DateFormat.ISODate)
        spoken = QLocale(current_language()).toString(read, "ddd d MMMM yyyy")
        words = spoken if read.isValid() else date
        label = PlainLabel(words)
        away = IconButton("x", N_("Open on this date again"), self._theme)
        away.clicked.connect(
            lambda: self._week.set_holidays([each for each in self.dates if each != date])
        )
        box.addWidget(label, 1)
        box.addWidget(away)
        return row

    def retranslate(self) -> None:
        """Speak the language in use."""
        self.date.setLocale(QLocale(current_language()))
        dates, self.dates = self.dates, ()
        self.show_dates(dates)
        self.title.setText(translate(N_("Closed on these dates")))
        self.date.setAccessibleName(translate(N_("Date to close on")))
        self.add.setText(translate(N_("Add")))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.title.set_colour(theme.muted)
