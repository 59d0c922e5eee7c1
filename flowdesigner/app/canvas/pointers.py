"""Rows of numbers handed to Qt as they are: one call draws them all."""

from typing import Any

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter
from shiboken6 import Shiboken

from flowdesigner.app.canvas.index import Floats


def draw_lines(painter: QPainter, rows: Floats) -> None:
    """Lines from rows of x, y, x, y."""
    if len(rows):
        held = rows.copy(order="C")
        painter.drawLines(_first(held, QLineF), len(held))


def draw_rects(painter: QPainter, rows: Floats) -> None:
    """Rectangles from rows of x, y, width, height."""
    if len(rows):
        held = rows.copy(order="C")
        painter.drawRects(_first(held, QRectF), len(held))


def _first(rows: Floats, kind: type[QLineF] | type[QRectF]) -> Any:
    return Shiboken.wrapInstance(rows.ctypes.data, kind)
