"""How long the window's thread is busy at a stretch while an author types in a large project.

Opens a project of many blocks, types into every kind of field of one block, with canvas, problems
and a running preview following, and prints the longest gaps between two beats of the event loop.

    python benchmarks/keystrokes.py [--blocks N] [--keys N] [--json]
"""

import sys
from pathlib import Path

sys.path.pop(0)  # this folder, whose names are not meant to be imported
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import argparse
import json
import os
import tempfile
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from benchmarks.project import big_project
from flowdesigner.app.garbage import Garbage
from flowdesigner.app.main import make_application, make_workbench, warm_up
from flowdesigner.app.preferences import Preferences
from flowdesigner.app.workbench import Workbench
from flowdesigner.formats.native.read import read_project
from flowdesigner.formats.native.write_tree import write_tree


class Heart:
    """Beats as often as the event loop lets it, and keeps the gaps."""

    def __init__(self) -> None:
        self.gaps: list[tuple[float, float]] = []
        """Seconds on the clock, and of them those in which the thread was at work."""
        self._last, self._busy = time.perf_counter(), time.thread_time()
        self._timer = QTimer()
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._beat)

    def _beat(self) -> None:
        now, busy = time.perf_counter(), time.thread_time()
        self.gaps.append((now - self._last, busy - self._busy))
        self._last, self._busy = now, busy

    def listen(self) -> None:
        """Begin anew."""
        self.gaps.clear()
        self._last, self._busy = time.perf_counter(), time.thread_time()
        self._timer.start()

    def stop(self) -> None:
        """Beat no more."""
        self._timer.stop()


def settle(app: QApplication, desk: Workbench) -> None:
    """Let everything that follows an edit come to rest."""
    until = time.perf_counter() + 20
    while time.perf_counter() < until:
        app.processEvents()
        if not desk.panels.checks.busy:
            break
    for _turn in range(50):
        app.processEvents()
        time.sleep(0.002)


def fields(desk: Workbench) -> list[QWidget]:
    """The fields of the form that can be typed in."""
    found = [
        *desk.panels.inspector.findChildren(QPlainTextEdit),
        *desk.panels.inspector.findChildren(QLineEdit),
    ]
    return [each for each in found if each.isVisible() and each.isEnabled()]


def type_in(
    app: QApplication, field: QWidget, keys: int, heart: Heart
) -> list[tuple[float, float]]:
    """Type letters at the speed of a quick typist; the gaps meanwhile."""
    field.setFocus()
    app.processEvents()
    heart.listen()
    for at in range(keys):
        QTest.keyClick(field, "abcdefghij"[at % 10])
        until = time.perf_counter() + 0.06
        while time.perf_counter() < until:
            app.processEvents()
    heart.stop()
    return list(heart.gaps)


def main() -> None:
    """Type, and print the longest gap of every field."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--blocks", type=int, default=1000)
    parser.add_argument("--keys", type=int, default=20)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    app = make_application()
    with tempfile.TemporaryDirectory() as folder:
        store = QSettings(str(Path(folder) / "p.ini"), QSettings.Format.IniFormat)
        desk = make_workbench(app, Preferences(store))
        tree = big_project(options.blocks, flow_size=options.blocks)
        desk.files.begin(read_project(write_tree(tree).encode()).project)
        garbage = Garbage(desk.document, desk)
        warm_up()
        desk.window.show()
        desk.canvas.zoom_to_fit()
        desk.panels.preview.player.begin()
        settle(app, desk)
        heart, results = Heart(), []
        seen: set[str] = set()
        for flow, id, block in desk.document.project.all_blocks():
            if block.type in seen or flow != desk.focus.flow:
                continue
            seen.add(block.type)
            desk.focus.select(id)
            settle(app, desk)
            for field in fields(desk)[:6]:
                gaps = type_in(app, field, options.keys, heart)
                clock, work = max(gap for gap, _busy in gaps), max(busy for _gap, busy in gaps)
                results.append((block.type, field.accessibleName(), clock, work))
            settle(app, desk)
        garbage.stop()
        desk.close()
    worst = max(clock for _type, _name, clock, _work in results)
    worked = max(work for _type, _name, _clock, work in results)
    if options.json:
        figures = {"blocks": options.blocks, "worst": worst, "worst_work": worked}
        print(json.dumps({**figures, "fields": results}))
        return
    for type, name, clock, work in results:
        print(f"{type:10} {name[:36]:36} {clock * 1000:6.1f} ms, at work {work * 1000:6.1f} ms")
    print(f"longest gap {worst * 1000:.1f} ms, at work {worked * 1000:.1f} ms   (at most 50)")


if __name__ == "__main__":
    main()
