"""In which order a customer meets the blocks of a flow; no Qt."""

from collections.abc import Mapping
from enum import Enum, auto
from functools import cached_property
from itertools import compress, filterfalse
from operator import is_not

from msgspec import Struct

from flowdesigner.model.block import Block, Outcomes
from flowdesigner.model.flow import Flow


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


class Reader:
    """Walks through flows, and remembers where each block leads while it stays the same."""

    def __init__(self) -> None:
        self._read: dict[str, Block] = {}
        self._ways: dict[str, tuple[str, ...]] = {}
        """Where a block leads, from its last exit to its first; no block twice."""

    def read(self, flow: Flow, outcomes: Outcomes) -> Order:
        """Each exit to its end before the next one, from top to bottom."""
        self._look_at_new(flow.blocks, outcomes)
        leads, came_from = self._ways.get, dict[str, str]()
        waiting = [(flow.first or "", "")]
        while waiting:
            id, source = waiting.pop()
            while id not in came_from and (targets := leads(id)) is not None:
                came_from[id] = source
                if not targets:
                    break
                if len(targets) > 1:  # the first is followed at once
                    waiting += [(each, id) for each in targets[:-1] if each not in came_from]
                id, source = targets[-1], id
        return Order(came_from, tuple(filterfalse(came_from.__contains__, flow.blocks)))

    def _look_at_new(self, blocks: Mapping[str, Block], outcomes: Outcomes) -> None:
        known = map(self._read.get, blocks)
        for id, block in compress(blocks.items(), map(is_not, known, blocks.values())):
            self._read[id] = block
            self._ways[id] = tuple(dict.fromkeys(targets_of(block, outcomes)))[::-1]
        for id in self._read.keys() - blocks.keys() if len(self._read) > len(blocks) else ():
            del self._read[id], self._ways[id]


def targets_of(block: Block, outcomes: Outcomes) -> tuple[str, ...]:
    """Where a block leads, from its first exit to its last."""
    exits = block.exits
    if len(exits) < 2:
        return tuple(exits.values())
    ranks = {way.id: at for at, way in enumerate(block.ways_out(outcomes))}
    return tuple(exits[id] for id in sorted(exits, key=lambda id: ranks.get(id, len(ranks))))
