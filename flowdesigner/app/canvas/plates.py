"""Where the words of a branch stand on its link: near its start, where there is room."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from flowdesigner.app.canvas.index import meet
from flowdesigner.app.canvas.links import HEAD_LENGTH, Link, LinkKey
from flowdesigner.app.canvas.routes import Route, Spot
from flowdesigner.app.canvas.typeset import elided, measure
from flowdesigner.app.canvas.viewport import Detail, Rect

LETTERS = {Detail.NEAR: 11, Detail.MIDDLE: 26}
"""The size of the words, at the zooms at which they can be read."""
SHORT = {LETTERS[Detail.NEAR]: 180.0, LETTERS[Detail.MIDDLE]: 0.0}
"""On shorter straight links nothing is written: the card says it right beside them."""
AHEAD = {LETTERS[Detail.NEAR]: 0.2, LETTERS[Detail.MIDDLE]: 0.0}
"""How far along a straight link its words begin: not where the card says the same."""
WIDEST = 15.0
"""No wider than so many times the size of its letters."""
LEAST = 3.5
"""Where not even so much is free, nothing is written."""
HIGH = 1.6
PORT_ROOM = 8.0


class Plate(Struct, frozen=True):
    """The words of a branch, on a ground that hides the line below them."""

    key: LinkKey
    words: str
    box: Rect
    back: bool


def reach(detail: Detail) -> float:
    """How far plates reach beyond the line of their link."""
    return LETTERS.get(detail, 0) * HIGH / 2


def around_plate(plate: Plate, detail: Detail) -> Rect:
    """All that other plates which meet a plate can cover."""
    size = LETTERS[detail]
    wide, high = size * (WIDEST + 1), size * HIGH
    left, top, right, bottom = plate.box
    return left - wide, top - high, right + wide, bottom + high


def widened(rect: Rect, detail: Detail) -> Rect:
    """A part of the scene with what is so near that its words can meet words in it."""
    wide = LETTERS[detail] * (WIDEST + 1)
    return rect[0] - wide, rect[1], rect[2] + wide, rect[3]


def plates_of(links: Iterable[Link], detail: Detail) -> tuple[Plate, ...]:
    """The plates on the links of one block; where two would meet only the first is there."""
    size = LETTERS.get(detail)
    if size is None:
        return ()
    found: list[Plate] = []
    for link in links:
        plate = _plate(link, size, len(found)) if link.words else None
        if plate and not any(meet(plate.box, other.box) for other in found):
            found.append(plate)
    return tuple(found)


def _plate(link: Link, size: int, before: int) -> Plate | None:
    """Beside the port of a straight link, else on the first level piece that is long enough."""
    pad, width = size * 0.5, measure(size)
    for left, right, y in _pieces(link.route):
        if y is None:
            if right - left < SHORT[size]:
                continue
            left += (right - left) * AHEAD[size]
        # Links of one block run side by side: their plates stand one after another.
        left += before * size * 2.0 if y is not None else 0.0
        room = min(right - left - 2 * pad, size * WIDEST)
        words = elided(link.words, room, width) if room >= size * LEAST else ""
        wide = width(words) + 2 * pad
        if not words or len(words) < 3 < len(link.words) or wide > right - left:
            continue
        x = left if link.route.points[0][0] <= left else right - wide
        middle = y if y is not None else _height_at(link.route.points, x + wide / 2)
        half = size * HIGH / 2
        box = (x, middle - half, x + wide, middle + half)
        return Plate(link.key, words, box, link.route.back)
    return None


def _pieces(route: Route) -> Iterator[tuple[float, float, float | None]]:
    """The parts of a link that words may stand on: from left, to right, and at which height.

    One curve has no height of its own.
    """
    points = route.points
    if len(points) == 4:
        yield points[0][0] + PORT_ROOM, points[3][0] - HEAD_LENGTH - PORT_ROOM, None
        return
    for at in range(0, len(points) - 1, 3):
        start, end = points[at], points[at + 3]
        if start[1] == points[at + 1][1] == points[at + 2][1] == end[1]:
            low, high = sorted((start[0], end[0]))
            yield low + PORT_ROOM, high - PORT_ROOM, start[1]


def _height_at(points: tuple[Spot, ...], x: float) -> float:
    """How low one curve is at a place; it runs from left to right."""
    low, high = 0.0, 1.0
    for _ in range(20):
        t = (low + high) / 2
        low, high = (t, high) if _along(points, t, 0) < x else (low, t)
    return _along(points, low, 1)


def _along(points: tuple[Spot, ...], t: float, axis: int) -> float:
    a, b, c, d = (spot[axis] for spot in points)
    rest = 1 - t
    return rest**3 * a + 3 * rest**2 * t * b + 3 * rest * t * t * c + t**3 * d
