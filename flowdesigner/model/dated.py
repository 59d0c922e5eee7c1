"""What holds for a time: when, who says so, and when that was last looked up."""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from msgspec import Struct


class Dated(Struct, frozen=True, kw_only=True):
    """Something that holds from one day to another."""

    source: str
    """Who says so."""
    valid_from: date
    """Since when; the first known day where the source names none."""
    checked_on: date
    """The last look at the source."""
    valid_to: date | None = None
    """The last day; nothing when no end is known."""

    def holds(self, day: date) -> bool:
        """Whether it holds on a day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


D = TypeVar("D", bound=Dated)


def in_force(entries: Iterable[D], day: date) -> D | None:
    """The entry that holds on a day."""
    return next((each for each in entries if each.holds(day)), None)


def known(entries: Iterable[D], day: date) -> D | None:
    """The entry that holds on a day; the earliest on the days before anything was written down."""
    first = min(entries, key=lambda each: each.valid_from)
    return first if day < first.valid_from else in_force(entries, day)
