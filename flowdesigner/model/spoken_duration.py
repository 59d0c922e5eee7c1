"""Lengths of time in words, apart from reading them: exported bots bring only that."""

from datetime import timedelta

from flowdesigner.model.duration import parse_duration
from flowdesigner.texts import ntranslate


def spoken_length(length: timedelta) -> str:
    """A length of time in words, in the largest unit that says it exactly."""
    seconds = int(length.total_seconds())
    if seconds and seconds % 86400 == 0:
        return ntranslate("{n} day", "{n} days", seconds // 86400)
    if seconds and seconds % 3600 == 0:
        return ntranslate("{n} hour", "{n} hours", seconds // 3600)
    if seconds and seconds % 60 == 0:
        return ntranslate("{n} minute", "{n} minutes", seconds // 60)
    return ntranslate("{n} second", "{n} seconds", seconds)


def spoken_duration(written: str) -> str:
    """A length of time that an author wrote, in words; as it is written when it is none."""
    length = parse_duration(written)
    return written if length is None else spoken_length(length)
