"""How a problem is drawn in the list: a coloured sign, what is wrong, and where."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from flowdesigner.app.guarded import guarded
from flowdesigner.app.icons import paint_icon
from flowdesigner.app.problems.model import LINE, PLACE, Heading
from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.checks.rule import Issue, Severity

SIGNS = {
    Severity.ERROR: "circle-alert",
    Severity.WARNING: "triangle-alert",
    Severity.HINT: "lightbulb",
}
_SIGN = 15
_ENOUGH = 300
"""In a narrower row only the words are shown; the place is told beside the list."""
_LEAST_PLACE = 0.25
"""How much of a row the place may take, however long the words are."""
Index = QModelIndex | QPersistentModelIndex
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


def severity_colour(theme: Theme, severity: str) -> str:
    """The colour of a severity."""
    return {"error": theme.error, "warning": theme.warning}.get(severity, theme.hint)


class ProblemRow(QStyledItemDelegate):
    """Draws a row of the list of problems."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    @guarded(QSize(200, 28))
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, option.fontMetrics.height() + SPACE + 4)

    @guarded(None)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, box = index.data(LINE), QRect(option.rect)
        painter.save()
        try:
            self._paint_ground(painter, option, box)
            if isinstance(line, Heading):
                self._paint_heading(painter, option, box, line, str(index.data()))
            else:
                self._paint_problem(painter, option, box, index)
        finally:
            painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, box: QRect) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(self.theme.accent_soft))
            if option.state & QStyle.StateFlag.State_HasFocus:
                painter.fillRect(
                    QRect(box.left(), box.top(), 3, box.height()), QColor(self.theme.accent)
                )
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(self.theme.raised))

    def _paint_heading(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        box: QRect,
        heading: Heading,
        title: str,
    ) -> None:
        sign = "chevron-down" if heading.is_open else "chevron-right"
        self._paint_sign(painter, box, box.left() + SPACE, sign, self.theme.muted)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        count, metrics = str(heading.count), painter.fontMetrics()
        left = box.left() + SPACE * 2 + _SIGN
        room = box.right() - left - metrics.horizontalAdvance(count) - SPACE * 3
        words = metrics.elidedText(title, Qt.TextElideMode.ElideRight, room)
        painter.setPen(QColor(self.theme.text if heading.severity else self.theme.muted))
        painter.drawText(QRect(left, box.top(), room, box.height()), _MIDDLE, words)
        left += metrics.horizontalAdvance(words) + SPACE
        painter.setFont(option.font)
        colour = severity_colour(self.theme, heading.severity or "")
        painter.setPen(QColor(colour if heading.severity else self.theme.muted))
        area = QRect(left, box.top(), box.right() - left, box.height())
        painter.drawText(area, _MIDDLE, count)

    def _paint_problem(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, index: Index
    ) -> None:
        line, metrics = index.data(LINE), option.fontMetrics
        known = isinstance(line, Issue)
        sign = SIGNS[line.severity] if known else "eye-off"
        colour = severity_colour(self.theme, line.severity) if known else self.theme.muted
        self._paint_sign(painter, box, box.left() + SPACE * 3 + 2, sign, colour)
        left = box.left() + SPACE * 4 + _SIGN + 2
        room = box.right() - left - SPACE
        words = str(index.data()).replace("\n", " ")
        wide = metrics.horizontalAdvance(words) + SPACE * 3
        place = metrics.elidedText(
            str(index.data(PLACE)),
            Qt.TextElideMode.ElideRight,
            max(room - wide, int(room * _LEAST_PLACE)),
        )
        place = place if room >= _ENOUGH else ""
        taken = metrics.horizontalAdvance(place)
        words = metrics.elidedText(
            words, Qt.TextElideMode.ElideRight, room - taken - SPACE * 2 if taken else room
        )
        painter.setFont(option.font)
        painter.setPen(QColor(self.theme.text if known else self.theme.muted))
        painter.drawText(QRect(left, box.top(), room, box.height()), _MIDDLE, words)
        painter.setPen(QColor(self.theme.muted))
        area = QRect(left, box.top(), room, box.height())
        painter.drawText(area, _MIDDLE | Qt.AlignmentFlag.AlignRight, place)

    def _paint_sign(self, painter: QPainter, box: QRect, left: int, name: str, colour: str) -> None:
        area = QRectF(left, box.center().y() - _SIGN / 2 + 0.5, _SIGN, _SIGN)
        paint_icon(painter, name, colour, area)
