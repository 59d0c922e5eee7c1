"""In which order a customer meets the blocks of a flow; no Qt."""

from collections.abc import Mapping
from enum import Enum, auto
from functools import cached_property
from itertools import compress, count, filterfalse, islice
from operator import is_not

from msgspec import Struct

from flowdesigner.model.block import Block, Outcomes
from flowdesigner.model.flow import Flow

MARKED = 500
"""So many blocks lie at least between places where a walk can be taken up again."""


class Way(Enum):
    """Where an exit leads, seen from its line."""

    ON = auto()
    """To a block that is told because of it."""
    BACK = auto()
    """To a block that was told before."""
    AHEAD = auto()
    """To a block that is told further below, because of another exit."""
    NOWHERE = auto()
    """It should lead somewhere, and does not yet."""
    OPTIONAL = auto()
    """It need not lead anywhere."""


class Order(Struct, frozen=True, dict=True):
    """The blocks of a flow as the conversation comes to them."""

    came_from: Mapping[str, str]
    """The blocks that can be come to, in order, each with the one it is first come to from."""
    loose: tuple[str, ...]
    """The others, as the file has them."""

    @cached_property
    def reached(self) -> tuple[str, ...]:
        """The blocks that can be come to, in order."""
        return tuple(self.came_from)

    @cached_property
    def position(self) -> Mapping[str, int]:
        """The number of every block, in order."""
        return {id: at for at, id in enumerate((*self.reached, *self.loose))}

    def way(self, block: str, target: str) -> Way:
        """How it goes on from a block to another one."""
        here, there = self.position.get(block), self.position.get(target)
        if here is None or there is None:
            return Way.NOWHERE
        if there <= here:
            return Way.BACK
        follows = there == here + 1 or self.came_from.get(target) == block
        return Way.ON if follows else Way.AHEAD


class Mark(Struct, frozen=True):
    """How far a walk had come: so many blocks were met, and these were still to be gone to."""

    met: int
    waiting: tuple[tuple[str, str], ...]


class Reader:
    """Walks through flows, and goes on from where an edit can have changed something."""

    def __init__(self) -> None:
        self._read: dict[str, Block] = {}
        self._ways: dict[str, tuple[str, ...]] = {}
        """Where a block leads, from its last exit to its first; no block twice."""
        self._first: str | None = None
        self._came_from: dict[str, str] = {}
        self._missed: dict[str, int] = {}
        """What was led to and was not there, and how many blocks were met before."""
        self._marks: list[Mark] = []

    def read(self, flow: Flow, outcomes: Outcomes) -> Order:
        """Each exit to its end before the next one, from top to bottom."""
        others = self._look_at_new(flow.blocks, outcomes)
        self._go_back(flow.first, others)
        self._go_on()
        came_from = self._came_from
        return Order(came_from, tuple(filterfalse(came_from.__contains__, flow.blocks)))

    def _go_back(self, first: str | None, others: set[str]) -> None:
        """Forget what was met after the first of the blocks that lead elsewhere now."""
        same = first == self._first
        met, missed = self._came_from, self._missed
        changed = next(compress(count(), map(others.__contains__, met)), len(met))
        most = min((missed[id] for id in others if id in missed), default=changed)
        most = min(most, changed) if same else 0
        self._marks = [each for each in self._marks if each.met <= most and same]
        kept = self._marks[-1].met if self._marks else 0
        self._came_from = dict(islice(met.items(), kept))
        self._missed = {id: number for id, number in missed.items() if number < kept}
        self._first = first

    def _go_on(self) -> None:
        leads, came_from, missed = self._ways.get, self._came_from, self._missed
        waiting = [*self._marks[-1].waiting] if self._marks else [(self._first or "", "")]
        following = len(came_from) + MARKED
        while waiting:
            id, source = waiting.pop()
            while id not in came_from:
                if len(came_from) >= following:
                    self._marks.append(Mark(len(came_from), (*waiting, (id, source))))
                    following = len(came_from) + MARKED
                targets = leads(id)
                if targets is None:
                    missed.setdefault(id, len(came_from))
                    break
                came_from[id] = source
                if not targets:
                    break
                if len(targets) > 1:  # the first is followed at once
                    waiting += [(each, id) for each in targets[:-1] if each not in came_from]
                id, source = targets[-1], id

    def _look_at_new(self, blocks: Mapping[str, Block], outcomes: Outcomes) -> set[str]:
        """The blocks that lead elsewhere than before, that came or that went."""
        others = set()
        known = map(self._read.get, blocks)
        for id, block in compress(blocks.items(), map(is_not, known, blocks.values())):
            ways = tuple(dict.fromkeys(targets_of(block, outcomes)))[::-1]
            if self._ways.get(id) != ways:
                others.add(id)
            self._read[id], self._ways[id] = block, ways
        for id in self._read.keys() - blocks.keys() if len(self._read) > len(blocks) else ():
            del self._read[id], self._ways[id]
            others.add(id)
        return others


def targets_of(block: Block, outcomes: Outcomes) -> tuple[str, ...]:
    """Where a block leads, from its first exit to its last."""
    exits = block.exits
    if len(exits) < 2:
        return tuple(exits.values())
    ranks = {way.id: at for at, way in enumerate(block.ways_out(outcomes))}
    return tuple(exits[id] for id in sorted(exits, key=lambda id: ranks.get(id, len(ranks))))
