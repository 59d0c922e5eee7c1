"""Making blocks a flow of their own, which the flow they came from calls."""

from collections.abc import Mapping

from flowdesigner.edits.blocks import placed, renamed_in_conversations, retargeted
from flowdesigner.edits.edit import Edit, Where
from flowdesigner.edits.flow_reach import brought, comes_back, entries, reads, wanted, writes
from flowdesigner.edits.paste import fresh_id
from flowdesigner.model.block import Block
from flowdesigner.model.flow import Flow, Layout, Point
from flowdesigner.model.part import changed
from flowdesigner.model.project import Project
from flowdesigner.texts import N_, Message, message

_ASIDE = 344
"""How far to the right of the last block the ends are put."""
_APART = 120


class ExtractFlow(Edit, frozen=True):
    """Make blocks a flow of their own; in their place stands a block that runs it.

    Where they led to, the new flow ends, one outcome a place. Ends among them stay where they
    are, as they end the flow that calls. What is read of the variables outside is given to the
    new flow, and what is read of its variables afterwards is taken from it.
    """

    flow: str
    ids: tuple[str, ...]
    new: str
    """The id of the new flow."""
    name: str
    """What it is called."""
    call: Block
    """An empty block that runs another flow."""
    end: Block
    """An empty end."""
    reserved: frozenset[str] = frozenset()
    """Names that no outcome may have."""

    @property
    def title(self) -> Message:
        """Its name."""
        return message(N_("Make a flow of blocks"))

    @property
    def where(self) -> Where:
        """The flow they came from."""
        return Where(self.flow, self.ids)

    def inside(self, project: Project) -> dict[str, Block]:
        """The blocks that go, in their order."""
        blocks = project.flows[self.flow].blocks
        chosen = {id: block for id, block in blocks.items() if id in self.ids}
        return {id: block for id, block in chosen.items() if block.type != self.end.type}

    def why_not(self, project: Project) -> Message | None:
        """Why it cannot be done, in words for the author."""
        flow, inside = project.flows[self.flow], self.inside(project)
        if not inside:
            return message(N_("Select the blocks first that shall become a flow of their own."))
        if len(entries(flow, inside)) > 1:
            return message(
                N_(
                    "A flow begins at one block, but the selected ones are come to at several."
                    " Select blocks that are come to at one place."
                )
            )
        hours = {name for block in inside.values() for name in _beside(block, project)}
        rest = [block for id, block in flow.blocks.items() if id not in inside]
        if any(each.variable in hours for block in rest for each in block.readings):
            return message(N_("A text that stays tells when it opens again; select it too."))
        return None

    def call_id(self, project: Project) -> str:
        """What the block that runs the new flow will be called."""
        inside = self.inside(project)
        taken = project.flows[self.flow].blocks.keys() - inside.keys()
        return fresh_id(self.new, taken)

    def apply(self, project: Project) -> Project:
        """Take them out."""
        if self.why_not(project) or self.new in project.flows:
            return project
        flow, inside = project.flows[self.flow], self.inside(project)
        entry = (entries(flow, inside) or list(inside))[0]
        outcomes = self._outcomes(flow, inside)
        new = self._new_flow(flow, inside, entry, outcomes)
        old = self._old_flow(project, inside, entry, outcomes)
        after = changed(project, flows={**project.flows, self.flow: old, self.new: new})
        for id in inside:
            after = renamed_in_conversations(after, f"{self.flow}.{id}", f"{self.new}.{id}")
        return after

    def _outcomes(self, flow: Flow, inside: Mapping[str, Block]) -> dict[str, str]:
        """By block outside that is led to, the outcome that stands for it."""
        targets = dict.fromkeys(
            target
            for block in inside.values()
            for target in block.exits.values()
            if target in flow.blocks and target not in inside
        )
        if len(targets) == 1:
            return dict.fromkeys(targets, "done")
        taken = set(self.reserved)
        found: dict[str, str] = {}
        for target in targets:
            found[target] = fresh_id(target, taken)
            taken.add(found[target])
        return found

    def _new_flow(
        self, flow: Flow, inside: Mapping[str, Block], entry: str, outcomes: Mapping[str, str]
    ) -> Flow:
        ends: dict[str, Block] = {}
        names: dict[str, str | None] = {}
        for target, outcome in outcomes.items():
            id = fresh_id(f"end_{outcome}", {*inside, *ends})
            names[target] = id
            ends[id] = changed(self.end, outcome=outcome) if len(outcomes) > 1 else self.end
        missing = {
            target
            for block in inside.values()
            for target in block.exits.values()
            if target not in flow.blocks
        }
        names |= dict.fromkeys(missing)
        blocks = {id: retargeted(block, names) for id, block in inside.items()}
        places = {id: at for id, at in flow.layout.blocks.items() if id in inside}
        places |= _ends_beside(places, ends)
        values: dict[str, object] = {
            "name": self.name,
            "first": entry,
            "blocks": {**blocks, **ends},
            "layout": Layout(blocks=places),
        }
        if len(outcomes) > 1:
            values["outcomes"] = tuple(outcomes.values())
        if flow.channels is not None:
            values["channels"] = flow.channels
        return Flow.model_validate(values)

    def _old_flow(
        self, project: Project, inside: Mapping[str, Block], entry: str, outcomes: Mapping[str, str]
    ) -> Flow:
        flow, id = project.flows[self.flow], self.call_id(project)
        call = changed(
            self.call, flow=self.new, exits={name: to for to, name in outcomes.items()},
            **_exchanged(project, self.flow, inside),
        )  # fmt: skip
        blocks: dict[str, Block] = {}
        for each, block in flow.blocks.items():
            if each == next(iter(inside)):
                blocks[id] = call
            if each not in inside:
                blocks[each] = retargeted(block, {entry: id})
        places: dict[str, Point | None] = dict.fromkeys(inside)
        places[id] = flow.layout.blocks.get(entry)
        first = id if flow.first in inside else flow.first
        layout = placed(placed(flow.layout, dict.fromkeys(inside)), places)
        return changed(flow, blocks=blocks, first=first, layout=layout)


def _exchanged(
    project: Project, flow_id: str, inside: Mapping[str, Block]
) -> Mapping[str, Mapping[str, str] | tuple[str, ...]]:
    """What the new flow is given of the variables, and what is taken from it."""
    flow = project.flows[flow_id]
    rest = [block for id, block in flow.blocks.items() if id not in inside]
    read, written = reads(inside.values()), writes(inside.values())
    known = writes(rest) | brought(project, flow_id)
    used = reads(rest) | wanted(project, flow_id) | known
    if comes_back(flow, inside):
        known |= written
        used |= read
    outside = (read - written) | ((read | written) & known)
    give = {name: f"{{{{ {name} }}}}" for name in sorted(outside)}
    take = tuple(sorted(written & used))
    return ({"give": give} if give else {}) | ({"take": take} if take else {})


def _beside(block: Block, project: Project) -> set[str]:
    """What a block tells of beside the variables of the flow, such as when it opens."""
    ways = block.ways_out(project.outcomes)
    return {name for way in ways for name in block.sets(way.id) if name.startswith("hours.")}


def _ends_beside(places: Mapping[str, Point], ends: Mapping[str, Block]) -> dict[str, Point]:
    if not places:
        return {}
    right = max(x for x, _ in places.values()) + _ASIDE
    top = min(y for _, y in places.values())
    return {id: (right, top + at * _APART) for at, id in enumerate(ends)}
