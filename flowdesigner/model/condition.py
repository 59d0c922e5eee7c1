"""Conditions as data: `{variable, op, value}` under `all`, `any`, `not`."""

from collections.abc import Callable, Iterator, Mapping
from typing import Annotated, Literal, Self

from flowdesigner.model.accepted import JsonValue
from flowdesigner.model.facts import Facts
from flowdesigner.model.fields import Field, Kind
from flowdesigner.model.part import AsWord, InFile, Part
from flowdesigner.model.pattern import matches
from flowdesigner.model.values import Value, Writer, look_up, raw, type_of
from flowdesigner.model.variable import Variable
from flowdesigner.texts import N_, translate

Operator = Literal[
    "is", "is_not", "in", "contains", "starts_with", "matches", "above", "below", "at_least",
    "at_most", "between", "before", "after", "is_set",
]  # fmt: skip

OPERATOR_LABELS: Mapping[str, str] = {
    "is": N_("is"),
    "is_not": N_("is not"),
    "in": N_("is one of"),
    "contains": N_("contains"),
    "starts_with": N_("starts with"),
    "matches": N_("matches the pattern"),
    "above": N_("is above"),
    "below": N_("is below"),
    "at_least": N_("is at least"),
    "at_most": N_("is at most"),
    "between": N_("is between"),
    "before": N_("is before"),
    "after": N_("is after"),
    "is_set": N_("has a value"),
}

_EVERY = ("is", "is_not", "in", "is_set")
_TEXTUAL = (*_EVERY, "contains", "starts_with", "matches")
_NUMERIC = (*_EVERY, "above", "below", "at_least", "at_most", "between")
_TEMPORAL = (*_EVERY, "before", "after")


def operators_for(variable_type: str) -> tuple[str, ...]:
    """The operators that make sense for a type of variable."""
    if variable_type in ("number", "money"):
        return _NUMERIC
    if variable_type in ("date", "time"):
        return _TEMPORAL
    return _TEXTUAL if variable_type in ("text", "phone", "email") else _EVERY


class Condition(Part):
    """Something that is true or not of the variables; one row, or a group of rows."""

    variable: Annotated[
        str | None,
        AsWord(),
        Field(
            label=N_("Variable"),
            kind=Kind.VARIABLE,
            help=N_("The variable that is looked at."),
        ),
    ] = None
    op: Annotated[
        Operator | None,
        Field(
            label=N_("Comparison"),
            kind=Kind.CHOICE,
            choices=OPERATOR_LABELS,
            help=N_("How it is compared."),
        ),
    ] = None
    value: Annotated[
        JsonValue,
        Field(
            label=N_("Value"),
            kind=Kind.LITERAL,
            help=N_("What it is compared with: a value, or another variable."),
        ),
    ] = None
    all: tuple[Self, ...] | None = None
    any: tuple[Self, ...] | None = None
    negated: Annotated[Self | None, InFile("not")] = None

    def rows(self) -> Iterator["Condition"]:
        """The rows, however deep they lie."""
        groups = (*(self.all or ()), *(self.any or ()), *((self.negated,) if self.negated else ()))
        for each in groups:
            yield from each.rows()
        if self.variable is not None or self.op is not None:
            yield self

    def variables(self) -> Iterator[str]:
        """The paths that the condition reads."""
        for row in self.rows():
            if row.variable:
                yield row.variable
            if (other := _referred(row.value)) is not None:
                yield other


def _referred(value: JsonValue) -> str | None:
    """The variable a row compares with, when it is not a literal."""
    if isinstance(value, Mapping) and isinstance(value.get("variable"), str):
        return str(value["variable"])
    return None


def holds(
    condition: Condition, values: Mapping[str, Value], variables: Mapping[str, Variable]
) -> bool:
    """Whether a condition is true; an unset variable makes every row false."""
    if condition.all is not None:
        return all(holds(each, values, variables) for each in condition.all)
    if condition.any is not None:
        return any(holds(each, values, variables) for each in condition.any)
    if condition.negated is not None:
        return not holds(condition.negated, values, variables)
    if not condition.variable or not condition.op:
        return False
    left = look_up(condition.variable, values)
    if left is None or left == "":
        return False
    if condition.op == "is_set":
        return condition.value is not False
    other = _referred(condition.value)
    right = look_up(other, values) if other else condition.value
    kind = type_of(condition.variable, variables)
    return right is not None and _COMPARISONS[condition.op](_key(left, kind), right, kind)


