"""Going through one flow: what has become of a conversation when it comes to each block."""

from collections.abc import Generator, Iterator, Mapping, Sequence
from heapq import heappop, heappush

from msgspec import Struct
from msgspec.structs import replace

from flowdesigner.checks.node import Edges, Node, leads
from flowdesigner.checks.ways.begin import Sets
from flowdesigner.checks.ways.bits import Bits, bits_of, mask
from flowdesigner.checks.ways.growth import grown
from flowdesigner.checks.ways.loops import rings_in_order
from flowdesigner.checks.ways.passages import Passages
from flowdesigner.model.passage import NONE, ONE, UNCHANGED, Passage, known, silent

PAUSE_EVERY = 500
"""How many exits are gone through before others get a turn."""

Ends = Mapping[str, Passage]
"""For each outcome by which a flow can end, what has become of a conversation since it began."""
Called = Mapping[str, Ends]
"""What the flows that a flow calls do."""
WAITING = ""
"""Among the ends of a flow: where it waits, since an event may end what called it."""


class Ways(Struct, frozen=True, eq=False):
    """What may have become of a conversation since the flow began, when it comes to a block.

    Blocks that are never come to are missing.
    """

    passages: Mapping[str, Passage]
    sure: Mapping[str, int]
    """The variables that have a value on every way, as bits."""
    possible: Mapping[str, int]
    """Those that have one on some way."""
    bits: Bits
    ends: Ends
    edges: Edges
    """Per block the exits by which it can be left, and where they lead."""


NO_WAYS = Ways({}, {}, {}, {}, {}, {})


class Question(Struct, frozen=True):
    """All that the ways through a flow depend on."""

    first: str | None
    nodes: Mapping[str, Node]
    begun_with: Sets
    called: Called
    left_on: tuple[str, ...] = ()
    """The outcomes by which an event may end the flow from wherever it waits."""
    may_be_left: bool = False
    """Whether an event may end this flow, or one that calls it, from wherever it waits."""


class _Edge(Struct):
    target: int
    passage: int
    made: int
    kept: int


def solve(asked: Question) -> Generator[None, None, Ways]:
    """Go through a flow, the blocks before those they lead to; pauses on the way."""
    edges = yield from _edges(asked.nodes)
    if asked.first not in asked.nodes:
        return Ways({}, {}, {}, {}, {}, edges)
    bits = yield from bits_of(asked.nodes.values())
    work = _Work(asked, edges, bits)
    yield from work.number()
    rings = yield from rings_in_order(work.targets)
    for ring in rings:
        yield from work.go_through(ring)
    return (yield from work.ways())


def _edges(nodes: Mapping[str, Node]) -> Generator[None, None, Edges]:
    edges = {}
    for id, node in nodes.items():
        edges[id] = tuple(leads(node, nodes))
        if len(edges) % PAUSE_EVERY == 0:
            yield
    return edges


