"""How hits are drawn: headings, the words around a hit, and old beside new when replacing."""

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from flowdesigner.app.find.model import ROW, Heading, HitRow, HitsModel
from flowdesigner.app.guarded import guarded
from flowdesigner.app.icons import paint_icon
from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.app.widgets.smallest_edit import units

_FIELD = 168
"""How wide the name of the field is."""
_BOX = 14
Index = QModelIndex | QPersistentModelIndex


class FoundRow(QStyledItemDelegate):
    """Draws a row of the list of hits."""

    def __init__(self, theme: Theme, model: HitsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme, self._model = theme, model

    @guarded(QSize(200, 26))
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, option.fontMetrics.height() + SPACE + 2)

    @guarded(False)
    def editorEvent(
        self, event: QEvent, model: object, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """A click on the box ticks it, and so does the space bar."""
        clicked = (
            isinstance(event, QMouseEvent)
            and event.type() is QEvent.Type.MouseButtonRelease
            and event.position().x() < SPACE * 3 + _BOX
        )
        pressed = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        if self._model.replacing and (clicked or pressed):
            self._model.toggle(index)
            return True
        return False

    @guarded(None)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        painter.save()
        try:
            painter.setClipRect(option.rect)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if isinstance(row, Heading):
                self._paint_heading(painter, option, row)
            elif isinstance(row, HitRow):
                self._paint_hit(painter, option, row)
        finally:
            painter.restore()

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, row: Heading) -> None:
        theme, box = self.theme, QRect(option.rect)
        left = box.left() + SPACE + row.level * SPACE * 2
        colour = theme.groups.get(row.group, theme.muted)
        if row.icon:
            paint_icon(painter, row.icon, colour, QRectF(left, box.center().y() - 7, 15, 15))
            left += 15 + SPACE
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(theme.text))
        room = box.right() - left - 48
        title = painter.fontMetrics().elidedText(row.title, Qt.TextElideMode.ElideRight, room)
        area = QRect(left, box.top(), room, box.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, title)
        width = painter.fontMetrics().horizontalAdvance(title)
        painter.setFont(option.font)
        painter.setPen(QColor(theme.muted))
        area = QRect(left + width + SPACE, box.top(), 48, box.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, str(row.count))

    def _paint_hit(self, painter: QPainter, option: QStyleOptionViewItem, row: HitRow) -> None:
        theme, box = self.theme, QRect(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(theme.accent_soft))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(theme.raised))
        model = self._model
        left = box.left() + SPACE * 2
        if model.replacing:
            self._paint_box(painter, QRectF(left, box.center().y() - 7, _BOX, _BOX), row)
        left += _BOX + SPACE
        wide = min(_FIELD, box.width() // 4)
        painter.setFont(option.font)
        painter.setPen(QColor(theme.muted))
        words = painter.fontMetrics().elidedText(row.field, Qt.TextElideMode.ElideRight, wide)
        area = QRect(left, box.top(), wide, box.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, words)
        left += wide + SPACE * 2
        rest = QRect(left, box.top(), box.right() - left - SPACE, box.height())
        if not model.replacing:
            self._paint_words(painter, option, rest, (row.before, row.words, row.after))
            return
        half = QRect(rest.left(), rest.top(), (rest.width() - SPACE * 4) // 2, rest.height())
        self._paint_words(painter, option, half, (row.before, row.words, row.after), theme.error)
        half.moveLeft(half.right() + SPACE * 4)
        if model.is_wanted(row.hit):
            arrow = QRectF(half.left() - SPACE * 3, box.center().y() - 6, 13, 13)
            paint_icon(painter, "arrow-right", theme.muted, arrow)
            self._paint_words(painter, option, half, (row.before, model.by, row.after), theme.good)

    def _paint_box(self, painter: QPainter, box: QRectF, row: HitRow) -> None:
        theme, model = self.theme, self._model
        if not model.may_replace(row.hit):
            paint_icon(painter, "braces", theme.muted, box)
            return
        on = model.is_wanted(row.hit)
        painter.setPen(QColor(theme.accent if on else theme.muted))
        painter.setBrush(QColor(theme.accent if on else theme.surface))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        if on:
            paint_icon(painter, "check", theme.on_accent, box.adjusted(2, 2, -2, -2))

    def _paint_words(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        area: QRect,
        pieces: tuple[str, str, str],
        colour: str = "",
    ) -> None:
        """Words with the hit lit, laid out by Qt so that every script comes right."""
        theme = self.theme
        layout = QTextLayout("".join(pieces), option.font)
        marked = QTextLayout.FormatRange()
        marked.start, marked.length = units(pieces[0]), units(pieces[1])
        form = QTextCharFormat()
        form.setFontWeight(QFont.Weight.DemiBold)
        if colour:
            form.setForeground(QColor(colour))
        else:
            lit = QColor(theme.accent)
            lit.setAlpha(80 if theme.dark else 50)
            form.setBackground(lit)
        marked.format = form
        layout.setFormats([marked])
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(100_000)
        layout.endLayout()
        painter.setClipRect(area)
        painter.setPen(QColor(theme.text))
        y = area.top() + (area.height() - line.height()) / 2
        told = line.cursorToX(marked.start + marked.length)
        end = float(told[0] if isinstance(told, tuple) else told)  # type: ignore[arg-type]
        layout.draw(painter, QPointF(area.left() - max(0.0, end - area.width() * 0.9), y))
        painter.setClipRect(option.rect)
