"""How soon the window tells the truth again after an edit, and after a large file was opened.

    python benchmarks/edits.py [--blocks 1000,10000] [--rounds N] [--platform xcb] [--json]

In a window with canvas, form, outline and problems in sight an author types, moves, draws links,
adds, deletes and undoes; all that the window's thread does after each is counted, whatever it is
for. "ms" is the clock, "work" is when the thread was at work; on a quiet machine they are the same.
"""

import sys
from pathlib import Path

sys.path.pop(0)  # this folder, whose names are not meant to be imported
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import argparse
import json
import os
import random
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QEventLoop, QPoint, QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from benchmarks.project import big_project
from flowdesigner.app.garbage import Garbage
from flowdesigner.app.main import make_application, make_workbench, warm_up
from flowdesigner.app.preferences import Preferences
from flowdesigner.app.problems.live import LiveChecks
from flowdesigner.app.workbench import Workbench
from flowdesigner.edits.blocks import MoveBlocks
from flowdesigner.edits.connections import Connect
from flowdesigner.edits.edit import Edit
from flowdesigner.formats.native.dump import SCHEMA_COMMENT
from flowdesigner.formats.native.write_tree import write_tree

SHOWN = ("outline_panel", "inspector_panel", "problems_panel")
REACH = 20
"""How far off in the order of the flow a link leads, where it does not go on."""
FAULTY_EVERY = 20
FRAMES = 120
Span = tuple[float, float]
"""Milliseconds on the clock, and of them those in which the window's thread was at work."""
Spans = dict[str, list[Span]]

MOST = {
    "seen": {1000: 16.0, 10_000: 16.0},
    "touched": {1000: 16.0, 10_000: 33.0},
    "panel": {1000: 16.0, 10_000: 2000.0},
    "slice": {1000: 4.0, 10_000: 4.0},
}
"""Milliseconds of work: the median; of a slice the 95th percentile."""
MOST_OF_IDLE = 2.0
MOST_OPENING = {"first picture": 2500.0, "longest gap": 100.0}


def now() -> Span:
    """The two clocks."""
    return time.perf_counter() * 1000, time.thread_time() * 1000


def since(begun: Span) -> Span:
    """What went by."""
    clock, work = now()
    return clock - begun[0], work - begun[1]


class Desk:
    """The window of the program, with a large project in it."""

    def __init__(self, folder: Path) -> None:
        self.slices: list[Span] = []
        self._time_slices()
        self.app: QApplication = make_application()
        store = QSettings(str(folder / "p.ini"), QSettings.Format.IniFormat)
        self.bench: Workbench = make_workbench(self.app, Preferences(store))
        self.garbage = Garbage(self.bench.document, self.bench)
        for _turn in range(8):
            warm_up()
            self.app.processEvents()
        self._pulse = QTimer(interval=20)
        self._pulse.start()
        self.bench.window.show()
        self.bench.panels.complete()
        for name in SHOWN:
            self.bench.window.docks[name].raise_()
        self.rest()

    def _time_slices(self) -> None:
        """Note how long each slice of the checks takes."""
        go_on = LiveChecks.go_on

        def timed(checks: LiveChecks) -> None:
            begun = now()
            go_on(checks)
            self.slices.append(since(begun))

        LiveChecks.go_on = timed  # type: ignore[method-assign]

    def until(self, done: Callable[[], bool], seconds: float = 30) -> None:
        """Let the window work until something is so."""
        end = time.perf_counter() + seconds
        while not done():
            # Waiting is no work; there is a pulse should nothing else come.
            self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if time.perf_counter() > end:
                raise TimeoutError("the window did not come to rest")

    @property
    def seen(self) -> bool:
        """Whether canvas, form and outline show the project as it is."""
        return self.bench.canvas.settled and self.bench.panels.inspector.settled

    def rest(self) -> None:
        """Let all that follows an edit come to an end."""
        self.until(lambda: not self.bench.panels.checks.busy)
        for _turn in range(30):
            self.app.processEvents()
            time.sleep(0.002)
        self.until(lambda: self.bench.canvas.resting and self.seen)


# ------------------------------------------------------------------------------- after an edit


