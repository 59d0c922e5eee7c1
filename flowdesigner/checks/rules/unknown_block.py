"""The rule *unknown-block*."""

from flowdesigner.checks.about import being
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.rule import Finding, Findings, Manual, Rule, Severity
from flowdesigner.model.block import UnknownBlock
from flowdesigner.texts import N_, message


def _of_block(context: BlockContext) -> Findings:
    if isinstance(context.block, UnknownBlock):
        told = N_("This version of the program does not know blocks of the type “{type}”.")
        yield Finding(message=message(told, type=context.block.type), field=("type",))


RULE = Rule(
    name="unknown-block",
    severity=Severity.ERROR,
    title=N_("Every block is of a type the program knows"),
    manual=Manual(
        means=N_(
            "The file has a block of a type that this version of the program does not know. It is "
            "kept as it is and drawn grey."
        ),
        why=N_(
            "The program cannot tell what the block does, and so can neither try it out nor "
            "export it."
        ),
        cure=N_(
            "Open the project in a newer version of the program, put a block of another type in "
            "its place, or correct its type in the file."
        ),
        source=N_("The file format of Flow Designer, version 1."),
    ),
    of_block=_of_block,
    blocks=being(UnknownBlock),
)
