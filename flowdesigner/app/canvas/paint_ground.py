"""Drawing what lies below the cards: the dotted grid, frames and notes."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from flowdesigner.app.canvas.card import SEMIBOLD
from flowdesigner.app.canvas.paint_card import mixed
from flowdesigner.app.canvas.typeset import elided, font, measure, wrapped
from flowdesigner.app.canvas.viewport import Rect
from flowdesigner.app.theme import Theme
from flowdesigner.model.flow import Frame, Note
from flowdesigner.texts import N_, translate

DOTS = 24.0
"""Between dots, in units of the scene."""
FRAME_HEAD = 32.0
NOTE_LINE = 18.0
NOTE_SIDE = 12.0


def paint_dots(painter: QPainter, area: Rect, scale: float, ratio: float, theme: Theme) -> None:
    """The ground with its grid, wider when it would be too dense; in pixels of the screen."""
    step = DOTS * scale
    while step < 16 * ratio:
        step *= 2
    size = max(round(1.6 * ratio * min(max(scale / ratio, 0.7), 1.6)), 1)
    piece = _dotted(round(step), size, theme.canvas, mixed(theme.grid, theme.border, 0.6).name())
    offset = QPointF(area[0] % piece.width(), area[1] % piece.height())
    painter.drawTiledPixmap(_rect(area), piece, offset)


@lru_cache(maxsize=32)
def _dotted(step: int, size: int, ground: str, dot: str) -> QPixmap:
    """A piece of the grid that can be laid side by side."""
    count = max(256 // step, 1)
    picture = QPixmap(step * count, step * count)
    picture.fill(QColor(ground))
    painter = QPainter(picture)
    try:
        for column in range(count):
            for row in range(count):
                painter.fillRect(column * step, row * step, size, size, QColor(dot))
    finally:
        painter.end()
    return picture


def paint_frame(painter: QPainter, frame: Frame, box: Rect, theme: Theme, zoom: float) -> None:
    """A frame with its title, on a painter that counts in units of the scene."""
    rect = _rect(box)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.border))
    painter.drawRoundedRect(rect, 10, 10)
    painter.setBrush(mixed(theme.canvas, theme.raised, 0.55))
    painter.drawRoundedRect(rect.adjusted(1.5, 1.5, -1.5, -1.5), 8.5, 8.5)
    size = round(min(max(13, 12 / zoom), 120))
    title = elided(
        frame.title or translate(N_("Group")), rect.width() - 24, measure(size, SEMIBOLD)
    )
    painter.setFont(font(size, SEMIBOLD))
    painter.setPen(QColor(theme.muted))
    painter.drawText(QPointF(rect.left() + 12, rect.top() + 8 + size), title)


def paint_note(painter: QPainter, note: Note, box: Rect, theme: Theme, size: int) -> None:
    """A note, its letters of a size, on a painter that counts in units of the scene."""
    rect = _rect(box)
    paper = theme.note[note.color or "yellow"]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(mixed(paper, theme.text, 0.16))
    painter.drawRoundedRect(rect, 4, 4)
    painter.setBrush(QColor(paper))
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 3, 3)
    if not size:
        return
    step = size * NOTE_LINE / 13
    most = max(int((rect.height() - 2 * NOTE_SIDE + 4) // step), 1)
    text = (note.text or "").strip()
    words = text or translate(N_("Double-click to write"))
    painter.setFont(font(size))
    painter.setPen(QColor(theme.text if text else theme.muted))
    lines = wrapped(words, rect.width() - 2 * NOTE_SIDE, most, measure(size))
    for number, line in enumerate(lines):
        y = rect.top() + NOTE_SIDE + size - 1 + number * step
        painter.drawText(QPointF(rect.left() + NOTE_SIDE, y), line)


def _rect(box: Rect) -> QRectF:
    return QRectF(box[0], box[1], box[2] - box[0], box[3] - box[1])