class Author:
    """Makes edits of all kinds in a flow, a block at a time."""

    def __init__(self, desk: Desk, seed: int = 3) -> None:
        self._desk, self._chance = desk, random.Random(seed)
        self.document, self.canvas = desk.bench.document, desk.bench.canvas
        self.focus = desk.bench.focus

    @property
    def _blocks(self) -> list[str]:
        return list(self.document.project.flows[self.focus.flow].blocks)

    def choose(self) -> str:
        """Select a block with one way on, and see it."""
        blocks = self.document.project.flows[self.focus.flow].blocks
        id = self._chance.choice([id for id, each in blocks.items() if "next" in each.exits])
        self.focus.select(id)
        self.canvas.show_block(id)
        self._desk.rest()
        return id

    def kinds(self, block: str) -> dict[str, Callable[[], object]]:
        """What can be done to a block, in the order in which it is done."""
        flow, do = self.focus.flow, self.document.do
        at = self._blocks.index(block)
        other = self._chance.choice(self._blocks[max(at - REACH, 0) : at + REACH])
        place = self.document.project.flows[flow].layout.blocks[block]
        edits: dict[str, Edit] = {
            "move": MoveBlocks(flow, {block: (place[0] + 24, place[1] + 48)}),
            "link": Connect(flow, block, "next", other),
        }
        return {
            "type": self._type,
            **{name: lambda edit=edit: do(edit) for name, edit in edits.items()},
            "undo": self.document.undo,
            "add": lambda: self.canvas.add_block("message", None, (block, "next")),
            "delete": self.canvas.delete_selection,
        }

    def _type(self) -> None:
        QTest.keyClick(self.field(), "a")

    def field(self) -> QPlainTextEdit:
        """Where the words of the block are typed."""
        fields = self._desk.bench.panels.inspector.findChildren(QPlainTextEdit)
        field = next(each for each in fields if each.isVisible() and each.isEnabled())
        if not field.hasFocus():
            field.setFocus()
            self._desk.rest()
        return field


def edited(desk: Desk, rounds: int) -> Spans:
    """Every edit: until it is seen, until what it touches is checked, until all is."""
    author, checks, found = Author(desk), desk.bench.panels.checks, Spans()
    for _round in range(rounds):
        block = author.choose()
        for name, do in author.kinds(block).items():
            if name == "type":
                author.field()
            desk.rest()
            desk.slices.clear()
            begun = now()
            do()
            waited = {
                "seen": lambda: desk.seen,
                "touched": lambda: checks.touched_known,
                "panel": lambda: not checks.busy,
            }
            spans = until_each(desk, waited, begun)
            for step, span in spans.items():
                found.setdefault(step, []).append(span)
                found.setdefault(f"{step} {name}", []).append(span)
            found.setdefault("slice", []).extend(desk.slices)
    return found


def until_each(desk: Desk, waited: dict[str, Callable[[], bool]], begun: Span) -> dict[str, Span]:
    """How long each of some things takes to be so."""
    spans: dict[str, Span] = {}
    turns = 0

    def look() -> bool:
        nonlocal turns
        turns += 1
        for name, done in waited.items():
            if turns > 1 and name not in spans and done():
                spans[name] = since(begun)
        return len(spans) == len(waited)

    desk.until(look)
    return spans


# -------------------------------------------------------------------- panning beside the checks


def panned(desk: Desk, rounds: int) -> Spans:
    """Frames of panning while nothing else happens and while everything is checked, in turns."""
    bench, found = desk.bench, Spans()
    for _round in range(rounds):
        for name in ("idle", "checking"):
            desk.rest()
            if name == "checking":
                bench.panels.checks.begin()
            found.setdefault(f"pan {name}", []).extend(_pan(desk, FRAMES))
    return found


