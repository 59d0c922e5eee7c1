"""The whole flow in a corner of the canvas, with what can be seen of it now."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QWheelEvent
from PySide6.QtWidgets import QToolButton, QWidget

from flowdesigner.app.canvas.cache import CardPictures
from flowdesigner.app.canvas.index import grown
from flowdesigner.app.canvas.paint_scene import Brush, paint_scene
from flowdesigner.app.canvas.stage import Stage
from flowdesigner.app.canvas.viewport import Rect
from flowdesigner.app.guarded import guarded
from flowdesigner.app.icons import icon
from flowdesigner.texts import N_, translate

SIZE, SMALL_SIZE = QSize(216, 136), QSize(160, 100)
ROOMY = 1200
"""On a canvas that is narrower the map is small."""
APART = 14
"""From the corner of the canvas."""
AROUND = 60.0
"""Room around the flow, in units of the scene."""
LARGEST = 0.1
"""The zoom of a small flow; a larger one would no longer be drawn as flat boxes."""
PAUSE = 250
"""Milliseconds after which it is painted anew, when the flow changes all the time."""
VEIL = 0.5


class Minimap(QWidget):
    """A small picture of the flow; a drag in it moves what is seen."""

    hide_asked = Signal()

    def __init__(self, stage: Stage, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._stage, self._canvas = stage, canvas
        self._picture: QPixmap | None = None
        self._painted: tuple[str, float] = ("", 0.0)
        self._zoom, self._corner = LARGEST, (0.0, 0.0)
        self._held: tuple[float, float] | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.paint_anew)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._close = QToolButton(self)
        self._close.setAutoRaise(True)
        self._close.setFixedSize(20, 20)
        self._close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._close.clicked.connect(self.hide_asked)
        self._close.hide()
        stage.looked.connect(self.update)
        canvas.installEventFilter(self)
        self._lie()
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in use, in the colours in use."""
        self.setAccessibleName(translate(N_("Overview map")))
        self._close.setIcon(icon("x", self._stage.theme.text))
        self._close.setToolTip(translate(N_("Hide the overview map")))
        self._close.setAccessibleName(translate(N_("Hide the overview map")))
        self.paint_anew()

    def follow(self) -> None:
        """The flow looks different now."""
        if not self._pause.isActive():
            self._pause.start()

    def paint_anew(self) -> None:
        """Forget the picture."""
        self._picture = None
        self._fit(self._stage.scene.bounds() or (0.0, 0.0, 1.0, 1.0))
        self.update()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, ratio = self._stage.theme, self.devicePixelRatioF()
        if self._picture is None or self._painted != (theme.id, ratio):
            self._picture = self._painted_now(ratio)
            self._painted = theme.id, ratio
        painter = QPainter(self)
        try:
            painter.drawPixmap(0, 0, self._picture)
            self._paint_view(painter)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(theme.card_border))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        finally:
            painter.end()

    def _painted_now(self, ratio: float) -> QPixmap:
        """The flow as it is at the furthest zoom, made to fit."""
        brush = Brush(self._zoom, ratio, self._stage.theme, CardPictures(), named=False)
        wide, high = round(self.width() * ratio), round(self.height() * ratio)
        left, top = (round(each * brush.scale) for each in self._corner)
        picture = QPixmap(wide, high)
        painter = QPainter(picture)
        try:
            painter.translate(-left, -top)
            area = (left, top, left + wide, top + high)
            paint_scene(painter, self._stage.scene, area, brush, self._stage.lifted)
        finally:
            painter.end()
        picture.setDevicePixelRatio(ratio)
        return picture

    def _fit(self, bounds: Rect) -> None:
        left, top, right, bottom = grown(bounds, AROUND)
        zoom = min(self.width() / (right - left), self.height() / (bottom - top), LARGEST)
        middle = (left + right) / 2, (top + bottom) / 2
        self._zoom = zoom
        self._corner = middle[0] - self.width() / 2 / zoom, middle[1] - self.height() / 2 / zoom

    def _paint_view(self, painter: QPainter) -> None:
        """What is not seen is dimmed."""
        theme, seen = self._stage.theme, self._seen()
        veil = QColor(theme.canvas)
        veil.setAlphaF(VEIL)
        whole = QRectF(self.rect())
        inside = seen.intersected(whole)
        for part in (
            QRectF(0, 0, whole.width(), inside.top()),
            QRectF(0, inside.bottom(), whole.width(), whole.height() - inside.bottom()),
            QRectF(0, inside.top(), inside.left(), inside.height()),
            QRectF(inside.right(), inside.top(), whole.width() - inside.right(), inside.height()),
        ):
            painter.fillRect(part, veil)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.accent), 1.5))
        painter.drawRect(seen)

    def _seen(self) -> QRectF:
        left, top, right, bottom = self._stage.viewport.seen
        x, y = (left - self._corner[0]) * self._zoom, (top - self._corner[1]) * self._zoom
        return QRectF(x, y, (right - left) * self._zoom, (bottom - top) * self._zoom)

    # What the author does.

    @guarded(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            seen, spot = self._seen(), event.position()
            inside = seen.contains(spot)
            middle = seen.center()
            self._held = (spot.x() - middle.x(), spot.y() - middle.y()) if inside else (0.0, 0.0)
            self._look_at(spot)
        event.accept()

    @guarded(None)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            self._look_at(event.position())
        event.accept()

    @guarded(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None
        event.accept()

    @guarded(None)
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @guarded(None)
    def wheelEvent(self, event: QWheelEvent) -> None:
        view = self._stage.viewport
        level = view.level + (1 if event.angleDelta().y() > 0 else -1)
        self._stage.look(view.zoomed(level, view.width / 2, view.height / 2))
        event.accept()

    def _look_at(self, spot: QPointF) -> None:
        held = self._held or (0.0, 0.0)
        x = self._corner[0] + (spot.x() - held[0]) / self._zoom
        y = self._corner[1] + (spot.y() - held[1]) / self._zoom
        self._stage.look(self._stage.viewport.centred(x, y))

    @guarded(None)
    def enterEvent(self, event: QEvent) -> None:
        self._close.show()

    @guarded(None)
    def leaveEvent(self, event: QEvent) -> None:
        self._close.hide()

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._lie()
        return False

    def _lie(self) -> None:
        """In the lower right corner."""
        canvas = self._canvas
        size = SIZE if canvas.width() >= ROOMY else SMALL_SIZE
        if size != self.size():
            self.setFixedSize(size)
            self._close.move(size.width() - 22, 2)
            self.paint_anew()
        self.move(canvas.width() - self.width() - APART, canvas.height() - self.height() - APART)
