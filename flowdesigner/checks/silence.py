"""Ways on which the customer hears nothing more."""

from collections import deque
from collections.abc import Iterator

from flowdesigner.checks.context import FlowContext
from flowdesigner.checks.rule import PathStep


def falls_silent(
    context: FlowContext, block: str, exit: str, *, waits_count: bool = False
) -> tuple[PathStep, ...]:
    """The shortest way from an exit to an end on which nothing is said; none, when there is none.

    Where waits count, a wait is as good as an end. The end of a flow that others begin is none:
    they may go on to say something.
    """
    begun = context.nodes[block].target(exit)
    if begun is None or begun not in context.nodes:
        return ()
    came: dict[str, tuple[str, str] | None] = {begun: None}
    waiting = deque([begun])
    while waiting:
        here = waiting.popleft()
        node = context.nodes[here]
        if node.says or node.calls or node.hands_over:
            continue
        if (node.outcome is not None and not context.entries) or (waits_count and node.waits):
            return (PathStep(context.id, block, exit), *_back(context.id, came, here))
        for way, target in () if node.waits else context.edges[here]:
            if target not in came:
                came[target] = (here, way)
                waiting.append(target)
    return ()


def _back(flow: str, came: dict[str, tuple[str, str] | None], last: str) -> Iterator[PathStep]:
    steps = [PathStep(flow, last)]
    while (before := came[steps[-1].block]) is not None:
        steps.append(PathStep(flow, *before))
    return reversed(steps)