def _pan(desk: Desk, frames: int) -> Iterable[Span]:
    """Drag the canvas about with the middle button; what each frame takes."""
    canvas, middle = desk.bench.canvas, Qt.MouseButton.MiddleButton
    centre = canvas.rect().center()
    QTest.mousePress(canvas, middle, pos=centre)
    for number in range(frames):
        turn = number % 40
        step = (turn if turn < 20 else 40 - turn) * 6
        begun = now()
        QTest.mouseMove(canvas, centre + QPoint(step, step // 2))
        desk.app.processEvents()
        yield since(begun)
        time.sleep(0.004)
    QTest.mouseRelease(canvas, middle, pos=centre)


# ------------------------------------------------------------------------------- opening a file


class Heart:
    """Beats as often as the window lets it, and keeps the gaps."""

    def __init__(self) -> None:
        self.gaps: list[Span] = []
        self._last = now()
        self._timer = QTimer()
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        self.gaps.append(since(self._last))
        self._last = now()

    def stop(self) -> None:
        """Beat no more."""
        self._timer.stop()


def opened(desk: Desk, file: Path) -> dict[str, Span]:
    """Until the first picture, until all is checked, and the longest gap on the way."""
    bench = desk.bench
    heart, begun = Heart(), now()
    bench.files.open(file)
    until = until_each(
        desk,
        {
            "first picture": lambda: bench.canvas.settled,
            "all checked": lambda: not bench.panels.checks.busy and desk.seen,
        },
        begun,
    )
    for _turn in range(50):
        desk.app.processEvents()
        time.sleep(0.002)
    heart.stop()
    return {
        **until,
        "longest gap": max(heart.gaps),
        "longest work": max(heart.gaps, key=lambda gap: gap[1]),
    }


# --------------------------------------------------------------------------------- one process


def written(blocks: int, *, faulty: bool) -> bytes:
    """A project of so many blocks in one flow; with about as many problems as an author leaves.

    Faulty, nearly every block has two or three, more than anybody ever drew.
    """
    tree: Any = big_project(blocks, flow_size=blocks, reach=REACH)
    if not faulty:
        tree["channels"] = tree["channels"][:1]
        for flow in tree["flows"].values():
            for at, block in enumerate(flow["blocks"].values()):
                if at % FAULTY_EVERY:
                    mend(block)
    return write_tree(tree, head=SCHEMA_COMMENT).encode()


def mend(block: dict[str, Any]) -> None:
    """Say the same in both languages, and little in labels."""
    parts = [block, block.get("retry", {}), *block.get("options", ())]
    for part in parts:
        for name in {"text", "label"} & part.keys():
            words = part[name]["id"].split()
            part[name] = dict.fromkeys(part[name], words[0] if name == "label" else " ".join(words))


def measured(blocks: int, rounds: int, *, faulty: bool) -> dict[str, object]:
    """All figures of a project of so many blocks in one flow."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "big.flow.yaml"
        file.write_bytes(written(blocks, faulty=faulty))
        desk = Desk(Path(folder))
        opening = opened(desk, file)
        desk.rest()
        problems = len(desk.bench.panels.checks.issues)
        spans = edited(desk, rounds) | panned(desk, 3)
        desk.garbage.stop()
        desk.bench.document.history.setClean()
        desk.bench.close()
    return {
        "blocks": blocks, "problems": problems, "opening": opening,
        "steps": {name: summary(each) for name, each in spans.items()},
    }  # fmt: skip


def summary(spans: list[Span]) -> dict[str, float]:
    """The median and the 95th percentile, on both clocks."""
    told: dict[str, float] = {"times": len(spans)}
    for name, values in zip(("ms", "work"), zip(*spans, strict=True), strict=True):
        ordered = sorted(values)
        at = min(round(len(ordered) * 0.95), len(ordered) - 1)
        told[f"{name} median"] = round(statistics.median(ordered), 2)
        told[f"{name} p95"] = round(ordered[at], 2)
    return told


def tell(found: dict[str, Any]) -> None:
    """Print a table, with what each figure may be at most."""
    blocks, steps, opening = found["blocks"], found["steps"], found["opening"]
    print(f"{blocks} blocks, {found['problems']} problems")
    print(f"{'':16} {'times':>5} {'ms':>8} {'p95':>8} {'work':>8} {'p95':>8}   at most")
    for name, each in steps.items():
        most = MOST.get(name, {}).get(blocks)
        print(
            f"{name:16} {each['times']:5}"
            f" {each['ms median']:8.1f} {each['ms p95']:8.1f}"
            f" {each['work median']:8.1f} {each['work p95']:8.1f}   {most or ''}"
        )
    ratio = steps["pan checking"]["work p95"] / steps["pan idle"]["work p95"]
    on_clock = steps["pan checking"]["ms p95"] / steps["pan idle"]["ms p95"]
    print(f"panning while checking / idle: {on_clock:.2f}, work {ratio:.2f}   {MOST_OF_IDLE}")
    for name, (clock, work) in opening.items():
        print(f"{name:16} {clock:8.0f} ms, at work {work:8.0f} ms   {MOST_OPENING.get(name, '')}")


def main() -> None:
    """Measure each size in a process of its own, and say which figures are within bounds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--blocks", default="1000,10000")
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--platform", default="offscreen", choices=("offscreen", "xcb"))
    parser.add_argument("--faulty", action="store_true", help="with problems at every block")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    os.environ["QT_QPA_PLATFORM"] = options.platform
    if options.one:
        print(json.dumps(measured(options.one, options.rounds, faulty=options.faulty)))
        sys.stdout.flush()
        os._exit(0)
    for blocks in options.blocks.split(","):
        again = [sys.executable, __file__, "--one", blocks, "--rounds", str(options.rounds)]
        again += ["--faulty"] if options.faulty else []
        run = subprocess.run(
            [*again, "--platform", options.platform], capture_output=True, text=True, check=False
        )
        if run.returncode:
            raise SystemExit(run.stderr)
        line = run.stdout.strip().splitlines()[-1]
        if options.json:
            print(line)
        else:
            tell(json.loads(line))


if __name__ == "__main__":
    main()
