"""Drawing what lies below the cards: the dotted grid, frames and notes."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from flowdesigner.app.canvas.card import SEMIBOLD
from flowdesigner.app.canvas.folds import Under
from flowdesigner.app.canvas.paint_card import mixed
from flowdesigner.app.canvas.reading_way import runs_left, write
from flowdesigner.app.canvas.typeset import elided, font, measure, wrapped
from flowdesigner.app.canvas.viewport import Detail, Rect, detail_at
from flowdesigner.app.icons import paint_icon
from flowdesigner.app.theme import Theme
from flowdesigner.model.flow import Frame, Note
from flowdesigner.texts import N_, ntranslate, translate

DOTS = 24.0
"""Between dots, in units of the scene."""
FRAME_HEAD = 32.0
FOLD_ROOM = 30.0
"""What the mark takes that folds a frame."""
LID_REACH = 8.0
"""How far a lid reaches beyond its box: it looks like a pile."""
LEAST_NAMED = 64
"""Frames that are narrower on the screen are not named there."""
NAMED_ABOVE = (Detail.FAR, Detail.SMALL)
"""Where cards cannot be read, so that the names of frames lie over them."""
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
    border = mixed(theme.canvas, theme.text, 0.2)
    _fill_frame(painter, rect, border, mixed(theme.canvas, theme.text, 0.035))
    if detail_at(zoom) not in NAMED_ABOVE:
        size = round(max(13, 12 / zoom))
        title = elided(_title_of(frame), rect.width() - FOLD_ROOM - 12, measure(size, SEMIBOLD))
        painter.setFont(font(size, SEMIBOLD))
        painter.setPen(QColor(theme.muted))
        write(painter, QPointF(rect.left() + FOLD_ROOM, rect.top() + 8 + size), title)
        _paint_fold(painter, rect, "chevron-down", theme)
        _paint_grip(painter, rect, mixed(theme.raised, theme.muted, 0.55))


def paint_lid(
    painter: QPainter, frame: Frame, box: Rect, theme: Theme, zoom: float, hides: Under
) -> None:
    """A folded frame: its title, large, and how much it hides."""
    rect = _rect(box)
    if rect.width() * zoom < LEAST_NAMED:
        _fill_frame(painter, rect, QColor(theme.muted), QColor(theme.card))
        return
    problems = hides.problems
    border = theme.severities[problems.severity] if problems else theme.muted
    edge = mixed(theme.canvas, border, 0.6)
    _fill_frame(painter, rect.translated(LID_REACH - 2, LID_REACH - 2), edge, QColor(theme.raised))
    _fill_frame(painter, rect, edge, QColor(theme.card))
    count = ntranslate("{n} block", "{n} blocks", hides.blocks)
    if problems:
        count += " · " + ntranslate("{n} problem", "{n} problems", problems.count)
    size = round(max(min(rect.width() / 12, 44), 13 / zoom))
    small = round(max(min(rect.width() / 18, 26), 11 / zoom))
    middle = rect.center().y()
    if rect.height() < size + small * 2:
        small = 0
    _centred(painter, _title_of(frame), rect, middle + (0 if small else size / 3), size, theme.text)
    if small:
        colour = border if problems else theme.muted
        _centred(painter, count, rect, middle + small * 1.6, small, colour)
    if detail_at(zoom) not in NAMED_ABOVE:
        _paint_fold(painter, rect, "chevron-right", theme)


def paint_frame_name(painter: QPainter, frame: Frame, box: Rect, theme: Theme, zoom: float) -> None:
    """The title of a frame where cards are too small to be read: it lies over them."""
    rect = _rect(box)
    if rect.width() * zoom < LEAST_NAMED:
        return
    size = round((13 if rect.width() * zoom > 2 * LEAST_NAMED else 11) / zoom)
    title = elided(_title_of(frame), rect.width() - size, measure(size, SEMIBOLD))
    wide = measure(size, SEMIBOLD)(title)
    plate = QRectF(rect.left(), rect.top(), wide + size, size * 1.7)
    ground = QColor(theme.canvas)
    ground.setAlphaF(0.86)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(plate, size * 0.4, size * 0.4)
    painter.setFont(font(size, SEMIBOLD))
    painter.setPen(QColor(theme.text))
    write(painter, QPointF(plate.left() + size * 0.5, plate.top() + size * 1.22), title)


def _title_of(frame: Frame) -> str:
    return frame.title or translate(N_("Group"))


def _paint_grip(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """Two strokes in the corner by which it is made larger."""
    painter.setPen(QPen(colour, 1.5))
    for far in (5, 10):
        one = QPointF(rect.right() - 4, rect.bottom() - 4 - far)
        painter.drawLine(one, QPointF(rect.right() - 4 - far, rect.bottom() - 4))


def _fill_frame(painter: QPainter, rect: QRectF, border: QColor, ground: QColor) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(border)
    painter.drawRoundedRect(rect, 10, 10)
    painter.setBrush(ground)
    painter.drawRoundedRect(rect.adjusted(1.5, 1.5, -1.5, -1.5), 8.5, 8.5)


def _paint_fold(painter: QPainter, rect: QRectF, icon: str, theme: Theme) -> None:
    paint_icon(painter, icon, theme.muted, QRectF(rect.left() + 8, rect.top() + 8, 16, 16))


def _centred(painter: QPainter, words: str, rect: QRectF, y: float, size: int, colour: str) -> None:
    width = measure(size, SEMIBOLD)
    line = elided(words, rect.width() - size, width)
    if len(line) >= min(len(words), 3):
        painter.setFont(font(size, SEMIBOLD))
        painter.setPen(QColor(colour))
        write(painter, QPointF(rect.center().x() - width(line) / 2, y), line)


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
    _paint_grip(painter, rect, mixed(paper, theme.text, 0.35))
    step = size * NOTE_LINE / 13
    most = max(int((rect.height() - 2 * NOTE_SIDE + 4) // step), 1)
    text = (note.text or "").strip()
    words = text or translate(N_("Double-click to write"))
    painter.setFont(font(size))
    painter.setPen(QColor(theme.text if text else theme.muted))
    width, leftwards = measure(size), runs_left(words)
    for number, line in enumerate(wrapped(words, rect.width() - 2 * NOTE_SIDE, most, width)):
        y = rect.top() + NOTE_SIDE + size - 1 + number * step
        right = rect.right() - NOTE_SIDE - width(line)
        x = right if leftwards else rect.left() + NOTE_SIDE
        write(painter, QPointF(x, y), line, leftwards=leftwards)


def _rect(box: Rect) -> QRectF:
    return QRectF(box[0], box[1], box[2] - box[0], box[3] - box[1])
