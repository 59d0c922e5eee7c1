"""Drawing a rectangle: what it touches is selected."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from flowdesigner.app.canvas.paint_scene import Brush
from flowdesigner.app.canvas.stage import Stage
from flowdesigner.app.canvas.tools.tool import Pointer, Tool


class Marquee(Tool):
    """A rectangle over the blocks to select."""

    def __init__(self, stage: Stage, start: Pointer) -> None:
        super().__init__(stage, start)
        self._before = stage.focus.blocks
        self._at = start

    def move(self, at: Pointer) -> Tool:
        """Select what is touched."""
        self._at = at
        rect = (
            *map(min, zip(*self._corners, strict=True)),
            *map(max, zip(*self._corners, strict=True)),
        )
        touched = set(self.stage.scene.card_boxes.touching(rect))  # type: ignore[arg-type]
        kept = self._before if at.adds else ()
        new = sorted(touched - set(kept), key=self.stage.scene.order.__getitem__)
        self.stage.select(*kept, *new)
        return self

    def finish(self, at: Pointer) -> None:
        """What is selected stays so."""

    def cancel(self) -> None:
        """Select again what was selected before."""
        self.stage.select(*self._before)

    def paint(self, painter: QPainter, brush: Brush) -> None:
        """A thin rectangle, faintly filled."""
        (x, y), (u, v) = ((a * brush.scale, b * brush.scale) for a, b in self._corners)
        fill = QColor(brush.theme.accent)
        fill.setAlphaF(0.12)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(QColor(brush.theme.accent), max(round(brush.ratio), 1)))
        painter.setBrush(fill)
        painter.drawRect(QRectF(round(x), round(y), round(u - x), round(v - y)).normalized())

    @property
    def _corners(self) -> tuple[tuple[float, float], tuple[float, float]]:
        return (self.start.x, self.start.y), (self._at.x, self._at.y)
