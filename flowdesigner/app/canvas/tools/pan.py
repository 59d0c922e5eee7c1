"""Moving the view with the hand: space and drag, or the middle button."""

from PySide6.QtCore import Qt

from flowdesigner.app.canvas.stage import Stage
from flowdesigner.app.canvas.tools.tool import Pointer, Tool


class Pan(Tool):
    """The scene held with the hand."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, stage: Stage, start: Pointer) -> None:
        super().__init__(stage, start)
        self._held = stage.viewport

    def move(self, at: Pointer) -> Tool:
        """The scene follows."""
        self.stage.look(
            self._held.scrolled(self.start.view_x - at.view_x, self.start.view_y - at.view_y)
        )
        return self

    def finish(self, at: Pointer) -> None:
        """It stays where it is."""

    def cancel(self) -> None:
        """Back to where it was."""
        self.stage.look(self._held)
