"""What grows without end where blocks lead round: found in the graph instead of by going round.

A ring in which time goes by, and the customer never writes, may be gone through ever so often: its
silence has no end. So what an exit in it adds is at once taken to be without end, and the pass
need not come by a thousand times. This is exact: the most is the most on any way.
"""

from collections.abc import Generator, Sequence
from typing import Protocol

from flowdesigner.checks.ways.loops import PAUSE_EVERY, rings_in_order
from flowdesigner.checks.ways.passages import Passages
from flowdesigner.model.passage import Counter, Passage
from flowdesigner.model.week import Span


class Edge(Protocol):
    """An exit: where it leads, and the number of its passage."""

    target: int
    passage: int


Edges = Sequence[Sequence[Edge]]
"""The exits of some blocks, block by block."""


def grown(ring: Sequence[int], inner: Edges, known: Passages) -> Generator[None, None, None]:
    """Let the passages within a ring grow as they do when it is gone through ever so often."""
    yield from _let_grow(inner, ("elapsed", "codes"), known)
    silent = yield from _rings_within(ring, inner, "silence", known)
    for some, edges in silent:
        yield from _let_grow(edges, ("silence", "unanswered"), known)
        for _less, closely in (yield from _rings_within(some, edges, "in_a_row", known)):
            yield from _let_grow(closely, ("in_a_row",), known)


def _kept(passage: Passage, name: str) -> Span | None:
    """What is added to a length of time or to a count, when it does not begin anew."""
    count = getattr(passage, name)
    return count.kept if isinstance(count, Counter) else count


def _let_grow(edges: Edges, names: tuple[str, ...], known: Passages) -> Generator[None, None, None]:
    """What any of the exits adds to has no end after any of them."""
    numbers = {each.passage for some in edges for each in some}
    grow = dict(zip(numbers, numbers, strict=True))
    for name in names:
        spans = [_kept(known.passage(each), name) for each in numbers]
        if any(span is not None and span[1] > 0 for span in spans):
            grow = {number: known.endless(after, name) for number, after in grow.items()}
            yield
    if any(number != after for number, after in grow.items()):
        for at, some in enumerate(edges):
            for each in some:
                each.passage = grow[each.passage]
            if at % PAUSE_EVERY == 0:
                yield


def _rings_within(
    ring: Sequence[int], inner: Edges, name: str, known: Passages
) -> Generator[None, None, list[tuple[list[int], list[list[Edge]]]]]:
    """The rings that are left without the exits after which a count begins anew."""
    numbers = {each.passage for some in inner for each in some}
    staying = {each for each in numbers if _kept(known.passage(each), name) is not None}
    place = {block: at for at, block in enumerate(ring)}
    going: list[list[Edge]] = []
    leads: list[list[int]] = []
    for some in inner:
        going.append([each for each in some if each.passage in staying])
        leads.append([place[each.target] for each in going[-1]])
        if len(leads) % PAUSE_EVERY == 0:
            yield
    found, seen = [], 0
    for each in (yield from rings_in_order(leads)):
        here, edges = set(each), []
        for at in each:
            edges.append([e for e in going[at] if place[e.target] in here])
            seen += 1
            if seen % PAUSE_EVERY == 0:
                yield
        if any(edges):
            found.append(([ring[at] for at in each], edges))
    return found
