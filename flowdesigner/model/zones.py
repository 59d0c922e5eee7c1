"""Time zones by name; a name nobody knows means Jakarta."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

DEFAULT_ZONE = "Asia/Jakarta"


def zone(*names: object) -> ZoneInfo:
    """The first of the names that is a time zone, else Jakarta's."""
    for name in names:
        if isinstance(name, str) and name:
            try:
                return ZoneInfo(name)
            except (ZoneInfoNotFoundError, ValueError, OSError):
                continue
    return ZoneInfo(DEFAULT_ZONE)
