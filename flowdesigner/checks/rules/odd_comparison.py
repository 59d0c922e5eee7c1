"""The rule *odd-comparison*."""

from collections.abc import Iterator

from flowdesigner.checks.about import having
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.rule import Finding, Findings, Manual, Rule, Severity
from flowdesigner.model.condition import OPERATOR_LABELS, Condition, operators_for
from flowdesigner.model.fields import Kind
from flowdesigner.model.values import type_of
from flowdesigner.model.variable import BUILT_IN, TYPE_LABELS
from flowdesigner.model.walk import Path
from flowdesigner.texts import N_, Message, message


def _rows(context: BlockContext) -> Iterator[tuple[Path, Condition]]:
    for spot in context.of_kind(Kind.CONDITION):
        for row in spot.value.rows() if isinstance(spot.value, Condition) else ():
            yield spot.path, row


def _of_block(context: BlockContext) -> Findings:
    variables = context.around.facts.variables
    for path, row in _rows(context):
        if not row.variable or (row.variable not in variables and row.variable not in BUILT_IN):
            continue
        kind = type_of(row.variable, variables)
        if row.op is None:
            told = message(N_("Nothing says how “{variable}” is compared."), variable=row.variable)
            yield Finding(message=told, field=path)
        elif row.op not in operators_for(kind):
            told = message(
                N_("“{comparison}” is never true of “{variable}”, which is of the kind “{kind}”."),
                variable=row.variable,
                comparison=Message(OPERATOR_LABELS[row.op]),
                kind=Message(TYPE_LABELS[kind]),
            )
            yield Finding(message=told, field=path)
        elif row.op != "is_set" and row.value is None:
            told = message(
                N_("Nothing says what “{variable}” is compared with."), variable=row.variable
            )
            yield Finding(message=told, field=path)


RULE = Rule(
    name="odd-comparison",
    severity=Severity.WARNING,
    title=N_("Every comparison can come out true"),
    manual=Manual(
        means=N_(
            "A condition compares a variable in a way that does not fit its kind, such as whether "
            "a date contains a word, or it is half filled in."
        ),
        why=N_("The comparison is never true, so that customers never go that way."),
        cure=N_(
            "Choose another comparison or fill in what is missing. If the variable is of the "
            "wrong kind, change it in the list of variables."
        ),
    ),
    of_block=_of_block,
    blocks=having(Kind.CONDITION),
)
