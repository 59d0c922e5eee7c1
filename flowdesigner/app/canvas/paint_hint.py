"""What is drawn over an empty flow, and where the keyboard is."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from flowdesigner.app.canvas.card import SEMIBOLD
from flowdesigner.app.canvas.typeset import font, measure
from flowdesigner.app.canvas.viewport import Viewport
from flowdesigner.app.icons import paint_icon
from flowdesigner.app.theme import Theme
from flowdesigner.texts import N_, translate


def paint_empty(painter: QPainter, view: Viewport, theme: Theme) -> None:
    """Words in the middle, on a painter that counts in pixels from the scene's origin."""
    painter.save()
    try:
        painter.translate(view.left, view.top)
        painter.scale(view.ratio, view.ratio)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, y = view.width / 2, view.height / 2 - 20
        paint_icon(painter, "mouse-pointer", theme.muted, QRectF(x - 16, y - 64, 32, 32))
        _line(painter, x, y, (17, translate(N_("This flow is empty"))), theme.text)
        first = translate(N_("Double-click to add the first block,"))
        second = translate(N_("or drag one here from the list on the left."))
        _line(painter, x, y + 28, (13, first), theme.muted)
        _line(painter, x, y + 48, (13, second), theme.muted)
    finally:
        painter.restore()


def paint_focus(painter: QPainter, view: Viewport, theme: Theme) -> None:
    """A line around the whole: the keyboard is here, and nothing is selected."""
    painter.save()
    try:
        painter.translate(view.left, view.top)
        painter.scale(view.ratio, view.ratio)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.accent), 2))
        painter.drawRect(QRectF(1, 1, view.width - 2, view.height - 2))
    finally:
        painter.restore()


def _line(painter: QPainter, x: float, y: float, words: tuple[int, str], colour: str) -> None:
    size, text = words
    weight = SEMIBOLD if size > 14 else SEMIBOLD.Normal
    painter.setFont(font(size, weight))
    painter.setPen(QColor(colour))
    painter.drawText(QPointF(x - measure(size, weight)(text) / 2, y), text)
