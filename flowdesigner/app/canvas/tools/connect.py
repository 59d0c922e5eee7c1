"""Drawing a link from an exit to a block, or taking its end elsewhere."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from flowdesigner.app.canvas.hits import Hit, What, block_at
from flowdesigner.app.canvas.links import Link, input_of, port_of
from flowdesigner.app.canvas.paint_links import paint_links
from flowdesigner.app.canvas.paint_scene import NOTHING, Brush, Lifted
from flowdesigner.app.canvas.routes import loose, route
from flowdesigner.app.canvas.stage import Stage
from flowdesigner.app.canvas.tools.tool import Pointer, Tool
from flowdesigner.edits.connections import Connect as ConnectEdit

NEAR = 18.0
"""So near to a card, in units of the scene, a link snaps to it."""
INSIDE = 32.0
"""So far from the right edge of its own card a link must be taken to lead back to it."""
LEAST = 24
"""A link that was drawn less far, in units of the widget, over nothing was not meant."""


class Connect(Tool):
    """A link whose end is in hand."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, stage: Stage, start: Pointer, hit: Hit) -> None:
        super().__init__(stage, start)
        self._block, self._exit = hit.id, hit.exit
        self._by_end = hit.what is What.LINK_END
        self._at = start
        self._began = False

    def move(self, at: Pointer) -> Tool:
        """The end follows, and snaps to the block it would lead to."""
        if not self._began and at.far_from(self.start):
            self._began = True
            self.stage.lift(Lifted(links=frozenset({(self._block, self._exit)})))
        self._at = at
        if self._began:
            self.stage.aim(self._target(at))
            self.stage.repaint.emit()
        return self

    def _target(self, at: Pointer) -> str | None:
        """The block at the pointer; its own only when that is surely meant."""
        target = block_at(self.stage.scene, at.x, at.y, NEAR)
        if target != self._block:
            return target
        left, _, right, _ = self.stage.scene.boxes[target]
        return target if left <= at.x <= right - INSIDE else None

    def finish(self, at: Pointer) -> None:
        """Connect; over nothing, ask what to add there, or let go of what was connected."""
        stage, target = self.stage, self.stage.aimed
        self.cancel()
        if not self._began:
            self._click()
        elif target is not None:
            stage.document.do(ConnectEdit(stage.flow_id, self._block, self._exit, target))
        elif self._by_end:
            stage.document.do(ConnectEdit(stage.flow_id, self._block, self._exit, None))
        elif (
            abs(at.view_x - self.start.view_x) > LEAST or abs(at.view_y - self.start.view_y) > LEAST
        ):
            stage.add_requested.emit((at.x, at.y), (self._block, self._exit))

    def _click(self) -> None:
        if self._by_end:
            self.stage.pick(Hit(What.LINK, self._block, self._exit))
        else:
            self.stage.select(self._block)

    def cancel(self) -> None:
        """Leave the link as it was."""
        self.stage.aim(None)
        self.stage.lift(NOTHING)

    def paint(self, painter: QPainter, brush: Brush) -> None:
        """The link as it would run."""
        if self._began:
            end = self._at.x, self._at.y
            paint_dangling(painter, self.stage, brush, (self._block, self._exit), end)


def paint_dangling(
    painter: QPainter,
    stage: Stage,
    brush: Brush,
    leaving: tuple[str, str],
    end: tuple[float, float],
) -> None:
    """A link that leads to a point, or to the block that is aimed at."""
    scene = stage.scene
    block, exit = leaving
    box = scene.boxes.get(block)
    start = port_of(scene.cards[block], box, exit) if box else None
    if box is None or start is None:
        return
    target = scene.boxes.get(stage.aimed or "")
    if target:
        way = route(start, input_of(target), (box, target), scene.cards_in)
    else:
        way = loose(start, end)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    link = Link(block, exit, stage.aimed or "", way)
    paint_links(painter, [link], brush.theme, brush.scale, lit=brush.theme.accent)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.drawEllipse(
        QPointF(start[0] * brush.scale, start[1] * brush.scale), 6 * brush.scale, 6 * brush.scale
    )
