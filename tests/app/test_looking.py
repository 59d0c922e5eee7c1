"""Places that were looked at: back and forward, into flows and out, and the same next time."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from flowdesigner.app.visits import Visits
from tests.app.drivers.canvas import CanvasDriver, project_of
from tests.app.drivers.window import WindowDriver

BLOCKS = {
    f"b{at}": {"type": "message", "text": {"en": "Hi"}, "exits": {"next": f"b{at + 1}"}}
    for at in range(12)
}
PLACES = {f"b{at}": (at * 900, 40) for at in range(12)}
SAMPLE = Path("samples/order_status.flow.yaml")


@pytest.fixture
def author(qtbot: QtBot) -> CanvasDriver:
    author = CanvasDriver(project_of(BLOCKS, PLACES))
    qtbot.addWidget(author.canvas)
    return author


def look_at(author: CanvasDriver, visits: Visits, block: str) -> None:
    """Go to a block, and stay for a while."""
    left, top, right, bottom = author.canvas.stage.scene.boxes[block]
    view = author.canvas.stage.viewport
    author.canvas.stage.look(view.centred((left + right) / 2, (top + bottom) / 2))
    visits.rest()


def in_the_middle(author: CanvasDriver) -> str:
    view = author.canvas.stage.viewport
    x, y = view.to_scene(view.width / 2, view.height / 2)
    return author.canvas.stage.scene.card_boxes.at(x, y, 40)[0]


def test_back_and_forward_through_what_was_looked_at(author: CanvasDriver) -> None:
    visits = Visits(author.canvas.stage, author.canvas)
    for block in ("b0", "b4", "b8"):
        look_at(author, visits, block)
    assert not visits.can_go_forward
    visits.back()
    assert in_the_middle(author) == "b4"
    visits.back()
    assert in_the_middle(author) == "b0"
    assert not visits.can_go_back
    visits.forward()
    visits.forward()
    assert in_the_middle(author) == "b8"


def test_a_small_move_is_no_other_place(author: CanvasDriver) -> None:
    visits = Visits(author.canvas.stage, author.canvas)
    look_at(author, visits, "b0")
    author.canvas.stage.look(author.canvas.stage.viewport.scrolled(60, 20))
    visits.rest()
    assert not visits.can_go_back


def test_going_elsewhere_forgets_what_came_after(author: CanvasDriver) -> None:
    visits = Visits(author.canvas.stage, author.canvas)
    for block in ("b0", "b4", "b8"):
        look_at(author, visits, block)
    visits.back()
    look_at(author, visits, "b11")
    assert not visits.can_go_forward
    visits.back()
    assert in_the_middle(author) == "b4"


def test_into_the_flow_of_a_block_and_back(window: WindowDriver) -> None:
    window.desk.open(SAMPLE)
    window.settle()
    focus = window.desk.focus
    focus.select("to_agent")
    window.choose("enter_flow")
    assert focus.flow == "talk_to_us"
    trail = window.desk.tabs.trail
    (crumb,) = trail.findChildren(QToolButton)
    assert trail.isVisible()
    assert crumb.text() == "Status pesanan"
    crumb.click()
    assert (focus.flow, focus.blocks) == ("main", ("to_agent",))
    assert not trail.isVisible()


def test_back_leads_to_the_flow_one_came_from(window: WindowDriver) -> None:
    window.desk.open(SAMPLE)
    window.settle()
    desk = window.desk
    desk.looking.visits.rest()
    desk.focus.open_flow("talk_to_us")
    window.settle()
    window.choose("back")
    assert desk.focus.flow == "main"
    desk.canvas.setFocus()
    window.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert desk.focus.flow == "talk_to_us"


def test_a_file_is_shown_as_it_was_looked_at_last(window: WindowDriver, tmp_path: Path) -> None:
    path = tmp_path / "order.flow.yaml"
    path.write_bytes(SAMPLE.read_bytes())
    window.desk.open(path)
    window.settle()
    stage = window.desk.canvas.stage
    stage.look(stage.viewport.zoomed(-3, 0, 0).centred(1800, 700))
    looked = stage.viewport.sight
    window.desk.looking.visits.rest()
    window.desk.open(SAMPLE)
    window.settle()
    assert stage.viewport.sight != looked
    window.desk.open(path)
    window.settle()
    assert stage.viewport.sight == looked


def test_a_double_click_on_a_block_that_runs_a_flow_goes_into_it(window: WindowDriver) -> None:
    window.desk.open(SAMPLE)
    window.settle()
    canvas = window.desk.canvas
    canvas.zoom_reset()
    canvas.show_block("to_agent")
    left, top, _, _ = canvas.stage.scene.boxes["to_agent"]
    spot = canvas.stage.viewport.to_widget(left + 100, top + 58)
    QTest.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(*map(round, spot)))
    assert window.desk.focus.flow == "talk_to_us"
    window.choose("back")
    assert window.desk.focus.flow == "main"
