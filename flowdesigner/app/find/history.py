"""The steps of the history, named: what was done, where the author is, what is saved."""

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from flowdesigner.app.document import Document
from flowdesigner.app.guarded import guarded
from flowdesigner.app.icons import paint_icon
from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.texts import N_, translate

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_IS_SAVED = Qt.ItemDataRole.UserRole
_IS_NOW = Qt.ItemDataRole.UserRole + 1
_IS_AHEAD = Qt.ItemDataRole.UserRole + 2


class HistoryPanel(QWidget):
    """A list of steps; choosing one goes there, back or forward."""

    left = Signal()

    def __init__(self, document: Document, theme: Theme) -> None:
        super().__init__()
        self._document = document
        self._steps = _Steps(document, self)
        self._row = _StepRow(theme, self)
        self.list = QListView(self)
        self.list.setModel(self._steps)
        self.list.setItemDelegate(self._row)
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QListView.Shape.NoFrame)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        self.setFocusProxy(self.list)
        self.list.clicked.connect(self._go)
        self.list.activated.connect(self._go)
        self._steps.modelReset.connect(self._show_now)
        self.retranslate()
        self._show_now()

    def know_file(self, in_file: Callable[[], bool]) -> None:
        """Be told how to know whether the project is in a file, so that no new one is “saved”."""
        self._steps.in_file = in_file
        self._steps.refresh()

    def _go(self, index: QModelIndex) -> None:
        self._document.go_to_step(index.row())

    def _show_now(self) -> None:
        now = self._steps.index(self._document.history.index())
        self.list.setCurrentIndex(now)
        self.list.scrollTo(now)

    def retranslate(self) -> None:
        """Speak the language in use."""
        self.list.setAccessibleName(translate(N_("History")))
        self._steps.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._row.theme = theme
        self.list.viewport().update()


class _Steps(QAbstractListModel):
    """The state the project was opened in, and the states after each step."""

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self.in_file: Callable[[], bool] = lambda: True
        document.history.indexChanged.connect(self.refresh)
        document.history.cleanChanged.connect(self.refresh)
        document.replaced.connect(self.refresh)

    def refresh(self, *_what: object) -> None:
        self.beginResetModel()
        self.endResetModel()

    @guarded(0)
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._document.history.count() + 1

    @guarded(None)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        at, history = index.row(), self._document.history
        if role == Qt.ItemDataRole.DisplayRole:
            return self._name(at)
        if role == _IS_SAVED:
            return self._is_saved(at)
        if role == _IS_NOW:
            return at == history.index()
        if role == _IS_AHEAD:
            return at > history.index()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(self._told(at))
        return None

    def _is_saved(self, at: int) -> bool:
        return at == self._document.history.cleanIndex() and self.in_file()

    def _name(self, at: int) -> str:
        return self._document.step_name(at - 1) if at else translate(N_("As it was opened"))

    def _told(self, at: int) -> list[str]:
        history = self._document.history
        told = [self._name(at)]
        if at == history.index():
            told.append(translate(N_("You are here")))
        if at > history.index():
            told.append(translate(N_("undone")))
        if self._is_saved(at):
            told.append(translate(N_("Saved")))
        return told


class _StepRow(QStyledItemDelegate):
    """Draws a step: a mark where the author is, its name, and what is saved."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    @guarded(QSize(160, 28))
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(160, option.fontMetrics.height() + SPACE + 4)

    @guarded(None)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, box = self.theme, option.rect
        now = bool(index.data(_IS_NOW))
        painter.save()
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if option.state & QStyle.StateFlag.State_Selected:
                painter.fillRect(box, QColor(theme.accent_soft))
            elif option.state & QStyle.StateFlag.State_MouseOver:
                painter.fillRect(box, QColor(theme.raised))
            if now:
                mark = QRectF(box.left() + SPACE, box.center().y() - 7, 15, 15)
                paint_icon(painter, "arrow-right", theme.accent, mark)
            font = QFont(option.font)
            font.setWeight(QFont.Weight.DemiBold if now else QFont.Weight.Normal)
            painter.setFont(font)
            left, right = box.left() + SPACE * 2 + 15, box.right() - SPACE
            if index.data(_IS_SAVED):
                words = translate(N_("Saved"))
                width = painter.fontMetrics().horizontalAdvance(words)
                painter.setPen(QColor(theme.good))
                flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
                painter.drawText(box.adjusted(0, 0, -SPACE, 0), flags, words)
                icon = QRectF(right - width - 20, box.center().y() - 6, 14, 14)
                paint_icon(painter, "circle-check", theme.good, icon)
                right -= width + 28
            painter.setPen(QColor(theme.muted if index.data(_IS_AHEAD) else theme.text))
            room = box.adjusted(left - box.left(), 0, right - box.right(), 0)
            name = painter.fontMetrics().elidedText(
                index.data(), Qt.TextElideMode.ElideRight, room.width()
            )
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)
        finally:
            painter.restore()
