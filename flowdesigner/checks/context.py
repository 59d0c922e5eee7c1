"""What rules may look at: a block, a flow as a graph, or the project, and what is around them."""

from collections.abc import Callable, Collection, Generator, Mapping
from datetime import date
from functools import cached_property, reduce
from itertools import chain

from msgspec import Struct, field

from flowdesigner.channels import channels_on
from flowdesigner.channels.terms import Term, term
from flowdesigner.checks.node import Edges, Node, Spots, edges, leads, others, patched, variable_of
from flowdesigner.checks.parts import parts_in
from flowdesigner.checks.sayings import Room, Saying, room_of, sayings
from flowdesigner.checks.ways.begin import Begin
from flowdesigner.checks.ways.flow import NO_WAYS, Called, Ways, passage_of
from flowdesigner.checks.ways.state import State, state_of
from flowdesigner.model.block import Block, Exit, Outcomes
from flowdesigner.model.channel import Channel
from flowdesigner.model.facts import Facts
from flowdesigner.model.fields import Kind
from flowdesigner.model.flow import Flow
from flowdesigner.model.part import Part
from flowdesigner.model.passage import Passage
from flowdesigner.model.project import Project
from flowdesigner.model.run import Run
from flowdesigner.model.samples import fullest_run, sample_run, with_examples
from flowdesigner.model.walk import Path, Spot, walk

PAUSE_EVERY = 500
"""After so many blocks others get a turn."""


class Around(Struct, frozen=True, dict=True):
    """What a block or a flow may know of the project around it."""

    facts: Facts
    outcomes: Outcomes
    """The flows of the project, and how each can end."""
    channel_ids: tuple[str, ...]
    """Where the flow runs."""
    as_of: date = field(default_factory=date.today)
    """The day whose limits, prices and laws count."""
    files: Mapping[str, int] = {}
    """How many bytes the files have that lie beside the project, as far as somebody has looked."""

    @property
    def all_channels(self) -> Mapping[str, Channel]:
        """Every channel as it is on the day, by its id."""
        return channels_on(self.as_of)

    def term(self, name: str) -> Term | None:
        """What holds on the day of something that changes with time; nothing when nothing does."""
        return term(name, self.as_of)

    @cached_property
    def channels(self) -> tuple[Channel, ...]:
        """Those of the flow's channels that are known."""
        known = self.all_channels
        return tuple(known[each] for each in self.channel_ids if each in known)

    @cached_property
    def room(self) -> Room:
        """How much a block may say and surely not too much."""
        return room_of(
            self.all_channels.values(), fullest_run(self.facts, "", self.facts.base_language)
        )

    @cached_property
    def _runs(self) -> dict[tuple[str, str], Run]:
        return {}

    def run(self, channel: str, language: str) -> Run:
        """A conversation in which every variable has its sample value."""
        if (channel, language) not in self._runs:
            self._runs[channel, language] = sample_run(self.facts, channel, language)
        return self._runs[channel, language]

    @cached_property
    def _fullest_runs(self) -> dict[tuple[str, str], Run]:
        return {}

    @cached_property
    def longer_values(self) -> frozenset[str]:
        """The variables of which longer values are known than their samples."""
        runs = ((self.run("", each), self.fullest_run("", each)) for each in self.facts.languages)
        return frozenset(
            path
            for sample, fullest in runs
            for path, value in fullest.values.items()
            if value != sample.values[path]
        )

    def fullest_run(self, channel: str, language: str) -> Run:
        """A conversation in which every variable has the longest value that is known of it."""
        if (channel, language) not in self._fullest_runs:
            self._fullest_runs[channel, language] = fullest_run(self.facts, channel, language)
        return self._fullest_runs[channel, language]


