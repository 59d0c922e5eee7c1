"""Every way a conversation can take, into called flows and back, and what is so on it.

A flow that is called is gone through once for each state it is begun in; how it can end then
serves all that call it. So the work grows with the blocks and the states, not with the ways.
"""

from collections import deque
from collections.abc import Generator, Hashable, Iterable
from typing import NamedTuple

from flowdesigner.checks.context import FlowContext, ProjectContext
from flowdesigner.checks.node import Node
from flowdesigner.checks.rule import PathStep

PAUSE_EVERY = 200
"""How many exits are gone through before others get a turn."""

State = Hashable
"""What is so at a place, such as how many messages have come in a row."""


class Run(NamedTuple):
    """A flow, the state it is begun in, and whether the conversation begins with it."""

    flow: str
    begun: State
    first: bool


class Place(NamedTuple):
    """A block on the way through a flow, and what is so when a conversation comes there."""

    run: Run
    block: str
    state: State


class Watch:
    """What is looked at on the ways: here nothing, so that all ways are gone."""

    begin: State = None
    """What is so when a conversation begins."""

    def begins(self, flow: FlowContext) -> bool:
        """Whether conversations that begin with a flow are looked at."""
        return True

    def after(self, flow: FlowContext, block: str, exit: str, state: State) -> Iterable[State]:
        """What can be so after a block that is left by an exit; nothing ends the way."""
        return (state,)

    def broken(self, flow: FlowContext, place: Place) -> bool:
        """Whether something is wrong at a place; the way ends there."""
        return False

    def goes_into(self, flow: FlowContext, block: str) -> bool:
        """Whether to go into the flows that a block calls, instead of past them."""
        return True


class _Came(NamedTuple):
    """How a place was come to: from which other, by which exit, through which end of a call."""

    place: Place
    exit: str
    through: Place | None = None


class Journeys:
    """The ways through the flows of a project, as far as they have been gone."""

    def __init__(self, context: ProjectContext, watch: Watch) -> None:
        self._flows = context.flows
        self._keywords = {each.flow for each in context.project.settings.keywords or ()}
        self._watch = watch
        self._came: dict[Place, _Came | None] = {}
        self._called_from: dict[Run, Place] = {}
        self._callers: dict[Run, list[Place]] = {}
        self._ends: dict[Run, list[Place]] = {}
        self._waiting: deque[Place] = deque()

    def broken(self) -> Generator[Place | None, None, None]:
        """The places at which something is wrong, one a block; `None` is a place to pause."""
        for id, flow in self._flows.items():
            started = any(each.trigger != "call" for each in flow.flow.starts or ())
            if (id in self._keywords or started) and self._watch.begins(flow):
                self._begin(Run(id, self._watch.begin, True))
        found: set[tuple[str, str]] = set()
        steps = 0
        while self._waiting:
            place = self._waiting.popleft()
            flow = self._flows[place.run.flow]
            if self._watch.broken(flow, place):
                if (flow.id, place.block) not in found:
                    found.add((flow.id, place.block))
                    yield place
            else:
                self._go_on(flow, place)
            steps += 1 + len(flow.edges[place.block])
            if steps >= PAUSE_EVERY:
                yield None
                steps = 0

    def _begin(self, run: Run) -> None:
        first = self._flows[run.flow].flow.first
        if first in self._flows[run.flow].nodes:
            self._come_to(Place(run, str(first), run.begun), None)

    def _come_to(self, place: Place, came: _Came | None) -> None:
        if place not in self._came:
            self._came[place] = came
            self._waiting.append(place)

    def _go_on(self, flow: FlowContext, place: Place) -> None:
        node = flow.nodes[place.block]
        called = [each.flow for each in node.calls if each.flow in self._flows]
        if called and self._watch.goes_into(flow, place.block):
            self._call(Run(called[0], place.state, False), place)
        elif node.outcome is not None:
            self._end(place)
        else:
            for exit, target in flow.edges[place.block]:
                self._leave(place, exit, target, place.state, None)

    def _leave(
        self, place: Place, exit: str, target: str, state: State, through: Place | None
    ) -> None:
        flow = self._flows[place.run.flow]
        for after in self._watch.after(flow, place.block, exit, state):
            self._come_to(Place(place.run, target, after), _Came(place, exit, through))

    def _call(self, run: Run, caller: Place) -> None:
        self._callers.setdefault(run, []).append(caller)
        if run not in self._called_from:
            self._called_from[run] = caller
            self._begin(run)
        for end in self._ends.get(run, ()):
            self._return(caller, end)

    def _end(self, end: Place) -> None:
        self._ends.setdefault(end.run, []).append(end)
        for caller in self._callers.get(end.run, ()):
            self._return(caller, end)

    def _return(self, caller: Place, end: Place) -> None:
        outcome = self._flows[end.run.flow].nodes[end.block].outcome
        for exit, target in self._flows[caller.run.flow].edges[caller.block]:
            if exit == outcome:
                self._leave(caller, exit, target, end.state, end)

    def way_to(self, place: Place) -> tuple[PathStep, ...]:
        """A short way to a place from where the conversation began."""
        caller = self._called_from.get(place.run)
        begun = self.way_to(caller) if caller is not None else ()
        return (*begun, *self._way_within(place), PathStep(place.run.flow, place.block))

    def _way_within(self, place: Place) -> list[PathStep]:
        """From the beginning of the place's flow up to it; called flows after what calls them."""
        back: list[PathStep] = []
        while (came := self._came[place]) is not None:
            if came.through is not None:
                end = came.through
                back.append(PathStep(end.run.flow, end.block))
                back += reversed(self._way_within(end))
            back.append(PathStep(came.place.run.flow, came.place.block, came.exit))
            place = came.place
        return back[::-1]


def nodes_of(context: ProjectContext) -> Iterable[tuple[FlowContext, str, Node]]:
    """Every block of every flow, as the graph sees it."""
    for flow in context.flows.values():
        for block, node in flow.nodes.items():
            yield flow, block, node
