"""The painted widget: it shows the stage, and hands mouse, wheel and fingers to gestures."""

from collections.abc import Mapping
from time import perf_counter

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from flowdesigner.app.canvas.cache import margins
from flowdesigner.app.canvas.commands import Commands
from flowdesigner.app.canvas.edge import Edge
from flowdesigner.app.canvas.follow import Follower
from flowdesigner.app.canvas.ground import BUDGET, Ground
from flowdesigner.app.canvas.hits import NOTHING, Hit, What, hit
from flowdesigner.app.canvas.index import grown
from flowdesigner.app.canvas.paint_hint import paint_focus
from flowdesigner.app.canvas.paint_links import REACH
from flowdesigner.app.canvas.paint_live import paint_live
from flowdesigner.app.canvas.paint_scene import Brush
from flowdesigner.app.canvas.stage import Stage
from flowdesigner.app.canvas.stills import Stills
from flowdesigner.app.canvas.tips import tip_for
from flowdesigner.app.canvas.tools.connect import Connect
from flowdesigner.app.canvas.tools.glide import Glide
from flowdesigner.app.canvas.tools.pan import Pan
from flowdesigner.app.canvas.tools.resize import Resize
from flowdesigner.app.canvas.tools.select import Select, Stray
from flowdesigner.app.canvas.tools.tool import Pointer, Tool
from flowdesigner.app.canvas.tracing import Tracing
from flowdesigner.app.canvas.viewport import Rect
from flowdesigner.app.document import Document
from flowdesigner.app.focus import Focus
from flowdesigner.app.guarded import guarded
from flowdesigner.app.theme import Theme