class BlockContext(Struct, frozen=True, dict=True):
    """One block and what is around it."""

    around: Around
    flow: str
    id: str
    block: Block

    @cached_property
    def parts(self) -> tuple[tuple[Path, Part], ...]:
        """The block and every part inside it."""
        return tuple(parts_in(self.block))

    @cached_property
    def spots(self) -> Spots:
        """The fields that have a value, by their kind."""
        found: dict[Kind, list[Spot]] = {}
        for spot in walk(self.block):
            found.setdefault(spot.field.kind, []).append(spot)
        return {kind: tuple(spots) for kind, spots in found.items()}

    @cached_property
    def ways(self) -> tuple[Exit, ...]:
        """The exits of the block."""
        return self.block.ways_out(self.around.outcomes)

    def of_kind(self, *kinds: Kind) -> tuple[Spot, ...]:
        """The fields of some kinds that have a value."""
        spots = self.spots
        found = [spots[kind] for kind in kinds if kind in spots]
        if not found:
            return ()
        return found[0] if len(found) == 1 else tuple(chain.from_iterable(found))

    @cached_property
    def sayings(self) -> tuple[Saying, ...]:
        """What the block says on each channel in each language it has words for.

        Nothing, when it is so little that no channel can find it too much.
        """
        return self._said(self.around.run)

    @cached_property
    def fullest_sayings(self) -> tuple[Saying, ...]:
        """The same, with the longest value that is known of every variable."""
        longer = self.around.longer_values
        if self._examples or any(variable_of(e.variable) in longer for e in self.block.readings):
            return self._said(self.fullest_run)
        return self.sayings

    def fullest_on(self, channel: Channel) -> tuple[Saying, ...]:
        """All that the block says on one channel, however little, with the longest values."""
        runs = [self.fullest_run(channel.id, code) for code in self.languages]
        return tuple(sayings(self.block, runs, self.around.all_channels))

    def fullest_run(self, channel: str, language: str) -> Run:
        """A conversation with the longest values, the block's own examples among them."""
        run = self.around.fullest_run(channel, language)
        return with_examples(run, self._examples) if self._examples else run

    @property
    def _examples(self) -> Mapping[str, str]:
        """What may stand in the place of a variable, as the block itself shows it."""
        examples = self.block.__dict__.get("samples")
        return examples if isinstance(examples, Mapping) else {}

    def _said(self, run_of: Callable[[str, str], Run]) -> tuple[Saying, ...]:
        if self.around.room.holds(self.block) and not self._examples:
            return ()
        runs = [run_of(each.id, code) for each in self.channels for code in self.languages]
        return tuple(sayings(self.block, runs, self.around.all_channels))

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the project, the base language first."""
        return self.around.facts.languages

    @cached_property
    def channels(self) -> tuple[Channel, ...]:
        """Where the block is sent: the channels it names, else those of the flow."""
        if named := dict.fromkeys(str(each.value) for each in self.of_kind(Kind.CHANNEL)):
            known = self.around.all_channels
            return tuple(known[each] for each in named if each in known)
        return self.around.channels


class FlowContext(Struct, frozen=True, dict=True):
    """One flow as a graph of nodes."""

    around: Around
    id: str
    flow: Flow
    """All a flow says of itself, but without its blocks and their places."""
    nodes: Mapping[str, Node]
    entries: tuple[frozenset[str], ...] = ()
    """For each other place that begins the flow, the variables that it gives."""
    waiting: frozenset[str] = frozenset()
    """The flows of the project in which something waits."""
    called: Called = {}
    """What the flows do that it calls."""
    begins: tuple[Begin, ...] = ()
    """How it is begun, by its starts and by those that call it."""
    ways: Ways = NO_WAYS
    """What becomes of a conversation on the way to each of its blocks."""

    def passage(self, block: str, exit: str) -> Passage | None:
        """What becomes of a conversation from one block to the next; nothing if it never goes."""
        return passage_of(self.nodes[block], exit, self.called)

    def states(self, block: str) -> tuple[tuple[Begin, State], ...]:
        """Where a conversation can stand when it comes to a block, for each way it was begun."""
        passage = self.ways.passages.get(block)
        return () if passage is None else self._states(passage)[0]

    def state(self, block: str) -> State | None:
        """Where it can stand, however it was begun; nothing when it never comes there."""
        passage = self.ways.passages.get(block)
        return None if passage is None else self._states(passage)[1]

    def _states(self, passage: Passage) -> tuple[tuple[tuple[Begin, State], ...], State | None]:
        """Kept for the passage, which many blocks share, and for the other rules."""
        known = self._known_states.get(id(passage))
        if known is None:
            stands = [begin.state.then(passage) for begin in self.begins]
            each = zip(self.begins, map(state_of, stands), strict=True)
            whole = state_of(reduce(Passage.joined, stands)) if stands else None
            known = self._known_states[id(passage)] = (tuple(each), whole)
        return known

    @cached_property
    def _known_states(self) -> dict[int, tuple[tuple[tuple[Begin, State], ...], State | None]]:
        return {}

    helping: frozenset[str] = frozenset()
    """The flows of the project in which a person can be reached."""
    counting: frozenset[str] = frozenset()
    """The flows of the project in which something the business wants is reached."""

    @cached_property
    def edges(self) -> Edges:
        """Per block the exits by which it can be left, and where they lead."""
        return self.ways.edges or edges(self.nodes)

    @cached_property
    def reached(self) -> set[str]:
        """The blocks that the flow comes to, once somebody has gone through it; first empty."""
        return set()

    def take_over(self, before: "FlowContext | None") -> Generator[None, None, Collection[str]]:
        """Take the edges of what is the same from the flow as it was before; pauses on the way.

        Returns the blocks whose edges may be other ones.
        """
        if before is not None:
            changed = others(self.nodes, before.nodes)
            self.__dict__["edges"] = patched(before.edges, changed, self.nodes)
            if not changed and len(self.nodes) == len(before.nodes) and (
                self.flow.first == before.flow.first
            ):  # fmt: skip
                self.reached.update(before.reached)
            return changed
        found: dict[str, tuple[tuple[str, str], ...]] = {}
        for at, (id, node) in enumerate(self.nodes.items()):
            found[id] = tuple(leads(node, self.nodes))
            if at % PAUSE_EVERY == 0:
                yield
        self.__dict__["edges"] = found
        return self.nodes.keys()


class ProjectContext(Struct, frozen=True):
    """The whole project; its blocks are looked at through `flows` only."""

    project: Project
    flows: Mapping[str, FlowContext]
    rules: frozenset[str] = frozenset()
    """The names of all rules."""
    as_of: date = field(default_factory=date.today)
    """The day whose limits, prices and laws count."""
