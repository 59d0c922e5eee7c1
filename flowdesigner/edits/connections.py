"""Edits of connections."""

from flowdesigner.edits.edit import Edit, Where, with_flow
from flowdesigner.model.part import changed
from flowdesigner.model.project import Project
from flowdesigner.texts import N_, Message, message


class Connect(Edit, frozen=True):
    """Let an exit lead to a block; `None` lets it lead nowhere."""

    flow: str
    block: str
    exit: str
    target: str | None

    @property
    def title(self) -> Message:
        """Connect or disconnect."""
        return message(N_("Connect blocks") if self.target else N_("Remove connection"))

    @property
    def where(self) -> Where:
        """The block that is left."""
        return Where(self.flow, (self.block,))

    def apply(self, project: Project) -> Project:
        """Connect them."""
        flow = project.flows[self.flow]
        block = flow.blocks.get(self.block)
        if block is None or block.exits.get(self.exit) == self.target:
            return project
        exits = {name: to for name, to in block.exits.items() if name != self.exit}
        if self.target is not None:
            exits = {**block.exits, self.exit: self.target}
        after = changed(flow, blocks={**flow.blocks, self.block: changed(block, exits=exits)})
        return with_flow(project, self.flow, after)


class PutBetween(Edit, frozen=True):
    """Let a connection lead through a block: into it, and on by one of its exits."""

    flow: str
    link: tuple[str, str]
    """The block and the exit it leaves by."""
    block: str
    way: str | None
    """The exit by which the block goes on; none when it has none."""

    @property
    def title(self) -> Message:
        """Its name."""
        return message(N_("Put block into a connection"))

    @property
    def where(self) -> Where:
        """The block."""
        return Where(self.flow, (self.block,))

    def apply(self, project: Project) -> Project:
        """Lead through it; what it led to by that exit is left."""
        source, exit = self.link
        flow = project.flows[self.flow]
        before = flow.blocks.get(source)
        on = before.exits.get(exit) if before else None
        if on is None or self.block in (source, on) or self.block not in flow.blocks:
            return project
        after = Connect(self.flow, source, exit, self.block).apply(project)
        if self.way is None:
            return after
        return Connect(self.flow, self.block, self.way, on).apply(after)


class SetFirst(Edit, frozen=True):
    """Let a flow begin with a block."""

    flow: str
    block: str

    @property
    def title(self) -> Message:
        """Its name."""
        return message(N_("Begin with this block"))

    @property
    def where(self) -> Where:
        """The block."""
        return Where(self.flow, (self.block,))

    def apply(self, project: Project) -> Project:
        """Begin there."""
        flow = project.flows[self.flow]
        if flow.first == self.block:
            return project
        return with_flow(project, self.flow, changed(flow, first=self.block))
