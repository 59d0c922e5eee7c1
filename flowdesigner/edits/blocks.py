"""Edits of blocks: add, delete, move, change a value, rename."""

from collections.abc import Hashable, Mapping

from msgspec import field

from flowdesigner.edits.edit import Edit, Where, with_flow
from flowdesigner.model.block import Block
from flowdesigner.model.conversation import Step
from flowdesigner.model.flow import Flow, Layout, Point
from flowdesigner.model.part import changed
from flowdesigner.model.place import value_at, with_value
from flowdesigner.model.project import Project
from flowdesigner.model.walk import Path
from flowdesigner.texts import N_, Message, message


def retargeted(block: Block, targets: Mapping[str, str | None]) -> Block:
    """The block with its exits to some blocks leading to others, or nowhere."""
    if targets.keys().isdisjoint(block.exits.values()):
        return block
    exits = {
        name: str(targets.get(target, target))
        for name, target in block.exits.items()
        if targets.get(target, target) is not None
    }
    return changed(block, exits=exits)


def placed(layout: Layout, blocks: Mapping[str, Point | None]) -> Layout:
    """The layout with blocks at other places; `None` takes a place away."""
    places = dict(layout.blocks)
    for id, at in blocks.items():
        if at is None:
            places.pop(id, None)
        else:
            places[id] = at
    return changed(layout, blocks=places)


class AddBlock(Edit, frozen=True):
    """Put a new block on the canvas, led to by an exit of another one if wished."""

    flow: str
    id: str
    block: Block
    at: Point
    after: tuple[str, str] | None = None
    """The block and the exit that shall lead to it."""

    @property
    def title(self) -> Message:
        """Named after the type."""
        return message(N_("Add “{type}”"), type=Message(self.block.look.title))

    @property
    def where(self) -> Where:
        """The new block."""
        return Where(self.flow, (self.id,))

    def apply(self, project: Project) -> Project:
        """Add it; the first block of an empty flow is where the flow begins."""
        flow = project.flows[self.flow]
        blocks = {**flow.blocks, self.id: self.block}
        if self.after and self.after[0] in flow.blocks:
            source, exit = self.after
            before = flow.blocks[source]
            blocks[source] = changed(before, exits={**before.exits, exit: self.id})
        first = flow.first if flow.first in flow.blocks else self.id
        layout = placed(flow.layout, {self.id: self.at})
        after = changed(flow, blocks=blocks, first=first, layout=layout)
        return with_flow(project, self.flow, after)


class DeleteBlocks(Edit, frozen=True):
    """Take blocks away; what led to one of them goes on where it went by itself.

    A link is healed when the deleted block had one way on; otherwise it is left open, which is
    then an issue that can be seen.
    """

    flow: str
    ids: tuple[str, ...]

    @property
    def title(self) -> Message:
        """In the singular or the plural."""
        one = len(self.ids) == 1
        return message(N_("Delete block") if one else N_("Delete {n} blocks"), n=len(self.ids))

    @property
    def where(self) -> Where:
        """What was deleted, so that undo shows it."""
        return Where(self.flow, self.ids)

    def apply(self, project: Project) -> Project:
        """Delete them."""
        flow = project.flows[self.flow]
        gone = [id for id in self.ids if id in flow.blocks]
        if not gone:
            return project
        targets = {id: _way_on(flow, id, frozenset(gone)) for id in gone}
        blocks, spared = dict(flow.blocks), targets.keys().isdisjoint
        for id in targets:
            del blocks[id]
        leading = [id for id, block in blocks.items() if not spared(block.exits.values())]
        blocks |= {id: retargeted(blocks[id], _but_itself(targets, id)) for id in leading}
        first = targets.get(flow.first, flow.first) if flow.first else None
        layout = placed(flow.layout, dict.fromkeys(gone))
        after = changed(flow, blocks=blocks, layout=layout, first=first)
        return with_flow(project, self.flow, after)


def _but_itself(targets: Mapping[str, str | None], id: str) -> Mapping[str, str | None]:
    """A block that would come to lead to itself is left open instead."""
    if id not in targets.values():
        return targets
    return {gone: None if target == id else target for gone, target in targets.items()}


def _way_on(flow: Flow, id: str, gone: frozenset[str]) -> str | None:
    seen = set()
    while id in gone:
        ways = set(flow.blocks[id].exits.values())
        if id in seen or len(ways) != 1:
            return None
        seen.add(id)
        id = ways.pop()
    return id if id in flow.blocks else None


