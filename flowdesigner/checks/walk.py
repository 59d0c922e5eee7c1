"""The shortest way to a block on which something is so."""

from collections import deque
from collections.abc import Callable, Hashable, Mapping
from typing import Generic, TypeVar

from flowdesigner.checks.context import FlowContext
from flowdesigner.checks.node import Node
from flowdesigner.checks.rule import PathStep
from flowdesigner.model.passage import Counter, Passage

V = TypeVar("V", bound=Hashable)

Follow = Callable[[str, str, V], V | None]
"""What becomes of something when a block is left by an exit; nothing when that cannot be."""
Adds = Callable[[V, V], V | None]
"""What is known of a block, and what it is come to with: what is known then, if that is more."""

_PATIENCE = 40
"""How often every block is come to, on average, before no further way is looked for."""


class Walk(Generic[V]):
    """Goes the ways through a flow, the shortest first, and follows one thing on them.

    With `adds` a block is not gone on from when what it is come to with tells nothing new.
    """

    def __init__(
        self, context: FlowContext, begin: V, follow: Follow[V], adds: Adds[V] | None = None
    ) -> None:
        self._flow = context.id
        self._came: dict[tuple[str, V], tuple[tuple[str, V], str] | None] = {}
        self._at: dict[str, list[V]] = {}
        self._known: dict[tuple[str, V], tuple[PathStep, ...]] = {}
        self._go(context, begin, follow, adds)

    def _go(self, context: FlowContext, begin: V, follow: Follow[V], adds: Adds[V] | None) -> None:
        first = (str(context.flow.first), begin)
        self._came[first], self._at[first[0]] = None, [begin]
        known: dict[str, V] = {first[0]: begin}
        waiting, left = deque([first]), _PATIENCE * len(context.nodes)
        while waiting and left:
            left -= 1
            here = block, value = waiting.popleft()
            for exit, target in context.edges[block]:
                after = follow(block, exit, value)
                if after is None or (there := (target, after)) in self._came:
                    continue
                if adds is not None and target in known:
                    more = adds(known[target], after)
                    if more is None:
                        continue
                    known[target] = more
                known.setdefault(target, after)
                self._came[there] = (here, exit)
                self._at.setdefault(target, []).append(after)
                waiting.append(there)

    def values(self, block: str) -> tuple[V, ...]:
        """What a block is come to with, the shortest ways first."""
        return tuple(self._at.get(block, ()))

    def to(self, block: str, so: Callable[[V], bool]) -> tuple[PathStep, ...]:
        """The shortest way to a block with something that is so; else the shortest one at all."""
        values = self._at.get(block, [])
        if not values:
            return ()
        value = next(filter(so, values), values[0])
        return (*self._before((block, value)), PathStep(self._flow, block))

    def _before(self, state: tuple[str, V]) -> tuple[PathStep, ...]:
        """What is gone through before; ways share their beginnings, so each is kept."""
        back = []
        while state not in self._known and (come := self._came.get(state)) is not None:
            back.append((state, come))
            state = come[0]
        steps = self._known.setdefault(state, ())
        for after, ((block, _value), exit) in reversed(back):
            steps = self._known[after] = (*steps, PathStep(self._flow, block, exit))
        return steps


# ------------------------------------------------------------------------ what can be followed


def has_value(nodes: Mapping[str, Node], variable: str) -> Follow[bool]:
    """Whether a variable has a value."""

    def follow(block: str, exit: str, before: bool) -> bool:
        node = nodes[block]
        kept = before and variable not in node.clears
        return kept or variable in node.sets.get(exit, ())

    return follow


def has_said(nodes: Mapping[str, Node]) -> Follow[bool]:
    """Whether the customer was sent something; called flows are taken to do so."""
    return lambda block, _exit, before: before or nodes[block].says or bool(nodes[block].calls)


def longest(
    context: FlowContext, count: Callable[[Passage], Counter], *, certainly: bool = False
) -> Follow[float]:
    """What a length of time or a count comes to on one way: at most, or without doubt."""
    end = 0 if certainly else 1

    def follow(block: str, exit: str, before: float) -> float | None:
        passage = context.passage(block, exit)
        if passage is None:
            return None
        counter = count(passage)
        kept = before + counter.kept[end] if counter.kept is not None else 0
        return max(kept, counter.anew[end] if counter.anew is not None else 0)

    return follow


def more(known: float, value: float) -> float | None:
    """Only what is longer than on the ways before is of interest."""
    return value if value > known else None


def through(context: FlowContext) -> Follow[Passage]:
    """All that becomes of the conversation on one way."""

    def follow(block: str, exit: str, before: Passage) -> Passage | None:
        passage = context.passage(block, exit)
        return None if passage is None else before.then(passage)

    return follow
