"""Places at which blocks are level with one another, or equally far apart; no Qt."""

from collections.abc import Mapping
from typing import Literal

from flowdesigner.app.canvas.viewport import Rect

Line = Literal["left", "centre", "right", "top", "middle", "bottom"]
Axis = Literal["across", "down"]
Places = dict[str, tuple[int, int]]
Boxes = Mapping[str, Rect]

LEAST = 24
"""So near, at least, blocks come to lie that would otherwise lie on one another."""
_AXES: Mapping[Line, int] = {
    "left": 0, "centre": 0, "right": 0, "top": 1, "middle": 1, "bottom": 1,
}  # fmt: skip


def aligned(boxes: Boxes, line: Line) -> Places:
    """All with one edge, or their middle, on one line; apart along it when they would meet."""
    axis = _AXES[line]
    low, high = min(box[axis] for box in boxes.values()), max(b[axis + 2] for b in boxes.values())
    part = {"left": 0.0, "top": 0.0, "right": 1.0, "bottom": 1.0}.get(line, 0.5)
    at = low + (high - low) * part
    starts = {id: at - (box[axis + 2] - box[axis]) * part for id, box in boxes.items()}
    along = 1 - axis
    spots: dict[str, float] = {}
    end = -float("inf")
    for id in sorted(boxes, key=lambda each: (boxes[each][along], boxes[each][axis])):
        start = boxes[id][along]
        spots[id] = start if start >= end else end + LEAST
        end = spots[id] + boxes[id][along + 2] - start
    return _places(starts, spots, axis)


def spread(boxes: Boxes, axis: Axis) -> Places:
    """All as far from the next one, the first and the last where they are if there is room."""
    at = 0 if axis == "across" else 1
    order = sorted(boxes, key=lambda each: (boxes[each][at], boxes[each][at + 2]))
    first, last = boxes[order[0]], boxes[order[-1]]
    used = sum(boxes[id][at + 2] - boxes[id][at] for id in order)
    gap = max((last[at + 2] - first[at] - used) / max(len(order) - 1, 1), LEAST)
    spots, spot = {}, first[at]
    for id in order:
        spots[id] = spot
        spot += boxes[id][at + 2] - boxes[id][at] + gap
    return _places(spots, {id: box[1 - at] for id, box in boxes.items()}, at)


def _places(one: Mapping[str, float], other: Mapping[str, float], axis: int) -> Places:
    x, y = (one, other) if axis == 0 else (other, one)
    return {id: (round(x[id]), round(y[id])) for id in one}
