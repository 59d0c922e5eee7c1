"""Edits of what is sent when: as a template, in one message, or not before it is time."""

from collections.abc import Mapping

from flowdesigner.edits.blocks import DeleteBlocks, placed, retargeted
from flowdesigner.edits.edit import Edit, Where, with_flow
from flowdesigner.model.block import Block
from flowdesigner.model.flow import Flow
from flowdesigner.model.ids import free_id
from flowdesigner.model.part import changed
from flowdesigner.model.project import Project
from flowdesigner.texts import N_, Message, message

_ABOVE = 200
"""How far above a block the one is put that comes before it."""


class Replace(Edit, frozen=True):
    """Put another block in the place of one that is there."""

    flow: str
    block: str
    other: Block
    """What comes there; it takes over the words and the exits of the block, as far as it can."""
    words: Mapping[str, str]
    """For a field of the block, the field of the other that takes its words."""
    title: Message

    @property
    def where(self) -> Where:
        """The block."""
        return Where(self.flow, (self.block,))

    def apply(self, project: Project) -> Project:
        """Replace it where it stands."""
        flow = project.flows[self.flow]
        block = flow.blocks.get(self.block)
        if block is None:
            return project
        taken = {after: getattr(block, before, None) for before, after in self.words.items()}
        ways = {way.id for way in self.other.ways_out()}
        exits = {name: target for name, target in block.exits.items() if name in ways}
        kept = {name: getattr(block, name) for name in ("title", "note", "ignore")}
        other = changed(self.other, exits=exits, **taken, **kept)
        after = changed(flow, blocks={**flow.blocks, self.block: other})
        return with_flow(project, self.flow, after)


class PutBefore(Edit, frozen=True):
    """Let all that leads to a block lead through a new one first."""

    flow: str
    block: str
    id: str
    """What the new block is called, or nearly so."""
    new: Block
    way: str
    """The exit by which the new block leads to the other."""
    title: Message
    otherwise: tuple[str, Block] | None = None
    """Another exit of it, and what it leads to."""

    @property
    def where(self) -> Where:
        """The block."""
        return Where(self.flow, (self.block,))

    def apply(self, project: Project) -> Project:
        """Put it above; all that led to the block leads to it."""
        flow = project.flows[self.flow]
        if self.block not in flow.blocks:
            return project
        id = free_id(self.id, flow.blocks)
        blocks = {at: retargeted(each, {self.block: id}) for at, each in flow.blocks.items()}
        exits, places = {self.way: self.block}, {id: _above(flow, self.block)}
        if self.otherwise is not None:
            exit, end = self.otherwise
            exits[exit] = free_id("end", {**blocks, id: self.new})
            blocks[exits[exit]] = end
            places[exits[exit]] = _beside(flow, self.block)
        blocks[id] = changed(self.new, exits=exits)
        first = id if flow.first == self.block else flow.first
        after = changed(flow, blocks=blocks, first=first, layout=placed(flow.layout, places))
        return with_flow(project, self.flow, after)


def _above(flow: Flow, block: str) -> tuple[float, float]:
    x, y = flow.layout.blocks.get(block, (0, 0))
    return x, y - _ABOVE


def _beside(flow: Flow, block: str) -> tuple[float, float]:
    x, y = flow.layout.blocks.get(block, (0, 0))
    return x + 2 * _ABOVE, y - _ABOVE


class IntoOne(Edit, frozen=True):
    """Say what several messages in a row say in the first of them."""

    flow: str
    blocks: tuple[str, ...]

    @property
    def title(self) -> Message:
        """Its name."""
        return message(N_("Say it in one message"))

    @property
    def where(self) -> Where:
        """The message that stays."""
        return Where(self.flow, self.blocks[:1])

    def apply(self, project: Project) -> Project:
        """Put the words together, and take the other messages away."""
        flow = project.flows[self.flow]
        found = [flow.blocks[id] for id in self.blocks if id in flow.blocks]
        if len(found) != len(self.blocks):
            return project
        texts = [getattr(each, "text", None) or {} for each in found]
        languages = dict.fromkeys(language for text in texts for language in text)
        text = {
            language: "\n\n".join(each[language] for each in texts if language in each)
            for language in languages
        }
        first = changed(found[0], text=text)
        after = changed(flow, blocks={**flow.blocks, self.blocks[0]: first})
        whole = with_flow(project, self.flow, after)
        return DeleteBlocks(self.flow, self.blocks[1:]).apply(whole)
