"""Dragging the corner of a note or a frame: it becomes larger or smaller."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from flowdesigner.app.canvas.hits import Hit, What
from flowdesigner.app.canvas.paint_scene import Brush
from flowdesigner.app.canvas.placing import keeping_places
from flowdesigner.app.canvas.stage import Stage
from flowdesigner.app.canvas.tools.tool import Pointer, Tool, snapped
from flowdesigner.app.canvas.viewport import Rect
from flowdesigner.edits.edit import Edit, Several
from flowdesigner.edits.flows import SetFrame, SetNote
from flowdesigner.model.part import changed
from flowdesigner.texts import N_, message

LEAST = (96, 64)
"""No smaller than this in units of the scene."""


class Resize(Tool):
    """A corner in hand; nothing is edited before it is let go."""

    cursor = Qt.CursorShape.SizeFDiagCursor

    def __init__(self, stage: Stage, start: Pointer, hit: Hit) -> None:
        super().__init__(stage, start)
        self._hit = hit
        scene = stage.scene
        boxes = scene.note_boxes if hit.what is What.NOTE_GRIP else scene.frame_boxes
        self._box: Rect = boxes.box(hit.id) or (start.x, start.y, start.x, start.y)
        self._size = self._before = self._sized(start)

    def move(self, at: Pointer) -> Tool:
        """Follow, from line to line of the grid."""
        size = self._sized(at)
        if size != self._size:
            self._size = size
            self.stage.repaint.emit()
        return self

    def finish(self, at: Pointer) -> None:
        """Let it be so large: one step of the history."""
        if self._size != self._before:
            self.stage.document.do(keeping_places(self.stage, self._edit()))

    def paint(self, painter: QPainter, brush: Brush) -> None:
        """A line around what it would cover."""
        left, top = round(self._box[0] * brush.scale), round(self._box[1] * brush.scale)
        wide, high = (round(each * brush.scale) for each in self._size)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(brush.theme.accent), 2 * brush.ratio))
        painter.drawRoundedRect(QRectF(left, top, wide, high), 6, 6)

    def _sized(self, at: Pointer) -> tuple[int, int]:
        right = snapped(self._box[2] + at.x - self.start.x)
        bottom = snapped(self._box[3] + at.y - self.start.y)
        wide, high = round(right - self._box[0]), round(bottom - self._box[1])
        return max(wide, LEAST[0]), max(high, LEAST[1])

    def _edit(self) -> Edit:
        stage, id = self.stage, self._hit.id
        if self._hit.what is What.NOTE_GRIP:
            note = changed(stage.scene.notes[id], size=self._size)
            return Several((SetNote(stage.flow_id, id, note),), message(N_("Resize note")))
        frame = changed(stage.scene.frames[id], size=self._size)
        return Several((SetFrame(stage.flow_id, id, frame),), message(N_("Resize frame")))
