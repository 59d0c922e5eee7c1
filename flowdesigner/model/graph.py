"""A flow as a graph: plain adjacency lists, for what runs after every keystroke."""

from collections.abc import Collection, Iterator, Mapping

from flowdesigner.model.block import Block, Exit, Outcomes
from flowdesigner.model.flow import Flow

Connection = tuple[str, str, str]
"""From which block, by which exit, to which block."""


def connections(flow: Flow) -> Iterator[Connection]:
    """What is drawn: every exit that leads to a block that is there."""
    for id, block in flow.blocks.items():
        for exit, target in block.exits.items():
            if target in flow.blocks:
                yield id, exit, target


def successors(flow: Flow, outcomes: Outcomes) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Per block the exits by which it can be left and where they lead."""
    return {id: tuple(_leads(block, flow, outcomes)) for id, block in flow.blocks.items()}


def _leads(block: Block, flow: Flow, outcomes: Outcomes) -> Iterator[tuple[str, str]]:
    for way in block.ways_out(outcomes):
        target = block.target(way.id)
        if way.happens and target in flow.blocks:
            yield way.id, str(target)


def reachable(flow: Flow, start: str | None = None) -> Collection[str]:
    """The blocks that can be come to from the first one, optional exits included."""
    first = start or flow.first
    found = {first} if first in flow.blocks else set()
    waiting = list(found)
    while waiting:
        for target in flow.blocks[waiting.pop()].exits.values():
            if target in flow.blocks and target not in found:
                found.add(target)
                waiting.append(target)
    return found


def open_exits(block: Block, outcomes: Outcomes) -> tuple[Exit, ...]:
    """The exits that can happen, must lead somewhere, and lead nowhere."""
    return tuple(
        way
        for way in block.ways_out(outcomes)
        if way.happens and way.falls_to is None and way.id not in block.exits
    )
