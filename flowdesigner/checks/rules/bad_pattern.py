"""The rule *bad-pattern*."""

from flowdesigner.checks.about import having
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.rule import Finding, Findings, Manual, Rule, Severity
from flowdesigner.model.condition import Condition
from flowdesigner.model.fields import Kind
from flowdesigner.model.pattern import is_pattern
from flowdesigner.model.walk import Path
from flowdesigner.texts import N_, message


def _of_block(context: BlockContext) -> Findings:
    for spot in context.of_kind(Kind.PATTERN):
        yield from _looked_at(spot.value, spot.path)
    for spot in context.of_kind(Kind.CONDITION):
        for row in spot.value.rows() if isinstance(spot.value, Condition) else ():
            if row.op == "matches":
                yield from _looked_at(row.value, spot.path)


def _looked_at(pattern: object, path: Path) -> Findings:
    if isinstance(pattern, str) and not is_pattern(pattern):
        told = N_("“{pattern}” is not a pattern that can be used.")
        yield Finding(message=message(told, pattern=pattern), field=path)


RULE = Rule(
    name="bad-pattern",
    severity=Severity.ERROR,
    title=N_("Every pattern can be used"),
    manual=Manual(
        means=N_(
            "A pattern for answers or comparisons is not well formed, longer than 500 characters, "
            "or uses something that patterns here do not have, such as looking ahead."
        ),
        why=N_("No answer can ever match it, so that every customer is told to try again."),
        cure=N_(
            "Correct the pattern. \\d stands for a digit, [A-Z] for a capital letter, {8} for "
            "eight times, + for once or more, and \\ before a sign for the sign itself: "
            "INV-\\d{8}-\\d{4}. The syntax is that of RE2."
        ),
        source=N_("The file format of Flow Designer, version 1."),
    ),
    of_block=_of_block,
    blocks=having(Kind.PATTERN, Kind.CONDITION),
)