WHEEL_STEP = 120
"""What one notch of a wheel turns."""
REST = 50
"""Milliseconds after which a picture of all that is seen is kept."""
AHEAD = 0.003
"""Seconds that painting what is just out of sight may hold the window at a time."""
PINCH_STEP = 0.17
"""So much of a pinch is one level of zoom."""
GRIPS = (What.NOTE_GRIP, What.FRAME_GRIP)
_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class CanvasWidget(QWidget):
    """What is painted of the stage, and the gestures on it."""

    zoom_changed = Signal(float)

    def __init__(
        self, document: Document, focus: Focus, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.stage = Stage(document, focus, theme, self)
        self.commands = Commands(self.stage)
        self._ground = Ground(self.stage)
        self._follower = Follower(self.stage, self)
        self._tool: Tool | None = None
        self._space = self._by_keyboard = False
        self._turned = 0.0
        self._shown = self.stage.viewport
        self._stills = Stills()
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._keep)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.paint_anew)
        self._edge = Edge(self, self._scroll_on)
        self.tracing = Tracing(self.stage, self)
        self._follower.followed.connect(self.tracing.show_again)
        self.stage.scene.damaged = self._ground.damage
        self.stage.repaint.connect(self.paint_anew)
        self.stage.repaint_over.connect(self._paint_over_anew)
        self.stage.looked.connect(self._looked)
        self.stage.went.connect(self._glide)
        self._follower.followed.connect(self.give_up)
        self._follower.shown_anew.connect(self._show_anew)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(160, 120)

    @property
    def settled(self) -> bool:
        """Whether all that is shown is up to date and sharp."""
        gliding = isinstance(self._tool, Glide)
        return self._ground.sharp and not self._follower.busy and not gliding

    @property
    def resting(self) -> bool:
        """Whether nothing is left to do at all, what lies just out of sight included."""
        return self.settled and not self._rest.isActive()

    def give_up(self) -> None:
        """Leave the gesture under way."""
        tool, self._tool = self._tool, None
        self._edge.stop()
        if tool is not None:
            tool.cancel()
            self._show_cursor()
            self.paint_anew()

    def _glide(self, before: Mapping[str, Rect]) -> None:
        """Show blocks on their way to where they are now."""
        self.give_up()
        self._tool = Glide(self.stage, before, self.give_up)

    # Painting.

    def paint_anew(self) -> None:
        """Something looks different now."""
        self._stills.clear()
        self.update()

    def _paint_over_anew(self, area: Rect | None) -> None:
        if area is None:
            self.update()
            return
        view = self.stage.viewport
        area = grown(area, max(*margins(view.detail), REACH))
        left, top = view.to_widget(area[0], area[1])
        right, bottom = view.to_widget(area[2], area[3])
        rect = QRectF(left - 8, top - 8, right - left + 16, bottom - top + 16)
        self.update(rect.toAlignedRect())

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        view = self.stage.viewport
        still = self._stills.at(view)
        painter = QPainter(self)
        try:
            painter.scale(1 / view.ratio, 1 / view.ratio)
            if still is None:
                self._paint(painter, event.region())
            else:
                painter.drawPixmap(still[1], still[2], still[0])
            painter.translate(-view.left, -view.top)
            self._paint_over(painter, self._ground.brush())
        finally:
            painter.end()
        if not self._ground.sharp:
            self._later.start()
        elif still is None and not self._rest.isActive():
            self._rest.start(REST)

    @guarded(None)
    def _keep(self) -> None:
        """While nothing happens, paint a little more than is seen, and keep all as a picture."""
        view = self.stage.viewport
        wanted = self._stills.wanted(view)
        if wanted is None:
            return
        if not self._ground.make_ready(wanted, perf_counter() + AHEAD):
            self._rest.start(0)
            return
        picture = QPixmap(round(wanted.width * wanted.ratio), round(wanted.height * wanted.ratio))
        painter = QPainter(picture)
        self.stage.viewport = wanted
        try:
            self._paint(painter, QRegion(0, 0, wanted.width, wanted.height))
        finally:
            self.stage.viewport = view
            painter.end()
        self._stills.keep(wanted, picture)

    def _paint(self, painter: QPainter, region: QRegion) -> None:
        """Draw the scene on a painter that counts in pixels of the screen."""
        until = perf_counter() + BUDGET
        view = self.stage.viewport
        self._ground.sharp = True
        for rect in region:  # type: ignore[attr-defined]
            self._ground.paint(painter, rect, until)
        painter.save()
        try:
            painter.translate(-view.left, -view.top)
            paint_live(painter, self.stage, self._ground.brush())
        finally:
            painter.restore()

    def _paint_over(self, painter: QPainter, brush: Brush) -> None:
        """Draw what does not belong to the scene."""
        if self._tool is not None:
            self._tool.paint(painter, brush)
        if self._by_keyboard and not self.stage.focus.blocks:
            paint_focus(painter, self.stage.viewport, brush.theme)

    @guarded(None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_keyboard = event.reason() in _KEYBOARD
        self.paint_anew()

    @guarded(None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._space = self._by_keyboard = False
        self.paint_anew()

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        size, ratio = event.size(), self.devicePixelRatioF()
        self._shown = self.stage.viewport.resized(size.width(), size.height(), ratio)
        self.stage.look(self._shown)
        self._follower.begin_view()

    HEARD = frozenset(
        {QEvent.Type.DevicePixelRatioChange, QEvent.Type.NativeGesture, QEvent.Type.ToolTip}
    )
    """The events that `event` looks at; Qt's own way is quicker for all others."""

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.DevicePixelRatioChange:
            view = self.stage.viewport
            self.stage.look(view.resized(view.width, view.height, self.devicePixelRatioF()))
        elif kind is QEvent.Type.NativeGesture and isinstance(event, QNativeGestureEvent):
            return self._pinched(event) or super().event(event)
        elif kind is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(
                event.globalPos(), tip_for(self.stage.scene, self.stage.hovered), self
            )
            return True
        return super().event(event)

    def sizeHint(self) -> QSize:
        return QSize(960, 640)

    def _looked(self) -> None:
        before, now = self._shown, self.stage.viewport
        if (before.level, before.ratio) != (now.level, now.ratio):
            self._ground.remember(before)
            self.zoom_changed.emit(now.zoom)
        self._shown = now
        self.update()

    def _show_anew(self) -> None:
        self._ground.clear()
        self.paint_anew()

    # What the author does with mouse, wheel and fingers.

    @guarded(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.give_up()
        self.tracing.stop()
        self._by_keyboard = False
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        at = self._pointer(event.position(), event.modifiers())
        button = event.button()
        if button is Qt.MouseButton.MiddleButton or (
            self._space and button is Qt.MouseButton.LeftButton
        ):
            self._tool = Pan(self.stage, at)
        elif button is Qt.MouseButton.LeftButton:
            self._tool = self._begin(at)
        self._show_cursor()

    def _begin(self, at: Pointer) -> Tool:
        under = self._under(at)
        if under.what in (What.PORT, What.LINK_END):
            return Connect(self.stage, at, under)
        if under.what in GRIPS:
            return Resize(self.stage, at, under)
        if under.what is What.FOLD:
            self.commands.fold_frame(under.id)
            return Stray(self.stage, at)
        return Select(self.stage, at, under)

    @guarded(None)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._pointer(event.position(), event.modifiers())
        if self._tool is None:
            self.stage.hover(self._under(at))
            self.tracing.point_at(self.stage.hovered)
        else:
            self._tool = self._tool.move(at)
            self._edge.follow(event.position(), event.modifiers())
        self._show_cursor()

    def _scroll_on(self, dx: float, dy: float, spot: QPointF, keys: Qt.KeyboardModifier) -> None:
        """Something in hand is held at the edge: the scene comes towards it."""
        if self._tool is not None and not isinstance(self._tool, Pan):
            self.stage.look(self.stage.viewport.scrolled(dx, dy))
            self._tool = self._tool.move(self._pointer(spot, keys))

    @guarded(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        tool, self._tool = self._tool, None
        self._edge.stop()
        if tool is not None:
            tool.finish(self._pointer(event.position(), event.modifiers()))
        self._show_cursor()
        self.paint_anew()

    @guarded(None)
    def leaveEvent(self, event: QEvent) -> None:
        self.stage.hover(NOTHING)
        self.tracing.stop()

    @guarded(None)
    def wheelEvent(self, event: QWheelEvent) -> None:
        turned, pixels = event.angleDelta(), event.pixelDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom_at(event.position(), turned.y() / WHEEL_STEP)
        else:
            moved = pixels if not pixels.isNull() else turned / 2
            sideways = event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not moved.x()
            dx, dy = (moved.y(), 0) if sideways else (moved.x(), moved.y())
            self.stage.look(self.stage.viewport.scrolled(-dx, -dy))
        event.accept()

    def _pinched(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() is not Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self._zoom_at(event.position(), event.value() / PINCH_STEP)
        return True

    def _zoom_at(self, spot: QPointF, levels: float) -> None:
        """Zoom by whole levels; what is left of a small turn is kept for the next."""
        self._turned = levels + (self._turned if self._turned * levels > 0 else 0)
        whole = int(self._turned)
        self._turned -= whole
        if whole:
            view = self.stage.viewport
            self.stage.look(view.zoomed(view.level + whole, spot.x(), spot.y()))

    def _pointer(self, spot: QPointF, keys: Qt.KeyboardModifier) -> Pointer:
        x, y = self.stage.viewport.to_scene(spot.x(), spot.y())
        return Pointer(x, y, spot.x(), spot.y(), keys)

    def _under(self, at: Pointer) -> Hit:
        if self._follower.laying_out:
            return NOTHING
        return hit(self.stage.scene, at.x, at.y, self.stage.viewport.zoom)

    def _show_cursor(self) -> None:
        shape = Qt.CursorShape.ArrowCursor
        if self._tool is not None:
            shape = self._tool.cursor
        elif self._space:
            shape = Qt.CursorShape.OpenHandCursor
        elif self.stage.hovered.what in (What.PORT, What.LINK_END):
            shape = Qt.CursorShape.CrossCursor
        elif self.stage.hovered.what in GRIPS:
            shape = Qt.CursorShape.SizeFDiagCursor
        if self.cursor().shape() is not shape:
            self.setCursor(shape)
