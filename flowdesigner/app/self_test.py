"""The program tries itself: every sample opened, edited, undone, tried out, saved and reopened.

Off screen, so that a package can be tried where it was built.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from flowdesigner.app.guarded import on_failure
from flowdesigner.app.main import make_application, make_workbench
from flowdesigner.app.preferences import Preferences
from flowdesigner.app.theme import THEMES
from flowdesigner.app.workbench import Workbench
from flowdesigner.edits.blocks import SetValue
from flowdesigner.model.run import Said
from flowdesigner.places import samples_folder
from flowdesigner.storage.project_file import open_file
from flowdesigner.texts import LANGUAGES

LONGEST_DRAWING = 20.0
"""Seconds that drawing a sample may take on the slowest machine."""
Step = Callable[[Workbench, Path, Path], None]


class _StepError(Exception):
    """A step did not do what it must."""


def _must(held: bool, what: str) -> None:
    if not held:
        raise _StepError(what)


def self_test() -> int:
    """Try every sample, print what held and what did not; 0 only when all did."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = make_application()
    failures: list[BaseException] = []
    stop = on_failure(failures.append)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = QSettings(str(folder / "preferences.ini"), QSettings.Format.IniFormat)
        desk = make_workbench(app, Preferences(store))
        desk.window.show()
        app.processEvents()
        results = [_tried(desk, sample, folder) for sample in _samples()]
        desk.close()
    stop()
    for error in failures:
        _print(f"unexpected failure: {type(error).__name__}: {error}")
    held = bool(results) and all(results) and not failures
    _print("all held" if held else "FAILED")
    return 0 if held else 1


def _samples() -> list[Path]:
    return sorted(samples_folder().glob("*.flow.yaml"))


def _tried(desk: Workbench, sample: Path, folder: Path) -> bool:
    good = True
    for step in STEPS:
        title = (step.__doc__ or "").strip().rstrip(".")
        try:
            step(desk, sample, folder)
            _print(f"ok      {sample.name}: {title}")
        except Exception as error:  # whatever it is, the other steps are tried too
            good = False
            _print(f"FAILED  {sample.name}: {title}: {type(error).__name__}: {error}")
    return good


def _drawn(desk: Workbench) -> QImage:
    """The window when its drawing is whole: it is painted a few tiles at a time."""
    desk.window.grab()
    until = time.monotonic() + LONGEST_DRAWING
    while not desk.canvas.settled:
        _must(time.monotonic() < until, "the drawing never becomes whole")
        QApplication.processEvents()
    return desk.window.grab().toImage()


def _opens(desk: Workbench, sample: Path, folder: Path) -> None:
    """Opens without errors and is drawn."""
    _must(desk.files.open_sample(sample), "it does not open")
    desk.panels.complete()
    desk.panels.checks.finish()
    errors = [str(each.message) for each in desk.panels.checks.issues if each.severity == "error"]
    _must(not errors, f"it has errors: {errors}")
    picture = _drawn(desk)
    colours = {picture.pixelColor(x, 400).name() for x in range(0, picture.width(), 7)}
    _must(len(colours) > 5, "the window is blank")


def _edits(desk: Workbench, sample: Path, folder: Path) -> None:
    """Is edited, and every edit undone and done again."""
    before = desk.document.project
    for flow, id, block in before.all_blocks():
        for spot in block.texts[:1]:
            words = {**spot.text, before.base_language: "Halo!"}
            desk.document.do(SetValue(flow, id, spot.path, words))
    after = desk.document.project
    _must(after != before, "nothing changed")
    while desk.document.history.canUndo():
        desk.document.undo()
    _must(desk.document.project == before, "undo did not bring it back")
    while desk.document.history.canRedo():
        desk.document.redo()
    _must(desk.document.project == after, "redo did not bring it back")
    while desk.document.history.canUndo():
        desk.document.undo()


def _tries_out(desk: Workbench, sample: Path, folder: Path) -> None:
    """Is tried out in the preview, in every language and look."""
    for theme in THEMES:
        desk.set_theme(theme)
        for language in LANGUAGES:
            desk.set_language(language)
            _must(not desk.window.grab().isNull(), "the window cannot be drawn")
    player = desk.panels.preview.player
    player.start_over()
    if player.by_message:  # in the words that begin it, or in any
        player.send(Said((*player.first_words(), "Halo")[0]))
    else:
        player.begin()
    _must(any(line.who == "bot" for line in player.session.transcript), "the bot says nothing")
    player.step_back()
    _must(not player.session.transcript, "stepping back does not take it back")


def _saves(desk: Workbench, sample: Path, folder: Path) -> None:
    """Is saved as a copy and reopened, the same."""
    project = desk.document.project
    copy = folder / f"copy of {sample.name}"
    _must(desk.files.save_to(copy), "it cannot be saved")
    _must(open_file(copy).project == project, "the copy differs")
    _must(copy.read_bytes() == sample.read_bytes(), "the copy's bytes differ")
    _must(desk.files.open(copy), "the copy does not open")


STEPS: tuple[Step, ...] = (_opens, _edits, _tries_out, _saves)


def _print(line: str) -> None:
    sys.stdout.write(line + "\n")
