"""The map in the corner: it shows the flow, and a drag in it moves what is seen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from flowdesigner.app.canvas.card import Problems
from flowdesigner.app.canvas.minimap import APART, Minimap
from flowdesigner.app.theme import DARK
from tests.app.drivers.canvas import CanvasDriver, project_of
from tests.app.drivers.window import WindowDriver

BLOCKS = {
    f"b{at}": {"type": "message", "text": {"en": "Hi"}, "exits": {"next": f"b{at + 1}"}}
    for at in range(12)
}
PLACES = {f"b{at}": (at * 400, at % 3 * 300) for at in range(12)}
Left = Qt.MouseButton.LeftButton


@pytest.fixture
def author(qtbot: QtBot) -> Iterator[CanvasDriver]:
    driver = CanvasDriver(project_of(BLOCKS, PLACES))
    qtbot.addWidget(driver.canvas)
    driver.canvas.show_map(True)
    yield driver
    driver.canvas.hide()


def seen(minimap: Minimap) -> QImage:
    """What the map shows after the pause it makes."""
    if minimap._pause.isActive():
        minimap._pause.stop()
        minimap.paint_anew()
    return minimap.grab().toImage()


def test_a_click_in_the_map_shows_that_place(author: CanvasDriver) -> None:
    minimap = author.canvas.later.minimap
    before = author.canvas.stage.viewport
    QTest.mouseClick(minimap, Left, pos=QPoint(minimap.width() - 20, minimap.height() // 2))
    after = author.canvas.stage.viewport
    assert after.left > before.left
    assert after.level == before.level
    boxes = author.canvas.stage.scene.boxes
    assert after.seen[0] < boxes["b11"][0] < after.seen[2]


def test_a_drag_of_the_seen_part_moves_it_along(author: CanvasDriver) -> None:
    minimap = author.canvas.later.minimap
    author.canvas.stage.look(author.canvas.stage.viewport.centred(2000, 300))
    before = author.canvas.stage.viewport
    spot = minimap._seen().center().toPoint() + QPoint(3, 2)
    QTest.mousePress(minimap, Left, pos=spot)
    assert author.canvas.stage.viewport.left == pytest.approx(before.left, abs=30)
    QTest.mouseMove(minimap, spot + QPoint(10, 0))
    QTest.mouseRelease(minimap, Left, pos=spot + QPoint(10, 0))
    moved = (author.canvas.stage.viewport.left - before.left) / before.scale
    assert moved == pytest.approx(10 / minimap._zoom, rel=0.2)


def test_the_map_after_edits_is_the_one_painted_from_nothing(author: CanvasDriver) -> None:
    minimap = author.canvas.later.minimap
    first = seen(minimap)
    author.canvas.add_block("menu", (900, 900))
    author.canvas.commands.disconnect("b1", "next")
    author.canvas.set_issues({"b5": Problems("error", 1, "Oh")})
    assert seen(minimap) == seen(Minimap(author.canvas.stage, author.canvas))
    assert seen(minimap) != first
    author.canvas.set_theme(DARK)
    assert seen(minimap) == seen(Minimap(author.canvas.stage, author.canvas))


def test_the_map_keeps_its_corner(author: CanvasDriver) -> None:
    author.canvas.resize(1200, 800)
    QApplication.processEvents()
    corner = author.canvas.later.minimap.geometry().bottomRight()
    assert corner == QPoint(1200 - APART - 1, 800 - APART - 1)


def test_whether_the_map_is_shown_is_remembered(window: WindowDriver) -> None:
    window.desk.new()
    window.settle()
    assert window.desk.canvas.later.minimap.isVisible()
    window.choose("map")
    assert not window.desk.canvas.later.minimap.isVisible()
    assert not window.preferences.shows_map
    window.choose("map")
    assert window.desk.canvas.later.minimap.isVisible()
