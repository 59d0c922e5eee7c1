"""Edits of the lists inside a block: options of a menu, cases of a condition, changes of a set."""

from flowdesigner.edits.edit import Edit, Where, with_flow
from flowdesigner.model.block import Block
from flowdesigner.model.part import Part, changed
from flowdesigner.model.project import Project
from flowdesigner.texts import N_, Message, message


def _listed(block: Block, field: str) -> tuple[Part, ...]:
    return getattr(block, field, None) or ()


def _with_block(project: Project, flow: str, block: str, after: Block) -> Project:
    before = project.flows[flow]
    return with_flow(project, flow, changed(before, blocks={**before.blocks, block: after}))


class _ListEdit(Edit, frozen=True):
    """An edit of one list of a block."""

    flow: str
    block: str
    field: str

    @property
    def where(self) -> Where:
        """The list."""
        return Where(self.flow, (self.block,), (self.field,))


class AddPart(_ListEdit, frozen=True):
    """Add a part to a list, at its end or before a position."""

    part: Part
    at: int | None = None

    @property
    def title(self) -> Message:
        """Its name."""
        return message(N_("Add a line"))

    def apply(self, project: Project) -> Project:
        """Add it."""
        block = project.flows[self.flow].blocks[self.block]
        parts = list(_listed(block, self.field))
        parts.insert(len(parts) if self.at is None else self.at, self.part)
        after = changed(block, **{self.field: tuple(parts)})
        return _with_block(project, self.flow, self.block, after)


class RemovePart(_ListEdit, frozen=True):
    """Take a part out of a list, and the exit that was its own."""

    at: int

    @property
    def title(self) -> Message:
        """Its name."""
        return message(N_("Remove a line"))

    def apply(self, project: Project) -> Project:
        """Remove it; what its channel variants say of it goes too."""
        block = project.flows[self.flow].blocks[self.block]
        parts = _listed(block, self.field)
        if self.at >= len(parts):
            return project
        gone = getattr(parts[self.at], "id", "")
        rest = (*parts[: self.at], *parts[self.at + 1 :])
        exits = {name: to for name, to in block.exits.items() if not gone or name != gone}
        shares = {name: each for name, each in (block.shares or {}).items() if name != gone}
        values = {self.field: rest or None, "exits": exits, "shares": shares or None}
        after = changed(block, **values)
        return _with_block(project, self.flow, self.block, _without_words(after, gone))


def _without_words(block: Block, option: str) -> Block:
    variants = block.variants or {}
    if not any(option in (each.options or {}) for each in variants.values()):
        return block
    kept = {
        channel: changed(
            each, options={id: w for id, w in (each.options or {}).items() if id != option} or None
        )
        for channel, each in variants.items()
    }
    return changed(block, variants=kept)


class MovePart(_ListEdit, frozen=True):
    """Put a part of a list at another position."""

    at: int
    to: int

    @property
    def title(self) -> Message:
        """Its name."""
        return message(N_("Move a line"))

    def apply(self, project: Project) -> Project:
        """Move it."""
        block = project.flows[self.flow].blocks[self.block]
        parts = list(_listed(block, self.field))
        if self.at == self.to or not 0 <= self.to < len(parts):
            return project
        parts.insert(self.to, parts.pop(self.at))
        after = changed(block, **{self.field: tuple(parts)})
        return _with_block(project, self.flow, self.block, after)


class RenamePart(_ListEdit, frozen=True):
    """Give an option or a case another id, and its exit with it."""

    old: str
    new: str

    @property
    def title(self) -> Message:
        """With the new name."""
        return message(N_("Rename to {name}"), name=self.new)

    def apply(self, project: Project) -> Project:
        """Rename it."""
        block = project.flows[self.flow].blocks[self.block]
        parts = _listed(block, self.field)
        if any(getattr(each, "id", "") == self.new for each in parts):
            return project
        renamed = tuple(
            changed(each, id=self.new) if getattr(each, "id", "") == self.old else each
            for each in parts
        )
        exits = {self._name(name): to for name, to in block.exits.items()}
        shares = {self._name(name): each for name, each in (block.shares or {}).items()}
        variants = {
            channel: changed(
                each,
                options={self._name(id): words for id, words in (each.options or {}).items()}
                or None,
            )
            for channel, each in (block.variants or {}).items()
        }
        values = {"exits": exits, "shares": shares or None, "variants": variants or None}
        after = changed(block, **{self.field: renamed}, **values)
        return _with_block(project, self.flow, self.block, after)

    def _name(self, id: str) -> str:
        return self.new if id == self.old else id
