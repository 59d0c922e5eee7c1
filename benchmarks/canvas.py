"""How long the canvas takes for a step, beside a widget that only blits: both in one run.

    python -m benchmarks.canvas --blocks 1000

`floor` gets the same events and answers each with one opaque blit of the whole window.
"""

import argparse
import json
import os
import random
import statistics
import sys
from collections.abc import Callable, Mapping
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPixmap, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from flowdesigner.app.canvas.view import FlowCanvas
from flowdesigner.app.document import Document
from flowdesigner.app.focus import Focus
from flowdesigner.app.style import load_font
from flowdesigner.app.theme import LIGHT
from flowdesigner.blocks import Menu, Message
from flowdesigner.edits.blocks import SetValue
from flowdesigner.model.flow import Flow, Layout
from flowdesigner.model.project import Project

WORDS = (
    "halo", "kak", "pesanan", "anda", "sudah", "kami", "terima", "dan", "akan", "dikirim", "besok",
    "pagi", "lewat", "kurir",
)  # fmt: skip
SIZE = (1600, 1000)
ROUNDS = 40


def big_flow(blocks: int) -> Project:
    """One flow of so many blocks in columns of twenty, some links leading far away."""
    chance = random.Random(7)
    ids = [f"block_{number}" for number in range(blocks)]
    made = {}
    for number, id in enumerate(ids):
        after = ids[min(number + 1, blocks - 1)]
        far = ids[min(number + chance.choice((20, 20, 21, 40, -7)), blocks - 1)]
        text = {"id": " ".join(chance.choices(WORDS, k=14))}
        if number % 3:
            made[id] = Message.model_validate({"text": text, "exits": {"next": after}})
        else:
            options = [{"id": f"o_{n}", "label": {"id": f"Pilihan {n}"}} for n in range(2)]
            exits = {"o_0": after, "o_1": far}
            made[id] = Menu.model_validate({"text": text, "options": options, "exits": exits})
    places = {id: (40 + 360 * (n // 20), 40 + 280 * (n % 20)) for n, id in enumerate(ids)}
    flow = Flow(first=ids[0], blocks=made, layout=Layout(blocks=places))
    return Project(languages=("id",), flows={"main": flow})


class Floor(QWidget):
    """Answers whatever happens with one blit."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self._picture = QPixmap(*SIZE)
        self._picture.fill(QColor(LIGHT.canvas))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.end()

    def wheelEvent(self, _event: QWheelEvent) -> None:
        self.update()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.update()

    mouseMoveEvent = mouseReleaseEvent = mousePressEvent


def wheel(widget: QWidget, by: QPoint, keys: Qt.KeyboardModifier) -> None:
    """Turn the wheel over the middle."""
    spot = QPointF(SIZE[0] / 2, SIZE[1] / 2)
    event = QWheelEvent(
        spot, spot, QPoint(), by, Qt.MouseButton.NoButton, keys,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)
    QApplication.processEvents()


def mouse(widget: QWidget, kind: QEvent.Type, spot: QPointF) -> None:
    """Send a mouse event with the left button held."""
    left = Qt.MouseButton.LeftButton
    event = QMouseEvent(kind, spot, spot, left, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, event)
    QApplication.processEvents()


def timed(do: Callable[[int], None], rounds: int = ROUNDS) -> list[float]:
    """Milliseconds of each round."""
    taken = []
    for number in range(rounds):
        start = perf_counter()
        do(number)
        taken.append((perf_counter() - start) * 1000)
    return taken


def settle(canvas: FlowCanvas) -> None:
    """Let everything be painted that waits."""
    for _ in range(2000):
        QApplication.processEvents()
        if canvas.settled:
            return


def pan(widget: QWidget) -> Callable[[int], None]:
    """A step of scrolling, to and fro."""
    none = Qt.KeyboardModifier.NoModifier
    return lambda n: wheel(widget, QPoint(0, 40 if n % 2 else -40), none)


def zoom(widget: QWidget) -> Callable[[int], None]:
    """A step of zooming, in and out."""
    keys = Qt.KeyboardModifier.ControlModifier
    return lambda n: wheel(widget, QPoint(0, 120 if n % 2 else -120), keys)


def full(widget: QWidget) -> Callable[[int], None]:
    """A repaint of everything."""

    def paint(_number: int) -> None:
        widget.repaint()

    return paint


def drag(widget: QWidget, start: QPointF) -> list[float]:
    """A drag in steps: the milliseconds of each, the first two left out."""
    mouse(widget, QEvent.Type.MouseButtonPress, start)
    taken = timed(
        lambda n: mouse(widget, QEvent.Type.MouseMove, start + QPointF(10 * n, 6 * n)), 20
    )
    mouse(widget, QEvent.Type.MouseButtonRelease, start)
    return taken[2:]


def steps(canvas: FlowCanvas, floor: Floor) -> Mapping[str, tuple[list[float], list[float]]]:
    """Each step on the canvas and on the floor, the two in turns."""
    found = {}
    for place, level in (("fit", None), ("mid", -6), ("one", 0)):
        if level is None:
            canvas.zoom_to_fit()
        else:
            view = canvas.stage.viewport
            canvas.stage.look(view.zoomed(level, view.width / 2, view.height / 2))
        settle(canvas)
        for name, step in (("full", full), ("pan", pan), ("zoom", zoom)):
            for warm in range(2):
                step(canvas)(warm)
                settle(canvas)
            found[f"{name} {place}"] = timed(step(canvas)), timed(step(floor))
    ids = canvas.stage.scene.card_boxes.touching(canvas.stage.viewport.seen)
    id = ids[len(ids) // 2]
    box = canvas.stage.scene.boxes[id]
    spot = QPointF(*canvas.stage.viewport.to_widget(box[0] + 100, box[1] + 20))
    found["drag one"] = drag(canvas, spot), drag(floor, spot)
    return found


def type_in(canvas: FlowCanvas, document: Document) -> list[float]:
    """A keystroke in a text of a block that is seen, until it is painted."""
    ids = canvas.stage.scene.card_boxes.touching(canvas.stage.viewport.seen)

    def keystroke(number: int) -> None:
        text = "pesanan " * (number % 5 + 1)
        document.do(SetValue("main", ids[0], ("text", "id"), text, typing=True))
        QApplication.processEvents()

    return timed(keystroke, 20)


def main() -> None:
    """Print every step's median and 95th percentile, and how it compares to the floor."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--blocks", type=int, default=1000)
    parser.add_argument("--json", action="store_true")
    wanted = parser.parse_args()
    app = QApplication(sys.argv[:1])
    app.setFont(load_font())
    project = big_flow(wanted.blocks)
    document = Document(Project())
    canvas, floor = FlowCanvas(document, Focus(document), LIGHT), Floor()
    for widget in (canvas, floor):
        widget.resize(*SIZE)
        widget.show()
    app.processEvents()
    start = perf_counter()
    document.open(project)
    built = (perf_counter() - start) * 1000
    app.processEvents()
    first = (perf_counter() - start) * 1000
    settle(canvas)
    report: dict[str, object] = {
        "blocks": wanted.blocks, "open ms": round(built, 1), "first frame ms": round(first, 1),
    }  # fmt: skip
    for name, (ours, least) in steps(canvas, floor).items():
        report[name] = summary(ours) | {
            "floor": round(statistics.median(least), 2),
            "floor p95": summary(least)["p95"],
            "ratio": round(statistics.median(ours) / statistics.median(least), 2),
        }
    report["keystroke"] = summary(type_in(canvas, document))
    if wanted.json:
        print(json.dumps(report))
        return
    for name, what in report.items():
        print(f"{name:16} {what}")


def summary(taken: list[float]) -> dict[str, float]:
    """The median and the 95th percentile."""
    ordered = sorted(taken)
    return {
        "median": round(statistics.median(ordered), 2),
        "p95": round(ordered[int(len(ordered) * 0.95) - 1], 2),
    }


if __name__ == "__main__":
    main()