class MoveBlocks(Edit, frozen=True):
    """Put blocks at other places on the canvas."""

    flow: str
    places: Mapping[str, Point]
    key: Hashable | None = None
    """Moves of one key are one step, such as a row of arrow keys."""

    @property
    def title(self) -> Message:
        """In the singular or the plural."""
        one = len(self.places) == 1
        return message(N_("Move block") if one else N_("Move {n} blocks"), n=len(self.places))

    @property
    def merge_key(self) -> Hashable | None:
        """What was given."""
        return self.key

    @property
    def where(self) -> Where:
        """What was moved."""
        return Where(self.flow, tuple(self.places))

    def apply(self, project: Project) -> Project:
        """Move them."""
        flow = project.flows[self.flow]
        places = {id: at for id, at in self.places.items() if id in flow.blocks}
        if all(flow.layout.blocks.get(id) == at for id, at in places.items()):
            return project
        return with_flow(project, self.flow, changed(flow, layout=placed(flow.layout, places)))


class SetValue(Edit, frozen=True):
    """Give a field of a block another value; `None` takes it away."""

    flow: str
    block: str
    path: Path
    value: object
    named: Message = field(default=message(N_("Change block")))
    typing: bool = False
    """Whether it is one of a row of keystrokes."""

    @property
    def title(self) -> Message:
        """What was given, or named after the field by who makes the edit."""
        return self.named

    @property
    def merge_key(self) -> Hashable | None:
        """Typing in one field is one step."""
        return ("set", self.flow, self.block, self.path) if self.typing else None

    @property
    def where(self) -> Where:
        """The field."""
        return Where(self.flow, (self.block,), self.path)

    def apply(self, project: Project) -> Project:
        """Change it."""
        flow = project.flows[self.flow]
        before = flow.blocks[self.block]
        if value_at(before, self.path) == self.value:
            return project
        after = with_value(before, self.path, self.value)
        return with_flow(
            project, self.flow, changed(flow, blocks={**flow.blocks, self.block: after})
        )


class RenameBlock(Edit, frozen=True):
    """Give a block another id, and every place that names it."""

    flow: str
    old: str
    new: str

    @property
    def title(self) -> Message:
        """With the new name."""
        return message(N_("Rename block to {name}"), name=self.new)

    @property
    def where(self) -> Where:
        """The block under either name: only one of them is there, also after it is undone."""
        return Where(self.flow, (self.old, self.new))

    def apply(self, project: Project) -> Project:
        """Rename it in exits, layout, conversations and translation marks."""
        flow = project.flows[self.flow]
        if self.new in flow.blocks or self.old not in flow.blocks:
            return project
        targets: dict[str, str | None] = {self.old: self.new}
        blocks = {
            self.new if id == self.old else id: retargeted(block, targets)
            for id, block in flow.blocks.items()
        }
        places = {self.new if i == self.old else i: at for i, at in flow.layout.blocks.items()}
        first = self.new if flow.first == self.old else flow.first
        after = changed(
            flow, blocks=blocks, first=first, layout=changed(flow.layout, blocks=places)
        )
        renamed = with_flow(project, self.flow, after)
        return renamed_in_conversations(
            renamed, f"{self.flow}.{self.old}", f"{self.flow}.{self.new}"
        )


def renamed_in_conversations(project: Project, old: str, new: str) -> Project:
    """The project whose conversations and translation marks call a block otherwise."""
    conversations = {}
    for id, each in project.conversations.items():
        steps = tuple(_step_renamed(step, old, new) for step in each.steps)
        same = all(a is b for a, b in zip(steps, each.steps, strict=True))
        conversations[id] = each if same else changed(each, steps=steps)
    marks = {
        language: {
            (new + key[len(old) :] if key.startswith(f"{old}.") else key): mark
            for key, mark in keys.items()
        }
        for language, keys in project.translated_from.items()
    }
    if conversations == project.conversations and marks == project.translated_from:
        return project
    return changed(project, conversations=conversations, translated_from=marks)


def _step_renamed(step: Step, old: str, new: str) -> Step:
    if step.bot == old:
        return changed(step, bot=new)
    for name in ("webhook", "exit"):
        part = getattr(step, name)
        if part is not None and part.block == old:
            return changed(step, **{name: changed(part, block=new)})
    return step
