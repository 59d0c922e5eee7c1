"""Keeping the scene like the document: only what an edit was about is laid out again."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import compress
from operator import is_not
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from flowdesigner.app.canvas.card import Problems
from flowdesigner.app.canvas.hits import NOTHING
from flowdesigner.app.canvas.index import joined
from flowdesigner.app.canvas.stage import Stage
from flowdesigner.app.canvas.viewport import Viewport
from flowdesigner.edits.edit import Where
from flowdesigner.model.change import Change, EntryPath

SLICE = 0.004
"""Seconds that laying out many cards may hold the window at a time."""
WAITED_FOR = 0.02
"""The same while the author waits for the first picture of a large flow."""
AT_ONCE = 12
LARGE = 500
"""A flow of more blocks is laid out in slices."""
MOST_PATCHED = 60
"""When more blocks than this lie elsewhere, all links are led anew, in slices."""
MOST_AT_ONCE = 60
"""More cards than this are not laid out anew in one go."""


class Follower(QObject):
    """Hears of edits and of what the author looks at, and brings the scene up to date."""

    followed = Signal()
    """The document became another, or another flow is shown."""
    marked = Signal()
    """The checks found something else."""
    shown_anew = Signal()
    """Everything is drawn differently now."""

    def __init__(self, stage: Stage, parent: QObject) -> None:
        super().__init__(parent)
        self._stage = stage
        self._waiting: list[str] = []
        self._showing: Iterator[None] | None = None
        """A large flow that is being laid out."""
        self._unled: dict[str, None] = {}
        """The blocks whose links have no way yet."""
        self.views: dict[str, Viewport] = {}
        """What was seen last of each flow."""
        self._fit_flow: str | None = stage.flow_id
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)
        document, focus = stage.document, stage.focus
        document.changed.connect(self._change)
        document.replaced.connect(self._replace)
        focus.flow_changed.connect(self._show_flow)
        focus.language_changed.connect(self._show_all)
        focus.blocks_changed.connect(self._selected)
        focus.place_asked.connect(self._reveal)
        stage.looked.connect(self._remember_view)

    @property
    def busy(self) -> bool:
        """Whether some cards still wait to be laid out anew."""
        return bool(self._waiting or self._unled) or self._showing is not None

    def set_problems(self, problems: Mapping[str, Problems]) -> None:
        """Show what the checks found now."""
        stage = self._stage
        before, stage.problems = stage.problems, dict(problems)
        seen = map(is_not, map(before.get, problems), problems.values())
        other = [id for id in compress(problems, seen) if before.get(id) != problems[id]]
        other += [id for id in before if id not in problems]
        if len(other) > MOST_AT_ONCE or self._showing is not None:
            self._waiting = list(dict.fromkeys((*self._waiting, *other)))
            self._timer.start()
        else:
            stage.scene.follow(stage.shown(), other)
        stage.repaint.emit()
        self.marked.emit()

    def set_taken(self, taken: Mapping[str, Mapping[str, Mapping[str, int]]] | None) -> None:
        """Show what conversations take now, or no longer."""
        stage = self._stage
        if taken != stage.taken:
            stage.taken = taken
            self._waiting = list(stage.scene.cards)
            self._timer.start()

    def show_all(self) -> None:
        """Lay everything out anew, such as in another language of the window."""
        self._waiting.clear()
        self._unled.clear()
        shown = self._stage.shown()
        self._showing = self._stage.scene.showing(shown)
        if len(shown.flow.blocks) > LARGE:
            next(self._showing)
            self.shown_anew.emit()
            self._timer.start()
        else:
            self._finish_showing()

    @property
    def laying_out(self) -> bool:
        """Whether what is seen is not yet what shall be shown."""
        return self._showing is not None

    def _finish_showing(self) -> None:
        """Lay out the rest of what is being laid out, at once."""
        if self._showing is not None:
            for _step in self._showing:
                pass
            self._shown()

    def _show_on(self, showing: Iterator[None]) -> None:
        until = perf_counter() + WAITED_FOR
        while perf_counter() < until:
            if next(showing, self) is self:
                self._shown()
                self.followed.emit()
                self.begin_view()
                return

    def _shown(self) -> None:
        self._showing = None
        self.shown_anew.emit()

    def begin_view(self) -> None:
        """Once the size is known: show a new flow whole, or where it begins."""
        if self._fit_flow != self._stage.flow_id or self._showing is not None:
            return
        self._fit_flow = None
        self._stage.look(first_view(self._stage))

    def _change(self, change: Change) -> None:
        self._finish_showing()
        flow = self._stage.flow_id
        if self._stage.scene.shown.flow_id != flow or any(
            entry.path == ("flows", flow) for entry in change
        ):
            self._show_all()
            return
        paths = [entry.path for entry in change]
        of_blocks = [path for path in paths if _is_block(path, flow)]
        others = [path for path in paths if not _is_block(path, flow)]
        if len(of_blocks) > MOST_PATCHED:
            self._follow_many([path[3] for path in of_blocks if path[0] == "flows"])
        else:
            notes = any(path[:2] == ("layout", flow) for path in others)
            blocks = {path[3] for path in of_blocks}
            self._stage.scene.follow(self._stage.shown(), blocks, notes=notes)
        if any(_reaches_all(path, flow) for path in others):
            self._waiting = list(self._stage.scene.cards)
            self._timer.start()
        self.followed.emit()
        self._stage.repaint.emit()

    def _follow_many(self, written: Sequence[str]) -> None:
        """Many blocks lie elsewhere, or say something else: all are there, the rest comes soon."""
        scene, shown = self._stage.scene, self._stage.shown()
        if shown.flow.blocks.keys() != scene.cards.keys():
            self._unled.clear()
            scene.show(shown)
        else:
            scene.move(shown)
            self._unled = dict.fromkeys(scene.cards)
            self._waiting = list(dict.fromkeys((*self._waiting, *written)))
            self._timer.start()
        self.shown_anew.emit()

    def _lead_on(self) -> None:
        """Find ways for the links, first of what is seen."""
        until = perf_counter() + WAITED_FOR
        scene, unled = self._stage.scene, self._unled
        seen = scene.card_boxes.touching(self._stage.viewport.seen)
        for id in (*seen, *unled):
            if id in unled:
                del unled[id]
                if id in scene.cards:
                    scene.lead(id)
                if perf_counter() >= until:
                    return
        self.shown_anew.emit()

    def _go_on(self) -> None:
        if self._showing is not None:
            self._show_on(self._showing)
            return
        if self._unled:
            self._lead_on()
            return
        until = perf_counter() + SLICE
        stage = self._stage
        while self._waiting and perf_counter() < until:
            some, self._waiting = self._waiting[:AT_ONCE], self._waiting[AT_ONCE:]
            stage.scene.follow(stage.shown(), [id for id in some if id in stage.flow.blocks])
        if not self._waiting:
            self._timer.stop()
        stage.repaint.emit()

    def _replace(self) -> None:
        self.views.clear()
        self._stage.problems = {}
        self._show_flow()

    def _show_flow(self, _flow: str = "") -> None:
        stage = self._stage
        self._show_all()
        if stage.flow_id in self.views:
            kept, now = self.views[stage.flow_id], stage.viewport
            stage.look(kept.resized(now.width, now.height, now.ratio))
        else:
            self._fit_flow = stage.flow_id
            self.begin_view()

    def _show_all(self, _what: str = "") -> None:
        stage = self._stage
        shown, now = stage.scene.shown, stage.shown()
        if shown.project is now.project and shown == now and len(stage.scene.cards):
            return
        if shown.flow_id != now.flow_id:
            stage.hovered = NOTHING
            stage.drop_pick()
        self.show_all()
        self.followed.emit()

    def _selected(self) -> None:
        if self._stage.focus.blocks:
            self._stage.drop_pick()
        self._stage.repaint.emit()

    def _reveal(self, where: Where) -> None:
        self._finish_showing()
        boxes = self._stage.scene.boxes
        around = joined([boxes[id] for id in where.blocks if id in boxes])
        if around:
            self._stage.look(self._stage.viewport.revealing(around))

    def _remember_view(self) -> None:
        self.views[self._stage.flow_id] = self._stage.viewport


def first_view(stage: Stage) -> Viewport:
    """All of a flow where that can be read, else its beginning at full size."""
    bounds, view = stage.scene.bounds(), stage.viewport
    if bounds is None:
        return view.fitted((0, 0, view.width, view.height), margin=0)
    whole = view.fitted((bounds[0] - 8, bounds[1] - 32, bounds[2] + 16, bounds[3]))
    if whole.zoom >= 0.45:
        return whole
    start = stage.scene.boxes.get(stage.flow.first or "", bounds)
    at_start = view.zoomed(0, 0, 0)
    x, y = start[0] + view.width / 2 - 80, (start[1] + start[3]) / 2
    return at_start.centred(x, y)


def _is_block(path: EntryPath, flow: str) -> bool:
    return len(path) == 4 and path[0] in ("flows", "layout") and path[1:3] == (flow, "blocks")


def _reaches_all(path: EntryPath, flow: str) -> bool:
    """Whether cards may look different although their blocks are the same."""
    if path[0] in ("variables", "settings", "languages"):
        return True
    return path[0] == "flows" and (len(path) == 2 or path[2] == "outcomes")
