"""The rule *number-left-out*."""

from flowdesigner.checks.about import having
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.covering import Case, cases_of, covers
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.edits.blocks import SetValue
from flowdesigner.model.accepted import JsonValue
from flowdesigner.model.condition import Condition
from flowdesigner.model.fields import Kind
from flowdesigner.model.part import changed
from flowdesigner.texts import N_, message

_OTHER_SIDE = {"above": "below", "below": "above"}
_WITH_IT = {"above": "at_least", "below": "at_most"}


def _of_block(context: BlockContext) -> Findings:
    cases = cases_of(context)
    before: dict[tuple[str | None, str | None, JsonValue], Case] = {}
    for case in cases:
        when = case.when
        if when.op not in _OTHER_SIDE or not isinstance(when.value, int | float) or not when.value:
            continue  # more, less, and nothing at all are often three different things
        earlier = before.get((when.variable, _OTHER_SIDE[when.op], when.value))
        just_it = changed(when, op="is")
        if earlier is not None and not any(covers(each.when, just_it) for each in cases):
            yield _finding(context, earlier, case)
        before.setdefault((when.variable, when.op, when.value), case)


def _finding(context: BlockContext, earlier: Case, case: Case) -> Finding:
    told = N_("{n} itself is left out: neither “{earlier}” nor “{case}” is true then.")
    title = message(N_("Let it count for “{case}”"), case=case.name)
    edit = SetValue(context.flow, context.id, case.path, _with_it(case.when), title)
    return Finding(
        message=message(told, n=case.when.value, earlier=earlier.name, case=case.name),
        field=case.path,
        fixes=(Fix(title=title, edit=edit),),
    )


def _with_it(row: Condition) -> Condition:
    return changed(row, op=_WITH_IT[row.op or ""])


RULE = Rule(
    name="number-left-out",
    alias="FL08c",
    severity=Severity.HINT,
    title=N_("No number falls between two cases"),
    manual=Manual(
        means=N_(
            "One case of a condition is true above a number, another below the same number, and "
            "none is true for the number itself, so it goes on by “else”. Zero is not looked at: "
            "more, less and nothing are often three different things."
        ),
        why=N_(
            "Few people think of the number itself, and whoever tries the flow out seldom hits "
            "it. For a customer with just that many points it matters."
        ),
        cure=N_("Write “at least” instead of “above”, or “at most” instead of “below”."),
        source=N_("Good practice of the trade"),
    ),
    of_block=_of_block,
    blocks=having(Kind.CONDITION),
)
