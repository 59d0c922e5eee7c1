"""Putting blocks in order: tidying up, aligning, spreading evenly. Each is one step."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject

from flowdesigner.app.canvas.aligning import Axis, Line, aligned, spread
from flowdesigner.app.canvas.arrange import Places, clear_of, diagram_of, placed, tidy
from flowdesigner.app.canvas.card import WIDTH
from flowdesigner.app.canvas.follow import first_view
from flowdesigner.app.canvas.index import joined
from flowdesigner.app.canvas.layout_process import LayoutProcess
from flowdesigner.app.canvas.motion import wants_motion
from flowdesigner.app.canvas.placing import rearranged
from flowdesigner.app.canvas.stage import Stage
from flowdesigner.app.canvas.tools.glide import MOST
from flowdesigner.app.canvas.viewport import Rect
from flowdesigner.edits.edit import Where
from flowdesigner.layout.diagram import Direction, Floats
from flowdesigner.model.flow import Flow
from flowdesigner.texts import N_, message

AT_ONCE = 500
"""More blocks than this are laid out in a process of their own."""
ALIGN: Mapping[Line, str] = {
    "left": N_("Align left edges"),
    "centre": N_("Align centres"),
    "right": N_("Align right edges"),
    "top": N_("Align top edges"),
    "middle": N_("Align middles"),
    "bottom": N_("Align bottom edges"),
}
SPREAD: Mapping[Axis, str] = {
    "across": N_("Spread evenly across"),
    "down": N_("Spread evenly downwards"),
}


class Arranging(QObject):
    """Finds better places for blocks of the flow that is shown, and puts them there."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._stage = stage
        self._process = LayoutProcess(self)

    @property
    def busy(self) -> bool:
        """Whether a large flow is being laid out."""
        return self._process.busy

    def do(self, name: str) -> None:
        """Do what a line of the menu says, by its name."""
        doings: dict[str, Callable[[], None]] = {
            "tidy": self.tidy,
            "tidy_down": partial(self.tidy, "down"),
            "tidy_selection": self.tidy_selection,
            "tidy_selection_down": partial(self.tidy_selection, "down"),
            **{f"align_{line}": partial(self.align, line) for line in ALIGN},
            **{f"spread_{axis}": partial(self.spread, axis) for axis in SPREAD},
        }
        doings[name]()

    def tidy(self, direction: Direction = "right") -> None:
        """Put all blocks in tidy layers."""
        self._tidy(tuple(self._stage.flow.blocks), direction)

    def tidy_selection(self, direction: Direction = "right") -> None:
        """Put the selected blocks in tidy layers; the others stay."""
        self._tidy(self._chosen(), direction)

    def align(self, line: Line) -> None:
        """Put the selected blocks on one line."""
        boxes = self._boxes(self._chosen())
        if len(boxes) > 1:
            self._put(aligned(boxes, line), ALIGN[line])

    def spread(self, axis: Axis) -> None:
        """Put the selected blocks equally far apart."""
        boxes = self._boxes(self._chosen())
        if len(boxes) > 2:
            self._put(spread(boxes, axis), SPREAD[axis])

    def _chosen(self) -> tuple[str, ...]:
        chosen = frozenset(self._stage.focus.blocks)
        return tuple(id for id in self._stage.flow.blocks if id in chosen)

    def _boxes(self, ids: tuple[str, ...]) -> dict[str, Rect]:
        scene = self._stage.scene
        return {id: scene.boxes[id] for id in ids if id not in scene.hidden}

    def _tidy(self, ids: tuple[str, ...], direction: Direction) -> None:
        if not ids:
            return
        self._process.stop()
        stage, flow = self._stage, self._stage.flow
        sizes, leads = self._sizes(ids), self._leads(ids)
        if len(ids) <= AT_ONCE:
            self._tidied(ids, tidy(sizes, leads, flow.first, (0, 0), direction))
            return
        stage.told.emit(message(N_("Tidying up {n} blocks…"), n=len(ids)))
        diagram = diagram_of(sizes, leads, flow.first, direction)
        self._process.ask(diagram, lambda found: self._answered(flow, ids, direction, found))

    def _answered(
        self, flow: Flow, ids: tuple[str, ...], direction: Direction, found: Floats
    ) -> None:
        """A large flow was laid out; anew if it became another one meanwhile."""
        now = self._stage.flow
        if now is flow:
            self._tidied(ids, placed(self._sizes(ids), found, (0, 0)))
        elif set(ids) <= now.blocks.keys():
            self._tidy(tuple(now.blocks) if len(ids) == len(flow.blocks) else ids, direction)

    def _sizes(self, ids: tuple[str, ...]) -> dict[str, tuple[float, float]]:
        return {id: (WIDTH, self._stage.scene.cards[id].height) for id in ids}

    def _leads(self, ids: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
        leaving = self._stage.scene.leaving
        return {id: tuple(link.target for link in leaving.get(id, ())) for id in ids}

    def _tidied(self, ids: tuple[str, ...], places: Places) -> None:
        """Put blocks where they are tidy, the whole where it was; off what is not of it."""
        stage, scene = self._stage, self._stage.scene
        around = joined([scene.boxes[id] for id in ids]) or (40.0, 40.0, 40.0, 40.0)
        left, top = round(around[0]), round(around[1])
        there = {id: (left + x, top + y) for id, (x, y) in places.items()}
        whole = len(ids) == len(stage.flow.blocks)
        if not whole:
            there = clear_of(there, self._sizes(ids), scene.card_boxes)
        if not self._put(there, N_("Tidy up")):
            stage.told.emit(message(N_("Everything is tidy already.")))
        elif whole:
            stage.look(first_view(stage))

    def _put(self, places: Places, title: str) -> bool:
        """Put blocks at places, in one step; whether that is elsewhere."""
        stage = self._stage
        ids = tuple(places) if len(places) < len(stage.flow.blocks) else ()
        before = dict(stage.scene.boxes)
        stage.document.do(rearranged(stage, places, message(title), Where(stage.flow_id, ids)))
        moved = {id: before[id] for id in places if before[id] != stage.scene.boxes[id]}
        if moved and len(moved) <= MOST and wants_motion():
            stage.went.emit(moved)
        return bool(moved)
