"""Fingers on a screen: one works like a mouse, or moves the view; two move it and zoom."""

from math import hypot, log

from PySide6.QtCore import QEvent, QObject, QPointF, QTimer, Signal
from PySide6.QtGui import QEventPoint, QInputDevice, QTouchEvent

from flowdesigner.app.canvas.stage import Stage
from flowdesigner.app.canvas.viewport import ZOOM_STEP, Viewport

LONG = 600
"""A finger that rests for so many milliseconds asks for the menu."""
STILL = 10.0
"""So far, in units of the widget, a resting finger may tremble."""
GONE = QEventPoint.State.Released


class Fingers(QObject):
    """Follows the fingers on the canvas."""

    pressed = Signal(QPointF)
    """One finger came down here; then it moves and is lifted as a mouse would be."""
    moved = Signal(QPointF)
    lifted = Signal(QPointF)
    given_up = Signal()
    """What one finger began is not meant: another one came."""
    rested = Signal(QPointF)
    """One finger lies still."""

    def __init__(self, stage: Stage, parent: QObject) -> None:
        super().__init__(parent)
        self._stage = stage
        self._held: tuple[Viewport, QPointF, float] | None = None
        """What was seen when the second finger came, between the two, and how far apart."""
        self._one: QPointF | None = None
        self._rest = QTimer(self, singleShot=True, interval=LONG)
        self._rest.timeout.connect(self._rested)

    def touch(self, event: QTouchEvent) -> bool:
        """Follow an event; whether it came from fingers on a screen."""
        device = event.device()
        if device is None or device.type() is not QInputDevice.DeviceType.TouchScreen:
            return False
        spots = [each.position() for each in event.points() if each.state() is not GONE]
        if event.type() is QEvent.Type.TouchCancel:
            self._leave()
        elif len(spots) >= 2:
            self._pinch(spots[0], spots[1])
        elif self._held is None:
            self._follow_one(event.type(), event.points()[0].position())
        if not spots:
            self._held = None
        event.accept()
        return True

    def _follow_one(self, kind: QEvent.Type, at: QPointF) -> None:
        if kind is QEvent.Type.TouchBegin:
            self._one = at
            self._rest.start()
            self.pressed.emit(at)
        elif self._one is not None:
            if _apart(at, self._one) > STILL:
                self._rest.stop()
            if kind is QEvent.Type.TouchEnd:
                self._rest.stop()
                self._one = None
                self.lifted.emit(at)
            else:
                self.moved.emit(at)

    def _pinch(self, one: QPointF, other: QPointF) -> None:
        """The point of the scene between the fingers stays there."""
        middle, apart = (one + other) / 2, max(_apart(one, other), 1.0)
        if self._held is None:
            self._leave()
            self._held = self._stage.viewport, middle, apart
        before, at, was_apart = self._held
        moved = before.scrolled(at.x() - middle.x(), at.y() - middle.y())
        levels = round(log(apart / was_apart) / log(ZOOM_STEP))
        self._stage.look(moved.zoomed(before.level + levels, middle.x(), middle.y()))

    def _rested(self) -> None:
        at = self._one
        if at is not None:
            self._leave()
            self.rested.emit(at)

    def _leave(self) -> None:
        self._rest.stop()
        if self._one is not None:
            self._one = None
            self.given_up.emit()


def _apart(one: QPointF, other: QPointF) -> float:
    return hypot(one.x() - other.x(), one.y() - other.y())
