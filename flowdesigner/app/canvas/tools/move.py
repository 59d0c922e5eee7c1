"""Dragging blocks, notes and frames to another place."""

from itertools import islice

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

from flowdesigner.app.canvas.between import is_loose, link_near, way_through
from flowdesigner.app.canvas.guides import Guide, guides, pulled, shifted
from flowdesigner.app.canvas.hits import Hit, What
from flowdesigner.app.canvas.index import inside, joined, meet
from flowdesigner.app.canvas.lift import MOST_LINKS, moved_links, paint_lifted
from flowdesigner.app.canvas.links import Link
from flowdesigner.app.canvas.paint_guides import paint_guides
from flowdesigner.app.canvas.paint_links import paint_links
from flowdesigner.app.canvas.paint_scene import NOTHING, Brush, Lifted
from flowdesigner.app.canvas.placing import moved
from flowdesigner.app.canvas.scene import Scene
from flowdesigner.app.canvas.stage import Stage
from flowdesigner.app.canvas.tools.tool import Pointer, Tool, snapped
from flowdesigner.app.canvas.viewport import Detail, Rect
from flowdesigner.edits.connections import PutBetween
from flowdesigner.edits.edit import Several

REACH = 6
"""So near, in units of the widget, a guide draws things to it."""


class Move(Tool):
    """Things in hand; nothing is edited before they are let go."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, stage: Stage, start: Pointer, hit: Hit) -> None:
        super().__init__(stage, start)
        box = _box(stage.scene, hit)
        self._corner = (box[0], box[1]) if box else (start.x, start.y)
        self.dx = self.dy = 0
        self._guides: tuple[Guide, ...] = ()
        lifted = _what(stage, hit)
        self._around = _around(stage.scene, lifted) or box
        self._alone = _alone(stage, lifted)
        stage.lift(lifted)
        self._links: tuple[Link, ...] = ()
        self._area = self._drawn()

    def move(self, at: Pointer) -> Tool:
        """Follow, from guide to guide or from line to line of the grid; with Alt held, freely."""
        dx, dy = self._to(at)
        if (dx, dy) != (self.dx, self.dy):
            self.dx, self.dy = dx, dy
            before, self._area = self._area, self._drawn()
            self.stage.repaint_over.emit(before and self._area and joined([before, self._area]))
        if self._alone:
            self.stage.aim_at_link(link_near(self.stage, at.x, at.y, self._alone))
        return self

    def _drawn(self) -> Rect | None:
        """Where all that follows the hand is drawn; it is laid out for that."""
        stage = self.stage
        links = moved_links(stage.scene, stage.lifted.blocks, self.dx, self.dy, stage.viewport.seen)
        self._links = tuple(islice(links, MOST_LINKS))
        if self._around is None:
            return None
        lines = [link.route.bounds for link in self._links]
        lines += [guide.line for guide in self._guides]
        return joined([shifted(self._around, self.dx, self.dy), *lines])

    def _to(self, at: Pointer) -> tuple[int, int]:
        dx, dy = at.x - self.start.x, at.y - self.start.y
        self._guides = ()
        if at.keys & Qt.KeyboardModifier.AltModifier:
            return round(dx), round(dy)
        x, y = self._corner
        to = round(snapped(x + dx) - x), round(snapped(y + dy) - y)
        if self._around is None or self.stage.viewport.detail is Detail.FAR:
            return to
        others = _others(self.stage)
        reach = REACH / self.stage.viewport.zoom
        right, down = pulled(shifted(self._around, dx, dy), others, reach)
        to = (
            to[0] if right is None else round(dx + right),
            to[1] if down is None else round(dy + down),
        )
        held = right is not None, down is not None
        self._guides = tuple(guides(shifted(self._around, *to), others, held))
        return to

    def finish(self, at: Pointer) -> None:
        """Put them down: one step of the history."""
        lifted, link, stage = self.stage.lifted, self.stage.aimed_link, self.stage
        self.cancel()
        if not (self.dx or self.dy):
            return
        edit = moved(stage, lifted, self.dx, self.dy)
        if link and self._alone:
            way = way_through(stage, stage.flow.blocks[self._alone])
            joins = PutBetween(stage.flow_id, link, self._alone, way)
            edit = Several((edit, joins), joins.title)
        stage.document.do(edit)

    def cancel(self) -> None:
        """Put them back."""
        self.stage.aim_at_link(None)
        self.stage.lift(NOTHING)

    def paint(self, painter: QPainter, brush: Brush) -> None:
        """The things, where they would lie."""
        paint_lifted(painter, self.stage, brush, (self.dx, self.dy), self._links)
        paint_guides(painter, self._guides, brush)
        link = self.stage.scene.links.get(self.stage.aimed_link or ("", ""))
        if link is not None:
            # The card in hand lies over it.
            paint_links(painter, [link], brush.theme, brush.scale, lit=brush.theme.accent)


def _around(scene: Scene, lifted: Lifted) -> Rect | None:
    """A box around what is in hand."""
    boxes = [scene.boxes[id] for id in lifted.blocks if id not in scene.hidden]
    sheets = ((scene.note_boxes, lifted.notes), (scene.frame_boxes, lifted.frames))
    boxes += [box for known, ids in sheets for id in ids if (box := known.box(id))]
    return joined(boxes)


def _others(stage: Stage) -> list[Rect]:
    """The cards and notes in sight that are not in hand."""
    scene, lifted, seen = stage.scene, stage.lifted, stage.viewport.seen
    cards, notes = scene.card_boxes.touching(seen), scene.note_boxes.touching(seen)
    found = [scene.boxes[id] for id in cards if id not in lifted.blocks]
    found += [lid for id, lid in scene.lids.items() if id not in lifted.frames and meet(lid, seen)]
    sheets = (scene.note_boxes.box(id) for id in notes if id not in lifted.notes)
    return found + [box for box in sheets if box]


def _alone(stage: Stage, lifted: Lifted) -> str | None:
    """The one block in hand, when nothing is connected with it yet."""
    only = next(iter(lifted.blocks), "") if len(lifted.blocks) == 1 and not lifted.frames else ""
    return only if only and is_loose(stage, only) else None


def _box(scene: Scene, hit: Hit) -> Rect | None:
    if hit.what is What.BLOCK:
        return scene.boxes.get(hit.id)
    boxes = scene.note_boxes if hit.what is What.NOTE else scene.frame_boxes
    return boxes.box(hit.id)


def _what(stage: Stage, hit: Hit) -> Lifted:
    """What is taken in hand: the selection, a note, or a frame with what lies in it."""
    if hit.what is What.BLOCK:
        return Lifted(blocks=frozenset(stage.focus.blocks))
    if hit.what is What.NOTE:
        return Lifted(notes=frozenset({hit.id}))
    scene = stage.scene
    frame = scene.frame_boxes.box(hit.id)
    if frame is None:
        return NOTHING
    return Lifted(
        blocks=frozenset(
            id for id in scene.card_boxes.touching(frame) if inside(scene.boxes[id], frame)
        ).union(scene.held_by(hit.id)),
        notes=frozenset(
            id
            for id in scene.note_boxes.touching(frame)
            if inside(scene.note_boxes.box(id) or frame, frame)
        ),
        frames=frozenset({hit.id}),
    )
