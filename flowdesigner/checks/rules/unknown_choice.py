"""The rule *unknown-choice*."""

from collections.abc import Iterator

from flowdesigner.blocks.menu import Menu
from flowdesigner.checks.about import being, either, having
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.rule import Finding, Findings, Manual, Rule, Severity
from flowdesigner.model.condition import Condition
from flowdesigner.model.fields import Kind
from flowdesigner.model.walk import Path
from flowdesigner.texts import N_, message

_NOT_LISTED = N_("“{variable}” is never “{value}”: it is one of {known}.")
_NO_LIST = N_("“{variable}” is never “{value}”: it has no values to choose from yet.")
_COMPARED = ("is", "is_not", "in")


def _compared(context: BlockContext) -> Iterator[tuple[Path, str, object]]:
    """Where a variable is compared with a value, or given one."""
    for spot in context.of_kind(Kind.CONDITION):
        for row in spot.value.rows() if isinstance(spot.value, Condition) else ():
            if row.op in _COMPARED and row.variable:
                values = row.value if isinstance(row.value, list) else [row.value]
                yield from ((spot.path, row.variable, each) for each in values)
    for spot in context.of_kind(Kind.LITERAL):
        variable = getattr(spot.owner, "variable", None)
        if variable and not isinstance(spot.owner, Condition):
            yield spot.path, variable, spot.value
    if isinstance(context.block, Menu) and context.block.save_to:
        for option in context.block.options or ():
            yield ("options", option.id), context.block.save_to, option.id


def _of_block(context: BlockContext) -> Findings:
    variables = context.around.facts.variables
    for path, name, value in _compared(context):
        declared = variables.get(name)
        if declared is None or declared.type != "choice" or not isinstance(value, str):
            continue
        known = {each.id for each in declared.values or ()}
        if value not in known and "{{" not in value:
            told = message(
                _NOT_LISTED if known else _NO_LIST,
                variable=name,
                value=value,
                known=", ".join(sorted(known)),
            )
            yield Finding(message=told, field=path)


RULE = Rule(
    name="unknown-choice",
    severity=Severity.WARNING,
    title=N_("Every value is one that its variable can have"),
    manual=Manual(
        means=N_(
            "A condition compares a variable with a value that is not on the variable's list, or "
            "a block gives it such a value."
        ),
        why=N_("The comparison is never true, so that customers never go that way."),
        cure=N_("Choose one of the listed values, or add the value to the variable's list."),
    ),
    of_block=_of_block,
    blocks=either(having(Kind.CONDITION, Kind.LITERAL), being(Menu)),
)
