"""The rule *odd-comparison*."""

from collections.abc import Iterator

from flowdesigner.checks.about import having
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.edits.blocks import SetValue
from flowdesigner.model.condition import OPERATOR_LABELS, Condition, operators_for
from flowdesigner.model.fields import Kind
from flowdesigner.model.part import changed
from flowdesigner.model.values import type_of
from flowdesigner.model.variable import BUILT_IN, TYPE_LABELS
from flowdesigner.model.walk import Path
from flowdesigner.texts import N_, Message, message


def _rows(condition: Condition, path: Path) -> Iterator[tuple[Path, Condition]]:
    """The rows, however deep they lie, and where."""
    for name in ("all", "any"):
        for position, each in enumerate(getattr(condition, name) or ()):
            yield from _rows(each, (*path, name, position))
    if condition.negated is not None:
        yield from _rows(condition.negated, (*path, "negated"))
    if condition.variable is not None or condition.op is not None:
        yield path, condition


def _of_block(context: BlockContext) -> Findings:
    variables = context.around.facts.variables
    for spot in context.of_kind(Kind.CONDITION):
        for path, row in _rows(spot.value, spot.path) if isinstance(spot.value, Condition) else ():
            if not row.variable or (row.variable not in variables and row.variable not in BUILT_IN):
                continue
            told = _odd(row, type_of(row.variable, variables))
            if told is not None:
                half = row.op is None or row.value is None
                fixes = (_asking(context, path, row),) if half else ()
                yield Finding(message=told, field=spot.path, fixes=fixes)


def _odd(row: Condition, kind: str) -> Message | None:
    if row.op is None:
        return message(N_("Nothing says how “{variable}” is compared."), variable=row.variable)
    if row.op not in operators_for(kind):
        return message(
            N_("“{comparison}” is never true of “{variable}”, which is of the kind “{kind}”."),
            variable=row.variable,
            comparison=Message(OPERATOR_LABELS[row.op]),
            kind=Message(TYPE_LABELS[kind]),
        )
    if row.op != "is_set" and row.value is None:
        told = N_("Nothing says what “{variable}” is compared with.")
        return message(told, variable=row.variable)
    return None


def _asking(context: BlockContext, path: Path, row: Condition) -> Fix:
    title = message(N_("Ask only whether “{variable}” has a value"), variable=row.variable)
    whole = changed(row, op="is_set", value=None)
    return Fix(title=title, edit=SetValue(context.flow, context.id, path, whole, title))


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
        source=N_("How conversations run in Flow Designer and on the platforms it exports to."),
    ),
    of_block=_of_block,
    blocks=having(Kind.CONDITION),
)
