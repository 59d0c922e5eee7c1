"""The order of a flow cut into stretches, so that a long one is opened part by part; no Qt."""

from collections.abc import Iterator, Sequence
from itertools import compress, count
from operator import ne
from typing import Generic, TypeVar

T = TypeVar("T")

LONGEST = 200
"""A flow of more blocks than this is cut."""
USUAL = 50
"""So many blocks a stretch has when it is cut."""


class Stretch:
    """Some blocks that follow each other in the outline, under a heading or under none."""

    def __init__(self, number: int, ids: Sequence[str], *, loose: bool) -> None:
        self.number = number
        self.ids = list(ids)
        self.loose = loose
        """Whether nothing leads to them."""


class Difference(Generic[T]):
    """What to take out of a sequence, and what to put in there, to make another one of it."""

    def __init__(self, before: Sequence[T], after: Sequence[T]) -> None:
        most = min(len(before), len(after))
        start = next(compress(count(), map(ne, before, after)), most)
        most -= start
        end = next(compress(count(), map(ne, reversed(before), reversed(after))), most)
        end = min(end, most)
        self.at = start
        self.gone = before[start : len(before) - end]
        self.new = after[start : len(after) - end]

    def __len__(self) -> int:
        return len(self.gone) + len(self.new)


def cut(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """One stretch of a short sequence, several of a long one."""
    step = len(ids) if len(ids) <= LONGEST else USUAL
    yield from (ids[at : at + step] for at in range(0, len(ids), max(step, 1)))
