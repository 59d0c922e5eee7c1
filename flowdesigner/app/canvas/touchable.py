"""The canvas under fingers: one selects, drags and moves the view, two pinch."""

from time import monotonic

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent, QTouchEvent
from PySide6.QtWidgets import QMenu, QWidget

from flowdesigner.app.canvas.fingers import STILL, Fingers
from flowdesigner.app.canvas.hits import NOTHING, Hit, What
from flowdesigner.app.canvas.tools.pan import Pan
from flowdesigner.app.canvas.walkable import WalkableCanvas
from flowdesigner.app.document import Document
from flowdesigner.app.focus import Focus
from flowdesigner.app.guarded import guarded
from flowdesigner.app.theme import Theme

NO_KEYS = Qt.KeyboardModifier.NoModifier


class TouchableCanvas(WalkableCanvas):
    """A tap is a click; a finger on nothing moves the view; one that rests asks for the menu."""

    def __init__(
        self, document: Document, focus: Focus, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(document, focus, theme, parent)
        self._fingers = Fingers(self.stage, self)
        self._fingers.pressed.connect(self._finger_down)
        self._fingers.moved.connect(self._finger_moved)
        self._fingers.lifted.connect(self._finger_up)
        self._fingers.given_up.connect(self.give_up)
        self._fingers.rested.connect(self._finger_rested)
        self._down_at, self._tapped, self._tapped_at = QPointF(), 0.0, QPointF()
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)

    def menu_at(self, spot: QPoint, on: Hit | None = None) -> QMenu:
        """The menu for what lies at a point of the widget."""
        raise NotImplementedError

    HEARD = WalkableCanvas.HEARD | {
        QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd,
        QEvent.Type.TouchCancel,
    }  # fmt: skip

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent) and self._fingers.touch(event):
            return True
        return super().event(event)

    def _finger_down(self, at: QPointF) -> None:
        self.give_up()
        self.tracing.stop()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._down_at = at
        pointer = self._pointer(at, NO_KEYS)
        on_nothing = self._under(pointer).what is What.NOTHING
        self._tool = Pan(self.stage, pointer) if on_nothing else self._begin(pointer)

    def _finger_moved(self, at: QPointF) -> None:
        if self._tool is not None:
            self._tool = self._tool.move(self._pointer(at, NO_KEYS))
            self._edge.follow(at, NO_KEYS)

    def _finger_up(self, at: QPointF) -> None:
        tool, self._tool = self._tool, None
        self._edge.stop()
        if tool is not None:
            tool.finish(self._pointer(at, NO_KEYS))
        if (at - self._down_at).manhattanLength() <= STILL:
            self._tap(at, on_nothing=isinstance(tool, Pan))
        self.paint_anew()

    def _tap(self, at: QPointF, *, on_nothing: bool) -> None:
        """A second tap soon after the first is a double click."""
        if on_nothing:
            self.stage.select()
            self.stage.pick(NOTHING)
        interval = QGuiApplication.styleHints().mouseDoubleClickInterval() / 1000
        near = (at - self._tapped_at).manhattanLength() <= 2 * STILL
        again = near and monotonic() - self._tapped <= interval
        self._tapped, self._tapped_at = (0.0 if again else monotonic()), at
        if again:
            button, kind = Qt.MouseButton.LeftButton, QEvent.Type.MouseButtonDblClick
            self.mouseDoubleClickEvent(
                QMouseEvent(kind, at, self.mapToGlobal(at), button, button, NO_KEYS)
            )

    def _finger_rested(self, at: QPointF) -> None:
        self.menu_at(at.toPoint()).popup(self.mapToGlobal(at.toPoint()))
