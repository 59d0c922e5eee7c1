"""The painted widget with what steers its view: zoom, problems, and where the preview stands."""

from collections.abc import Mapping

from PySide6.QtCore import Signal

from flowdesigner.app.canvas.card import Problems
from flowdesigner.app.canvas.hits import NOTHING
from flowdesigner.app.canvas.index import joined, meet
from flowdesigner.app.canvas.path import Steps
from flowdesigner.app.canvas.viewport import Rect, Sight
from flowdesigner.app.canvas.widget import CanvasWidget
from flowdesigner.blocks.subflow import Subflow


class SteerableCanvas(CanvasWidget):
    """What other parts of the window may have it show."""

    enter_requested = Signal(str)
    """The author wants to see the flow that this block runs."""

    @property
    def current(self) -> bool:
        """Whether the drawing shows the flow as it is, or is not in sight."""
        return not self._follower.laying_out and (self.settled or not self.isVisible())

    @property
    def has_picked(self) -> bool:
        """Whether a link, a note or a frame is picked."""
        return self.stage.picked is not NOTHING

    def set_issues(self, issues: Mapping[str, Problems]) -> None:
        """Mark blocks: the worst severity found in each, how many, and the first in words."""
        self._follower.set_problems(issues)

    def show_taken(self, taken: Mapping[str, Mapping[str, Mapping[str, int]]] | None) -> None:
        """Show by flow, block and exit how many conversations leave by it; nothing to hide it."""
        self._follower.set_taken(taken)

    def light(self, flow: str | None, block: str | None) -> None:
        """Show where the preview stands, and bring it into view when it is out of sight."""
        self.stage.light(flow, block)
        box = self.stage.scene.boxes.get(self.stage.lit or "")
        if box and not meet(box, self.stage.viewport.seen):
            self.stage.look(self.stage.viewport.revealing(box))

    def zoom_in(self) -> None:
        """Show things larger."""
        self._zoom_by(1)

    def zoom_out(self) -> None:
        """Show things smaller."""
        self._zoom_by(-1)

    def zoom_reset(self) -> None:
        """Show things in their own size."""
        self._zoom_by(-self.stage.viewport.level)

    def zoom_to_fit(self) -> None:
        """Show the whole flow."""
        self._fit(self.stage.scene.bounds())

    def zoom_to_selection(self) -> None:
        """Show the selected blocks, large."""
        boxes = self.stage.scene.boxes
        self._fit(joined([boxes[id] for id in self.stage.focus.blocks if id in boxes]))

    def frame_selection(self) -> None:
        """Put a frame around the selected blocks."""
        self.commands.frame_selection()

    def can_enter(self, block: str) -> bool:
        """Whether a block runs another flow that there is."""
        found = self.stage.flow.blocks.get(block)
        return isinstance(found, Subflow) and found.flow in self.stage.document.project.flows

    def enter_flow(self) -> None:
        """Ask for the flow that the selected block runs."""
        if self.stage.focus.block:
            self.enter_requested.emit(self.stage.focus.block)

    def sights(self) -> dict[str, Sight]:
        """How the flows are looked at: the level of zoom, and what is in the middle."""
        return {flow: view.sight for flow, view in self._follower.views.items()}

    def take_sights(self, sights: Mapping[str, Sight]) -> None:
        """Show the flows as they were looked at before."""
        for flow, sight in sights.items():
            self._follower.views[flow] = self.stage.viewport.seeing(sight)
        if self.stage.flow_id in sights:
            self.stage.look(self._follower.views[self.stage.flow_id])

    def show_path(self) -> None:
        """Light all that leads to the selected block and on from it, until asked again."""
        self.tracing.ask(self.stage.focus.block)

    def show_way(self, steps: Steps) -> None:
        """Light a way through the flow that is open; none to hide it."""
        self.tracing.tell(steps)

    def show_block(self, id: str) -> None:
        """Bring a block into view."""
        box = self.stage.scene.boxes.get(id)
        if box:
            self.stage.look(self.stage.viewport.revealing(box))

    def _zoom_by(self, levels: int) -> None:
        view = self.stage.viewport
        self.stage.look(view.zoomed(view.level + levels, view.width / 2, view.height / 2))

    def _fit(self, bounds: Rect | None) -> None:
        if bounds:
            around = bounds[0] - 8, bounds[1] - 32, bounds[2] + 16, bounds[3] + 8
            self.stage.look(self.stage.viewport.fitted(around))
