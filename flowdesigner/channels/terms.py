"""What holds for a time and is no limit: laws, how a channel is billed, how it reviews."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from msgspec import json

from flowdesigner.model.dated import Dated, in_force

_FILE = Path(__file__).resolve().with_name("terms.json")


class Term(Dated, frozen=True, kw_only=True):
    """A rule that others make, in the words or the number that tell one from the next."""

    value: str | int


@cache
def terms() -> Mapping[str, tuple[Term, ...]]:
    """All of them, each with its times."""
    return json.decode(_FILE.read_bytes(), type=dict[str, tuple[Term, ...]])


def term(name: str, day: date) -> Term | None:
    """What holds on a day; nothing when it does not hold yet, or not any more."""
    return in_force(terms()[name], day)
