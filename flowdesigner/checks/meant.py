"""What an author most likely meant who wrote a time, hours, a zone or a length of time in words."""

import re
from zoneinfo import available_timezones

_UNITS = {
    "s": ("s", "sec", "second", "seconds", "detik", "dtk"),
    "m": ("m", "min", "minute", "minutes", "menit", "mnt"),
    "h": ("h", "hr", "hour", "hours", "jam", "j"),
    "d": ("d", "day", "days", "hari"),
}
_CLOCK = re.compile(r"(?:at|jam|pukul)?\s*(\d{1,2})(?:\s*[.:h]\s*(\d{2}))?\s*(am|pm)?")
_BETWEEN = re.compile(r"\s*(?:-|\u2013|\u2014|to|until|sampai|hingga|s/d|sd)\s*")
_ZONES = {"wib": "Asia/Jakarta", "wita": "Asia/Makassar", "wit": "Asia/Jayapura"}
_NOON = 12


def meant_duration(written: str) -> str | None:
    """A length of time, such as `30m` for “30 menit”."""
    match = re.fullmatch(r"\s*(\d{1,9})\s*([a-zA-Z]+)\.?\s*", written)
    if match is None:
        return None
    unit = next((unit for unit, words in _UNITS.items() if match[2].lower() in words), None)
    return f"{match[1]}{unit}" if unit else None


def meant_time(written: str) -> str | None:
    """A time of day, such as `18:00` for “6 pm” and `09:30` for “9.30”."""
    match = _CLOCK.fullmatch(written.strip().lower())
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    if match[3]:
        hour = hour % _NOON + (_NOON if match[3] == "pm" else 0)
    return f"{hour:02}:{minute:02}" if hour < 2 * _NOON and minute < 60 else None


def meant_span(written: str) -> str | None:
    """Hours, such as `08:00-17:00` for “8 to 17”."""
    ends = _BETWEEN.split(written.strip().lower())
    if len(ends) != 2:
        return None
    first, last = map(meant_time, ends)
    return f"{first}-{last}" if first and last else None


def meant_zone(written: str) -> str | None:
    """A time zone, such as `Asia/Jakarta` for “Jakarta” and for “WIB”."""
    plain = written.strip().lower().replace(" ", "_")
    if plain in _ZONES:
        return _ZONES[plain]
    named = (each for each in sorted(available_timezones()) if "/" in each)
    return next((each for each in named if each.lower().rpartition("/")[2] == plain), None)
