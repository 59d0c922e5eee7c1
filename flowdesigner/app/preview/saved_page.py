"""The page of saved conversations: which still go as they were saved."""

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QColor, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from flowdesigner.app.guarded import guarded
from flowdesigner.app.icons import paint_icon
from flowdesigner.app.preview.markup import Run
from flowdesigner.app.preview.saved_runs import SavedRuns, verdict
from flowdesigner.app.preview.typeset import Lines
from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.app.widgets.icon_button import IconButton
from flowdesigner.app.widgets.plain_label import PlainLabel
from flowdesigner.texts import N_, ntranslate, translate

_NAME = Qt.ItemDataRole.UserRole
_SAYS = Qt.ItemDataRole.UserRole + 1
_GOOD = Qt.ItemDataRole.UserRole + 2


class SavedPage(QWidget):
    """A list with a tick or a cross before each conversation."""

    chosen = Signal(str)
    unwanted = Signal(str)
    """A conversation is to be deleted."""
    closed = Signal()

    def __init__(self, runs: SavedRuns, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runs = runs
        self._row = _SavedRow(theme, self)
        self.list = QListWidget()
        self.list.setItemDelegate(self._row)
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)
        self.delete = QAction(self.list)
        self.delete.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
        self.delete.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.delete.triggered.connect(lambda _=False: self._let_go())
        self.list.addAction(self.delete)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._back = IconButton("chevron-left", N_("Back to the chat"), theme)
        self._back.clicked.connect(self.closed)
        self._title = PlainLabel()
        self._title.setObjectName("subheading")
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._again = QPushButton()
        self._again.clicked.connect(lambda _=False: runs.run())
        self.summary = PlainLabel("", wrap=True)
        self.summary.setObjectName("muted")
        self._lay_out()
        runs.changed.connect(self.refresh)
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(SPACE, SPACE, SPACE, 0)
        head.addWidget(self._back)
        head.addWidget(self._title, 1)
        head.addWidget(self._again)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addLayout(head)
        self.summary.setContentsMargins(SPACE * 2, 0, SPACE, 0)
        column.addWidget(self.summary)
        column.addWidget(self.list, 1)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._row.theme = theme
        self._back.set_theme(theme)
        self.list.viewport().update()

    def retranslate(self) -> None:
        """Speak the language in use."""
        self._title.setText(translate(N_("Saved conversations")))
        self.list.setAccessibleName(translate(N_("Saved conversations")))
        self.delete.setText(translate(N_("Delete this conversation")))
        self._again.setText(translate(N_("Run again")))
        self._back.retranslate()
        self.refresh()

    def refresh(self) -> None:
        """Show how they went."""
        ids = self._runs.ids
        if self.list.count() != len(ids):
            self.list.clear()
            for _each in ids:
                self.list.addItem(QListWidgetItem())
        for at, id in enumerate(ids):
            self._fill(self.list.item(at), id)
        self.summary.setText(self._summary())
        self._again.setEnabled(bool(ids))

    def _fill(self, item: QListWidgetItem, id: str) -> None:
        result = self._runs.results.get(id)
        says = verdict(result)
        item.setData(_NAME, id)
        item.setData(_SAYS, says)
        item.setData(_GOOD, result.ok if result else None)
        name = id.replace("_", " ")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}. {says}")

    def _summary(self) -> str:
        ids, results = self._runs.ids, self._runs.results
        if not ids:
            told = N_("None yet. Chat through the journey and choose “Save as conversation…”.")
            return translate(told)
        if len(results) < len(ids):
            return translate(N_("Running…"))
        bad = sum(not each.ok for each in results.values())
        if not bad:
            return ntranslate(
                "It goes as it was saved.", "All {n} go as they were saved.", len(ids)
            )
        return ntranslate(
            "{n} goes another way than it was saved.",
            "{n} go another way than they were saved.",
            bad,
        )

    def _let_go(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.unwanted.emit(item.data(_NAME))

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(_NAME))


class _SavedRow(QStyledItemDelegate):
    """Draws a conversation: a sign, its name, and how it went."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    @guarded(QSize(200, 44))
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        view = self.parent()
        width = view.list.viewport().width() if isinstance(view, SavedPage) else 300
        says = self._says(option, index, width)
        return QSize(200, option.fontMetrics.height() + says.height + 18)

    def _says(
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        width: int,
    ) -> Lines:
        lines = Lines((Run(index.data(_SAYS) or ""),), option.font)
        lines.break_at(width - 48)
        return lines

    @guarded(None)
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        box: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(self.theme.accent_soft))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(self.theme.raised))
        good = index.data(_GOOD)
        sign, colour = {
            True: ("circle-check", self.theme.good),
            False: ("circle-alert", self.theme.error),
        }.get(good, ("clock", self.theme.muted))
        paint_icon(painter, sign, colour, QRectF(box.left() + 12, box.top() + 9, 16, 16))
        line = option.fontMetrics.height()
        left, width = box.left() + 38, box.width() - 48
        painter.setPen(QColor(self.theme.text))
        name = str(index.data(_NAME)).replace("_", " ")
        shown = option.fontMetrics.elidedText(name, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRect(left, box.top() + 7, width, line), int(_TOP), shown)
        says = self._says(option, index, box.width())
        tone = self.theme.error if good is False else self.theme.muted
        says.paint(painter, QPointF(left, box.top() + 9 + line), tone)


_TOP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
