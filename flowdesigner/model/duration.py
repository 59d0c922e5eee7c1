"""Lengths of time as authors write them: `30s 10m 24h 3d`."""

import re
from datetime import UTC, datetime, timedelta

_DURATION = re.compile(r"(\d{1,9})(s|m|h|d)")
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


def parse_duration(written: str) -> timedelta | None:
    """The length of time, or nothing when it is not written so."""
    match = _DURATION.fullmatch(written.strip())
    return timedelta(seconds=int(match[1]) * _SECONDS[match[2]]) if match else None


def write_duration(length: timedelta) -> str:
    """A length of time in the largest unit that says it exactly."""
    seconds = int(length.total_seconds())
    for unit in ("d", "h", "m"):
        if seconds and seconds % _SECONDS[unit] == 0:
            return f"{seconds // _SECONDS[unit]}{unit}"
    return f"{seconds}s"


def after(moment: datetime, length: timedelta) -> datetime | None:
    """A moment so much later by any clock, if the calendar goes that far."""
    try:
        return (moment.astimezone(UTC) + length).astimezone(moment.tzinfo)
    except OverflowError:
        return None
