"""What lies under the pointer."""

from enum import Enum, auto

from msgspec import Struct

from flowdesigner.app.canvas.card import WIDTH
from flowdesigner.app.canvas.links import HEAD_LENGTH, LinkKey
from flowdesigner.app.canvas.paint_ground import FOLD_ROOM, FRAME_HEAD
from flowdesigner.app.canvas.scene import Scene
from flowdesigner.app.canvas.viewport import Detail, Rect, detail_at


class What(Enum):
    """Kinds of things that can be pointed at."""

    NOTHING = auto()
    BLOCK = auto()
    PORT = auto()
    LINK = auto()
    LINK_END = auto()
    NOTE = auto()
    FRAME = auto()
    FOLD = auto()
    """The mark that folds a frame."""
    NOTE_GRIP = auto()
    """The corner by which a note is made larger."""
    FRAME_GRIP = auto()


class Hit(Struct, frozen=True):
    """A thing that is pointed at: a block, an exit of it, a note, a frame."""

    what: What = What.NOTHING
    id: str = ""
    exit: str = ""

    @property
    def link(self) -> LinkKey | None:
        """The link, when it is one."""
        return (self.id, self.exit) if self.what in (What.LINK, What.LINK_END) else None


NOTHING = Hit()
GRIP = 18.0
READABLE = (Detail.NEAR, Detail.MIDDLE)
"""Where the mark that folds a frame can be seen."""


def hit(scene: Scene, x: float, y: float, zoom: float) -> Hit:
    """The topmost thing at a point of the scene."""
    detail = detail_at(zoom)
    if detail is not Detail.FAR:
        near = _port(scene, x, y, zoom) or _end(scene, x, y, zoom)
        if near:
            return near
    block = block_at(scene, x, y)
    if block:
        return Hit(What.BLOCK, block)
    link = _link(scene, x, y, zoom) if detail is not Detail.FAR else None
    return link or _sheet(scene, x, y, detail)


def block_at(scene: Scene, x: float, y: float, by: float = 0.0) -> str | None:
    """The topmost block around a point."""
    return max(scene.card_boxes.at(x, y, by), key=scene.order.__getitem__, default=None)


def _port(scene: Scene, x: float, y: float, zoom: float) -> Hit | None:
    reach = max(11.0, 9 / zoom)
    for id in sorted(scene.card_boxes.at(x, y, reach), key=scene.order.__getitem__, reverse=True):
        box = scene.boxes[id]
        if abs(x - box[0] - WIDTH) > reach:
            continue
        rows = [row for row in scene.cards[id].rows if abs(y - box[1] - row.y) <= reach]
        if rows:
            nearest = min(rows, key=lambda row: abs(y - box[1] - row.y))
            return Hit(What.PORT, id, nearest.id)
    return None


def _end(scene: Scene, x: float, y: float, zoom: float) -> Hit | None:
    reach = max(9.0, 8 / zoom)
    for key in scene.link_boxes.at(x, y, reach):
        end = scene.links[key].end
        if -HEAD_LENGTH - reach <= x - end[0] <= 2 and abs(y - end[1]) <= reach:
            return Hit(What.LINK_END, *key)
    return None


def _link(scene: Scene, x: float, y: float, zoom: float) -> Hit | None:
    reach = 6 / zoom
    near = (
        (scene.links[key].route.distance(x, y), key) for key in scene.link_boxes.at(x, y, reach)
    )
    distance, key = min(near, default=(reach + 1, ("", "")))
    return Hit(What.LINK, *key) if distance <= reach else None


def _sheet(scene: Scene, x: float, y: float, detail: Detail) -> Hit:
    notes = scene.note_boxes.at(x, y)
    if notes:
        id = max(notes, key=list(scene.notes).index)
        grip = _on_grip(scene.note_boxes.box(id), x, y, detail)
        return Hit(What.NOTE_GRIP if grip else What.NOTE, id)
    for id in reversed(scene.frame_boxes.at(x, y)):
        box = scene.frame_boxes.box(id)
        if _on_grip(box, x, y, detail):
            return Hit(What.FRAME_GRIP, id)
        if box and (scene.frames[id].folded or y <= box[1] + FRAME_HEAD):
            fold = x <= box[0] + FOLD_ROOM and y <= box[1] + FRAME_HEAD and detail in READABLE
            return Hit(What.FOLD if fold else What.FRAME, id)
    return NOTHING


def _on_grip(box: Rect | None, x: float, y: float, detail: Detail) -> bool:
    """Whether a point is in the lower right corner."""
    return box is not None and detail in READABLE and min(x - box[2], y - box[3]) > -GRIP
