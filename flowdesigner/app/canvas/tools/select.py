"""Clicking on something: it is selected. Dragging it begins a move."""

from PySide6.QtCore import Qt

from flowdesigner.app.canvas.hits import NOTHING, Hit, What
from flowdesigner.app.canvas.stage import Stage
from flowdesigner.app.canvas.tools.marquee import Marquee
from flowdesigner.app.canvas.tools.move import Move
from flowdesigner.app.canvas.tools.reorder import Reorder
from flowdesigner.app.canvas.tools.tool import Pointer, Tool


class Select(Tool):
    """A press on a block, a link, a sheet or nothing."""

    def __init__(self, stage: Stage, start: Pointer, hit: Hit) -> None:
        super().__init__(stage, start)
        self._hit = hit
        self._was_selected = hit.what is What.BLOCK and hit.id in stage.focus.blocks
        if hit.what is What.BLOCK and not self._was_selected:
            self._take(hit.id)

    def move(self, at: Pointer) -> Tool:
        """A drag moves what was pressed, or draws a rectangle to select with."""
        if not at.far_from(self.start):
            return self
        order = self._hit.what is What.BLOCK and Reorder.begin(self.stage, self.start, self._hit)
        if order:
            return order.move(at)
        if self._hit.what in (What.BLOCK, What.NOTE, What.FRAME):
            return Move(self.stage, self.start, self._hit).move(at)
        if self._hit.what is What.NOTHING:
            return Marquee(self.stage, self.start).move(at)
        return self

    def finish(self, at: Pointer) -> None:
        """A click selects."""
        hit, focus = self._hit, self.stage.focus
        if hit.what is What.BLOCK:
            if not self._was_selected:
                return
            if at.adds:
                self.stage.select(*(id for id in focus.blocks if id != hit.id))
            else:
                self.stage.select(hit.id)
        elif hit.what is What.NOTHING:
            if not at.adds:
                self.stage.select()
                self.stage.pick(NOTHING)
        else:
            self.stage.pick(hit)

    def _take(self, id: str) -> None:
        kept = self.stage.focus.blocks if self.start.adds else ()
        self.stage.select(*kept, id)


class Stray(Tool):
    """A press that means nothing."""

    cursor = Qt.CursorShape.ArrowCursor

    def move(self, at: Pointer) -> Tool:
        """Nothing."""
        return self

    def finish(self, at: Pointer) -> None:
        """Nothing."""
