"""How often a customer comes to each block: the flows as an absorbing Markov chain.

A flow that is called is worked out once for each way it can be come to and put in for the call.
Retries are states of their block. A loop goes round at most `MOST_ROUNDS` times, so that one
that never ends has an end here.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from msgspec import Struct

from flowdesigner.blocks.end import End
from flowdesigner.blocks.subflow import Subflow
from flowdesigner.costs.shares import Shares
from flowdesigner.costs.window import Window, after
from flowdesigner.model.project import Project

MOST_ROUNDS = 50
"""How often nobody goes round a loop again."""
_NOBODY = 1e-9


class Place(NamedTuple):
    """A block of a flow, come to while WhatsApp's window stands so."""

    flow: str
    block: str
    window: Window


class Passed(Struct, frozen=True):
    """What becomes of one customer who begins a flow."""

    visits: Mapping[Place, float]
    """How often each block is come to, those of called flows too."""
    ends: Mapping[tuple[str, Window], float]
    """By outcome, and by how the window stands then, how many of one come out."""
    going_round: float
    """How many of one still went round when they were let go."""


_Way = tuple[Place, float]


class Chain:
    """The flows of a project, gone through by what is known of the ways customers take."""

    def __init__(self, project: Project, shares: Shares) -> None:
        self._project, self.shares = project, shares
        self._known: dict[tuple[str, Window], Passed] = {}
        self._within: set[tuple[str, Window]] = set()

    def passed(self, flow: str, window: Window) -> Passed:
        """What becomes of a customer who begins a flow while the window stands so."""
        key = (flow, window)
        if key not in self._known:
            if key in self._within:  # it calls itself; the checks say so
                return Passed({}, {("done", window): 1.0}, 0.0)
            self._within.add(key)
            self._known[key] = self._work_out(flow, window)
            self._within.discard(key)
        return self._known[key]

    def _work_out(self, flow: str, window: Window) -> Passed:
        found = self._project.flows.get(flow)
        if found is None or found.first not in found.blocks:
            return Passed({}, {}, 0.0)
        start = Place(flow, str(found.first), window)
        ways = _Ways(self._ways)
        visits, left = _gone_through(start, ways)
        inner, ends = dict(visits), dict[tuple[str, Window], float]()
        for place, often in visits.items():
            block = found.blocks[place.block]
            if isinstance(block, End):
                key = (block.outcome or "done", place.window)
                ends[key] = ends.get(key, 0.0) + often
            elif isinstance(block, Subflow) and block.flow:
                called = self.passed(block.flow, place.window)
                left += often * called.going_round
                for at, more in called.visits.items():
                    inner[at] = inner.get(at, 0.0) + often * more
        return Passed(inner, ends, left)

    def _ways(self, place: Place) -> Iterator[_Way]:
        """Where a block leads, and how often."""
        blocks = self._project.flows[place.flow].blocks
        for exit, window, share in self.leaving(place):
            target = blocks[place.block].target(exit)
            if target in blocks and share > 0:
                yield Place(place.flow, str(target), window), share

    def leaving(self, place: Place) -> Iterator[tuple[str, Window, float]]:
        """The exits by which a block is left, how the window stands then, and how often."""
        block = self._project.flows[place.flow].blocks[place.block]
        if isinstance(block, Subflow) and block.flow:
            for (outcome, window), share in self.passed(block.flow, place.window).ends.items():
                yield outcome, window, share
            return
        ways = block.ways_out(self._project.outcomes)
        for exit, share in self.shares.of(place.flow, place.block, block, ways).items():
            passage = block.passage(exit, self._project.settings)
            yield exit, after(place.window, passage), share


class _Ways:
    """The ways on from each place, looked up once."""

    def __init__(self, look_up: Callable[[Place], Iterator[_Way]]) -> None:
        self._look_up = look_up
        self._known: dict[Place, tuple[_Way, ...]] = {}

    def __call__(self, place: Place) -> tuple[_Way, ...]:
        if place not in self._known:
            self._known[place] = tuple(self._look_up(place))
        return self._known[place]


def _gone_through(start: Place, ways: _Ways) -> tuple[Mapping[Place, float], float]:
    """How often each place is come to; and how many still go round in the end.

    In an order in which only loops lead back, one round is enough for all that is no loop.
    """
    order = _forwards(start, ways)
    number = {place: at for at, place in enumerate(order)}
    onwards = [[(number[to], share) for to, share in ways(place)] for place in order]
    visits, coming = [0.0] * len(order), [0.0] * len(order)
    coming[number[start]] = 1.0
    for _round in range(MOST_ROUNDS):
        for at, leads in enumerate(onwards):
            often = coming[at]
            if often:
                coming[at] = 0.0
                visits[at] += often
                for to, share in leads:
                    coming[to] += often * share
        if sum(coming) <= _NOBODY:
            break
    return dict(zip(order, visits, strict=True)), sum(coming)


def _forwards(start: Place, ways: _Ways) -> list[Place]:
    """All that can be come to, so that what leads on comes before what it leads to."""
    order, seen = list[Place](), {start}
    waiting = [(start, iter(ways(start)))]
    while waiting:
        place, further = waiting[-1]
        target = next((each for each, _share in further if each not in seen), None)
        if target is None:
            order.append(place)
            waiting.pop()
        else:
            seen.add(target)
            waiting.append((target, iter(ways(target))))
    order.reverse()
    return order
