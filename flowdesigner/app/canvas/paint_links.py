"""Drawing links."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen

from flowdesigner.app.canvas.index import Floats
from flowdesigner.app.canvas.links import Link
from flowdesigner.app.canvas.pointers import draw_lines
from flowdesigner.app.theme import Theme

REACH = 14.0
"""How far a link's line and head may reach beyond its control points."""
THIN, THICK = 1.7, 2.6


def paint_links(
    painter: QPainter, links: Iterable[Link], theme: Theme, scale: float, *, lit: str = ""
) -> None:
    """Draw links on a painter that counts in pixels of the screen; lit ones in a colour."""
    painter.save()
    try:
        painter.scale(scale, scale)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for link in links:
            colour = QColor(lit or (theme.edge_back if link.route.back else theme.edge))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(_pen(colour, max(THICK, 1.6 / scale) if lit else max(THIN, 0.9 / scale)))
            painter.drawPath(link.path)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawPath(link.head)
    finally:
        painter.restore()


def _pen(colour: QColor, width: float) -> QPen:
    return QPen(
        colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.RoundJoin
    )


def paint_far_links(painter: QPainter, table: Floats, theme: Theme, scale: float) -> None:
    """Draw links as plain lines, all of them at once.

    A row per link, as the scene has them: four numbers of its box, both ends, and whether it
    leads back.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for back, colour in ((0.0, theme.edge), (1.0, theme.edge_back)):
        painter.setPen(QPen(QColor(colour), 1))
        draw_lines(painter, table[table[:, 8] == back, 4:8] * scale)