class _Work:
    """The blocks of a flow by number, and what is known when each is come to."""

    def __init__(self, asked: Question, leads: Edges, bits: Bits) -> None:
        self.asked, self.leads, self.bits = asked, leads, bits
        self.names: list[str] = [str(asked.first)]
        self.edges: list[list[_Edge]] = []
        self.targets: list[list[int]] = []
        self.known = Passages()
        sure, possible = asked.begun_with
        self.sure: list[int] = [mask(sure, self.bits)]
        self.possible: list[int] = [mask(possible, self.bits)]
        self.at: list[int] = [self.known.number(UNCHANGED)]
        self.gone = 0

    def number(self) -> Generator[None, None, None]:
        """Give the blocks that can be come to their numbers, and look up how each is left."""
        numbers = {self.names[0]: 0}
        masks: dict[frozenset[str], int] = {frozenset(): 0}
        for at, id in enumerate(self.names):
            node = self.asked.nodes[id]
            kept = ~mask(node.clears, self.bits) if node.clears else -1
            edges = []
            for exit, target in self.leads[id]:
                passage = passage_of(node, exit, self.asked.called)
                if passage is None:
                    continue
                if target not in numbers:
                    numbers[target] = len(self.names)
                    self.names.append(target)
                    self._nothing_known()
                names = node.sets[exit]
                if names not in masks:
                    masks[names] = mask(names, self.bits)
                number = self.known.number_of(passage)
                edges.append(_Edge(numbers[target], number, masks[names], kept))
            self.edges.append(edges)
            self.targets.append([edge.target for edge in edges])
            if at % PAUSE_EVERY == 0:
                yield

    def _nothing_known(self) -> None:
        self.at.append(-1)
        self.sure.append(-1)
        self.possible.append(0)

    def go_through(self, ring: list[int]) -> Generator[None, None, None]:
        """Find out what is so in blocks that lead round to one another, then go on from there."""
        here = set(ring)
        if len(ring) > 1 or any(edge.target in here for edge in self.edges[ring[0]]):
            inner: dict[int, list[_Edge]] = {}
            for at in ring:
                inner[at] = [edge for edge in self.edges[at] if edge.target in here]
                if self._counted(len(inner[at])):
                    yield
            yield from grown(ring, tuple(inner.values()), self.known)
            yield from self._settle(ring, inner)
        for at in ring:
            for edge in self.edges[at]:
                if edge.target not in here:
                    self._goes(at, edge)
            if self._counted(len(self.edges[at])):
                yield

    def _counted(self, more: int) -> bool:
        """Whether so much was done that it is time for a pause."""
        self.gone += more
        if self.gone < PAUSE_EVERY:
            return False
        self.gone = 0
        return True

    def _settle(
        self, ring: list[int], inner: Mapping[int, Sequence[_Edge]]
    ) -> Generator[None, None, None]:
        rank = {at: number for number, at in enumerate(ring)}
        waiting = [rank[at] for at in ring if self.at[at] >= 0]
        queued = set(waiting)
        while waiting:
            number = heappop(waiting)
            queued.discard(number)
            at = ring[number]
            for edge in inner[at]:
                if self._goes(at, edge) and rank[edge.target] not in queued:
                    queued.add(rank[edge.target])
                    heappush(waiting, rank[edge.target])
            if self._counted(len(inner[at])):
                yield

    def _goes(self, at: int, edge: _Edge) -> bool:
        """What is so at a block, where an exit leads; whether that is anything new there."""
        there = edge.target
        sure = self.sure[there] & ((self.sure[at] & edge.kept) | edge.made)
        possible = self.possible[there] | (self.possible[at] & edge.kept) | edge.made
        before = self.at[there]
        passage = self.known.then(self.at[at], edge.passage)
        if before >= 0 and passage != before:
            passage = self.known.joined(before, passage)
        if passage == before and sure == self.sure[there] and possible == self.possible[there]:
            return False
        self.at[there], self.sure[there], self.possible[there] = passage, sure, possible
        return True

    def ways(self) -> Generator[None, None, Ways]:
        """What was found out, by the blocks' ids."""
        passages = dict(zip(self.names, map(self.known.passage, self.at), strict=True))
        yield
        sure = dict(zip(self.names, self.sure, strict=True))
        yield
        possible = dict(zip(self.names, self.possible, strict=True))
        yield
        ends = yield from self._ends()
        return Ways(passages, sure, possible, self.bits, ends, self.leads)

    def _ends(self) -> Generator[None, None, Ends]:
        """How the flow ends: in its last blocks, or by an event wherever it waits."""
        ends: dict[str, int] = {}
        for at, id in enumerate(self.names):
            node = self.asked.nodes[id]
            if node.outcome is not None:
                self._also(ends, node.outcome, self.at[at])
            for waited in waits_of(node, self.asked.called) if self.asked.may_be_left else ():
                passage = self.known.then(self.at[at], self.known.number_of(waited))
                for outcome in (WAITING, *self.asked.left_on):
                    self._also(ends, outcome, passage)
            if at % PAUSE_EVERY == 0:
                yield
        return {outcome: self.known.passage(number) for outcome, number in ends.items()}

    def _also(self, ends: dict[str, int], outcome: str, passage: int) -> None:
        known = outcome in ends
        ends[outcome] = self.known.joined(ends[outcome], passage) if known else passage


def passage_of(node: Node, exit: str, called: Called) -> Passage | None:
    """What becomes of a conversation from one block to the next; nothing when it never gets there.

    A flow of which nothing is known, such as one that does not exist, is taken to do nothing.
    """
    passage = node.passages[exit]
    if not node.calls:
        return passage
    for call in node.calls:
        if call.flow in called:
            ended = called[call.flow].get(exit)
            return None if ended is None else passage.then(ended)
    return passage


def waits_of(node: Node, called: Called) -> Iterator[Passage]:
    """What has become of a conversation while a block waits, or a flow that it calls."""
    if node.waits and node.passages:
        passage = UNCHANGED
        for each in node.passages.values():
            passage = passage.joined(each)
        if node.sends is not None:
            # What it asks, or asks again, has been said and not been answered.
            passage = passage.joined(passage.then(silent(NONE, ONE)))
        yield replace(passage, agent=known("yes")) if node.hands_over else passage
    for call in node.calls:
        if WAITING in called.get(call.flow, {}):
            yield called[call.flow][WAITING]
