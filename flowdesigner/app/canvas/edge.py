"""Holding something at the edge of the canvas: the scene scrolls towards it."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtWidgets import QWidget

NEAR = 24
"""So near to the edge, in units of the widget, it begins."""
FASTEST = 18
"""Units of the widget a step, however far the pointer is beyond the edge."""
STEP = 16
"""Milliseconds."""

Scroll = Callable[[float, float, QPointF, Qt.KeyboardModifier], None]


class Edge:
    """Watches the pointer during a gesture, and scrolls while it is at the edge."""

    def __init__(self, widget: QWidget, scroll: Scroll) -> None:
        self._widget, self._scroll = widget, scroll
        self._spot = QPointF()
        self._keys = Qt.KeyboardModifier.NoModifier
        self._timer = QTimer(widget, interval=STEP)
        self._timer.timeout.connect(self._step)

    def follow(self, spot: QPointF, keys: Qt.KeyboardModifier) -> None:
        """The pointer moved."""
        self._spot, self._keys = spot, keys
        if self._by() == (0, 0):
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """The gesture is over."""
        self._timer.stop()

    def _step(self) -> None:
        dx, dy = self._by()
        self._scroll(dx, dy, self._spot, self._keys)

    def _by(self) -> tuple[float, float]:
        widget = self._widget
        return _beyond(self._spot.x(), widget.width()), _beyond(self._spot.y(), widget.height())


def _beyond(at: float, size: float) -> float:
    if at < NEAR:
        return max((at - NEAR) / 2, -FASTEST)
    return min((at - size + NEAR) / 2, FASTEST) if at > size - NEAR else 0
