"""How a problem is drawn in the list: a coloured sign, what is wrong, and where."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from flowdesigner.app.guarded import guarded
from flowdesigner.app.icons import paint_icon
from flowdesigner.app.problems.model import ISSUE, PLACE
from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.checks.rule import Severity

SIGNS = {
    Severity.ERROR: "circle-alert",
    Severity.WARNING: "triangle-alert",
    Severity.HINT: "lightbulb",
}


def severity_colour(theme: Theme, severity: str) -> str:
    """The colour of a severity."""
    return {"error": theme.error, "warning": theme.warning}.get(severity, theme.hint)


class ProblemRow(QStyledItemDelegate):
    """Draws a row of the list of problems."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    @guarded(QSize(200, 44))
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(200, option.fontMetrics.height() * 2 + SPACE + 6)

    @guarded(None)
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        issue = index.data(ISSUE)
        box: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(self.theme.accent_soft))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(self.theme.raised))
        sign = QRectF(box.left() + SPACE + 2, box.top() + 7, 16, 16)
        colour = severity_colour(self.theme, issue.severity)
        paint_icon(painter, SIGNS[issue.severity], colour, sign)
        left = box.left() + SPACE * 2 + 20
        line = option.fontMetrics.height()
        width = box.right() - left - SPACE
        painter.setPen(QColor(self.theme.text))
        first = QRect(left, box.top() + 5, width, line)
        painter.drawText(
            first, Qt.AlignmentFlag.AlignLeft, self._cut(option, str(issue.message), width)
        )
        painter.setPen(QColor(self.theme.muted))
        second = QRect(left, box.top() + 7 + line, width, line)
        painter.drawText(
            second, Qt.AlignmentFlag.AlignLeft, self._cut(option, index.data(PLACE), width)
        )

    def _cut(self, option: QStyleOptionViewItem, text: str, width: int) -> str:
        return option.fontMetrics.elidedText(
            text.replace("\n", " "), Qt.TextElideMode.ElideRight, width
        )
