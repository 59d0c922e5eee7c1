"""Dimmed blocks are seen less well than the others, which look as ever."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.app.drivers.canvas import CanvasDriver, project_of

BLOCKS = {
    "one": {"type": "message", "text": {"en": "One"}, "exits": {"next": "two"}},
    "two": {"type": "message", "text": {"en": "Two"}, "exits": {"next": "three"}},
    "three": {"type": "end"},
}
PLACES = {"one": (40, 40), "two": (400, 40), "three": (400, 360)}


@pytest.fixture
def canvas(qtbot: QtBot) -> CanvasDriver:
    author = CanvasDriver(project_of(BLOCKS, PLACES))
    qtbot.addWidget(author.canvas)
    return author


def part(canvas: CanvasDriver, picture: QImage, block: str) -> QImage:
    """What is seen of a block, without its edge, where links and rings are."""
    left, top, right, bottom = canvas.canvas.stage.scene.boxes[block]
    corner, end = canvas.on_screen((left, top)), canvas.on_screen((right, bottom))
    box = QRect(corner.toPoint(), end.toPoint()).adjusted(10, 10, -10, -10)
    return picture.copy(box)


@pytest.mark.parametrize("smaller", [0, 4, 30])
def test_what_is_wanted_looks_as_ever(canvas: CanvasDriver, smaller: int) -> None:
    for _ in range(smaller):
        canvas.canvas.zoom_out()
    before = canvas.picture()

    canvas.canvas.stage.dim(frozenset({"one", "three"}))
    dimmed = canvas.picture()
    assert dimmed != before
    if smaller < 30:  # else they are a few pixels
        assert part(canvas, dimmed, "two") == part(canvas, before, "two")
        assert part(canvas, dimmed, "one") != part(canvas, before, "one")

    canvas.canvas.stage.dim(frozenset())
    assert canvas.picture() == before
