"""How an author looks at the drawing, and what is kept of that for next time."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from flowdesigner.app.canvas.view import FlowCanvas
from flowdesigner.app.coverage import Coverage
from flowdesigner.app.files import Files
from flowdesigner.app.preferences import Preferences
from flowdesigner.app.trail import Trail
from flowdesigner.app.visits import Visits


class Looking(QObject):
    """Joins the canvas with the places that were looked at and what this computer keeps."""

    changed = Signal()
    """What the menus tell of the view is different now."""

    def __init__(
        self, canvas: FlowCanvas, trail: Trail, files: Files, preferences: Preferences
    ) -> None:
        super().__init__(canvas)
        self._canvas, self._files, self._preferences = canvas, files, preferences
        self.coverage = Coverage(canvas.stage.document, self)
        self.coverage.changed.connect(canvas.show_taken)
        self.visits = Visits(canvas.stage, self)
        self.visits.changed.connect(self.changed)
        self.visits.rested.connect(self.keep)
        canvas.map_toggled.connect(self._keep_map)
        canvas.enter_requested.connect(trail.enter)

    def begin(self) -> None:
        """All panels are there: the canvas may have its map."""
        self._canvas.show_map(self._preferences.shows_map)

    def come_back(self) -> bool:
        """Show an opened file as it was looked at last; whether it ever was."""
        path = self._files.path
        sights = self._preferences.sights(path) if path else {}
        self._canvas.take_sights(sights)
        return self._canvas.stage.flow_id in sights

    def keep(self) -> None:
        """Keep what is looked at, for when the file is opened again."""
        if self._files.path:
            self._preferences.keep_sights(self._files.path, self._canvas.sights())

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
            "coverage": self._toggle_coverage,
            "enter_flow": canvas.enter_flow,
            "back": self.visits.back,
            "forward": self.visits.forward,
        }

    def ticks(self) -> Mapping[str, bool]:
        """Which entries of the menus are ticked."""
        return {"map": self._preferences.shows_map, "coverage": self.coverage.wanted}

    def needs(self) -> Mapping[str, bool]:
        """What there is of what entries of the menus need."""
        return {"back": self.visits.can_go_back, "forward": self.visits.can_go_forward}

    def _toggle_coverage(self) -> None:
        self.coverage.toggle()
        self.changed.emit()

    def _keep_map(self, shown: bool) -> None:
        self._preferences.shows_map = shown
        self.changed.emit()
