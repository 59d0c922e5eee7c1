"""Putting the blocks of a flow in the place of the block that runs it."""

from collections.abc import Mapping

from flowdesigner.edits.blocks import placed, renamed_in_conversations, retargeted
from flowdesigner.edits.edit import Edit, Where, with_flow
from flowdesigner.edits.flow_reach import brought, callers, reads, wanted, writes
from flowdesigner.edits.paste import PasteBlocks, fresh_id, piece_of
from flowdesigner.model.block import Block
from flowdesigner.model.flow import Flow, Layout, Point
from flowdesigner.model.part import changed
from flowdesigner.model.project import Project
from flowdesigner.texts import N_, Message, message

_HIGH = 200


class InlineFlow(Edit, frozen=True):
    """Put what a flow does in the place of the block that runs it.

    Where the flow ended, the journey goes on as it did by that outcome. A flow that nothing
    else begins is gone afterwards.
    """

    flow: str
    block: str
    """The block that runs the other flow."""
    end: Block
    """An empty end."""
    assign: Block
    """An empty block that sets variables, for what was given."""

    @property
    def title(self) -> Message:
        """Its name."""
        return message(N_("Put the flow in here"))

    @property
    def where(self) -> Where:
        """The block that runs it."""
        return Where(self.flow, (self.block,))

    def why_not(self, project: Project) -> Message | None:
        """Why it cannot be done, in words for the author."""
        call = project.flows[self.flow].blocks[self.block]
        name = getattr(call, "flow", None)
        other = project.flows.get(name or "")
        if other is None or other.first not in other.blocks:
            return message(N_("There is nothing in the flow that could be put here."))
        if name == self.flow or any(where == name for where, _, _ in callers(project, str(name))):
            return message(N_("A flow that runs itself cannot be put into another one."))
        if other.leave_on:
            return message(N_("The flow is left when something happens, which this one is not."))
        return self._clash(project, str(name), call) or self._open_outcome(other, call)

    def apply(self, project: Project) -> Project:
        """Put them in."""
        if self.why_not(project):
            return project
        flow = project.flows[self.flow]
        call = flow.blocks[self.block]
        name = str(getattr(call, "flow", ""))
        other = project.flows[name]
        ids = [id for id, block in other.blocks.items() if block.type != self.end.type]
        bare = _without(project, self.flow, self.block)
        paste = PasteBlocks(self.flow, piece_of(project, name, ids, self._places(project, other)))
        after = paste.apply(bare)
        names = dict(paste.ids(bare))
        after = self._joined(after, flow, other, names)
        return _without_unused(after, name, self.flow, names)

    def _joined(
        self, project: Project, before: Flow, other: Flow, names: Mapping[str, str]
    ) -> Project:
        """The pasted blocks with what leads to them and what they lead to."""
        flow, call = project.flows[self.flow], before.blocks[self.block]
        blocks = dict(flow.blocks)
        on = {id: names.get(id) or _goes_on(call, block) for id, block in other.blocks.items()}
        for id, new in names.items():
            led = {exit: on.get(to) for exit, to in other.blocks[id].exits.items()}
            kept = {exit: to for exit, to in led.items() if to is not None}
            blocks[new] = changed(blocks[new], exits=kept)
        entry = on[str(other.first)]
        changes = _changes(call)
        start = fresh_id(f"{self.block}_values", blocks)
        if changes:
            way = self.assign.ways_out()[0].id
            exits = {} if entry is None else {way: entry}
            blocks[start] = changed(self.assign, changes=changes, exits=exits)
            entry = start
        heads = {self.block: None if entry == self.block else entry}
        return with_flow(
            project,
            self.flow,
            changed(
                flow,
                blocks={id: retargeted(block, heads) for id, block in blocks.items()},
                first=heads.get(before.first or "", before.first),
                layout=_above(flow, start, names.get(str(other.first))) if changes else flow.layout,
            ),
        )

    def _places(self, project: Project, other: Flow) -> Mapping[str, Point]:
        """Where the blocks go: the first one where the call lay, the others as they lay to it."""
        at = project.flows[self.flow].layout.blocks.get(self.block)
        first = other.layout.blocks.get(str(other.first))
        if at is None or first is None:
            return {}
        dx, dy = at[0] - first[0], at[1] - first[1]
        return {id: (x + dx, y + dy) for id, (x, y) in other.layout.blocks.items()}

    def _clash(self, project: Project, name: str, call: Block) -> Message | None:
        """A variable that means one thing in the flow and another one here."""
        inner = project.flows[name].blocks.values()
        flow = project.flows[self.flow]
        outer = [block for id, block in flow.blocks.items() if id != self.block]
        taken = set(getattr(call, "take", None) or ())
        given: Mapping[str, str] = getattr(call, "give", None) or {}
        written, read = writes(inner), reads(inner)
        same = {each for each, value in given.items() if _is_itself(each, value)}
        shared = taken | (same - written)
        used = reads(outer) | writes(outer) | brought(project, self.flow)
        used |= wanted(project, self.flow)
        assigned = given.keys() - same
        values = [value for each, value in given.items() if each in assigned]
        for each in sorted((written | read | assigned) - shared):
            if each in used or any(f"{each} " in value for value in values):
                return message(
                    N_("Both flows use “{variable}”, each for itself. Rename it in one of them."),
                    variable=each,
                )
        return None

    def _open_outcome(self, other: Flow, call: Block) -> Message | None:
        """An outcome that leads nowhere here, while the journey went on by itself there."""
        for block in other.blocks.values():
            for way in block.ways_out():
                end = other.blocks.get(block.exits.get(way.id, ""))
                if way.falls_to is None or end is None or end.type != self.end.type:
                    continue
                outcome = str(getattr(end, "outcome", None) or "done")
                if outcome not in call.exits:
                    return message(N_("First connect the way out “{name}”."), name=outcome)
        return None


