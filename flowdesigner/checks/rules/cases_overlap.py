"""The rule *cases-overlap*."""

from collections.abc import Iterator

from flowdesigner.checks.about import having
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.covering import INFINITE, Case, Range, cases_of, range_of
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.edits.blocks import SetValue
from flowdesigner.model.condition import Condition
from flowdesigner.model.fields import Kind
from flowdesigner.texts import N_, message


def _of_block(context: BlockContext) -> Findings:
    before: list[tuple[Case, Range]] = []
    for case in cases_of(context):
        here = range_of(case.when)
        if here is None:
            continue
        for earlier, there in before:
            if earlier.when.variable == case.when.variable and _overlap(there, here):
                told = N_("“{earlier}” and “{case}” may both be true; then “{earlier}” is taken.")
                yield Finding(
                    message=message(told, earlier=earlier.name, case=case.name),
                    field=case.path,
                    fixes=tuple(_fixes(context, case, there, here)),
                )
                break
        before.append((case, here))


def _overlap(one: Range, other: Range) -> bool:
    """Whether they share something, and each has something of its own."""
    return one.meets(other) and not one.lies_within(other) and not other.lies_within(one)


def _fixes(context: BlockContext, case: Case, there: Range, here: Range) -> Iterator[Fix]:
    """Say what is left for the case anyway; there are no such words for dates."""
    if case.when.op in ("before", "after"):
        return
    title = message(N_("Say only what is left for it"))
    left = _left(case.when.variable, there, here)
    edit = SetValue(context.flow, context.id, case.path, left, title)
    yield Fix(title=title, edit=edit)


def _left(variable: str | None, there: Range, here: Range) -> Condition:
    """The rows of what is in the second range and not in the first."""
    low, high = (here.low, here.low_counts), (here.high, here.high_counts)
    if there.high < here.high or (there.high == here.high and here.high_counts):
        low = (there.high, not there.high_counts)
    else:
        high = (there.low, not there.low_counts)
    rows = []
    if low[0] != -INFINITE:
        rows.append(_row(variable, "at_least" if low[1] else "above", low[0]))
    if high[0] != INFINITE:
        rows.append(_row(variable, "at_most" if high[1] else "below", high[0]))
    return rows[0] if len(rows) == 1 else Condition(all=tuple(rows))


def _row(variable: str | None, op: str, value: float) -> Condition:
    return Condition.model_validate({"variable": variable, "op": op, "value": value})


RULE = Rule(
    name="cases-overlap",
    alias="FL08b",
    severity=Severity.HINT,
    title=N_("Cases of a condition do not overlap"),
    manual=Manual(
        means=N_(
            "Two cases compare the same variable with ranges that share a part, such as 1 to 10 "
            "and 5 to 20. A range within a wider one that comes later is fine."
        ),
        why=N_(
            "The first case is taken for what they share. That may be meant; but whoever changes "
            "the order of the cases then sends customers another way."
        ),
        cure=N_("Let the second range begin where the first one ends."),
        source=N_("How conversations run in Flow Designer and on the platforms it exports to."),
    ),
    of_block=_of_block,
    blocks=having(Kind.CONDITION),
)
