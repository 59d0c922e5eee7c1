"""Offers variables while `{{` is typed."""

import re
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QCompleter, QListView, QPlainTextEdit

from flowdesigner.app.widgets.smallest_edit import units

_OPEN = re.compile(r"\{\{-?\s*([\w.]*)$")
_CLOSED = re.compile(r"[\w.]*\s*\}\}")
_KEYS_OF_THE_LIST = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Escape)


class VariablePicker(QObject):
    """A list of variables under the caret of a text."""

    def __init__(self, edit: QPlainTextEdit, names: Callable[[], Iterable[str]]) -> None:
        super().__init__(edit)
        self._edit, self._names = edit, names
        self._model = QStringListModel(self)
        self.completer = QCompleter(self._model, self)
        self.popup = QListView()
        self.completer.setPopup(self.popup)
        self.completer.setWidget(edit)
        self.completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.completer.activated[str].connect(self.insert)  # type: ignore[index]

    @property
    def is_open(self) -> bool:
        """Whether the list is shown."""
        return self.popup.isVisible()

    def takes(self, event: QKeyEvent) -> bool:
        """Whether a key is for the list and not for the text."""
        return self.is_open and event.key() in _KEYS_OF_THE_LIST

    def follow(self) -> None:
        """Show, narrow or hide the list after something was typed."""
        match = _OPEN.search(self._before())
        if match is None:
            self.popup.hide()
        else:
            self.offer(match[1])

    def offer(self, prefix: str = "") -> None:
        """Show the variables that hold these letters."""
        start = prefix.casefold()
        names = sorted(self._names(), key=lambda name: not name.casefold().startswith(start))
        self._model.setStringList(names)
        self.completer.setCompletionPrefix(prefix)
        count = self.completer.completionCount()
        if not count or (count == 1 and self.completer.currentCompletion() == prefix):
            self.popup.hide()
            return
        self.popup.setCurrentIndex(self.completer.completionModel().index(0, 0))
        box = self._edit.cursorRect().translated(self._edit.viewport().pos())
        box.setHeight(box.height() + 4)
        box.setWidth(min(260, max(160, self._edit.width() - box.left())))
        self.completer.complete(box)

    def insert(self, name: str) -> None:
        """Write a placeholder where the caret is, in place of what was begun there."""
        cursor = self._edit.textCursor()
        match = _OPEN.search(self._before())
        if match is not None:
            closed = _CLOSED.match(self._after())
            caret = cursor.position()
            cursor.setPosition(caret - units(match[0]))
            end = caret + (units(closed[0]) if closed else 0)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(f"{{{{ {name} }}}}")
        self._edit.setTextCursor(cursor)

    def _before(self) -> str:
        cursor = self._edit.textCursor()
        cursor.setPosition(cursor.position())
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText()

    def _after(self) -> str:
        cursor = self._edit.textCursor()
        cursor.setPosition(cursor.position())
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText()
