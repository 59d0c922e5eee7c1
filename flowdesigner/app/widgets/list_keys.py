"""The keys of a search with a list below it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem

from flowdesigner.app.guarded import guarded


class ListKeys(QObject):
    """Arrow keys choose in the list, Enter takes, Esc or going elsewhere leaves."""

    def __init__(
        self,
        search: QLineEdit,
        rows: QListWidget,
        take: Callable[[QListWidgetItem | None], None],
        leave: Callable[[], None],
    ) -> None:
        super().__init__(search)
        self._rows, self._take, self._leave = rows, take, leave
        search.installEventFilter(self)

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event.key())
        if event.type() is QEvent.Type.FocusOut:
            self._leave()
        return False

    def _key(self, key: int) -> bool:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self._rows.currentItem())
        elif key == Qt.Key.Key_Escape:
            self._leave()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Tab):
            self._step(1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Backtab):
            self._step(-1)
        else:
            return False
        return True

    def _step(self, by: int) -> None:
        count = self._rows.count()
        if count:
            self._rows.setCurrentRow((self._rows.currentRow() + by) % count)
