"""The shortest ways through a flow on which something is not so, or is."""

from collections import deque
from collections.abc import Callable, Mapping

from flowdesigner.checks.context import FlowContext
from flowdesigner.checks.node import Node
from flowdesigner.checks.rule import PathStep

PAUSE_EVERY = 100


State = tuple[str, bool]
"""A block, and whether something is so there, such as a variable having a value."""


Keeps = Callable[[Node, str, bool], bool]
"""Whether something is so after a block, left by an exit, when it was or was not so before."""


def has_value(variable: str) -> Keeps:
    """Whether a variable has a value."""

    def keeps(node: Node, exit: str, before: bool) -> bool:
        kept = before and variable not in node.clears
        return kept or variable in node.sets.get(exit, ())

    return keeps


def has_said(node: Node, _exit: str, before: bool) -> bool:
    """Whether the customer was sent something; called flows are taken to do so."""
    return before or node.says or bool(node.calls)


class WaysWithout:
    """The shortest ways through a flow on which something is not so, or is."""

    def __init__(self, context: FlowContext, keeps: Keeps) -> None:
        self._flow = context.id
        self._came = _came(context, keeps)
        self._known: dict[State, tuple[PathStep, ...]] = {}

    def come_to(self, block: str, so: bool) -> bool:
        """Whether any way leads to a block on which it is so, or is not."""
        return (block, so) in self._came

    def to(self, block: str) -> tuple[PathStep, ...]:
        """The way to a block, from the first one, on which it is not so."""
        return (*self._before((block, False)), PathStep(self._flow, block))

    def _before(self, state: State) -> tuple[PathStep, ...]:
        """What is gone through before; ways share their beginnings, so each is kept."""
        back = []
        while state not in self._known and (come := self._came.get(state)) is not None:
            back.append((state, come))
            state = come[0]
        steps = self._known.setdefault(state, ())
        for after, ((block, _has), exit) in reversed(back):
            steps = self._known[after] = (*steps, PathStep(self._flow, block, exit))
        return steps


def _came(context: FlowContext, keeps: Keeps) -> Mapping[State, tuple[State, str] | None]:
    """From each state back to the one it was come from, and by which exit."""
    begin = (str(context.flow.first), False)
    came: dict[State, tuple[State, str] | None] = {begin: None}
    waiting = deque([begin] if begin[0] in context.nodes else ())
    while waiting:
        here = block, so = waiting.popleft()
        node = context.nodes[block]
        for exit, target in context.edges[block]:
            there = (target, keeps(node, exit, so))
            if there not in came:
                came[there] = (here, exit)
                waiting.append(there)
    return came
