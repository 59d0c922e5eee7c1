"""The places of the drawing that were looked at, one after the other: back to them, and forward."""

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer, Signal

from flowdesigner.app.canvas.index import meet
from flowdesigner.app.canvas.stage import Stage
from flowdesigner.app.canvas.viewport import Viewport

REST = 900
"""Milliseconds after which something counts as looked at."""
MOST = 100
ZOOMED = 4
"""So many levels of zoom away it is another place."""


class Visit(Struct, frozen=True):
    """A place: a flow, what was seen of it, and what was selected there."""

    flow: str
    view: Viewport
    blocks: tuple[str, ...] = ()

    def like(self, other: "Visit") -> bool:
        """Whether it shows much the same as another one."""
        if self.flow != other.flow or abs(self.view.level - other.view.level) >= ZOOMED:
            return False
        return meet(_heart(self.view), _heart(other.view))


class Visits(QObject):
    """Keeps the places, and goes back and forward through them."""

    changed = Signal()
    """One can go elsewhere now."""
    rested = Signal()
    """The author looks at one place for a while."""

    def __init__(self, stage: Stage, parent: QObject) -> None:
        super().__init__(parent)
        self._stage = stage
        self._before: list[Visit] = []
        self._after: list[Visit] = []
        self._now: Visit | None = None
        self._seen: Visit | None = None
        """What was seen last, whether one rested there or not."""
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self.rest)
        stage.looked.connect(self._look)
        stage.focus.flow_changed.connect(self._look)
        stage.document.replaced.connect(self._forget)

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before this one."""
        return bool(self._before) or self._strayed()

    @property
    def can_go_forward(self) -> bool:
        """Whether one went back from somewhere."""
        return bool(self._after)

    def back(self) -> None:
        """Look at the place before this one."""
        self.rest()
        self._go(self._before, self._after)

    def forward(self) -> None:
        """Look again at the place one went back from."""
        self.rest()
        self._go(self._after, self._before)

    def rest(self) -> None:
        """What is seen now counts as looked at."""
        self._rest.stop()
        self._settle(self._here())
        self.changed.emit()
        self.rested.emit()

    def _go(self, there: list[Visit], here: list[Visit]) -> None:
        flows = self._stage.document.project.flows
        while there:
            visit = there.pop()
            if visit.flow in flows:
                if self._now is not None:
                    here.append(self._now)
                self._show(visit)
                break
        self.changed.emit()

    def _show(self, visit: Visit) -> None:
        stage = self._stage
        stage.focus.open_flow(visit.flow)
        now = stage.viewport
        stage.look(visit.view.resized(now.width, now.height, now.ratio))
        stage.select(*(id for id in visit.blocks if id in stage.flow.blocks))
        self._rest.stop()
        self._now = self._here()

    def _here(self) -> Visit:
        return Visit(self._stage.flow_id, self._stage.viewport, self._stage.focus.blocks)

    def _strayed(self) -> bool:
        return self._now is not None and not self._here().like(self._now)

    def _look(self, *_why: object) -> None:
        here = self._here()
        if self._seen is not None and self._seen.flow != here.flow:
            self._settle(self._seen)
        self._seen = here
        self._rest.start()

    def _settle(self, place: Visit) -> None:
        """A place counts as looked at."""
        if self._now is not None and not place.like(self._now):
            self._before = [*self._before, self._now][-MOST:]
            self._after.clear()
        self._now = place

    def _forget(self) -> None:
        self._before.clear()
        self._after.clear()
        self._now = self._seen = None
        self._rest.start()
        self.changed.emit()


def _heart(view: Viewport) -> tuple[float, float, float, float]:
    """The middle half of what is seen."""
    left, top, right, bottom = view.seen
    wide, high = (right - left) / 4, (bottom - top) / 4
    return left + wide, top + high, right - wide, bottom - high
