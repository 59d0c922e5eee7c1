"""One side of the comparison: a widget in a process of its own, told what to do line by line.

It stands on the standard library and PySide6 alone, since a peer has an environment of its own.
"""

import json
import os
import sys
from collections.abc import Callable
from functools import partial
from time import perf_counter
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

SIZE = (1600, 1000)
BURST = 6
"""So many steps a side takes before it is the others' turn."""
NONE, LEFT, MIDDLE = (
    Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton,
)  # fmt: skip


class Side:
    """What every side answers; times are milliseconds."""

    ZOOM_KEYS = Qt.KeyboardModifier.NoModifier

    def __init__(self) -> None:
        self.app = QApplication(sys.argv[:1])
        self.at = QPointF()
        self.painted = 0

    # What each side has of its own.

    @property
    def surface(self) -> QWidget:
        """The widget that is painted and gets the events."""
        raise NotImplementedError

    def make(self, graph: dict[str, Any]) -> QWidget:
        """Build everything; the window."""
        raise NotImplementedError

    def go(self, place: str) -> None:
        """Look at `fit`, `third` or `one`: all of it, a third of full size, full size."""

    def grip(self) -> QPointF:
        """A point of the surface where a drag takes hold of a block."""
        return QPointF(SIZE[0] / 2, SIZE[1] / 2)

    def gap(self) -> QPointF:
        """A point of the surface with nothing under it."""
        return QPointF(SIZE[0] / 2, SIZE[1] / 2)

    def settled(self) -> bool:
        """Whether nothing waits to be painted."""
        return True

    def forget(self) -> None:
        """Throw away what was painted before."""

    def done_with_drag(self) -> None:
        """Put things back where they were."""

    # What the conductor asks for.

    def build(self, graph: str) -> dict[str, float]:
        """Build and show; what it took and by how much the process grew."""
        with open(graph, encoding="utf-8") as file:
            read = json.load(file)
        before = _memory()
        begun = perf_counter()
        window = self.make(read)
        built = _since(begun)
        window.resize(*SIZE)
        window.show()
        self.app.processEvents()
        self.settle()
        self.surface.installEventFilter(_Counter(self))
        return {"build": built, "memory": _memory() - before}

    def place(self, place: str) -> dict[str, float]:
        """Look elsewhere and wait until it is sharp."""
        self.go(place)
        self.settle()
        return {}

    def paint(self) -> list[float]:
        """Paint all of it again, some times in a row."""
        return self._burst(lambda _number: self.surface.update())

    def cold(self) -> dict[str, float]:
        """Paint it as if for the first time: the first frame, when it is sharp, the longest gap."""
        self.forget()
        begun = perf_counter()
        self._until_painted(self.surface.update)
        first, longest = _since(begun), 0.0
        while not self.settled():
            slice_begun = perf_counter()
            self.app.processEvents()
            longest = max(longest, _since(slice_begun))
        return {"cold": first, "sharp": _since(begun), "slice": longest}

    def hold(self, button: str) -> dict[str, float]:
        """Press a button and move far enough for a drag to begin."""
        held = MIDDLE if button == "middle" else LEFT
        self.at = self.gap() if held is MIDDLE else self.grip()
        self._mouse(QEvent.Type.MouseMove, NONE, NONE)
        self._mouse(QEvent.Type.MouseButtonPress, held, held)
        for _ in range(6):
            self.at += QPointF(3, 2)
            self._mouse(QEvent.Type.MouseMove, NONE, held)
        self.settle()
        return {}

    def drag(self, button: str, turn: int) -> list[float]:
        """Some steps of a drag; in the next turn back again."""
        held = MIDDLE if button == "middle" else LEFT
        by = 12 if turn % 2 == 0 else -12

        def move(_number: int) -> None:
            self.at += QPointF(by, by / 2)
            self._mouse(QEvent.Type.MouseMove, NONE, held)

        return self._burst(move)

    def drop(self, button: str) -> dict[str, float]:
        """Let go."""
        held = MIDDLE if button == "middle" else LEFT
        self._mouse(QEvent.Type.MouseButtonRelease, held, NONE)
        if held is LEFT:
            self.done_with_drag()
        self.settle()
        return {}

    def zoom(self, number: int) -> list[float]:
        """One notch of the wheel, in and out."""
        spot = QPointF(SIZE[0] / 2, SIZE[1] / 2)
        turn = QPoint(0, 120 if number % 2 else -120)
        event = QWheelEvent(
            spot, QPointF(self.surface.mapToGlobal(spot.toPoint())), QPoint(), turn, NONE,
            self.ZOOM_KEYS, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        taken = self._until_painted(lambda: self.app.sendEvent(self.surface, event))
        self.settle()
        return [taken] if taken else []

    # How.

    def _burst(self, do: Callable[[int], object]) -> list[float]:
        """What each of some steps took that follow one another, as those of a hand do."""
        taken = (self._until_painted(partial(do, number)) for number in range(BURST))
        return [each for each in taken if each is not None]

    def settle(self) -> None:
        """Let everything be painted that waits."""
        for _ in range(3):
            self.app.processEvents()
        until = perf_counter() + 10
        while not self.settled() and perf_counter() < until:
            self.app.processEvents()

    def _mouse(self, kind: QEvent.Type, button: Qt.MouseButton, held: Qt.MouseButton) -> None:
        there = QPointF(self.surface.mapToGlobal(self.at.toPoint()))
        keys = Qt.KeyboardModifier.NoModifier
        self.app.sendEvent(self.surface, QMouseEvent(kind, self.at, there, button, held, keys))

    def _until_painted(self, do: Callable[[], object]) -> float | None:
        seen = self.painted
        begun = perf_counter()
        do()
        for _ in range(50):
            self.app.processEvents()
            if self.painted > seen:
                return _since(begun)
        return None  # nothing was painted, so nothing was measured


class _Counter(QObject):
    """Counts the frames that are painted."""

    def __init__(self, side: Side) -> None:
        super().__init__(side.app)
        self._side = side

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """See a paint event come by."""
        if event.type() == QEvent.Type.Paint:
            self._side.painted += 1
        return False


def _since(begun: float) -> float:
    return (perf_counter() - begun) * 1000


def _memory() -> float:
    """Megabytes this process holds."""
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def serve(side: Side) -> None:
    """Do what each line of standard input says, and answer on standard output."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what a library prints must not be taken for an answer
    for line in sys.stdin:
        asked = json.loads(line)
        answers.write(json.dumps(getattr(side, asked["do"])(*asked["with"])) + "\n")
        answers.flush()
