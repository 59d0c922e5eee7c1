"""Writing the title of a frame: one real text field over it."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QWidget

from flowdesigner.app.canvas.card import SEMIBOLD, TITLE_SIZE
from flowdesigner.app.canvas.paint_ground import FRAME_HEAD
from flowdesigner.app.canvas.stage import Stage
from flowdesigner.app.canvas.typeset import font
from flowdesigner.app.guarded import guarded
from flowdesigner.app.widgets.line import Line
from flowdesigner.edits.flows import SetFrame
from flowdesigner.model.part import changed
from flowdesigner.texts import N_, translate

_DONE = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)
LEAST_WIDTH = 180
LEAST_SIZE = 12
"""Letters are written in at least so many units of the widget, however far the frame is away."""


class FrameEditor(Line):
    """A line that lies over the title of a frame; every keystroke is in the document at once."""

    closed = Signal()

    def __init__(self, stage: Stage, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._stage = stage
        self._id: str | None = None
        self.typed.connect(self._typed)
        self.left.connect(self.leave)
        stage.document.changed.connect(self._follow)
        stage.document.replaced.connect(self.leave)
        stage.focus.flow_changed.connect(self.leave)
        stage.looked.connect(self._lie)
        self.hide()

    def write_in(self, id: str) -> None:
        """Let the author write the title of a frame."""
        frame = self._stage.scene.frames.get(id)
        if frame is None:
            return
        self._id = id
        self.show_text(frame.title or "")
        self.setPlaceholderText(translate(N_("Name of this part")))
        self.setAccessibleName(translate(N_("Title of the frame")))
        self._lie()
        self.show()
        self.raise_()
        self.selectAll()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self, *_why: object) -> None:
        """Stop writing."""
        if self._id is not None:
            self._id = None
            self._stage.document.end_typing()
            self.hide()
            self.closed.emit()

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _DONE:  # else Enter would reach the canvas, which opens this again
            self.leave()
        else:
            super().keyPressEvent(event)

    def _typed(self, text: str) -> None:
        frame = self._stage.scene.frames.get(self._id or "")
        if frame is not None and self._id is not None:
            after = changed(frame, title=text or None)
            self._stage.document.do(SetFrame(self._stage.flow_id, self._id, after, typing=True))

    def _follow(self, _change: object) -> None:
        if self._id is None:
            return
        frame = self._stage.flow.layout.frames.get(self._id)
        if frame is None:
            self.leave()
        else:
            self.show_text(frame.title or "")

    def _lie(self) -> None:
        """Lie over the head of the frame."""
        box = self._stage.scene.frame_boxes.box(self._id or "")
        if box is None:
            return
        view, theme = self._stage.viewport, self._stage.theme
        left, top = view.to_widget(box[0], box[1])
        right, _ = view.to_widget(box[2], box[3])
        letters = QFont(font(TITLE_SIZE, SEMIBOLD))
        size = max(round(TITLE_SIZE * view.zoom), LEAST_SIZE)
        letters.setPixelSize(size)
        self.setFont(letters)
        high = max(round(FRAME_HEAD * view.zoom), size + 12)
        wide = max(round(right - left), LEAST_WIDTH)
        self.setGeometry(QRect(round(left), round(top), wide, high))
        self.setStyleSheet(
            f"QLineEdit {{ background: {theme.surface}; color: {theme.text}; padding: 0 8px;"
            f" border: 2px solid {theme.accent}; border-radius: 4px; }}"
        )
