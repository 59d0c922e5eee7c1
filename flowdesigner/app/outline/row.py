"""How a line of the outline is drawn: what it is in bold, what it says, where it leads."""

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from flowdesigner.app.canvas.reading_way import runs_left
from flowdesigner.app.guarded import guarded
from flowdesigner.app.icons import paint_icon
from flowdesigner.app.outline.model import Line
from flowdesigner.app.outline.order import Way
from flowdesigner.app.outline.words import WordedModel
from flowdesigner.texts import N_, translate

SIGN, ICON = 12, 16
GAP = 6
SIGNS = {
    Way.ON: "arrow-right",
    Way.AHEAD: "arrow-down",
    Way.BACK: "undo-2",
    Way.NOWHERE: "circle-alert",
}
_LEFT = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Piece(Struct, frozen=True):
    """Words of one kind, or a sign before others."""

    words: str
    colour: str
    bold: bool = False
    sign: str = ""


class Row(QStyledItemDelegate):
    """Draws a line; the style draws what is behind it."""

    @guarded(QSize())
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, option.fontMetrics.height() + 6)

    @guarded(None)
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        model = index.model()
        if not isinstance(model, WordedModel):
            return
        view = option.widget
        style = view.style() if view is not None else QApplication.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, view)
        line, room = model.line(index), QRect(option.rect.adjusted(GAP // 2, 0, -GAP // 2, 0))
        painter.save()
        try:
            if option.state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(QColor(model.theme.accent))
                painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
            if picture := model.picture(line):
                _paint_sign(painter, room, picture, ICON)
            _paint(painter, room, option.font, pieces(model, line))
        finally:
            painter.restore()


@lru_cache(maxsize=256)
def _picture(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    """A sign, painted once."""
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    try:
        paint_icon(painter, name, colour, QRectF(0, 0, size, size))
    finally:
        painter.end()
    return picture


def _paint_sign(painter: QPainter, room: QRect, sign: tuple[str, str], size: int) -> None:
    """A sign at the left; what follows has the rest of the room."""
    picture = _picture(*sign, size, painter.device().devicePixelRatio())
    painter.drawPixmap(room.left(), room.top() + (room.height() - size) // 2, picture)
    room.setLeft(room.left() + size + GAP)


def pieces(model: WordedModel, line: Line) -> Iterator[Piece]:
    """A line in the pieces it is drawn of."""
    theme = model.theme
    if line.exit is None:
        name, words = model.parts(line.block) if line.block else (model.words(line), "")
        yield Piece(name, theme.text if line.block else theme.muted, bold=bool(line.block))
        yield Piece(words, theme.text)
        return
    way = model.way(line)
    yield Piece(line.exit.name, theme.text)
    if way is Way.NOWHERE:
        yield Piece(translate(N_("nowhere yet")), theme.warning, sign=SIGNS[way])
    elif way in SIGNS:
        yield Piece(model.name(line.exit.target or ""), theme.muted, sign=SIGNS[way])
    else:
        yield Piece(translate(N_("not used")), theme.muted)


def _paint(painter: QPainter, room: QRect, usual: QFont, pieces: Iterator[Piece]) -> None:
    for piece in pieces:
        if piece.sign and room.width() > SIGN:
            _paint_sign(painter, room, (piece.sign, piece.colour), SIGN)
        if not piece.words or room.width() <= SIGN:
            continue
        font = QFont(usual)
        font.setWeight(QFont.Weight.DemiBold if piece.bold else QFont.Weight.Normal)
        measure = QFontMetrics(font)
        words = measure.elidedText(piece.words, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(font)
        painter.setPen(QColor(piece.colour))
        wide = measure.horizontalAdvance(words)
        painter.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if runs_left(words) else Qt.LayoutDirection.LeftToRight
        )
        box = QRect(room.left(), room.top(), wide + 1, room.height())
        painter.drawText(box, _LEFT, words)
        room.setLeft(room.left() + wide + GAP)
