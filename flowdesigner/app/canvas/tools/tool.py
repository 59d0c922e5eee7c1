"""What a gesture is."""

from abc import ABC, abstractmethod

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

from flowdesigner.app.canvas.paint_scene import Brush
from flowdesigner.app.canvas.stage import Stage

GRID = 8
"""Moved things lie on a grid of so many units."""
THRESHOLD = 4
"""A press that moves less, in units of the widget, is a click."""


class Pointer(Struct, frozen=True):
    """Where the pointer is."""

    x: float
    """In the scene."""
    y: float
    view_x: float
    """In the widget."""
    view_y: float
    keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier

    @property
    def adds(self) -> bool:
        """Whether the author holds a key that adds to the selection."""
        wanted = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
        return bool(self.keys & wanted)

    def far_from(self, other: "Pointer") -> bool:
        """Whether it moved enough for a drag."""
        return max(abs(self.view_x - other.view_x), abs(self.view_y - other.view_y)) >= THRESHOLD


class Tool(ABC):
    """A gesture under way."""

    cursor = Qt.CursorShape.ArrowCursor

    def __init__(self, stage: Stage, start: Pointer) -> None:
        self.stage = stage
        self.start = start

    @abstractmethod
    def move(self, at: Pointer) -> "Tool":
        """Follow the pointer; what is answered goes on, itself or a gesture it turned into."""

    @abstractmethod
    def finish(self, at: Pointer) -> None:
        """Let go: do what was meant."""

    def cancel(self) -> None:  # noqa: B027 - most have nothing to put back
        """Give up, and leave all as it was."""

    def paint(self, painter: QPainter, brush: Brush) -> None:  # noqa: B027 - most draw nothing
        """Draw what the gesture shows, on a painter that counts in pixels from the origin."""


def snapped(value: float) -> int:
    """The nearest line of the grid."""
    return round(value / GRID) * GRID
