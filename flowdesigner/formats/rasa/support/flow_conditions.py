# mypy: ignore-errors
"""Conditions as data: `{variable, op, value}` under `all`, `any`, `not`."""

from actions.flow_pattern import matches
from actions.flow_values import look_up, raw, type_of


def holds(condition, values, variables):
    """Whether a condition is true; an unset variable makes every row false."""
    if condition.get("all") is not None:
        return all(holds(each, values, variables) for each in condition["all"])
    if condition.get("any") is not None:
        return any(holds(each, values, variables) for each in condition["any"])
    if condition.get("not") is not None:
        return not holds(condition["not"], values, variables)
    return _row_holds(condition, values, variables)


def _row_holds(row, values, variables):
    name, op, right = row.get("variable"), row.get("op"), row.get("value")
    left = look_up(name, values) if name and op else None
    if left is None or left == "":
        return False
    if op == "is_set":
        return right is not False
    if isinstance(right, dict) and "variable" in right:
        right = look_up(right["variable"], values)
    kind = type_of(name, variables)
    return right is not None and _COMPARISONS[op](_key(left, kind), right, kind)


def _key(value, kind):
    if kind in ("number", "money"):
        return _number(value)
    if isinstance(value, bool):
        return value
    plain = raw(value).strip().casefold()
    if kind == "time":
        return plain.zfill(5)  # 9:30 comes before 10:00
    return plain[:10] if kind == "date" else plain  # `now` has a time of day too


def _number(value):
    written = str(value)
    if isinstance(value, bool) or "_" in written:  # Python alone reads 1_000
        return None
    try:
        return float(written)
    except ValueError:
        return None


def _same(left, right, kind):
    return left is not None and left == _key(right, kind)


def _one_of(left, right, kind):
    return any(_same(left, each, kind) for each in (right if isinstance(right, list) else [right]))


def _ordered(test):
    def compare(left, right, _kind):
        first, second = _number(left), _number(right)
        return first is not None and second is not None and test(first, second)

    return compare


def _between(left, right, _kind):
    if not isinstance(right, list) or len(right) != 2:
        return False
    number, low, high = _number(left), _number(right[0]), _number(right[1])
    return None not in (number, low, high) and low <= number <= high


_COMPARISONS = {
    "is": _same,
    "is_not": lambda left, right, kind: not _same(left, right, kind),
    "in": _one_of,
    "contains": lambda left, right, kind: str(_key(right, kind)) in str(left),
    "starts_with": lambda left, right, kind: str(left).startswith(str(_key(right, kind))),
    "matches": lambda left, right, kind: matches(str(right), str(left), ignore_case=True),
    "above": _ordered(lambda first, second: first > second),
    "below": _ordered(lambda first, second: first < second),
    "at_least": _ordered(lambda first, second: first >= second),
    "at_most": _ordered(lambda first, second: first <= second),
    "between": _between,
    "before": lambda left, right, kind: str(left) < str(_key(right, kind)),
    "after": lambda left, right, kind: str(left) > str(_key(right, kind)),
}
