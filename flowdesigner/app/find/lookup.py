"""A line over a list: what fits the typed letters, to be chosen with arrows and Enter."""

from collections.abc import Callable, Sequence

from msgspec import Struct
from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from flowdesigner.app.guarded import guarded
from flowdesigner.app.icons import paint_icon
from flowdesigner.app.theme import RADIUS, SPACE, Theme
from flowdesigner.app.widgets.plain_label import PlainLabel
from flowdesigner.texts import N_, translate

WIDTH, MOST_ROWS = 620, 11
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ENTRY = Qt.ItemDataRole.UserRole


class Entry(Struct, frozen=True):
    """Something that can be chosen."""

    key: object
    """What it stands for, told when it is chosen."""
    title: str
    detail: str = ""
    """What helps to tell it from others, in weaker letters."""
    icon: str = ""
    group: str = ""
    """The room of the palette that gives the icon its colour."""
    keys: str = ""
    """The keys that do the same."""
    possible: bool = True


class Lookup(QFrame):
    """A small window at the top of the large one; closes when the keyboard goes elsewhere."""

    chosen = Signal(object)
    """The key of the entry that was chosen."""
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("lookup")
        self._find: Callable[[str], Sequence[Entry]] = lambda typed: ()
        self._entries = _Entries(self)
        self._row = _Row(theme, self)
        self._back: QWidget | None = None
        self.line, self.list = QLineEdit(self), QListView(self)
        self.nothing = PlainLabel("", self)
        self.list.setModel(self._entries)
        self.list.setItemDelegate(self._row)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.setSpacing(SPACE - 2)
        for widget in (self.line, self.list, self.nothing):
            column.addWidget(widget)
        self.line.textChanged.connect(self._show)
        self.line.installEventFilter(self)
        self.list.clicked.connect(self._choose)
        self.list.entered.connect(self.list.setCurrentIndex)
        self.set_theme(theme)
        self.hide()

    def ask(
        self, question: str, find: Callable[[str], Sequence[Entry]], *, back: QWidget | None
    ) -> None:
        """Open; `find` gives what fits the typed letters, the best first."""
        self._find, self._back = find, back
        self.line.setPlaceholderText(question)
        self.line.setAccessibleName(question)
        self.list.setAccessibleName(question)
        self.nothing.setText(translate(N_("Nothing fits")))
        self.line.clear()
        self._show("")
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    @property
    def entries(self) -> Sequence[Entry]:
        """What is listed."""
        return self._entries.entries

    def leave(self) -> None:
        """Close without choosing anything; the keyboard goes back to where it was."""
        if self.isVisible():
            self._close()

    def _close(self) -> None:
        back, self._back = self._back, None
        self.hide()
        if back is not None:
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def _show(self, typed: str) -> None:
        self._entries.show(self._find(typed))
        count = self._entries.rowCount()
        self.list.setVisible(bool(count))
        self.nothing.setVisible(not count)
        self.list.setCurrentIndex(self._entries.index(0))
        self._fit()

    def _fit(self) -> None:
        room = self.window().rect()
        row = self.fontMetrics().height() + SPACE * 2
        most = min(MOST_ROWS, max(3, (room.height() - 160) // row))
        self.list.setFixedHeight(min(max(self._entries.rowCount(), 1), most) * row)
        self.setFixedWidth(min(WIDTH, room.width() - 2 * SPACE))
        self.adjustSize()
        self.move((room.width() - self.width()) // 2, min(96, room.height() // 8))

    def _choose(self, index: Index) -> None:
        entry = self._entries.entry(index)
        if entry is not None and entry.possible:
            self._close()
            self.chosen.emit(entry.key)

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        if event.type() is QEvent.Type.FocusOut and self.isVisible():
            self._back = None
            self._close()
        return False

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._step(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.list.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self.leave()
        else:
            return False
        return True

    def _step(self, by: int) -> None:
        count = self._entries.rowCount()
        if count:
            now = self.list.currentIndex().row()
            to = (now + by) % count if abs(by) == 1 else max(0, min(count - 1, now + by))
            self.list.setCurrentIndex(self._entries.index(to))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._row.theme = theme
        self.nothing.set_colour(theme.muted)
        self.setStyleSheet(
            f"#lookup {{ background: {theme.surface}; border: 1px solid {theme.border};"
            f" border-radius: {RADIUS + 2}px; }} QListView {{ background: {theme.surface}; }}"
        )


_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Tab: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Backtab: -1,
    Qt.Key.Key_PageDown: MOST_ROWS - 1,
    Qt.Key.Key_PageUp: 1 - MOST_ROWS,
}


class _Entries(QAbstractListModel):
    """Entries for the list."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: Sequence[Entry] = ()

    def show(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self.entries = tuple(entries)
        self.endResetModel()

    def entry(self, index: Index) -> Entry | None:
        return self.entries[index.row()] if 0 <= index.row() < len(self.entries) else None

    @guarded(0)
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.entries)

    @guarded(None)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entry(index)
        if entry is None:
            return None
        if role == _ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            now = "" if entry.possible else translate(N_("not possible now"))
            return ". ".join(filter(None, (entry.title, entry.detail, entry.keys, now)))
        return None


class _Row(QStyledItemDelegate):
    """Draws an entry: icon, title, detail, and its keys at the right."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    @guarded(QSize(200, 34))
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, option.fontMetrics.height() + SPACE * 2)

    @guarded(None)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry, theme = index.data(_ENTRY), self.theme
        box = QRect(option.rect)
        painter.save()
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(option.font)
            if option.state & QStyle.StateFlag.State_Selected:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(theme.accent_soft))
                painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS, RADIUS)
            if not entry.possible:
                painter.setOpacity(0.55)
            colour = theme.groups.get(entry.group, theme.muted)
            if entry.icon:
                at = QRectF(box.left() + SPACE, box.center().y() - 8, 17, 17)
                paint_icon(painter, entry.icon, colour, at)
            box.adjust(SPACE * 2 + 17, 0, -SPACE, 0)
            box.setRight(box.right() - self._piece(painter, box, entry.keys, right=True))
            used = self._piece(painter, box, entry.title, colour=theme.text)
            box.setLeft(box.left() + used + SPACE)
            self._piece(painter, box, entry.detail)
        finally:
            painter.restore()

    def _piece(
        self, painter: QPainter, box: QRect, words: str, *, colour: str = "", right: bool = False
    ) -> int:
        """Draw words at a side of a box; how much of it they take."""
        if not words or box.width() < 24:
            return 0
        elided = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.setPen(QColor(colour or self.theme.muted))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, elided)
        return painter.fontMetrics().horizontalAdvance(elided) + SPACE
