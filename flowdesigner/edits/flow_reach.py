"""Which variables a part of a flow shares with the rest, and where a part is entered."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from flowdesigner.model.block import Block
from flowdesigner.model.fields import Kind
from flowdesigner.model.flow import Flow
from flowdesigner.model.project import Project
from flowdesigner.model.variable import BUILT_IN
from flowdesigner.model.walk import walk

SHARED = {name.partition(".")[0] for name in BUILT_IN} | {"secret"}
"""What every flow knows by itself."""


def reads(blocks: Iterable[Block]) -> set[str]:
    """The variables of the flow that blocks read."""
    roots = {each.variable.partition(".")[0] for block in blocks for each in block.readings}
    return roots - SHARED


def writes(blocks: Iterable[Block]) -> set[str]:
    """The variables of the flow that blocks write or clear."""
    found: set[str] = set()
    for block in blocks:
        found |= {name.partition(".")[0] for name, _ in block.writings} | set(block.clears())
    return found - SHARED


def callers(project: Project, flow: str) -> Iterator[tuple[str, str, Block]]:
    """The blocks that run a flow."""
    for where, id, block in project.all_blocks():
        for spot in walk(block):
            if spot.field.kind is Kind.FLOW and spot.value == flow:
                yield where, id, block
                break


def brought(project: Project, flow: str) -> set[str]:
    """The variables that have a value when a flow begins: of its starts and its callers."""
    given = {name for start in project.flows[flow].starts or () for name in start.gives or ()}
    for _, _, block in callers(project, flow):
        given |= set(getattr(block, "give", None) or ())
    return given


def wanted(project: Project, flow: str) -> set[str]:
    """The variables that callers take from a flow when it has ended."""
    return {
        name
        for _, _, block in callers(project, flow)
        for name in getattr(block, "take", None) or ()
    }


def entries(flow: Flow, ids: Collection[str]) -> list[str]:
    """The blocks of a part by which it is entered from outside, in the flow's order."""
    led_to = {
        target
        for id, block in flow.blocks.items()
        if id not in ids
        for target in block.exits.values()
    }
    if flow.first:
        led_to.add(flow.first)
    return [id for id in flow.blocks if id in ids and id in led_to]


def comes_back(flow: Flow, ids: Collection[str]) -> bool:
    """Whether a part, once left, may be entered again."""
    return any(
        target in ids for id in _after(flow, ids) - set(ids) for target in _leads(flow.blocks, id)
    )


def _after(flow: Flow, ids: Collection[str]) -> set[str]:
    found: set[str] = set()
    waiting = list(ids)
    while waiting:
        for target in _leads(flow.blocks, waiting.pop()):
            if target in flow.blocks and target not in found and target not in ids:
                found.add(target)
                waiting.append(target)
    return found


def _leads(blocks: Mapping[str, Block], id: str) -> Iterable[str]:
    return blocks[id].exits.values()
