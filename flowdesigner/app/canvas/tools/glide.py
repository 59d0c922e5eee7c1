"""Blocks on their way to where they were just put: nothing is edited any more."""

from collections.abc import Callable, Iterator, Mapping

from msgspec.structs import replace
from PySide6.QtCore import QEasingCurve, QRectF, QVariantAnimation
from PySide6.QtGui import QPainter

from flowdesigner.app.canvas.index import meet
from flowdesigner.app.canvas.links import Link, input_of, port_of
from flowdesigner.app.canvas.paint_card import mixed
from flowdesigner.app.canvas.paint_links import paint_links
from flowdesigner.app.canvas.paint_scene import NOTHING, Brush, Lifted
from flowdesigner.app.canvas.routes import loose
from flowdesigner.app.canvas.stage import Stage
from flowdesigner.app.canvas.tools.tool import Pointer, Tool
from flowdesigner.app.canvas.viewport import Detail, Rect

LASTS = 200
"""Milliseconds."""
MOST = 2000
"""More blocks than this are there at once."""
MOST_LINKS = 200


class Glide(Tool):
    """Blocks that move from where they were to where they are; any other gesture ends it."""

    def __init__(self, stage: Stage, before: Mapping[str, Rect], ended: Callable[[], None]) -> None:
        super().__init__(stage, Pointer(0, 0, 0, 0))
        self._before = before
        self._part = 0.0
        stage.lift(Lifted(blocks=frozenset(before)))
        self._clock = QVariantAnimation(stage)
        self._clock.setDuration(LASTS)
        self._clock.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._clock.setStartValue(0.0)
        self._clock.setEndValue(1.0)
        self._clock.valueChanged.connect(self._go_on)
        self._clock.finished.connect(ended)
        self._clock.start()

    def move(self, at: Pointer) -> Tool:
        """Not led by the pointer."""
        return self

    def finish(self, at: Pointer) -> None:
        """Be there."""
        self.cancel()

    def cancel(self) -> None:
        """Be there."""
        self._clock.stop()
        self._clock.deleteLater()
        self.stage.lift(NOTHING)

    def paint(self, painter: QPainter, brush: Brush) -> None:
        """The blocks and their links, on the way."""
        scene, seen = self.stage.scene, self.stage.viewport.seen
        boxes = {id: self._between(id) for id in self._before if id in scene.boxes}
        links = list(self._links(boxes, seen))
        if len(links) <= MOST_LINKS:
            paint_links(painter, links, brush.theme, brush.scale)
        for id, box in boxes.items():
            if not meet(box, seen):
                continue
            card = scene.cards[id]
            if brush.detail is Detail.FAR:
                colour = brush.theme.groups.get(card.group, brush.theme.muted)
                painter.fillRect(_scaled(box, brush.scale), mixed(brush.theme.card, colour, 0.62))
            else:
                brush.pictures.draw(painter, card, box, brush.scale, brush.detail, brush.theme)

    def _go_on(self, part: float) -> None:
        self._part = part
        self.stage.repaint.emit()

    def _between(self, id: str) -> Rect:
        old, new = self._before[id], self.stage.scene.boxes[id]
        dx, dy = (old[0] - new[0]) * (1 - self._part), (old[1] - new[1]) * (1 - self._part)
        return new[0] + dx, new[1] + dy, new[2] + dx, new[3] + dy

    def _links(self, boxes: Mapping[str, Rect], seen: Rect) -> Iterator[Link]:
        scene = self.stage.scene
        for link in scene.around_links(boxes).values():
            if link.block in scene.hidden or link.target in scene.hidden:
                continue
            here = boxes.get(link.block) or scene.boxes[link.block]
            there = boxes.get(link.target) or scene.boxes[link.target]
            start = port_of(scene.cards[link.block], here, link.exit)
            if start:
                way = loose(start, input_of(there))
                if meet(way.bounds, seen):
                    yield replace(link, route=way)


def _scaled(box: Rect, scale: float) -> QRectF:
    left, top, right, bottom = (round(each * scale) for each in box)
    return QRectF(left, top, right - left, bottom - top)
