"""Edits that put right what a rule has found, and that have no other home."""

from collections.abc import Mapping

from flowdesigner.edits.blocks import AddBlock
from flowdesigner.edits.edit import Edit, Where, with_flow
from flowdesigner.model.block import Block
from flowdesigner.model.flow import Flow, Point
from flowdesigner.model.ids import free_id
from flowdesigner.model.part import changed
from flowdesigner.model.place import value_at, with_value
from flowdesigner.model.project import Project
from flowdesigner.model.template import Placeholder, parse_template
from flowdesigner.model.walk import Path
from flowdesigner.texts import N_, Message, message

_BELOW = 200
"""How far below a block its new neighbour is put."""


class EndAfter(Edit, frozen=True):
    """Put an end behind an exit that leads nowhere."""

    flow: str
    block: str
    exit: str
    end: Block
    """What to put there."""

    @property
    def title(self) -> Message:
        """Its name."""
        return message(N_("End the flow there"))

    @property
    def where(self) -> Where:
        """The block that is left."""
        return Where(self.flow, (self.block,))

    def apply(self, project: Project) -> Project:
        """Add it below."""
        flow = project.flows[self.flow]
        if self.block not in flow.blocks:
            return project
        id = free_id("end", flow.blocks)
        at = _below(flow, self.block)
        return AddBlock(self.flow, id, self.end, at, (self.block, self.exit)).apply(project)


def _below(flow: Flow, block: str) -> Point:
    x, y = flow.layout.blocks.get(block, (0, 0))
    taken = set(flow.layout.blocks.values())
    at = (x, y + _BELOW)
    while at in taken:
        at = (at[0] + _BELOW, at[1])
    return at


class RemoveKey(Edit, frozen=True):
    """Take away something a file says that means nothing to the program."""

    path: Path
    """Inside the block, else the flow, else the project."""
    flow: str | None = None
    block: str | None = None

    @property
    def title(self) -> Message:
        """With the name of the entry."""
        return message(N_("Remove “{key}”"), key=str(self.path[-1]))

    @property
    def where(self) -> Where:
        """Where it stood."""
        return Where(self.flow, (self.block,) if self.block else (), self.path[:-1])

    def apply(self, project: Project) -> Project:
        """Remove it."""
        if self.flow is None:
            return with_value(project, self.path, None)
        flow = project.flows[self.flow]
        if self.block is None:
            return with_flow(project, self.flow, with_value(flow, self.path, None))
        after = with_value(flow.blocks[self.block], self.path, None)
        blocks = {**flow.blocks, self.block: after}
        return with_flow(project, self.flow, changed(flow, blocks=blocks))


class AddDefault(Edit, frozen=True):
    """Let a text say something else where a variable has no value."""

    flow: str
    block: str
    path: Path
    """To the string that holds the placeholder."""
    variable: str
    default: str = "-"

    @property
    def title(self) -> Message:
        """With what is said instead."""
        return message(N_("Say “{default}” when it has no value"), default=self.default)

    @property
    def where(self) -> Where:
        """The text."""
        return Where(self.flow, (self.block,), self.path)

    def apply(self, project: Project) -> Project:
        """Add the filter to every placeholder of that variable that has none."""
        flow = project.flows[self.flow]
        before = flow.blocks[self.block]
        text = value_at(before, self.path)
        if not isinstance(text, str):
            return project
        after = with_value(before, self.path, self._written(text))
        blocks = {**flow.blocks, self.block: after}
        return with_flow(project, self.flow, changed(flow, blocks=blocks))

    def _written(self, text: str) -> str:
        pieces: list[str] = []
        for each in parse_template(text):
            if isinstance(each, str):
                pieces.append(each)
                continue
            pieces.append(self._placeholder(text[each.start : each.end], each))
        return "".join(pieces)

    def _placeholder(self, written: str, place: Placeholder) -> str:
        root = place.path.partition(".")[0]
        if place.has_default or self.variable not in (place.path, root):
            return written
        inside = written.removeprefix("{{").removesuffix("}}").rstrip("- ")
        first, bar, filters = inside.partition("|")
        default = f'| default: "{self.default}"'
        rest = f" {bar}{filters}" if bar else ""
        return f"{{{{{first.rstrip()} {default}{rest} }}}}"


class SetStart(Edit, frozen=True):
    """Change something that one of the starts of a flow says; `None` takes it away."""

    flow: str
    at: int
    path: Path
    value: object

    @property
    def title(self) -> Message:
        """Its name."""
        return message(N_("Change how the flow starts"))

    @property
    def where(self) -> Where:
        """The start."""
        return Where(self.flow, (), ("starts", self.at, *self.path))

    def apply(self, project: Project) -> Project:
        """Change it."""
        flow = project.flows[self.flow]
        starts = list(flow.starts or ())
        if self.at >= len(starts):
            return project
        starts[self.at] = with_value(starts[self.at], self.path, self.value)
        return with_flow(project, self.flow, changed(flow, starts=tuple(starts)))


class BeginWith(Edit, frozen=True):
    """Put a sentence before what a block says, in each of its languages."""

    flow: str
    block: str
    sentences: Mapping[str, str]
    title: Message

    @property
    def where(self) -> Where:
        """The text."""
        return Where(self.flow, (self.block,), ("text",))

    def apply(self, project: Project) -> Project:
        """Put it before the words as they are now."""
        block = project.block(self.flow, self.block)
        text = value_at(block, ("text",))
        if block is None or not isinstance(text, dict):
            return project
        longer = {
            code: f"{self.sentences[code]} {words}" if code in self.sentences else words
            for code, words in text.items()
        }
        flow = project.flows[self.flow]
        blocks = {**flow.blocks, self.block: with_value(block, ("text",), longer)}
        return with_flow(project, self.flow, changed(flow, blocks=blocks))
