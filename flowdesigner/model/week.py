"""The times of a week at which something may be, as bits: one for each quarter of an hour.

The first quarter begins on Monday at midnight, by the clock of whoever the hours are meant for.
"""

import math
from collections.abc import Iterable
from datetime import date, time, timedelta
from functools import cache

from flowdesigner.model.hours import DAYS, HOLIDAYS, Hours, Week, ranges_on, week_of

QUARTER = 15 * 60
"""Seconds."""
QUARTERS_A_DAY = 96
_QUARTERS = 7 * QUARTERS_A_DAY
WEEK = _QUARTERS * QUARTER
"""Seconds."""

Times = int
"""A set of quarters of an hour of the week."""

ANY_TIME: Times = (1 << _QUARTERS) - 1

Span = tuple[float, float]
"""The least and the most something can be."""

_MONDAY = date(2026, 11, 23)
_FAR = timedelta(weeks=50 * 52)
"""So far back there are no holidays."""
_DAYS_SEEN = 60


def _quarters(first: int, last: int) -> Times:
    """From one quarter to another, which is left out; over the end of the week."""
    return _wrapped(((1 << (last - first)) - 1) << first) if last > first else 0


def _wrapped(times: int) -> Times:
    over = 0
    while times:
        over |= times & ANY_TIME
        times >>= _QUARTERS
    return over


def _quarter(at: time) -> int:
    return (at.hour * 60 + at.minute) // 15


def times_at(at: time, days: Iterable[int] = range(7)) -> Times:
    """The quarter of an hour in which a time of day lies, on some days, Monday being 0."""
    times = 0
    for day in days:
        times |= 1 << (day * QUARTERS_A_DAY + _quarter(at))
    return times


def times_between(
    start: time, end: time, days: Iterable[int] = range(7), *, wholly: bool = False
) -> Times:
    """From one time of day to another, over midnight when that is not later.

    Quarters of which only a part lies between count unless they have to do so wholly.
    """
    begins, ends = start.hour * 60 + start.minute, end.hour * 60 + end.minute
    ends += 0 if ends > begins else 1440
    first, last = (-(-begins // 15), ends // 15) if wholly else (begins // 15, -(-ends // 15))
    times = 0
    for day in days:
        times |= _quarters(day * QUARTERS_A_DAY + first, day * QUARTERS_A_DAY + last)
    return times


def times_open(hours: Hours) -> Times:
    """The times of a week at which hours may be open."""
    return _times_open(week_of(hours), wholly=False)


def times_closed(hours: Hours) -> Times:
    """The times of a week at which hours may be closed; a holiday may be on any day."""
    if hours.get(HOLIDAYS):
        return ANY_TIME
    return ANY_TIME & ~_times_open(week_of(hours), wholly=True)


@cache
def _times_open(week: Week, *, wholly: bool) -> Times:
    times = 0
    for day in range(7):
        for start, end in ranges_on(_hours(week), _MONDAY + timedelta(days=day)):
            times |= times_between(start, end, (day,), wholly=wholly)
    return times


def _hours(week: Week, holidays: tuple[str, ...] = ()) -> Hours:
    return {**dict(zip(DAYS, week, strict=True)), HOLIDAYS: holidays}


def later(times: Times, span: Span) -> Times:
    """What the times become after a while, of which the least and the most are known."""
    least, most = span
    if most <= 0:
        return times
    if most - least >= WEEK:
        return ANY_TIME if times else 0
    first, last = int(least // QUARTER), math.ceil(most / QUARTER)
    spread, width = times, 1
    wanted = last - first + 1
    while width < wanted:
        step = min(width, wanted - width)
        spread |= spread << step
        width += step
    return _wrapped(spread << (first % _QUARTERS))


# ------------------------------------------------------------------- how long hours are closed


def longest_closed(hours: Hours) -> float:
    """The most seconds in a row at which hours are closed; for ever when they never open."""
    holidays = hours.get(HOLIDAYS, ())
    known = (holidays,) if isinstance(holidays, str) else tuple(holidays)
    return _longest_closed(week_of(hours), tuple(sorted(known)))


@cache
def _longest_closed(week: Week, holidays: tuple[str, ...]) -> float:
    """In any week, and around the holidays."""
    hours = _hours(week, holidays)
    begins = [_MONDAY - _FAR, *(day - timedelta(days=_DAYS_SEEN // 4) for day in _dates(holidays))]
    return max(_gap(hours, day) for day in begins)


def _dates(written: Iterable[str]) -> list[date]:
    found = []
    for each in written:
        try:
            found.append(date.fromisoformat(each))
        except ValueError:
            continue
    return found


def _gap(hours: Hours, first: date) -> float:
    """The longest closed time among the days that follow one."""
    closed, longest, opened = 0, 0, False
    minutes: list[tuple[int, int]] = []
    for day in range(_DAYS_SEEN):
        for start, end in ranges_on(hours, first + timedelta(days=day)):
            begins = day * 1440 + start.hour * 60 + start.minute
            ends = day * 1440 + end.hour * 60 + end.minute
            minutes.append((begins, ends if ends > begins else ends + 1440))
    for begins, ends in sorted(minutes):
        if opened:
            longest = max(longest, begins - closed)
        closed, opened = max(closed, ends), True
    return longest * 60 if len(minutes) > 1 else math.inf
