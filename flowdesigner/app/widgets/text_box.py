"""A field of several lines that grows with its text and whose undo is the document's."""

import re

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QResizeEvent,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from flowdesigner.app.guarded import guarded
from flowdesigner.app.widgets.smallest_edit import smallest_edit
from flowdesigner.app.widgets.undo_keys import is_undo_key, without_undo
from flowdesigner.formats.native.scalars import without_forbidden

_PARAGRAPH = "\u2029"
_LINE_ENDS = re.compile("\r\n|[\r\u2029\ufdd0\ufdd1]")
"""What Qt takes for the end of a paragraph."""
MOST_LINES = 8
"""So many lines are shown before the text scrolls."""
_EDGES = 10
"""Border and padding, until they are known."""


class TextBox(QPlainTextEdit):
    """A text that tells every keystroke and takes changes without moving the caret."""

    typed = Signal(str)
    left = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None, *, one_line: bool = False) -> None:
        super().__init__(parent)
        self.one_line = one_line
        self.fewest_lines = 1
        self._shown = ""
        self._showing = False
        self._composing = False
        self._waiting: str | None = None
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(1)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._on_text)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def text(self) -> str:
        """What stands in it."""
        # The plain text would turn unbreakable spaces into common ones.
        return self.document().toRawText().replace(_PARAGRAPH, "\n")

    def show_text(self, text: str) -> None:
        """Show another text; while a character is being composed it waits."""
        if self._composing:
            self._waiting = text
            return
        text = _LINE_ENDS.sub("\n", text)
        if text == self.text():
            return
        edit = smallest_edit(self.text(), text)
        cursor = QTextCursor(self.document())
        cursor.setPosition(edit.at)
        cursor.setPosition(edit.at + edit.removed, QTextCursor.MoveMode.KeepAnchor)
        self._showing = True
        try:
            cursor.insertText(edit.inserted)
        finally:
            self._showing = False
        self._shown = text

    def _on_text(self) -> None:
        text = self.text()
        if not self._showing and text != self._shown:
            self._shown = text
            clean = without_forbidden(text)
            if clean != text:
                self.show_text(clean)
            self.typed.emit(clean)

    def _fit(self, *_size: object) -> None:
        lines = max(int(self.document().size().height()), self.fewest_lines)
        long = lines > MOST_LINES
        policy = Qt.ScrollBarPolicy
        wanted = policy.ScrollBarAsNeeded if long else policy.ScrollBarAlwaysOff
        if self.verticalScrollBarPolicy() != wanted:
            self.setVerticalScrollBarPolicy(wanted)
        height = self._height(min(lines, MOST_LINES))
        if self.height() != height or self.minimumHeight() != height:
            self.setFixedHeight(height)

    def _height(self, lines: int) -> int:
        edges = self.height() - self.viewport().height() if self.isVisible() else _EDGES
        margin = 2 * int(self.document().documentMargin())
        return self.fontMetrics().lineSpacing() * lines + margin + edges

    @guarded(QSize(160, 30))
    def sizeHint(self) -> QSize:
        return QSize(160, self._height(max(1, self.fewest_lines)))

    @guarded(QSize(60, 30))
    def minimumSizeHint(self) -> QSize:
        return QSize(60, self._height(1))

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and is_undo_key(event):
            event.ignore()
            return False
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()
        return super().event(event)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_undo_key(event):
            event.ignore()
        elif self.one_line and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            self.left.emit()
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    @guarded(None)
    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's
        text = without_forbidden(source.text())
        self.insertPlainText(" ".join(text.split("\n")) if self.one_line else text)

    @guarded(None)
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        if not self._composing and self._waiting is not None:
            waiting, self._waiting = self._waiting, None
            self.show_text(waiting)

    @guarded(None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    @guarded(None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    @guarded(None)
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = without_undo(self.createStandardContextMenu())
        menu.exec(event.globalPos())
        menu.deleteLater()
