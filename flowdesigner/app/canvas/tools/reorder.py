"""Dragging an answer up or down on its card; away from the card it is the card that moves."""

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from flowdesigner.app.canvas.card import ROW, SIDE, WIDTH, ExitRow
from flowdesigner.app.canvas.hits import Hit
from flowdesigner.app.canvas.paint_scene import Brush
from flowdesigner.app.canvas.stage import Stage
from flowdesigner.app.canvas.tools.move import Move
from flowdesigner.app.canvas.tools.tool import Pointer, Tool
from flowdesigner.app.canvas.typeset import font
from flowdesigner.edits.parts import MovePart
from flowdesigner.model.block import Block
from flowdesigner.model.fields import Kind, fields_of

AWAY = 44.0
"""So far from the rows, in units of the scene, an answer is no longer what is dragged."""


class Row(Struct, frozen=True):
    """A row of a card that stands for a part of one of the block's lists."""

    name: str
    y: float
    """Its middle, below the card's top."""
    field: str
    at: int
    """Its position in the list."""


def rows_of(block: Block, rows: tuple[ExitRow, ...]) -> list[Row]:
    """The rows that stand for the parts of a list, top to bottom."""
    for name, field in fields_of(type(block)).items():
        if field.kind is Kind.PARTS:
            parts = getattr(block, name) or ()
            at = {getattr(each, "id", None): number for number, each in enumerate(parts)}
            found = [Row(row.name, row.y, name, at[row.id]) for row in rows if row.id in at]
            if found:
                return found
    return []


class Reorder(Tool):
    """An answer in hand; its card is changed when it is let go."""

    cursor = Qt.CursorShape.SizeVerCursor

    def __init__(self, stage: Stage, start: Pointer, hit: Hit, rows: list[Row]) -> None:
        super().__init__(stage, start)
        self._hit, self._rows = hit, rows
        self._box = stage.scene.boxes[hit.id]
        self._held = self._nearest(start)
        self._at = start

    @classmethod
    def begin(cls, stage: Stage, start: Pointer, hit: Hit) -> "Reorder | None":
        """The gesture, when an answer that has sisters is under the pointer."""
        rows = rows_of(stage.flow.blocks[hit.id], stage.scene.cards[hit.id].rows)
        y = start.y - stage.scene.boxes[hit.id][1]
        alone = stage.focus.block == hit.id and len(rows) > 1
        on_one = any(abs(y - row.y) <= ROW / 2 for row in rows)
        return cls(stage, start, hit, rows) if alone and on_one else None

    def move(self, at: Pointer) -> Tool:
        """Follow up and down; go over to moving the card when taken away from it."""
        self._at = at
        y, left, right = at.y - self._box[1], self._box[0], self._box[2]
        beside = at.x < left - AWAY or at.x > right + AWAY
        if beside or y < self._rows[0].y - AWAY or y > self._rows[-1].y + AWAY:
            return Move(self.stage, self.start, self._hit).move(at)
        self.stage.repaint.emit()
        return self

    def finish(self, at: Pointer) -> None:
        """Put it between the others."""
        row, to = self._rows[self._held], self._rows[self._nearest(at)]
        edit = MovePart(self.stage.flow_id, self._hit.id, row.field, row.at, to.at)
        self.stage.document.do(edit)

    def paint(self, painter: QPainter, brush: Brush) -> None:
        """The answer at the pointer, and a line where it would come."""
        theme, row, slot = brush.theme, self._rows[self._held], self._nearest(self._at)
        y = self._at.y - self._box[1]
        line = self._rows[slot].y + (ROW / 2 if slot > self._held else -ROW / 2)
        painter.save()
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(brush.scale, brush.scale)
            painter.translate(self._box[0], self._box[1])
            left = QRectF(9, row.y - ROW / 2 + 1, WIDTH - 18, ROW - 2)
            painter.fillRect(left, QColor(theme.card))
            painter.setPen(QPen(QColor(theme.accent), 2.5))
            if slot != self._held:
                painter.drawLine(QPointF(8, line), QPointF(WIDTH - 8, line))
            painter.setPen(QPen(QColor(theme.accent), 1.5))
            painter.setBrush(QColor(theme.accent_soft))
            painter.drawRoundedRect(QRectF(10, y - ROW / 2 + 1, WIDTH - 20, ROW - 2), 6, 6)
            painter.setPen(QColor(theme.text))
            painter.setFont(font(12))
            painter.drawText(QPointF(SIDE + 6, y + 4.5), row.name)
        finally:
            painter.restore()

    def _nearest(self, at: Pointer) -> int:
        y = at.y - self._box[1]
        return min(range(len(self._rows)), key=lambda number: abs(self._rows[number].y - y))
