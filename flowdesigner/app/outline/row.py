"""How a line of the outline is drawn: what it is in bold, what it says, where it leads."""

from collections.abc import Iterator

from msgspec import Struct
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from flowdesigner.app.canvas.reading_way import runs_left
from flowdesigner.app.guarded import guarded
from flowdesigner.app.icons import paint_icon
from flowdesigner.app.outline.model import Line
from flowdesigner.app.outline.order import Way
from flowdesigner.app.outline.words import WordedModel
from flowdesigner.texts import N_, translate

SIGN = 12
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
        self.initStyleOption(option, index)
        view = option.widget
        style = view.style() if view is not None else QApplication.style()
        room = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, view)
        option.text = ""
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, view)
        painter.save()
        try:
            _paint(painter, QRect(room), option.font, pieces(model, model.line(index)))
        finally:
            painter.restore()


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
            at = QRectF(room.left(), room.center().y() - SIGN / 2 + 1, SIGN, SIGN)
            paint_icon(painter, piece.sign, piece.colour, at)
            room.setLeft(room.left() + SIGN + GAP - 2)
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
