"""Lengths of time as authors write them: `30s 10m 24h 3d`."""

import re
from bisect import bisect_left
from datetime import UTC, date, datetime, time, timedelta

_DURATION = re.compile(r"(\d{1,9})(s|m|h|d)")
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


def parse_duration(written: str) -> timedelta | None:
    """The length of time, or nothing when it is not written so."""
    match = _DURATION.fullmatch(written.strip())
    return timedelta(seconds=int(match[1]) * _SECONDS[match[2]]) if match else None


def seconds(written: str | None) -> float | None:
    """The length of time in seconds, or nothing when there is none."""
    length = parse_duration(written or "")
    return length.total_seconds() if length is not None else None


def write_duration(length: timedelta) -> str:
    """A length of time in the largest unit that says it exactly."""
    seconds = int(length.total_seconds())
    for unit in ("d", "h", "m"):
        if seconds and seconds % _SECONDS[unit] == 0:
            return f"{seconds // _SECONDS[unit]}{unit}"
    return f"{seconds}s"


def later(one: datetime, other: datetime) -> datetime:
    """The later of two moments by any clock; on a wall clock an hour may come twice."""
    return one if one.timestamp() >= other.timestamp() else other


def on_the_wall(day: date, time: time, like: datetime) -> tuple[datetime, datetime]:
    """When the clock of a zone shows a time on a day: twice the same but where an hour comes twice.

    A time that a day leaves out is taken as so much after the change.
    """
    first = datetime.combine(day, time, like.tzinfo)
    shown = (first, first.replace(fold=1))
    early, late = (each.astimezone(UTC).astimezone(like.tzinfo) for each in shown)
    return early, late


def clock_change(day: date, like: datetime) -> datetime | None:
    """The moment of a day from which the clocks of a zone are changed, if they are."""
    begins, ends = (
        datetime.combine(day + timedelta(days=each), time(), like.tzinfo).astimezone(UTC)
        for each in (0, 1)
    )
    minutes = range(int((ends - begins).total_seconds()) // 60 + 1)

    def clock(minute: int) -> datetime:
        return (begins + timedelta(minutes=minute)).astimezone(like.tzinfo)

    offset = clock(0).utcoffset()
    at = bisect_left(minutes, True, key=lambda minute: clock(minute).utcoffset() != offset)
    return clock(at) if at < len(minutes) else None


FIRST_YEAR, LAST_YEAR = 1900, 2999
"""The years in which conversations may be; the calendar itself has an end, and zones fail there."""


def after(moment: datetime, length: timedelta) -> datetime | None:
    """A moment so much later by any clock, if the calendar goes that far."""
    try:
        then = (moment.astimezone(UTC) + length).astimezone(moment.tzinfo)
    except OverflowError:
        return None
    return then if then.year <= LAST_YEAR else None
