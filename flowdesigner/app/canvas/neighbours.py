"""Which block lies next to another one in a direction; no Qt."""

from typing import Literal

from flowdesigner.app.canvas.scene import Scene
from flowdesigner.app.canvas.viewport import Rect

Direction = Literal["left", "right", "up", "down"]
_SIDEWAYS = 2.5
"""How much worse it is to lie aside than to lie further ahead."""


def neighbour(scene: Scene, id: str, direction: Direction) -> str | None:
    """Along a link when one leads that way, else the nearest card that lies there."""
    linked = _linked(scene, id, direction)
    here = scene.boxes[id]
    among = [each for each in linked if _ahead(here, scene.boxes[each], direction) > 0]
    if direction in ("left", "right") and among:
        return among[0]
    others = (each for each in scene.boxes if each != id)
    ahead = [each for each in others if _ahead(here, scene.boxes[each], direction) > 0]
    return min(ahead, key=lambda each: _distance(here, scene.boxes[each], direction), default=None)


def sources(scene: Scene, id: str) -> list[str]:
    """The blocks that lead to a block."""
    found = scene.around_links((id,)).values()
    return sorted(
        {link.block for link in found if link.target == id and link.block != id},
        key=scene.order.__getitem__,
    )


def targets(scene: Scene, id: str) -> list[str]:
    """The blocks a block leads to, by the order of its exits."""
    return list(dict.fromkeys(link.target for link in scene.leaving.get(id, ())))


def _linked(scene: Scene, id: str, direction: Direction) -> list[str]:
    if direction == "right":
        return targets(scene, id)
    return sources(scene, id) if direction == "left" else []


def _middle(box: Rect) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _ahead(here: Rect, there: Rect, direction: Direction) -> float:
    (x, y), (u, v) = _middle(here), _middle(there)
    return {"right": u - x, "left": x - u, "down": v - y, "up": y - v}[direction]


def _distance(here: Rect, there: Rect, direction: Direction) -> float:
    (x, y), (u, v) = _middle(here), _middle(there)
    ahead = _ahead(here, there, direction)
    aside = abs(v - y) if direction in ("left", "right") else abs(u - x)
    return ahead + _SIDEWAYS * aside
