"""The rule *case-never-reached*."""

from collections.abc import Iterator
from datetime import date

from pydantic import JsonValue

from flowdesigner.blocks.condition import Condition as ConditionBlock
from flowdesigner.checks.about import being
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.rule import Finding, Findings, Manual, Rule, Severity
from flowdesigner.model.condition import Condition
from flowdesigner.model.values import is_iso_date
from flowdesigner.texts import N_, message

_INFINITE = float("inf")
_BY_DATE = ("before", "after")

Range = tuple[float, bool, float, bool]
"""Lowest, whether it counts, highest, whether it counts."""


def _of_block(context: BlockContext) -> Findings:
    if not isinstance(context.block, ConditionBlock):
        return
    before: list[tuple[str, Condition]] = []
    for case in context.block.cases or ():
        if case.when is None or not case.id:
            continue
        for id, earlier in before:
            if covers(earlier, case.when):
                told = N_("“{case}” is never taken: “{earlier}” comes first and is true as well.")
                yield Finding(
                    message=message(told, case=_words(case.id), earlier=_words(id)),
                    field=("cases", case.id, "when"),
                )
                break
        before.append((case.id, case.when))


def _words(id: str) -> str:
    return id.replace("_", " ")


def covers(one: Condition, other: Condition) -> bool:
    """Whether one condition is surely true whenever the other is; when in doubt, no."""
    if one == other:
        return True
    if other.any is not None:
        return bool(other.any) and all(covers(one, each) for each in other.any)
    if one.all is not None:
        return all(covers(each, other) for each in one.all)
    if one.any is not None:
        return any(covers(each, other) for each in one.any)
    if other.all is not None:
        return any(covers(one, each) for each in other.all)
    return _row_covers(one, other)


def _row_covers(one: Condition, other: Condition) -> bool:
    if one.variable is None or one.variable != other.variable or other.negated is not None:
        return False
    if one.op == "is_set" and one.value is not False:
        return other.op not in (None, "is_set")
    if one.op in ("is", "in") and other.op in ("is", "in"):
        named = _listed(other)
        return named is not None and named <= (_listed(one) or frozenset())
    wide, narrow = _range(one), _range(other)
    return wide is not None and narrow is not None and _within(narrow, wide)


def _listed(row: Condition) -> frozenset[str] | None:
    """The values a row names; none, when one of them is only known in the conversation."""
    values: list[JsonValue] = row.value if isinstance(row.value, list) else [row.value]
    if not values or not all(map(_is_literal, values)):
        return None
    return frozenset(f"{type(each).__name__} {each}".strip().casefold() for each in values)


def _is_literal(value: JsonValue) -> bool:
    return not isinstance(value, dict | list) and not (isinstance(value, str) and "{{" in value)


def _range(row: Condition) -> Range | None:
    numbers = list(_numbers(row))
    if row.op == "between":
        return (numbers[0], True, numbers[1], True) if len(numbers) == 2 else None
    if len(numbers) != 1:
        return None
    [number] = numbers
    return {
        "is": (number, True, number, True),
        "above": (number, False, _INFINITE, False),
        "at_least": (number, True, _INFINITE, False),
        "after": (number, False, _INFINITE, False),
        "before": (-_INFINITE, False, number, False),
        "below": (-_INFINITE, False, number, False),
        "at_most": (-_INFINITE, False, number, True),
    }.get(row.op or "")


def _numbers(row: Condition) -> Iterator[float]:
    for each in row.value if isinstance(row.value, list) else [row.value]:
        if isinstance(each, int | float) and not isinstance(each, bool):
            yield each
        elif row.op in _BY_DATE and isinstance(each, str) and is_iso_date(each):
            yield date.fromisoformat(each).toordinal()


def _within(narrow: Range, wide: Range) -> bool:
    low, low_counts, high, high_counts = narrow
    least, least_counts, most, most_counts = wide
    above = low > least or (low == least and (least_counts or not low_counts))
    below = high < most or (high == most and (most_counts or not high_counts))
    return above and below and low <= high


RULE = Rule(
    name="case-never-reached",
    alias="FL08",
    severity=Severity.WARNING,
    title=N_("Every case of a condition can be taken"),
    manual=Manual(
        means=N_(
            "A case can only be true when an earlier case of the same condition is true too. Cases "
            "are tried from top to bottom, and the first that is true is taken."
        ),
        why=N_("No customer ever goes that way, although somebody drew it for a reason."),
        cure=N_("Put the narrower case first, or change what it compares."),
    ),
    of_block=_of_block,
    blocks=being(ConditionBlock),
)
