"""When a case of a list is surely true because an earlier one is, and where both may be."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from msgspec import Struct

from flowdesigner.checks.context import BlockContext
from flowdesigner.model.accepted import JsonValue
from flowdesigner.model.condition import Condition
from flowdesigner.model.fields import Kind
from flowdesigner.model.values import is_iso_date
from flowdesigner.model.walk import Path, parts_held

INFINITE = float("inf")
_BY_DATE = ("before", "after")


class Case(Struct, frozen=True):
    """One of the cases of a block, which are tried in order."""

    id: str
    path: Path
    """To its condition."""
    position: int
    """In the list it stands in, whose name the path begins with."""
    when: Condition

    @property
    def name(self) -> str:
        """What it is called in words."""
        return self.id.replace("_", " ")


def cases_of(context: BlockContext) -> Sequence[Case]:
    """The cases of a block: the listed parts that have an id and a condition."""
    found: list[Case] = []
    for spot in context.of_kind(Kind.CONDITION):
        id = getattr(spot.owner, "id", "")
        if id and len(spot.path) > 1 and isinstance(spot.value, Condition):
            listed = parts_held(getattr(context.block, str(spot.path[0])))
            position = next(at for at, (_way, each) in enumerate(listed) if each is spot.owner)
            found.append(Case(id, spot.path, position, spot.value))
    return found


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
    wide, narrow = range_of(one), range_of(other)
    return wide is not None and narrow is not None and narrow.lies_within(wide)


def _listed(row: Condition) -> frozenset[str] | None:
    """The values a row names; none, when one of them is only known in the conversation."""
    values: list[JsonValue] = row.value if isinstance(row.value, list) else [row.value]
    if not values or not all(map(_is_literal, values)):
        return None
    return frozenset(f"{type(each).__name__} {each}".strip().casefold() for each in values)


def _is_literal(value: JsonValue) -> bool:
    return not isinstance(value, dict | list) and not (isinstance(value, str) and "{{" in value)


# -------------------------------------------------------------------------------- ranges


class Range(NamedTuple):
    """The numbers, or the days by their count, of which a row is true."""

    low: float
    low_counts: bool
    high: float
    high_counts: bool

    def lies_within(self, wide: "Range") -> bool:
        """Whether it is not empty and all of it is part of another."""
        above = self.low > wide.low or (
            self.low == wide.low and (wide.low_counts or not self.low_counts)
        )
        below = self.high < wide.high or (
            self.high == wide.high and (wide.high_counts or not self.high_counts)
        )
        return above and below and self.low <= self.high

    def meets(self, other: "Range") -> bool:
        """Whether something is part of both."""
        low, high = max(self.low, other.low), min(self.high, other.high)
        return low < high or (low == high and self._holds(low) and other._holds(low))

    def _holds(self, number: float) -> bool:
        above = number > self.low or (number == self.low and self.low_counts)
        return above and (number < self.high or (number == self.high and self.high_counts))


def range_of(row: Condition) -> Range | None:
    """The range a single row compares with; none, when it compares otherwise."""
    numbers = list(_numbers(row))
    if row.op == "between":
        return Range(numbers[0], True, numbers[1], True) if len(numbers) == 2 else None
    if len(numbers) != 1:
        return None
    [number] = numbers
    ranges = {
        "is": Range(number, True, number, True),
        "above": Range(number, False, INFINITE, False),
        "at_least": Range(number, True, INFINITE, False),
        "after": Range(number, False, INFINITE, False),
        "before": Range(-INFINITE, False, number, False),
        "below": Range(-INFINITE, False, number, False),
        "at_most": Range(-INFINITE, False, number, True),
    }
    return ranges.get(row.op or "")


def _numbers(row: Condition) -> Iterator[float]:
    for each in row.value if isinstance(row.value, list) else [row.value]:
        if isinstance(each, int | float) and not isinstance(each, bool):
            yield each
        elif row.op in _BY_DATE and isinstance(each, str) and is_iso_date(each):
            yield date.fromisoformat(each).toordinal()
