"""The small window over the canvas in which a type of block is searched for and added."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from flowdesigner.app.canvas.card import SEMIBOLD
from flowdesigner.app.canvas.typeset import elided, font, measure
from flowdesigner.app.guarded import guarded
from flowdesigner.app.icons import paint_icon
from flowdesigner.app.theme import RADIUS, Theme
from flowdesigner.app.widgets.list_keys import ListKeys
from flowdesigner.blocks import BLOCK_TYPES, BY_TYPE
from flowdesigner.model.block import Block
from flowdesigner.texts import N_, translate

WIDTH, ROW = 400, 50
MOST_ROWS = 7
_TYPE = Qt.ItemDataRole.UserRole
_SUMMARY = Qt.ItemDataRole.UserRole + 1


class QuickAdd(QFrame):
    """A search field over a list of block types. Arrow keys choose, Enter adds, Esc closes."""

    chosen = Signal(str)
    """The word of the type that was chosen."""
    closed = Signal()

    def __init__(self, theme: Callable[[], Theme], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._canvas = parent
        self._offered = list(BLOCK_TYPES)
        self.search = QLineEdit(self)
        self.list = QListWidget(self)
        self.list.setItemDelegate(_Delegate(theme, self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self.search)
        layout.addWidget(self.list)
        self.setObjectName("quick_add")
        self.setFixedWidth(WIDTH)
        self.search.textChanged.connect(self._filter)
        ListKeys(self.search, self.list, self._choose, self.leave)
        self.list.itemClicked.connect(self._choose)
        self.list.itemEntered.connect(self.list.setCurrentItem)
        self.hide()

    def ask(self, at: QPoint, words: Sequence[str], hint: str) -> None:
        """Open near a point of the canvas, with the types in an order, best first."""
        self._offered = [BY_TYPE[word] for word in words]
        self._word(hint)
        self.search.clear()
        self._filter("")
        room = self._canvas.rect().adjusted(8, 8, -8, -8)
        x = min(at.x(), room.right() - self.width())
        y = min(at.y(), room.bottom() - self.sizeHint().height())
        self.move(max(x, room.left()), max(y, room.top()))
        self.show()
        self.raise_()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def leave(self) -> None:
        """Close without adding anything."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    @property
    def words(self) -> list[str]:
        """The types that are listed, by their words."""
        return [str(self.list.item(row).data(_TYPE)) for row in range(self.list.count())]

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.hide()
            self.chosen.emit(item.data(_TYPE))

    def _filter(self, typed: str) -> None:
        self.list.clear()
        fitting = [
            (how, at) for at, each in enumerate(self._offered) if (how := _worse(each, typed)) < 3
        ]
        for _, at in sorted(fitting):
            self.list.addItem(_item(self._offered[at]))
        self.list.setCurrentRow(0)
        rows = min(max(self.list.count(), 1), MOST_ROWS)
        self.list.setFixedHeight(rows * ROW)
        self.adjustSize()

    def _word(self, hint: str) -> None:
        hint = translate(hint)
        self.search.setPlaceholderText(hint)
        self.search.setAccessibleName(hint)
        self.list.setAccessibleName(translate(N_("Blocks")))
        theme = self._theme()
        self.setStyleSheet(
            f"#quick_add {{ background: {theme.surface}; border: 1px solid {theme.border};"
            f" border-radius: {RADIUS + 2}px; }} QListWidget {{ background: {theme.surface}; }}"
        )


def _worse(block_type: type[Block], typed: str) -> int:
    """How badly a type fits what was typed; 3 when it does not fit."""
    typed = typed.strip().casefold()
    look = block_type.look
    title = translate(look.title).casefold()
    if title.startswith(typed):
        return 0
    if typed in title or typed in block_type.model_fields["type"].default:
        return 1
    return 2 if typed in translate(look.summary).casefold() else 3


def _item(block_type: type[Block]) -> QListWidgetItem:
    look = block_type.look
    item = QListWidgetItem(translate(look.title))
    item.setData(_TYPE, block_type.model_fields["type"].default)
    item.setData(_SUMMARY, (translate(look.summary), look.icon, look.group))
    item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, translate(look.summary))
    item.setSizeHint(QSize(WIDTH - 16, ROW))
    return item


class _Delegate(QStyledItemDelegate):
    """Draws a type as the palette does: its icon, its name, and what it is for."""

    def __init__(self, theme: Callable[[], Theme], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    @guarded(None)
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme = self._theme()
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        summary, icon_name, group = index.data(_SUMMARY)
        painter.save()
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            if state & QStyle.StateFlag.State_Selected:
                painter.setBrush(QColor(theme.accent_soft))
                painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS, RADIUS)
            painter.setBrush(QColor(theme.groups[group]))
            square = QRect(box.left() + 8, box.center().y() - 13, 28, 28)
            painter.drawRoundedRect(square, RADIUS, RADIUS)
            paint_icon(painter, icon_name, theme.card, square.adjusted(6, 6, -6, -6).toRectF())
            left, room = square.right() + 12, box.right() - square.right() - 20
            _paint_text(painter, (left, box.top() + 21, room), index.data(), theme.text, bold=True)
            _paint_text(painter, (left, box.top() + 38, room), summary, theme.muted, bold=False)
        finally:
            painter.restore()


def _paint_text(
    painter: QPainter, place: tuple[int, int, int], text: str, colour: str, *, bold: bool
) -> None:
    size, weight = (13, SEMIBOLD) if bold else (11, SEMIBOLD.Normal)
    painter.setFont(font(size, weight))
    painter.setPen(QColor(colour))
    painter.drawText(place[0], place[1], elided(text, place[2], measure(size, weight)))
