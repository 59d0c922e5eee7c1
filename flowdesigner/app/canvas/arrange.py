"""Tidy places for blocks, and the one door to the layout that finds them.

The layout counts with numpy, which takes long to load: most flows are shown without it.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from flowdesigner.app.canvas.card import INPUT_Y
from flowdesigner.app.canvas.index import Boxes
from flowdesigner.app.canvas.viewport import Rect

if TYPE_CHECKING:
    from flowdesigner.layout.diagram import Diagram, Direction, Floats

Sizes = Mapping[str, tuple[float, float]]
Leads = Mapping[str, Sequence[str]]
"""Per block the blocks it leads to, by the order of its exits."""
Places = dict[str, tuple[int, int]]

BESIDE = 80
"""So far below the rest lies what is put beside it."""
CLEAR = 8
"""What is nearer than this lies on another."""
_WAYS = ((1, 0), (-1, 0), (0, 1), (0, -1))


def tidy(
    sizes: Sizes,
    leads: Leads,
    first: str | None,
    corner: tuple[float, float],
    direction: "Direction" = "right",
) -> Places:
    """A place for every block, the whole at a corner."""
    from flowdesigner.layout.places import places

    return placed(sizes, places(diagram_of(sizes, leads, first, direction)), corner)


def beside(sizes: Sizes, leads: Leads, first: str | None, taken: Rect | None) -> Places:
    """Places for blocks that have none yet: below all that lies there already."""
    corner = (40.0, 40.0) if taken is None else (taken[0], taken[3] + BESIDE)
    return tidy(sizes, leads, first, corner)


def diagram_of(
    sizes: Sizes, leads: Leads, first: str | None, direction: "Direction" = "right"
) -> "Diagram":
    """Blocks and where they lead, as the layout has them."""
    import numpy as np

    from flowdesigner.layout.diagram import Diagram

    row = {id: at for at, id in enumerate(sizes)}
    links = [(row[id], row[to]) for id in sizes for to in leads.get(id, ()) if to in row]
    return Diagram(
        np.array(list(sizes.values()), dtype=np.float64).reshape(-1, 2),
        np.array(links, dtype=np.int64).reshape(-1, 2),
        row.get(first or "", 0),
        direction,
        INPUT_Y if direction == "right" else None,
    )


def placed(sizes: Sizes, found: "Floats", corner: tuple[float, float]) -> Places:
    """What the layout found, by block, the whole at a corner."""
    left, top = round(corner[0]), round(corner[1])
    return {
        id: (left + round(x), top + round(y))
        for id, (x, y) in zip(sizes, found.tolist(), strict=True)
    }


def clear_of(places: Places, sizes: Sizes, cards: Boxes[str]) -> Places:
    """The places, all moved alike as far as it takes to lie on no other card; where they are if so.

    They go right, left, down or up, wherever it is the shortest.
    """
    boxes = [(x, y, x + sizes[id][0], y + sizes[id][1]) for id, (x, y) in places.items()]
    ways = [_way_off(boxes, way, lambda box: _others(places, cards, box)) for way in _WAYS]
    dx, dy = min(ways, key=lambda way: abs(way[0]) + abs(way[1]))
    return {id: (x + dx, y + dy) for id, (x, y) in places.items()}


def _others(places: Places, cards: Boxes[str], box: Rect) -> list[Rect]:
    found = [id for id in cards.touching(box, CLEAR) if id not in places]
    return [other for id in found if (other := cards.box(id))]


def _way_off(
    boxes: Sequence[Rect], way: tuple[int, int], others: Callable[[Rect], Sequence[Rect]]
) -> tuple[int, int]:
    """How far boxes have to go one way until nothing lies there."""
    far = 0
    while True:
        dx, dy = far * way[0], far * way[1]
        lying = [(box, (box[0] + dx, box[1] + dy, box[2] + dx, box[3] + dy)) for box in boxes]
        needs = [_beyond(box, other, way) for box, now in lying for other in others(now)]
        if not needs:
            return dx, dy
        far = math.ceil(max(needs))


def _beyond(box: Rect, other: Rect, way: tuple[int, int]) -> float:
    """How far a box has to go one way to come out behind another."""
    axis = 0 if way[0] else 1
    if way[axis] > 0:
        return other[axis + 2] + BESIDE / 2 - box[axis]
    return box[axis + 2] + BESIDE / 2 - other[axis]
