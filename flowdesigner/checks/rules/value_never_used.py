"""The rule *value-never-used*."""

from collections.abc import Iterator

from flowdesigner.blocks.set import Set
from flowdesigner.checks.about import having
from flowdesigner.checks.context import PAUSE_EVERY, ProjectContext
from flowdesigner.checks.node import Node
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.edits.blocks import DeleteBlocks
from flowdesigner.edits.edit import Edit, Where, with_flow
from flowdesigner.model.block import Block
from flowdesigner.model.fields import Kind
from flowdesigner.model.part import changed
from flowdesigner.model.place import value_at, with_value
from flowdesigner.model.project import Project
from flowdesigner.texts import N_, Message, message


class Forget(Edit, frozen=True):
    """No longer keep a value; a block that was there for nothing else goes, too."""

    flow: str
    block: str
    variable: str

    @property
    def title(self) -> Message:
        """With the variable."""
        return message(N_("Do not keep “{variable}”"), variable=self.variable)

    @property
    def where(self) -> Where:
        """The block."""
        return Where(self.flow, (self.block,))

    def apply(self, project: Project) -> Project:
        """Take out all that writes it."""
        block = project.block(self.flow, self.block)
        if block is None:
            return project
        after = _without(block, self.variable)
        if isinstance(after, Set) and not after.changes:
            return DeleteBlocks(self.flow, (self.block,)).apply(project)
        flow = project.flows[self.flow]
        return with_flow(
            project, self.flow, changed(flow, blocks={**flow.blocks, self.block: after})
        )


def _without(block: Block, variable: str) -> Block:
    """The last one first, so that the places of the others stay what they are."""
    for name, path in reversed(tuple(block.writings)):
        if name != variable:
            continue
        listed = value_at(block, path)
        if isinstance(listed, tuple):
            block = with_value(block, path, tuple(each for each in listed if each != name) or None)
        else:
            block = with_value(block, path[:-1] if path[-1] == "variable" else path, None)
    return block


def _of_project(context: ProjectContext) -> Findings:
    """Not of answers: these are read in the conversation, too, and counted."""
    nodes = [
        (flow, id, node) for flow, each in context.flows.items() for id, node in each.nodes.items()
    ]
    used: set[str] = set()
    for at, (_flow, _id, node) in enumerate(nodes):
        used |= node.reads
        if at % PAUSE_EVERY == 0:
            yield None
    unused = context.project.variables.keys() - used
    for flow, id, node in nodes if unused else ():
        for variable in _kept(node):
            if variable in unused:
                edit = Forget(flow, id, variable)
                told = N_("“{variable}” is kept here, and nothing ever looks at it.")
                yield Finding(
                    flow=flow,
                    block=id,
                    message=message(told, variable=variable),
                    fixes=(Fix(title=edit.title, edit=edit),),
                )


def _kept(node: Node) -> Iterator[str]:
    if not node.waits:
        yield from sorted(frozenset[str]().union(*node.sets.values()))


RULE = Rule(
    name="value-never-used",
    alias="VA02",
    severity=Severity.HINT,
    title=N_("What is kept is used somewhere"),
    manual=Manual(
        means=N_(
            "A block keeps a value from a system or sets a variable, and no text, condition, "
            "request or summary of the project ever looks at it. Answers of customers do not "
            "count: they stand in the conversation in any case."
        ),
        why=N_(
            "Whoever reads the journey looks for a purpose that is not there, and data that is "
            "kept for nothing should not be kept (Indonesia's UU 27/2022 on personal data and the "
            "GDPR, article 5, ask for as little as needed)."
        ),
        cure=N_(
            "Take the value out of the block, or use it where it was meant to be used. A slip of "
            "the pen in the name at the other place is often the reason."
        ),
        source=N_("UU 27/2022 on personal data; GDPR, article 5."),
    ),
    of_project=_of_project,
    blocks=having(Kind.SAVE, Kind.VARIABLE, Kind.VARIABLES),
)
