"""The ways links take from an exit to a block; no Qt.

A link to the right is one smooth curve, or runs along a free lane when cards lie in its way. One
that has to go back leaves to the right, runs along a lane and comes in from the left.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from msgspec import Struct

from flowdesigner.app.canvas.lanes import free_level
from flowdesigner.app.canvas.viewport import Rect

Spot = tuple[float, float]
LEAST_AHEAD = 24.0
"""Less room than this between the cards, and the link goes round."""
STUB = 22.0
LANE = 7.0
CORNER = 14.0
WIDEST_BETWEEN = 200.0
"""No card can lie between two that are nearer than this."""
FARTHEST = 2400.0
"""A link over more than this looks for a lane near its start alone, not through half the flow."""
NEARBY = 1400.0
AWAY = 12.0
"""Links keep so far from cards that are not their own."""
REACH = 480.0
"""So far above and below its ends a link looks for a free lane."""
_ROUND = 0.5523
_STEPS = 12
_DENSE = 24.0
"""Units between the points at which a line is held against cards."""

Cards = Callable[[Rect], Sequence[Rect]]
"""The boxes of the cards that touch a part of the scene."""


NOWHERE: Rect = (0.0, 0.0, 0.0, 0.0)


class Route(Struct, frozen=True, dict=True):
    """A row of Bézier curves: the start, then two control points and an end for each."""

    points: tuple[Spot, ...]
    back: bool = False
    """Whether it leads back to what came before."""
    watched: Rect = NOWHERE
    """Where cards decide how it runs."""

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


def route(start: Spot, end: Spot, own: tuple[Rect, Rect], cards: Cards, lane: int = 0) -> Route:
    """From an exit on the right of a card to the left of another, the two it owns.

    The lane number keeps apart the ways of the exits of one block.
    """
    if end[0] - start[0] >= LEAST_AHEAD:
        return _ahead(start, end, own, cards, lane)
    return _back(start, end, own, cards, lane)


def _ahead(start: Spot, end: Spot, own: tuple[Rect, Rect], cards: Cards, lane: int) -> Route:
    direct = Route(_curve(start, end))
    if end[0] - start[0] < WIDEST_BETWEEN:
        return direct
    far = end[0] - start[0] > FARTHEST or abs(end[1] - start[1]) > FARTHEST
    to = (min(start[0] + NEARBY, end[0]), start[1]) if far else end
    watched = _band(start, to, start[0] + AWAY, to[0] - AWAY)
    between = [box for box in cards(watched) if box not in own]
    if not far and not _hidden(direct, between):
        return Route(direct.points, watched=watched)
    first = min((box[0] for box in between if box[0] > start[0]), default=end[0])
    last = max((box[2] for box in between if box[2] < end[0]), default=start[0])
    out, come = min(start[0] + 72, first - AWAY), max(end[0] - 72, last + AWAY)
    level = free_level((start[1], end[1]), between, AWAY + LANE * lane, (watched[1], watched[3]))
    if level is None or out < start[0] + LANE or come > end[0] - LANE - 10:
        return Route(direct.points, watched=watched)
    one, two = (out, level), (come, level)
    points = (*_bend(start, one), *_straight(one, two), *_bend(two, end)[1:])
    return Route(points, watched=watched)


def _back(start: Spot, end: Spot, own: tuple[Rect, Rect], cards: Cards, lane: int) -> Route:
    source, target = own
    out, come = start[0] + STUB + LANE * lane, end[0] - STUB - LANE * (lane % 3)
    watched = _band(start, end, come, out)
    apart = STUB + LANE * lane
    level = None
    if max(abs(end[0] - start[0]), abs(end[1] - start[1])) <= FARTHEST:
        level = free_level((start[1], end[1]), cards(watched), apart, (watched[1], watched[3]))
    else:
        watched = NOWHERE
    if level is None:
        level = max(source[3], target[3]) + apart
    corners = (start, (out, start[1]), (out, level), (come, level), (come, end[1]), end)
    return Route(tuple(_rounded(corners)), back=target[1] <= source[1], watched=watched)


def _band(start: Spot, end: Spot, left: float, right: float) -> Rect:
    return left, min(start[1], end[1]) - REACH, right, max(start[1], end[1]) + REACH


def _hidden(way: Route, between: Sequence[Rect]) -> bool:
    """Whether cards lie over a way."""
    steps = max(round((way.points[-1][0] - way.points[0][0]) / _DENSE), _STEPS)
    spots = tuple(_sampled(way.points, steps))
    return any(_hides(box, spots) for box in between)


def _hides(box: Rect, spots: Sequence[Spot]) -> bool:
    left, top, right, bottom = box[0] - 4, box[1] - 6, box[2] + 4, box[3] + 6
    return any(left < x < right and top < y < bottom for x, y in spots)


def loose(start: Spot, end: Spot) -> Route:
    """To a point that is no block yet, while a link is being drawn."""
    return Route(_curve(start, end))


def _curve(start: Spot, end: Spot) -> tuple[Spot, ...]:
    reach = min(max(36.0, abs(end[0] - start[0]) * 0.5), 220.0)
    return start, (start[0] + reach, start[1]), (end[0] - reach, end[1]), end


def _bend(start: Spot, end: Spot) -> tuple[Spot, ...]:
    """A curve to another height that leaves and arrives level."""
    middle = (start[0] + end[0]) / 2
    return start, (middle, start[1]), (middle, end[1]), end


def _rounded(corners: Sequence[Spot]) -> Iterator[Spot]:
    """A line of level and upright pieces whose corners are rounded."""
    at = corners[0]
    yield at
    for here, after in pairwise(corners[1:]):
        (x, y), (u, v) = here, after
        size = min(CORNER, (abs(x - at[0]) + abs(y - at[1])) / 2, (abs(u - x) + abs(v - y)) / 2)
        # From where we come, and to where we go: one of each is nothing, the other one step.
        dx, dy = _step(x, at[0]), _step(y, at[1])
        ex, ey = _step(u, x), _step(v, y)
        begin, stop = (x - dx * size, y - dy * size), (x + ex * size, y + ey * size)
        yield from _straight(at, begin)
        rest = size * (1 - _ROUND)
        yield x - dx * rest, y - dy * rest
        yield x + ex * rest, y + ey * rest
        yield stop
        at = stop
    yield from _straight(at, corners[-1])


def _step(to: float, since: float) -> int:
    return (to > since) - (to < since)


def _straight(start: Spot, end: Spot) -> tuple[Spot, Spot, Spot]:
    third = (end[0] - start[0]) / 3, (end[1] - start[1]) / 3
    return (
        (start[0] + third[0], start[1] + third[1]),
        (end[0] - third[0], end[1] - third[1]),
        end,
    )


def _sampled(points: tuple[Spot, ...], steps: int = _STEPS) -> Iterator[Spot]:
    start = points[0]
    for at in range(1, len(points), 3):
        one, two, end = points[at : at + 3]
        for step in range(1, steps + 1):
            t = step / steps
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
