"""The shortest way to a block on which something is so."""

from collections.abc import Callable, Generator, Hashable, Iterator, Mapping
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

_PATIENCE = 60
"""How often every block is come to, on average, before no further way is looked for."""
PAUSE_EVERY = 300
"""How many blocks are gone through before others get a turn."""
LONGEST_SHOWN = 100
"""Blocks of a way that are shown; of a longer one the last."""


class Walk(Generic[V]):
    """Goes the ways through a flow, the shortest first, and follows one thing on them.

    With `adds` a block is not gone on from when what it is come to with tells nothing new; of
    what it is come to with in equally many steps, that is looked at first which `first` puts
    highest. Who has the time lets it go with `pausing`; else it goes when something is asked.
    """

    def __init__(
        self,
        context: FlowContext,
        begin: V,
        follow: Follow[V],
        adds: Adds[V] | None = None,
        first: Callable[[V], float] | None = None,
    ) -> None:
        self._context, self._follow, self._adds, self._first = context, follow, adds, first
        first_block = context.flow.first
        starts = [(first_block, begin)] if first_block in context.nodes and first_block else []
        self._came: dict[tuple[str, V], tuple[tuple[str, V], str] | None] = {}
        self._came.update(dict.fromkeys(starts))
        self._at: dict[str, list[V]] = {block: [value] for block, value in starts}
        self._best: dict[str, V] = dict(starts)
        self._going = self._go(starts)

    def pausing(self) -> Iterator[None]:
        """Go all the ways, with pauses."""
        yield from self._going

    def _go(self, level: list[tuple[str, V]]) -> Iterator[None]:
        left = _PATIENCE * len(self._context.nodes)
        while level and left > 0:
            arrivals: list[tuple[tuple[str, V], tuple[str, V], str]] = []
            for here in level:
                block, value = here
                for exit, target in self._context.edges[block]:
                    after = self._follow(block, exit, value)
                    if after is not None and (target, after) not in self._came:
                        arrivals.append(((target, after), here, exit))
                left -= 1
                if left % PAUSE_EVERY == 0:
                    yield
            if self._first is not None:
                first = self._first
                arrivals.sort(key=lambda each: -first(each[0][1]))
            level = [there for there, here, exit in arrivals if self._comes(there, here, exit)]

    def _comes(self, there: tuple[str, V], here: tuple[str, V], exit: str) -> bool:
        """Whether a block is come to with something new."""
        if there in self._came:
            return False
        block, value = there
        if self._adds is not None and block in self._best:
            more = self._adds(self._best[block], value)
            if more is None:
                return False
            value = more
        self._best[block] = value
        self._came[there] = (here, exit)
        self._at.setdefault(block, []).append(there[1])
        return True

    def values(self, block: str) -> tuple[V, ...]:
        """What a block is come to with, the shortest ways first."""
        for _pause in self._going:
            pass
        return tuple(self._at.get(block, ()))

    def to(self, block: str, so: Callable[[V], bool]) -> tuple[PathStep, ...]:
        """The shortest way to a block with something that is so; else the shortest one at all."""
        values = self.values(block)
        if not values:
            return ()
        state = (block, next(filter(so, values), values[0]))
        steps = [PathStep(self._context.id, block)]
        while (come := self._came[state]) is not None and len(steps) < LONGEST_SHOWN:
            state, exit = come
            steps.append(PathStep(self._context.id, state[0], exit))
        return tuple(reversed(steps))


class Walks(Generic[V]):
    """Walks through one flow that follow the same thing, by what it is at the beginning."""

    def __init__(
        self, context: FlowContext, follow: Follow[V], adds: Adds[V] | None = None
    ) -> None:
        self._context, self._follow, self._adds = context, follow, adds
        self._known: dict[V, Walk[V]] = {}

    def begun_with(self, begin: V) -> Generator[None, None, Walk[V]]:
        """The walk that begins so; pauses on the way when it was not gone before."""
        if begin not in self._known:
            self._known[begin] = Walk(self._context, begin, self._follow, self._adds)
        yield from self._known[begin].pausing()
        return self._known[begin]


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
