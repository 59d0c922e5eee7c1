"""The one pass over the ways through a flow: which variables have a value where.

Forward, over bit sets: what surely has a value is what has one on every way to a block, what
possibly has one is what has one on some way. A second walk, only for what was found, gives the
shortest way that shows it.
"""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping

from msgspec import Struct

from flowdesigner.channels import BY_ID
from flowdesigner.checks.context import FlowContext
from flowdesigner.checks.node import Node, variable_of
from flowdesigner.checks.rule import PathStep
from flowdesigner.model.variable import ALWAYS_SET, BUILT_IN
from flowdesigner.model.walk import Path

PAUSE_EVERY = 100


class Unset(Struct, frozen=True):
    """A place that reads a variable which may have no value there."""

    block: str
    variable: str
    path: Path
    surely: bool
    """On every way, not only on some."""
    tested: bool
    """The place only compares the value, so that a missing one counts as no."""


def starting_sets(context: FlowContext) -> tuple[frozenset[str], ...]:
    """For each way the flow may begin, the variables that surely have a value then."""
    always = ALWAYS_SET | _known_by_channel(context.around.channel_ids)
    called = frozenset[str]()
    begun: list[frozenset[str]] = []
    for start in context.flow.starts or ():
        given = frozenset(start.gives or ())
        if start.trigger == "call":
            called |= given
        else:
            keyword = {"keyword"} if start.trigger == "message" and start.words else set()
            begun.append(given | keyword | always)
    begun += [each | called | always for each in context.entries]
    return tuple(begun) or (called | always,)


def _known_by_channel(channels: Iterable[str]) -> frozenset[str]:
    """What is known of a contact because every channel of the flow needs it."""
    needed = {BY_ID[each].reached_by if each in BY_ID else "" for each in channels}
    return frozenset({f"contact.{each}" for each in needed if each} if len(needed) == 1 else ())


def unset_readings(context: FlowContext) -> Generator[None, None, tuple[Unset, ...]]:
    """Every place that reads what may have no value; pauses on the way."""
    bits = _bits(context)
    if not bits or context.flow.first not in context.nodes:
        return ()
    sure, possible = yield from _solved(context, bits)
    return tuple(_unset(context, bits, sure, possible))


Bits = Mapping[str, int]
States = Mapping[str, int]


def _bits(context: FlowContext) -> Bits:
    names = dict.fromkeys(
        variable_of(each.variable)
        for node in context.nodes.values()
        for each in (*node.readings, *node.tested)
    )
    return {name: 1 << at for at, name in enumerate(names)}


def _mask(names: frozenset[str], bits: Bits) -> int:
    mask = 0
    for name in names:
        mask |= bits.get(name, 0)
    return mask


def _solved(
    context: FlowContext, bits: Bits
) -> Generator[None, None, tuple[dict[str, int], dict[str, int]]]:
    first = str(context.flow.first)
    begun = starting_sets(context)
    sure = {first: _mask(frozenset.intersection(*begun), bits)}
    possible = {first: _mask(frozenset.union(*begun, frozenset(BUILT_IN)), bits)}
    waiting, steps = deque([first]), 0
    while waiting:
        block = waiting.popleft()
        for target, made, kept in _transfers(context, block, bits):
            now = sure.get(target, -1) & ((sure[block] & kept) | made)
            may = possible.get(target, 0) | (possible[block] & kept) | made
            if (now, may) != (sure.get(target), possible.get(target)):
                sure[target], possible[target] = now, may
                waiting.append(target)
        steps += 1
        if steps % PAUSE_EVERY == 0:
            yield
    return sure, possible


def _transfers(context: FlowContext, block: str, bits: Bits) -> Iterator[tuple[str, int, int]]:
    """Per way out, where it leads, what has a value then, and what may keep the one it had."""
    node = context.nodes[block]
    kept = ~_mask(node.clears, bits)
    for exit, target in context.edges[block]:
        yield target, _mask(node.sets.get(exit, frozenset()), bits), kept


def _unset(context: FlowContext, bits: Bits, sure: States, possible: States) -> Iterator[Unset]:
    for block, node in context.nodes.items():
        if block not in sure:
            continue
        for tested, readings in ((False, node.readings), (True, node.tested)):
            for each in readings:
                bit = bits[variable_of(each.variable)]
                if not sure[block] & bit:
                    never = not possible[block] & bit
                    yield Unset(block, variable_of(each.variable), each.path, never, tested)


# ---------------------------------------------------------------------- the way that shows it


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
    waiting = deque([begin])
    while waiting:
        here = block, so = waiting.popleft()
        node = context.nodes[block]
        for exit, target in context.edges[block]:
            there = (target, keeps(node, exit, so))
            if there not in came:
                came[there] = (here, exit)
                waiting.append(there)
    return came
