"""Where things in hand come to be level with others, or as far apart as those; no Qt."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from flowdesigner.app.canvas.viewport import Rect

NEAR_ENOUGH = 0.51
"""Places are whole numbers: a middle may miss its line by half of one."""
MOST = 200
"""Among more things than this no guides are looked for."""


class Guide(Struct, frozen=True):
    """A line that shows why something is where it is."""

    line: Rect
    """From one point to another."""
    gap: bool = False
    """Whether it measures a distance that is found twice."""


def pulled(box: Rect, others: Sequence[Rect], reach: float) -> tuple[float | None, float | None]:
    """How far to move a box to the nearest guides, across and down; `None` where none is near."""
    if len(others) > MOST:
        return None, None
    return _nearest(_wishes(box, others, 0), reach), _nearest(_wishes(box, others, 1), reach)


def guides(box: Rect, others: Sequence[Rect], held: tuple[bool, bool]) -> Iterator[Guide]:
    """The guides that hold for a box, where it was moved to some across and down."""
    for axis in (0, 1):
        if held[axis]:
            yield from _levels(box, others, axis)
            yield from _gaps(box, others, axis)


def shifted(box: Rect, dx: float, dy: float) -> Rect:
    """A box elsewhere."""
    return box[0] + dx, box[1] + dy, box[2] + dx, box[3] + dy


def _nearest(wishes: Iterator[float], reach: float) -> float | None:
    near = [by for by in wishes if abs(by) <= reach]
    return min(near, key=abs, default=None)


def _wishes(box: Rect, others: Sequence[Rect], axis: int) -> Iterator[float]:
    """How far a box would have to go along an axis, for each guide there is."""
    low, high = box[axis], box[axis + 2]
    for other in others:
        yield other[axis] - low
        yield (other[axis] + other[axis + 2] - low - high) / 2
        yield other[axis + 2] - high
    for place in _evenly(box, others, axis):
        yield place - low


def _evenly(box: Rect, others: Sequence[Rect], axis: int) -> Iterator[float]:
    """Where a box would have to begin to be as far from its neighbours as they are apart."""
    size = box[axis + 2] - box[axis]
    before, after = _row(box, others, axis)
    if before and after and after[0][axis] - before[0][axis + 2] > size:
        yield (before[0][axis + 2] + after[0][axis] - size) / 2
    if len(before) > 1:
        yield before[0][axis + 2] + before[0][axis] - before[1][axis + 2]
    if len(after) > 1:
        yield after[0][axis] - (after[1][axis] - after[0][axis + 2]) - size


def _row(box: Rect, others: Sequence[Rect], axis: int) -> tuple[list[Rect], list[Rect]]:
    """What lies beside a box along an axis: before and after it, each the nearest first."""
    across = 1 - axis
    low, high = box[across], box[across + 2]
    beside = [other for other in others if other[across] < high and other[across + 2] > low]
    middle = (box[axis] + box[axis + 2]) / 2
    before = [other for other in beside if other[axis + 2] <= middle]
    after = [other for other in beside if other[axis] >= middle]
    before.sort(key=lambda other: -other[axis + 2])
    after.sort(key=lambda other: other[axis])
    return _apart(before, axis), _apart(after, axis)


def _apart(row: list[Rect], axis: int) -> list[Rect]:
    """The first two of a row, when there is room between them."""
    if len(row) < 2:
        return row
    one, two = sorted(row[:2], key=lambda box: box[axis])
    return row[:2] if two[axis] > one[axis + 2] else row[:1]


def _levels(box: Rect, others: Sequence[Rect], axis: int) -> Iterator[Guide]:
    """Lines through edges and middles that a box shares with others; one for each of them."""
    across = 1 - axis
    told: set[Rect] = set()
    for part in (0.0, 0.5, 1.0):
        at = _at(box, axis, part)
        level = {other for other in others if abs(_at(other, axis, part) - at) < NEAR_ENOUGH}
        if level - told:
            told |= level
            low = min(other[across] for other in (box, *level))
            high = max(other[across + 2] for other in (box, *level))
            yield Guide((at, low, at, high) if axis == 0 else (low, at, high, at))


def _at(box: Rect, axis: int, part: float) -> float:
    return box[axis] + (box[axis + 2] - box[axis]) * part


def _gaps(box: Rect, others: Sequence[Rect], axis: int) -> Iterator[Guide]:
    """The distances to neighbours that are found twice."""
    before, after = _row(box, others, axis)
    row = [*reversed(before), box, *after]
    pairs = [(one, other) for one, other in pairwise(row) if one[axis + 2] < other[axis]]
    mine = [_gap(pair, axis) for pair in pairs if box in pair]
    for pair in pairs:
        gap = _gap(pair, axis)
        twice = sum(abs(_gap(each, axis) - gap) < 2 * NEAR_ENOUGH for each in pairs) > 1
        if twice and any(abs(gap - each) < 2 * NEAR_ENOUGH for each in mine):
            yield Guide(_between(*pair, axis), gap=True)


def _gap(pair: tuple[Rect, Rect], axis: int) -> float:
    return pair[1][axis] - pair[0][axis + 2]


def _between(one: Rect, other: Rect, axis: int) -> Rect:
    across = 1 - axis
    at = (max(one[across], other[across]) + min(one[across + 2], other[across + 2])) / 2
    low, high = one[axis + 2], other[axis]
    return (low, at, high, at) if axis == 0 else (at, low, at, high)
