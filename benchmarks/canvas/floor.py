"""The floor: answers whatever happens with one blit of the whole window."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPixmap, QWheelEvent
from PySide6.QtWidgets import QWidget
from side import SIZE, Side, serve


class Blit(QWidget):
    """One picture."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self._picture = QPixmap(round(SIZE[0] * self.devicePixelRatioF()), SIZE[1])
        self._picture.fill(QColor("#f4f5f7"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.end()

    def wheelEvent(self, _event: QWheelEvent) -> None:
        self.update()

    def mouseMoveEvent(self, _event: QMouseEvent) -> None:
        self.update()


class Floor(Side):
    """Nothing but a blit."""

    def make(self, graph: dict[str, Any]) -> QWidget:
        self.blit = Blit()
        return self.blit

    @property
    def surface(self) -> QWidget:
        return self.blit


serve(Floor())
