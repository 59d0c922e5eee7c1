"""Edits of the order in which blocks follow each other."""

from flowdesigner.edits.blocks import retargeted
from flowdesigner.edits.edit import Edit, Where, with_flow
from flowdesigner.model.block import Block
from flowdesigner.model.flow import Flow, Layout
from flowdesigner.model.part import changed
from flowdesigner.model.project import Project
from flowdesigner.texts import N_, Message, message


class SwapBlocks(Edit, frozen=True):
    """Let a block come before the one that leads to it; both change places on the canvas too."""

    flow: str
    earlier: str
    """The block that comes first until now."""
    later: str
    down: bool = False
    """Whether the author meant the earlier one, and moved it down."""

    @property
    def title(self) -> Message:
        """As the author meant it."""
        if self.down:
            return message(N_("Move block down in the conversation"))
        return message(N_("Move block up in the conversation"))

    @property
    def where(self) -> Where:
        """The block that was meant."""
        return Where(self.flow, (self.earlier if self.down else self.later,))

    def apply(self, project: Project) -> Project:
        """Swap them; nothing when it would not be clear what leads where."""
        flow = project.flows[self.flow]
        ways = _ways(project, flow, self.earlier, self.later)
        if ways is None:
            return project
        earlier, later = (flow.blocks[id] for id in (self.earlier, self.later))
        leave, goes_on = ways
        blocks = {
            id: retargeted(block, {self.earlier: self.later}) for id, block in flow.blocks.items()
        }
        blocks[self.earlier] = _leading(earlier, leave, later.exits.get(goes_on))
        blocks[self.later] = _leading(later, goes_on, self.earlier)
        first = self.later if flow.first == self.earlier else flow.first
        layout = _swapped(flow.layout, self.earlier, self.later)
        after = changed(flow, blocks=blocks, first=first, layout=layout)
        return with_flow(project, self.flow, after)


def moved_up(project: Project, flow: str, block: str) -> SwapBlocks | None:
    """Let a block come earlier, if it is clear what leads where then."""
    before = _before(project.flows[flow], block)
    edit = SwapBlocks(flow, before or "", block)
    return edit if before and edit.apply(project) is not project else None


def moved_down(project: Project, flow: str, block: str) -> SwapBlocks | None:
    """Let a block come later, if it is clear what leads where then."""
    here = project.flows[flow].blocks.get(block)
    way = way_on(here, project) if here else None
    after = here.exits.get(way) if here and way else None
    edit = SwapBlocks(flow, block, after or "", down=True)
    return edit if after and edit.apply(project) is not project else None


def way_on(block: Block, project: Project) -> str | None:
    """The exit by which the conversation simply goes on; none where it branches or ends."""
    ways = block.ways_out(project.outcomes)
    if not ways or ways[0].words or block.look.group == "decide":
        return None
    return ways[0].id


def _before(flow: Flow, block: str) -> str | None:
    """The one block that leads to a block, if it is one."""
    sources = [id for id, each in flow.blocks.items() if block in each.exits.values()]
    return sources[0] if len(sources) == 1 else None


def _ways(project: Project, flow: Flow, earlier: str, later: str) -> tuple[str, str] | None:
    """By which exits both go on, when they can be swapped."""
    if earlier == later or not {earlier, later} <= flow.blocks.keys() or flow.first == later:
        return None
    leave, goes_on = (way_on(flow.blocks[id], project) for id in (earlier, later))
    if leave is None or goes_on is None or _before(flow, later) != earlier:
        return None
    into, onwards = flow.blocks[earlier].exits, flow.blocks[later].exits.get(goes_on)
    only = into.get(leave) == later and list(into.values()).count(later) == 1
    return (leave, goes_on) if only and onwards not in (earlier, later) else None


def _leading(block: Block, exit: str, target: str | None) -> Block:
    exits = {id: to for id, to in block.exits.items() if id != exit}
    return changed(block, exits=exits if target is None else {**block.exits, exit: target})


def _swapped(layout: Layout, one: str, other: str) -> Layout:
    places = dict(layout.blocks)
    if one not in places or other not in places:
        return layout
    places[one], places[other] = places[other], places[one]
    return changed(layout, blocks=places)
