"""What is dragged leaves no trail: the screen shows what painting everything would show."""

import random

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.app.drivers.canvas import CanvasDriver, project_of

BLOCKS = {
    "one": {"type": "message", "text": {"en": "One"}, "exits": {"next": "two"}},
    "two": {"type": "menu", "text": {"en": "Two?"}, "options": [
        {"id": "a", "label": {"en": "A"}}, {"id": "b", "label": {"en": "B"}},
    ], "exits": {"a": "one", "b": "three"}},
    "three": {"type": "end"},
}  # fmt: skip
PLACES = {"one": (40, 40), "two": (400, 120), "three": (760, 60)}
LEFT = Qt.MouseButton.LeftButton


def on_the_screen(author: CanvasDriver) -> QImage:
    """What was really put there, piece by piece."""
    canvas = author.canvas
    return alike(canvas.screen().grabWindow(canvas.winId()).toImage())


def alike(picture: QImage) -> QImage:
    return picture.convertToFormat(QImage.Format.Format_RGB32)


@pytest.mark.parametrize("smaller", [0, 5, 9, 13])
def test_a_block_that_is_dragged_about(qtbot: QtBot, smaller: int) -> None:
    author = CanvasDriver(project_of(BLOCKS, PLACES))
    qtbot.addWidget(author.canvas)
    for _ in range(smaller):
        author.canvas.zoom_out()
    author.settle()
    chance = random.Random(smaller)
    box = author.canvas.stage.scene.boxes["two"]
    at = author.on_screen((box[0] + 40, box[1] + 14))
    send(author, QEvent.Type.MouseButtonPress, at)
    for _ in range(12):
        at += QPointF(chance.randrange(-60, 60), chance.randrange(-40, 40))
        send(author, QEvent.Type.MouseMove, at)
        qtbot.wait(70 if chance.random() < 0.3 else 1)
    seen = on_the_screen(author)
    assert seen == alike(author.canvas.grab().toImage())
    send(author, QEvent.Type.MouseButtonRelease, at)


def send(author: CanvasDriver, kind: QEvent.Type, at: QPointF) -> None:
    there = author.canvas.mapToGlobal(at)
    held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else LEFT
    button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else LEFT
    event = QMouseEvent(kind, at, there, button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(author.canvas, event)
    QApplication.processEvents()
