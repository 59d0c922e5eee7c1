"""Making a flow of blocks and putting one in, in the author's words."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from flowdesigner.model.project import Project
from tests.app.drivers.canvas import CanvasDriver, project_of
from tests.app.drivers.window import WindowDriver

BLOCKS = {
    "hello": {"type": "message", "text": {"en": "Hello"}, "exits": {"next": "ask"}},
    "ask": {
        "type": "ask",
        "text": {"en": "Which order number, please?"},
        "answer": "text",
        "save_to": "order",
        "exits": {"answered": "look", "invalid": "sorry"},
    },
    "look": {"type": "message", "text": {"en": "Looking"}, "exits": {"next": "tell"}},
    "tell": {"type": "message", "text": {"en": "{{ order }}"}, "exits": {"next": "done"}},
    "sorry": {"type": "message", "text": {"en": "Sorry"}, "exits": {"next": "done"}},
    "done": {"type": "end"},
}
PLACES = {"hello": (40, 40), "ask": (384, 40), "look": (728, 40), "tell": (1072, 40)}


@pytest.fixture
def author(qtbot: QtBot) -> Iterator[CanvasDriver]:
    driver = CanvasDriver(project_of(BLOCKS, PLACES))
    qtbot.addWidget(driver.canvas)
    yield driver
    driver.canvas.hide()


def make_flow(author: CanvasDriver, *blocks: str) -> None:
    author.focus.select(*blocks)
    author.choose(author.head_of(blocks[0]), "Make a flow of this")


def test_selected_blocks_become_a_flow_in_one_step(author: CanvasDriver) -> None:
    before = author.document.project
    make_flow(author, "ask", "look")
    made = author.document.project.flows["which_order_number_please"]
    assert made.name == "Which order number, please"
    assert set(made.blocks) == {"ask", "look", "end_sorry", "end_tell"}
    assert author.selected == {"which_order_number_please"}
    assert author.place("which_order_number_please") == (384, 40)
    assert author.steps == 1
    author.undo()
    assert author.document.project is before
    assert author.selected == {"ask", "look"}


def test_a_flow_is_put_in_where_it_was_called(author: CanvasDriver) -> None:
    make_flow(author, "ask", "look")
    author.choose(author.head_of("which_order_number_please"), "Put the flow in here")
    assert list(author.document.project.flows) == ["main"]
    assert author.flow.blocks["hello"].exits == {"next": "ask"}
    assert author.flow.blocks["ask"].exits == {"answered": "look", "invalid": "sorry"}
    assert author.flow.blocks["look"].exits == {"next": "tell"}
    assert author.selected == {"ask", "look"}
    assert author.place("look")[0] < author.place("tell")[0] - 256
    assert author.steps == 2


def test_why_it_cannot_be_done_is_told_on_the_canvas(author: CanvasDriver) -> None:
    make_flow(author, "tell", "sorry")
    assert author.steps == 0
    assert author.canvas.later.notice.text().startswith("A flow begins at one block")
    assert author.canvas.later.notice.isVisible()


def test_only_a_block_that_runs_a_flow_can_be_put_in(author: CanvasDriver) -> None:
    menu = author.menu(author.head_of("hello"))
    (entry,) = [each for each in menu.actions() if each.text() == "Put the flow in here"]
    assert not entry.isEnabled()


def test_the_edits_are_in_the_menu_of_the_window_too(window: WindowDriver) -> None:
    project: Project = project_of(BLOCKS, PLACES)
    window.desk.document.open(project)
    window.desk.show_drawing()
    window.desk.focus.select("ask", "look")
    window.settle()
    window.desk.window.actions_by_id["make_flow"].trigger()
    assert len(window.desk.document.project.flows) == 2
    window.desk.window.actions_by_id["put_flow_in"].trigger()
    assert len(window.desk.document.project.flows) == 1
