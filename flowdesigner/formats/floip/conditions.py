"""Conditions as FLOIP expressions."""

from collections.abc import Mapping

from flowdesigner.formats.floip.expressions import Expressions, both, either, number, text
from flowdesigner.model.condition import Condition
from flowdesigner.model.values import Value, raw, type_of

MODES: Mapping[str, str] = {"whatsapp": "RICH_MESSAGING", "sms": "SMS"}
"""What FLOIP calls our channels; any other is TEXT."""

_AS_THEY_ARE = ("number", "money", "boolean", "choice")
"""Types whose values compare as they are; others compare in lower case."""

_ORDERED = {
    "above": ">", "below": "<", "at_least": ">=", "at_most": "<=", "before": "<", "after": ">",
}  # fmt: skip


def test_of(condition: Condition, to: Expressions) -> str:
    """The expression that is true when a condition is."""
    if condition.all is not None:
        return both(*(test_of(each, to) for each in condition.all)) if condition.all else "true"
    if condition.any is not None:
        return either(*(test_of(each, to) for each in condition.any)) if condition.any else "false"
    if condition.negated is not None:
        return f"if({test_of(condition.negated, to)}, false, true)"
    if not condition.variable or not condition.op:
        return "false"
    row = _row(condition, to)
    return (
        f"and({to.is_set(condition.variable)}, {row})"
        if row != "true"
        else to.is_set(condition.variable)
    )


def _row(row: Condition, to: Expressions) -> str:
    name = to.path(row.variable or "")
    kind = type_of(row.variable or "", to.facts.variables)
    op, value = row.op or "", row.value
    if op == "is_set":
        return "false" if value is False else "true"
    if op in _ORDERED:
        return f"{name} {_ORDERED[op]} {_other(value, kind, to)}"
    if op == "between" and isinstance(value, list) and len(value) == 2:
        low, high = (_other(each, kind, to) for each in value)
        return f"and({name} >= {low}, {name} <= {high})"
    if op == "in":
        each_of = value if isinstance(value, list) else [value]
        return either(*(_same(name, each, kind, to) for each in each_of)) if each_of else "false"
    if op == "is_not":
        return f"if({_same(name, value, kind, to)}, false, true)"
    return _textual(op, name, value, kind, to)


def _textual(op: str, name: str, value: Value, kind: str, to: Expressions) -> str:
    if op == "is":
        return _same(name, value, kind, to)
    wanted = raw(value).strip().casefold()
    if op == "contains":
        return f"contains({text(wanted)}, lower({name}))"
    if op == "starts_with":
        return f"left(lower({name}), {len(wanted)}) = {text(wanted)}"
    return "false"  # a pattern, which expressions have no word for


def _same(name: str, value: Value, kind: str, to: Expressions) -> str:
    if name == "channel.mode":
        return f"{name} = {text(MODES.get(str(value), 'TEXT'))}"
    if kind in _AS_THEY_ARE:
        return f"{name} = {_other(value, kind, to)}"
    return f"lower({name}) = {_other(value, kind, to)}"


def _other(value: Value, kind: str, to: Expressions) -> str:
    """What a variable is compared with: a literal, or another variable."""
    if isinstance(value, Mapping):
        other = to.path(str(value.get("variable", "")))
        return other if kind in _AS_THEY_ARE else f"lower({other})"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return number(value)
    written = raw(value)
    return text(written if kind == "choice" else written.strip().casefold())
