"""Walking the graph of a flow: what can be come to, and what goes round without end."""

from collections.abc import Generator, Iterator, Mapping
from collections.abc import Set as AbstractSet

from msgspec import Struct

from flowdesigner.checks.context import FlowContext

PAUSE_EVERY = 500
"""How many blocks are gone through before others get a turn."""


def reached(context: FlowContext) -> Generator[None, None, AbstractSet[str]]:
    """The blocks that the flow can come to; pauses on the way."""
    first, edges = str(context.flow.first), context.edges
    found = {first} if first in context.nodes else set()
    if context.reached or not found:
        return context.reached
    waiting = [first]
    for gone, block in enumerate(waiting, 1):
        for _exit, target in edges[block]:
            if target not in found:
                found.add(target)
                waiting.append(target)
        if gone % PAUSE_EVERY == 0:
            yield
    context.reached.update(found)
    return found


def stands_still(context: FlowContext, block: str) -> bool:
    """Whether the journey waits in a block, or in a flow it begins."""
    node = context.nodes[block]
    return node.waits or any(each.flow in context.waiting for each in node.calls)


class Ring(Struct, frozen=True):
    """Blocks that lead round."""

    blocks: tuple[str, ...]
    """In the order they are gone through; the last leads to the first."""
    can_be_left: bool
    """Whether an exit of what goes round there leads out."""


def rings(context: FlowContext) -> Generator[None, None, tuple[Ring, ...]]:
    """The rings of blocks in which nothing waits."""
    left = yield from _in_some_ring(context)
    return tuple(_rings(context, left)) if left else ()


def _moving(context: FlowContext) -> Generator[None, None, dict[str, tuple[str, ...]]]:
    """The blocks that do not wait, and which of them they lead to."""
    moving = dict.fromkeys(id for id in context.nodes if not stands_still(context, id))
    found = {}
    for at, id in enumerate(moving):
        if at % PAUSE_EVERY == 0:
            yield
        found[id] = tuple(target for _exit, target in context.edges[id] if target in moving)
    return found


def _in_some_ring(context: FlowContext) -> Generator[None, None, dict[str, tuple[str, ...]]]:
    """What stays when all that nothing leads to is taken away, again and again.

    Most flows have no such ring; this tells so without the library of graphs.
    """
    leads = yield from _moving(context)
    incoming = dict.fromkeys(leads, 0)
    for targets in leads.values():
        for target in targets:
            incoming[target] += 1
    free = [id for id, count in incoming.items() if count == 0]
    gone = 0
    while free:
        id = free.pop()
        for target in leads.pop(id):
            incoming[target] -= 1
            if incoming[target] == 0:
                free.append(target)
        gone += 1
        if gone % PAUSE_EVERY == 0:
            yield
    return leads


def _rings(context: FlowContext, leads: Mapping[str, tuple[str, ...]]) -> Iterator[Ring]:
    import networkx as nx  # heavy

    graph = nx.DiGraph([(id, target) for id, targets in leads.items() for target in targets])
    order = {id: at for at, id in enumerate(context.nodes)}
    for members in nx.strongly_connected_components(graph):
        inside = graph.subgraph(members)
        if inside.number_of_edges() == 0:
            continue
        first = min(members, key=order.__getitem__)
        distance = nx.single_source_shortest_path_length(inside, first)
        last = min(inside.predecessors(first), key=lambda id: (distance[id], order[id]))
        leaving = any(
            target not in members for id in members for _exit, target in context.edges[id]
        )
        yield Ring(tuple(nx.shortest_path(inside, first, last)), leaving)