def _key(value: Value, kind: str) -> object:
    """A value in the form in which values of its type compare."""
    if kind in ("number", "money"):
        return _number(value)
    if isinstance(value, bool):
        return value
    plain = raw(value).strip().casefold()
    if kind == "time":
        return plain.zfill(5)  # 9:30 comes before 10:00
    return plain[:10] if kind == "date" else plain  # `now` has a time of day too


def _number(value: object) -> float | None:
    written = str(value)
    if isinstance(value, bool) or "_" in written:  # Python alone reads 1_000
        return None
    try:
        return float(written)
    except ValueError:
        return None


def _same(left: object, right: Value, kind: str) -> bool:
    return left is not None and left == _key(right, kind)


def _one_of(left: object, right: Value, kind: str) -> bool:
    return any(_same(left, each, kind) for each in (right if isinstance(right, list) else [right]))


def _matches(left: object, right: Value, _kind: str) -> bool:
    return matches(str(right), str(left), ignore_case=True)


def _ordered(test: Callable[[float, float], bool]) -> Callable[[object, Value, str], bool]:
    def compare(left: object, right: Value, _kind: str) -> bool:
        a, b = _number(left), _number(right)
        return a is not None and b is not None and test(a, b)

    return compare


def _between(left: object, right: Value, _kind: str) -> bool:
    if not isinstance(right, list) or len(right) != 2:
        return False
    number, low, high = _number(left), _number(right[0]), _number(right[1])
    return None not in (number, low, high) and low <= number <= high  # type: ignore[operator]


_COMPARISONS: Mapping[str, Callable[[object, Value, str], bool]] = {
    "is": _same,
    "is_not": lambda left, right, kind: not _same(left, right, kind),
    "in": _one_of,
    "contains": lambda left, right, kind: str(_key(right, kind)) in str(left),
    "starts_with": lambda left, right, kind: str(left).startswith(str(_key(right, kind))),
    "matches": _matches,
    "above": _ordered(lambda a, b: a > b),
    "below": _ordered(lambda a, b: a < b),
    "at_least": _ordered(lambda a, b: a >= b),
    "at_most": _ordered(lambda a, b: a <= b),
    "between": _between,
    "before": lambda left, right, kind: str(left) < str(_key(right, kind)),
    "after": lambda left, right, kind: str(left) > str(_key(right, kind)),
}


def describe(condition: Condition | None, facts: Facts, language: str) -> str:
    """A condition in words, as it stands on a card."""
    if condition is None:
        return ""
    for group, word in ((condition.all, N_(" and ")), (condition.any, N_(" or "))):
        if group is not None:
            return translate(word).join(_in_group(each, facts, language) for each in group)
    if condition.negated is not None:
        return translate(
            N_("not {condition}"), condition=describe(condition.negated, facts, language)
        )
    return _describe_row(condition, facts, language)


def _in_group(condition: Condition, facts: Facts, language: str) -> str:
    """A condition beside others; a group of several rows in brackets."""
    words = describe(condition, facts, language)
    several = len(condition.all or condition.any or ()) > 1
    return f"({words})" if several else words


def _describe_row(row: Condition, facts: Facts, language: str) -> str:
    op = translate(OPERATOR_LABELS[row.op]) if row.op else "…"
    if row.op == "is_set":
        return f"{row.variable or '…'} {op}"
    writer = Writer(facts.variables, language, facts.base_language, facts.currency)
    values = row.value if isinstance(row.value, list) else [row.value]
    written = [
        _referred(each) or writer.for_reader(row.variable or "", each)
        for each in values
        if each is not None
    ]
    return f"{row.variable or '…'} {op} {', '.join(written) or '…'}"
