"""A field of one line whose undo is the document's."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from flowdesigner.app.guarded import guarded
from flowdesigner.app.widgets.smallest_edit import smallest_edit, units
from flowdesigner.app.widgets.undo_keys import is_undo_key, without_undo
from flowdesigner.formats.native.scalars import without_forbidden


class Line(QLineEdit):
    """A line of text that tells every keystroke and takes changes without moving the caret."""

    typed = Signal(str)
    left = Signal()
    """The keyboard went elsewhere, or Enter was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composing = False
        self._waiting: str | None = None
        self.textEdited.connect(self._on_text)
        self.returnPressed.connect(self.left)

    def show_text(self, text: str) -> None:
        """Show another text; while a character is being composed it waits."""
        if self._composing:
            self._waiting = text
        elif text != self.text():
            edit = smallest_edit(self.text(), text)
            caret = self.cursorPosition()
            if caret >= edit.at:
                caret = max(edit.at, caret - edit.removed) + units(edit.inserted)
            self.setText(text)
            self.setCursorPosition(caret)

    def _on_text(self, text: str) -> None:
        clean = without_forbidden(text)
        if clean != text:
            self.show_text(clean)
        self.typed.emit(clean)

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and is_undo_key(event):
            event.ignore()
            return False
        return super().event(event)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_undo_key(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    @guarded(None)
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        if not self._composing and self._waiting is not None:
            waiting, self._waiting = self._waiting, None
            self.show_text(waiting)

    @guarded(None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    @guarded(None)
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = without_undo(self.createStandardContextMenu())
        menu.exec(event.globalPos())
        menu.deleteLater()
