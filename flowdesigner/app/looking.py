"""How an author looks at the drawing: the overview map, and what is kept of it for next time."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from flowdesigner.app.canvas.view import FlowCanvas
from flowdesigner.app.preferences import Preferences


class Looking(QObject):
    """Joins the canvas with what this computer remembers of it."""

    changed = Signal()
    """What the menus tell of the view is different now."""

    def __init__(self, canvas: FlowCanvas, preferences: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self._canvas, self._preferences = canvas, preferences
        canvas.map_toggled.connect(self._keep_map)

    def begin(self) -> None:
        """All panels are there: the canvas may have its map."""
        self._canvas.show_map(self._preferences.shows_map)

    def calls(self) -> Mapping[str, Callable[[], object]]:
        """What the menus do with the view, by the ids of their entries."""
        canvas = self._canvas
        return {
            "zoom_in": canvas.zoom_in,
            "zoom_out": canvas.zoom_out,
            "zoom_reset": canvas.zoom_reset,
            "fit": canvas.zoom_to_fit,
            "fit_selection": canvas.zoom_to_selection,
            "frame": canvas.frame_selection,
            "map": canvas.toggle_map,
            "path": canvas.show_path,
        }

    def ticks(self) -> Mapping[str, bool]:
        """Which entries of the menus are ticked."""
        return {"map": self._preferences.shows_map}

    def _keep_map(self, shown: bool) -> None:
        self._preferences.shows_map = shown
        self.changed.emit()
