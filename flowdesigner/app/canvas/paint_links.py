"""Drawing links."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from flowdesigner.app.canvas.index import Floats
from flowdesigner.app.canvas.links import Link
from flowdesigner.app.canvas.paint_card import mixed
from flowdesigner.app.canvas.plates import Plate
from flowdesigner.app.canvas.pointers import draw_lines
from flowdesigner.app.canvas.reading_way import write
from flowdesigner.app.canvas.typeset import font
from flowdesigner.app.theme import Theme

REACH = 14.0
"""How far a link's line and head may reach beyond its control points."""
THIN, THICK = 1.7, 2.6
FAINT = 0.6
"""How strong links are where cards are flat boxes; there they are many."""
DASHES = (4.5, 2.5)


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
            width = max(THICK, 1.6 / scale) if lit else max(THIN, 0.9 / scale)
            painter.setPen(_pen(colour, width, dashed=link.route.back))
            painter.drawPath(link.path)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawPath(link.head)
    finally:
        painter.restore()


def paint_plates(
    painter: QPainter, plates: Iterable[Plate], size: int, theme: Theme, *, lit: str = ""
) -> None:
    """Write the words of branches on their links, on a painter that counts in scene units."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font(size))
    for plate in plates:
        left, top, right, bottom = plate.box
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.canvas))
        painter.drawRoundedRect(QRectF(left, top, right - left, bottom - top), size / 2, size / 2)
        painter.setPen(QColor(lit or (theme.edge_back if plate.back else theme.muted)))
        write(painter, QPointF(left + size * 0.5, bottom - size * 0.45), plate.words)


def _pen(colour: QColor, width: float, *, dashed: bool) -> QPen:
    """Links that lead back are dashed, so that it does not take colours to tell them apart."""
    pen = QPen(
        colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.RoundJoin
    )
    if dashed:
        pen.setDashPattern(DASHES)
    return pen


def paint_far_links(
    painter: QPainter, table: Floats, theme: Theme, scale: float, *, lit: str = ""
) -> None:
    """Draw links as plain lines, all of them at once; lit ones in a colour.

    A row per link, as the scene has them: four numbers of its box, both ends, and whether it
    leads back.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for back, colour in ((0.0, theme.edge), (1.0, theme.edge_back)):
        painter.setPen(QPen(QColor(lit) if lit else mixed(theme.canvas, colour, FAINT), 1))
        draw_lines(painter, table[table[:, 8] == back, 4:8] * scale)
