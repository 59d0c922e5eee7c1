"""At 125 %, 150 % and 200 % the picture is as sharp as one painted at once, and hits are right."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.app.canvas.test_gestures import BLOCKS, PLACES
from tests.app.drivers.canvas import CanvasDriver, project_of

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("scale", [1.25, 1.5, 2.0])
def test_the_picture_is_sharp_and_hits_are_right(scale: float) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "tests.app.canvas.at_scale"],
        cwd=ROOT,
        env=os.environ | {"QT_SCALE_FACTOR": str(scale), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout) == {"ratio": scale, "apart": 0, "missed": []}


def test_moving_to_a_screen_of_another_scale_keeps_what_is_seen(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    author = CanvasDriver(project_of(BLOCKS, PLACES))
    qtbot.addWidget(author.canvas)
    corner, spot = author.canvas.stage.viewport.to_scene(0, 0), author.on_screen((384, 40))
    for ratio in (1.5, 1.25, 1.0):
        monkeypatch.setattr(author.canvas, "devicePixelRatioF", lambda ratio=ratio: ratio)
        QApplication.sendEvent(author.canvas, QEvent(QEvent.Type.DevicePixelRatioChange))
        view = author.canvas.stage.viewport
        assert view.ratio == ratio
        assert view.to_scene(0, 0) == pytest.approx(corner, abs=1 / view.scale)
        assert author.on_screen((384, 40)).x() == pytest.approx(spot.x(), abs=1)
    author.canvas.hide()
