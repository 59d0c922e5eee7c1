"""A small window with a search over a list: arrow keys choose, Enter takes, Esc closes."""

from collections.abc import Callable, Sequence

from msgspec import Struct
from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from flowdesigner.app.icons import icon
from flowdesigner.app.theme import RADIUS, SPACE, Theme
from flowdesigner.app.widgets.list_keys import ListKeys

WIDTH = 380
MOST_ROWS = 12
MOST_LISTED = 200
"""More is not listed; whoever looks for something types a word of it."""
_KEY = Qt.ItemDataRole.UserRole


class Choice(Struct, frozen=True):
    """A row of the list."""

    key: str
    """What is told when it is taken."""
    words: str
    icon: str = ""
    group: str = ""
    """The room of the palette whose colour the icon has; muted when empty."""
    always: bool = False
    """Whether it is listed whatever was typed."""


class Chooser(QFrame):
    """Lets the author choose one of many by typing; opened over a part of the window."""

    taken = Signal(str)
    """The key of what was chosen."""
    pointed = Signal(str)
    """The key of the row that is lit now."""
    left = Signal()
    """Nothing was chosen."""

    def __init__(self, theme: Callable[[], Theme], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._over = theme, parent
        self._choices: Sequence[Choice] = ()
        self._back_to: QWidget | None = None
        self.search = QLineEdit(self)
        self.list = QListWidget(self)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.setSpacing(SPACE - 2)
        column.addWidget(self.search)
        column.addWidget(self.list)
        self.setObjectName("chooser")
        self.setFixedWidth(WIDTH)
        self.search.textChanged.connect(self._filter)
        ListKeys(self.search, self.list, self._take, self.leave)
        self.list.itemClicked.connect(self._take)
        self.list.currentItemChanged.connect(self._point)
        self.hide()

    def ask(self, question: str, choices: Sequence[Choice], at: QPoint, back_to: QWidget) -> None:
        """Open at a point of the parent; afterwards the keyboard goes back to a widget."""
        self._choices, self._back_to = choices, back_to
        self.search.setPlaceholderText(question)
        self.search.setAccessibleName(question)
        self.list.setAccessibleName(question)
        self._colour()
        self.search.clear()
        self._filter("")
        room = self._over.rect().adjusted(SPACE, SPACE, -SPACE, -SPACE)
        x = min(at.x(), room.right() - self.width())
        y = min(at.y(), room.bottom() - self.sizeHint().height())
        self.move(max(x, room.left()), max(y, room.top()))
        self.show()
        self.raise_()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def leave(self) -> None:
        """Close without choosing anything."""
        if self.isVisible():
            self._close()
            self.left.emit()

    @property
    def words(self) -> list[str]:
        """What is listed."""
        return [self.list.item(row).text() for row in range(self.list.count())]

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            key = str(item.data(_KEY))
            self._close()
            # After the key that took it is dealt with: what it does may ask the next question.
            QTimer.singleShot(0, self, lambda: self.taken.emit(key))

    def _close(self) -> None:
        self.search.blockSignals(True)
        self.hide()
        self.search.blockSignals(False)
        if self._back_to is not None:
            self._back_to.setFocus(Qt.FocusReason.PopupFocusReason)

    def _point(self, item: QListWidgetItem | None) -> None:
        if item is not None and self.isVisible():
            self.pointed.emit(str(item.data(_KEY)))

    def _filter(self, typed: str) -> None:
        parts = typed.casefold().split()
        self.list.clear()
        for each in self._choices:
            words = each.words.casefold()
            if each.always or all(part in words for part in parts):
                self.list.addItem(self._item(each))
                if self.list.count() == MOST_LISTED:
                    break
        self.list.setCurrentRow(self._best(bool(parts)))
        row = max(self.list.sizeHintForRow(0), 24)
        rows = min(max(self.list.count(), 1), MOST_ROWS)
        self.list.setFixedHeight(rows * row + 2 * self.list.frameWidth())
        self.adjustSize()

    def _best(self, typed: bool) -> int:
        """The first row; of what was typed the first that fits it."""
        always = sum(each.always for each in self._choices) if typed else 0
        return always if always < self.list.count() else 0

    def _item(self, choice: Choice) -> QListWidgetItem:
        item = QListWidgetItem(choice.words)
        item.setData(_KEY, choice.key)
        if choice.icon:
            theme = self._theme()
            item.setIcon(icon(choice.icon, theme.groups.get(choice.group, theme.muted)))
        return item

    def _colour(self) -> None:
        theme = self._theme()
        self.list.setStyleSheet(
            f"QListWidget {{ background: {theme.surface}; }}"
            f" QListWidget::item {{ padding: 4px; color: {theme.text}; }}"
            f" QListWidget::item:selected {{ background: {theme.accent_soft};"
            f" color: {theme.text}; border-radius: {RADIUS}px; }}"
        )
        self.setStyleSheet(
            f"#chooser {{ background: {theme.surface}; border: 1px solid {theme.border};"
            f" border-radius: {RADIUS + 2}px; }}"
        )
