"""The ways links take from an exit to a block; no Qt.

A link to the right is one smooth curve. One that has to go back leaves to the right, runs between
or below the two cards and comes in from the left, so that it never hides under them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from flowdesigner.app.canvas.viewport import Rect

Spot = tuple[float, float]
LEAST_AHEAD = 24.0
"""Less room than this between the cards, and the link goes round."""
STUB = 22.0
LANE = 7.0
CORNER = 14.0
_ROUND = 0.5523
_STEPS = 12


@dataclass(frozen=True)
class Route:
    """A row of Bézier curves: the start, then two control points and an end for each."""

    points: tuple[Spot, ...]
    back: bool = False
    """Whether it leads back to what came before."""

    @cached_property
    def bounds(self) -> Rect:
        """A box around its control points."""
        xs, ys = [x for x, _ in self.points], [y for _, y in self.points]
        return min(xs), min(ys), max(xs), max(ys)

    @cached_property
    def samples(self) -> tuple[Spot, ...]:
        """Points along it."""
        return (self.points[0], *_sampled(self.points))

    def distance(self, x: float, y: float) -> float:
        """How far a point is from it."""
        spots = self.samples
        return min(_to_line(x, y, a, b) for a, b in pairwise(spots))


def route(start: Spot, end: Spot, source: Rect, target: Rect, lane: int = 0) -> Route:
    """From an exit on the right of the source to the left of the target.

    The lane keeps apart the ways round of exits of one block.
    """
    if end[0] - start[0] >= LEAST_AHEAD:
        return Route(_curve(start, end))
    out, come = start[0] + STUB + LANE * lane, end[0] - STUB - LANE * (lane % 3)
    level = _level(source, target, lane)
    corners = (start, (out, start[1]), (out, level), (come, level), (come, end[1]), end)
    return Route(tuple(_rounded(corners)), back=target[1] <= source[1])


def loose(start: Spot, end: Spot) -> Route:
    """To a point that is no block yet, while a link is being drawn."""
    return Route(_curve(start, end))


def _curve(start: Spot, end: Spot) -> tuple[Spot, ...]:
    reach = min(max(36.0, abs(end[0] - start[0]) * 0.5), 220.0)
    return start, (start[0] + reach, start[1]), (end[0] - reach, end[1]), end


def _level(source: Rect, target: Rect, lane: int) -> float:
    above, below = source[1] - target[3], target[1] - source[3]
    if above >= STUB:
        return target[3] + min(above / 2, STUB + LANE * lane)
    if below >= STUB:
        return source[3] + min(below / 2, STUB + LANE * lane)
    return max(source[3], target[3]) + STUB + LANE * lane


def _rounded(corners: Sequence[Spot]) -> Iterator[Spot]:
    yield corners[0]
    at = corners[0]
    for before, corner, after in zip(corners, corners[1:], corners[2:], strict=False):
        size = min(CORNER, _length(before, corner) / 2, _length(corner, after) / 2)
        begin, stop = _towards(corner, before, size), _towards(corner, after, size)
        yield from _straight(at, begin)
        yield _towards(begin, corner, size * _ROUND)
        yield _towards(stop, corner, size * _ROUND)
        yield stop
        at = stop
    yield from _straight(at, corners[-1])


def _straight(start: Spot, end: Spot) -> tuple[Spot, Spot, Spot]:
    third = (end[0] - start[0]) / 3, (end[1] - start[1]) / 3
    return (
        (start[0] + third[0], start[1] + third[1]),
        (end[0] - third[0], end[1] - third[1]),
        end,
    )


def _length(a: Spot, b: Spot) -> float:
    return abs(a[0] - b[0]) + abs(a[1] - b[1])


def _towards(start: Spot, end: Spot, by: float) -> Spot:
    length = _length(start, end) or 1.0
    return start[0] + (end[0] - start[0]) * by / length, start[1] + (
        end[1] - start[1]
    ) * by / length


def _sampled(points: tuple[Spot, ...]) -> Iterator[Spot]:
    start = points[0]
    for at in range(1, len(points), 3):
        one, two, end = points[at : at + 3]
        for step in range(1, _STEPS + 1):
            t = step / _STEPS
            yield tuple(  # type: ignore[misc]
                (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t * t * c + t**3 * d
                for a, b, c, d in zip(start, one, two, end, strict=True)
            )
        start = end


def _to_line(x: float, y: float, a: Spot, b: Spot) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    along = min(max(((x - a[0]) * dx + (y - a[1]) * dy) / length, 0.0), 1.0) if length else 0.0
    return float(((x - a[0] - along * dx) ** 2 + (y - a[1] - along * dy) ** 2) ** 0.5)
