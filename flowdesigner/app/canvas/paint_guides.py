"""Drawing guides: why something that is moved comes to lie where it does."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF
from PySide6.QtGui import QColor, QPainter, QPen

from flowdesigner.app.canvas.guides import Guide
from flowdesigner.app.canvas.paint_scene import Brush

END = 4
"""Half the length of the strokes at the ends of a distance."""


def paint_guides(painter: QPainter, guides: Sequence[Guide], brush: Brush) -> None:
    """Draw guides on a painter that counts in pixels of the screen."""
    if not guides:
        return
    painter.save()
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(QColor(brush.theme.accent), round(brush.ratio)))
        for guide in guides:
            left, top, right, bottom = (round(each * brush.scale) for each in guide.line)
            painter.drawLine(QLineF(left, top, right, bottom))
            if guide.gap:
                end = round(END * brush.ratio)
                dx, dy = (0, end) if top == bottom else (end, 0)
                for x, y in ((left, top), (right, bottom)):
                    painter.drawLine(QLineF(x - dx, y - dy, x + dx, y + dy))
    finally:
        painter.restore()
