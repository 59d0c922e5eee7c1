"""Dragging blocks, notes and frames to another place."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

from flowdesigner.app.canvas.between import is_loose, link_near, way_through
from flowdesigner.app.canvas.hits import Hit, What
from flowdesigner.app.canvas.index import inside
from flowdesigner.app.canvas.lift import paint_lifted
from flowdesigner.app.canvas.paint_scene import NOTHING, Brush, Lifted
from flowdesigner.app.canvas.placing import moved
from flowdesigner.app.canvas.scene import Scene
from flowdesigner.app.canvas.stage import Stage
from flowdesigner.app.canvas.tools.tool import Pointer, Tool, snapped
from flowdesigner.app.canvas.viewport import Rect
from flowdesigner.edits.connections import PutBetween
from flowdesigner.edits.edit import Several


class Move(Tool):
    """Things in hand; nothing is edited before they are let go."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, stage: Stage, start: Pointer, hit: Hit) -> None:
        super().__init__(stage, start)
        box = _box(stage.scene, hit)
        self._corner = (box[0], box[1]) if box else (start.x, start.y)
        self.dx = self.dy = 0
        lifted = _what(stage, hit)
        self._alone = _alone(stage, lifted)
        stage.lift(lifted)

    def move(self, at: Pointer) -> Tool:
        """Follow, from line to line of the grid."""
        x, y = self._corner
        dx = snapped(x + at.x - self.start.x) - x
        dy = snapped(y + at.y - self.start.y) - y
        if (dx, dy) != (self.dx, self.dy):
            self.dx, self.dy = round(dx), round(dy)
            self.stage.repaint.emit()
        if self._alone:
            self.stage.aim_at_link(link_near(self.stage, at.x, at.y, self._alone))
        return self

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
        paint_lifted(painter, self.stage, brush, self.dx, self.dy)


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
