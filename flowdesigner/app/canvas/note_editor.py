"""Writing in a note: one real text field over the canvas."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from flowdesigner.app.canvas.stage import Stage
from flowdesigner.app.canvas.typeset import font
from flowdesigner.app.guarded import guarded
from flowdesigner.app.widgets.undo_keys import is_undo_key
from flowdesigner.edits.flows import SetNote
from flowdesigner.formats.native.scalars import without_forbidden
from flowdesigner.model.part import changed
from flowdesigner.texts import N_, translate


class NoteEditor(QPlainTextEdit):
    """A text field that lies over a note; every keystroke is in the document at once."""

    left = Signal()

    def __init__(self, stage: Stage, parent: QWidget) -> None:
        super().__init__(parent)
        self._stage = stage
        self._id: str | None = None
        self._telling = False
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._typed)
        stage.document.changed.connect(self._follow)
        stage.looked.connect(self._lie)
        self.hide()

    def write_in(self, id: str) -> None:
        """Let the author write in a note."""
        if id not in self._stage.scene.notes:
            return
        self._id = id
        self._show_text()
        self.setAccessibleName(translate(N_("Note")))
        self._lie()
        self.show()
        self.raise_()
        self.selectAll()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Stop writing."""
        if self._id is not None:
            self._id = None
            self._stage.document.end_typing()
            self.hide()
            self.left.emit()

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and is_undo_key(event):
            event.ignore()
            return False
        return super().event(event)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape or (control and event.key() == Qt.Key.Key_Return):
            self.leave()
        elif is_undo_key(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    @guarded(None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.leave()

    def _typed(self) -> None:
        note = self._stage.scene.notes.get(self._id or "")
        if note is None or self._telling or self._id is None:
            return
        text = without_forbidden(self.toPlainText())
        if text != (note.text or ""):
            after = changed(note, text=text or None)
            self._stage.document.do(SetNote(self._stage.flow_id, self._id, after, typing=True))

    def _follow(self, _change: object) -> None:
        if self._id is None:
            return
        if self._id not in self._stage.flow.layout.notes:
            self.leave()
            return
        self._show_text()

    def _show_text(self) -> None:
        note = self._stage.flow.layout.notes.get(self._id or "")
        text = (note.text if note else None) or ""
        if text == self.toPlainText():
            return
        self._telling = True
        try:
            caret = self.textCursor().position()
            self.setPlainText(text)
            cursor = self.textCursor()
            cursor.setPosition(min(caret, len(text)))
            self.setTextCursor(cursor)
        finally:
            self._telling = False

    def _lie(self) -> None:
        """Lie over the note, with letters of its size."""
        box = self._stage.scene.note_boxes.box(self._id or "")
        if box is None:
            return
        view, theme = self._stage.viewport, self._stage.theme
        left, top = view.to_widget(box[0], box[1])
        right, bottom = view.to_widget(box[2], box[3])
        self.setGeometry(QRect(round(left), round(top), round(right - left), round(bottom - top)))
        letters = QFont(font(13))
        letters.setPixelSize(max(round(13 * view.zoom), 9))
        self.setFont(letters)
        paper = theme.note[self._stage.scene.notes[self._id or ""].color or "yellow"]
        pad = round(8 * view.zoom)
        self.setStyleSheet(
            f"QPlainTextEdit {{ background: {paper}; color: {theme.text}; padding: {pad}px;"
            f" border: 2px solid {theme.accent}; border-radius: 4px; }}"
        )


WriteIn = Callable[[str], None]