def _goes_on(call: Block, end: Block) -> str | None:
    """Where the journey goes on after an end of the flow that is called."""
    return call.exits.get(str(getattr(end, "outcome", None) or "done"))


def _above(flow: Flow, id: str, other: str | None) -> Layout:
    """The layout with a block above another one."""
    at = flow.layout.blocks.get(other or "")
    return placed(flow.layout, {id: (at[0], at[1] - _HIGH)}) if at else flow.layout


def _is_itself(name: str, value: str) -> bool:
    return value.replace(" ", "") == f"{{{{{name}}}}}"


def _changes(call: Block) -> tuple[Mapping[str, str], ...]:
    given: Mapping[str, str] = getattr(call, "give", None) or {}
    return tuple(
        {"variable": name, "to": value}
        for name, value in given.items()
        if not _is_itself(name, value)
    )


def _without(project: Project, flow_id: str, id: str) -> Project:
    """The project without a block, what leads to it left as it is."""
    flow = project.flows[flow_id]
    blocks = {each: block for each, block in flow.blocks.items() if each != id}
    layout = placed(flow.layout, {id: None})
    return with_flow(project, flow_id, changed(flow, blocks=blocks, layout=layout))


def _without_unused(project: Project, name: str, into: str, names: Mapping[str, str]) -> Project:
    """The project without a flow that nothing begins any more; conversations name the copies."""
    flow = project.flows[name]
    starts = any(each.trigger != "call" for each in flow.starts or ())
    words = any(each.flow == name for each in project.settings.keywords or ())
    begun = any(
        each.starts_with and each.starts_with.flow == name
        for each in project.conversations.values()
    )
    first = next(iter(project.flows)) == name
    if starts or words or begun or first or any(callers(project, name)):
        return project
    for old, new in names.items():
        project = renamed_in_conversations(project, f"{name}.{old}", f"{into}.{new}")
    flows = {id: each for id, each in project.flows.items() if id != name}
    return changed(project, flows=flows)
