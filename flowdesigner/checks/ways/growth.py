"""What grows without end where blocks lead round: found in the graph instead of by going round.

A ring in which time goes by, and the customer never writes, may be gone through ever so often: its
silence has no end. So what an exit in it adds is at once taken to be without end, and the pass
need not come by a thousand times. This is exact: the most is the most on any way.
"""

from collections.abc import Generator, Sequence
from typing import Protocol

from flowdesigner.checks.ways.loops import rings_in_order
from flowdesigner.checks.ways.passages import Passages
from flowdesigner.model.passage import Counter, Passage
from flowdesigner.model.week import Span


class Edge(Protocol):
    """An exit: where it leads, and the number of its passage."""

    target: int
    passage: int


def grown(
    ring: list[int], inner: Sequence[Sequence[Edge]], known: Passages
) -> Generator[None, None, None]:
    """Let the passages within a ring grow as they do when it is gone through ever so often."""
    for name in ("elapsed", "codes", "silence", "unanswered", "in_a_row"):
        if not _adds(inner, name, known):
            continue
        if all(_kept(known.passage(e.passage), name) for some in inner for e in some):
            _grow(inner, name, known)
            continue
        for some in (yield from _rings_within(ring, inner, name, known)):
            if _adds(some, name, known):
                _grow(some, name, known)


def _kept(passage: Passage, name: str) -> Span | None:
    """What is added to a length of time or to a count, when it does not begin anew."""
    count = getattr(passage, name)
    return count.kept if isinstance(count, Counter) else count


def _adds(edges: Sequence[Sequence[Edge]], name: str, known: Passages) -> bool:
    kept = (_kept(known.passage(each.passage), name) for some in edges for each in some)
    return any(span is not None and span[1] > 0 for span in kept)


def _grow(edges: Sequence[Sequence[Edge]], name: str, known: Passages) -> None:
    for some in edges:
        for edge in some:
            edge.passage = known.endless(edge.passage, name)


def _rings_within(
    ring: list[int], inner: Sequence[Sequence[Edge]], name: str, known: Passages
) -> Generator[None, None, list[list[list[Edge]]]]:
    """The exits that still lead round when those where the count begins anew are left out."""
    number = {at: place for place, at in enumerate(ring)}
    going = [
        [each for each in some if _kept(known.passage(each.passage), name) is not None]
        for some in inner
    ]
    rings = yield from rings_in_order([[number[e.target] for e in some] for some in going])
    found = []
    for each in rings:
        here = set(each)
        found.append([[e for e in going[at] if number[e.target] in here] for at in each])
    return found
