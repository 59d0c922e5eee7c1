"""The clock of the platform, and opening hours, as FLOIP expressions.

The evaluator reads `a * b + c` as `a * (b + c)`, so what is added is added by `sum`.
"""

from collections.abc import Iterator

from flowdesigner.formats.floip.expressions import both, either, text, whole
from flowdesigner.model.hours import HOLIDAYS, Hours, parse_range, week_of

TODAY = 'concatenate(year(now()), "-", right(concatenate("0", month(now())), 2), "-", ' \
    'right(concatenate("0", day(now())), 2))'  # fmt: skip
TIME = 'concatenate(right(concatenate("0", hour(now())), 2), ":", ' \
    'right(concatenate("0", minute(now())), 2))'  # fmt: skip

_DAY = 24 * 60
_WEEK = 7 * _DAY
_MINUTE = f"sum(weekday(now()) * {_DAY}, hour(now()) * 60, minute(now()))"
"""The minutes since the week began, and a day more, since Monday is 1."""

Span = tuple[int, int]
"""Minutes of a week from its first Monday at 0, the end excluded."""


def is_open(hours: Hours) -> str:
    """Whether it is open now; a holiday is closed from midnight to midnight."""
    within = [
        both(f"{_MINUTE} >= {start + _DAY}", f"{_MINUTE} < {end + _DAY}")
        for start, end in _spans(hours)
    ]
    holidays = [f"{TODAY} = {text(day)}" for day in hours.get(HOLIDAYS, ())]
    there = either(*within) if within else "false"
    return f"if({either(*holidays)}, false, {there})" if holidays else there


def opens_at(hours: Hours) -> str:
    """The time at which it is open next, now when it is open; holidays are not looked at."""
    spans = _spans(hours)
    if not spans:
        return whole('""')
    next_one = text(_time(spans[0][0]))
    for start, _end in reversed(spans):
        next_one = f"if({_MINUTE} < {start + _DAY}, {text(_time(start))}, {next_one})"
    return whole(f"if({is_open(hours)}, {TIME}, {next_one})")


def _time(minute: int) -> str:
    return f"{minute % _DAY // 60:02}:{minute % 60:02}"


def _spans(hours: Hours) -> list[Span]:
    """When it is open in a week, in order, what touches or overlaps as one."""
    found: list[Span] = []
    for start, end in sorted(_ranges(hours)):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _ranges(hours: Hours) -> Iterator[Span]:
    for number, ranges in enumerate(week_of(hours)):
        for each in ranges:
            if (parsed := parse_range(each)) is None:
                continue
            start, end = (number * _DAY + time.hour * 60 + time.minute for time in parsed)
            if end <= start:
                end += _DAY
            yield start, min(end, _WEEK)
            if end > _WEEK:
                yield 0, end - _WEEK
