"""Dragging the answers of a card up and down."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.app.drivers.canvas import CanvasDriver, Place, project_of

BLOCKS = {
    "pick": {
        "type": "menu",
        "text": {"en": "What now?"},
        "options": [
            {"id": "track", "label": {"en": "Track"}},
            {"id": "stop", "label": {"en": "Stop"}},
            {"id": "more", "label": {"en": "More"}},
        ],
        "exits": {"track": "which", "more": "done"},
    },
    "which": {
        "type": "condition",
        "cases": [
            {"id": "big", "when": {"variable": "x", "op": "is_set"}},
            {"id": "small", "when": {"variable": "y", "op": "is_set"}},
        ],
    },
    "done": {"type": "end"},
}
PLACES = {"pick": (40, 40), "which": (400, 40), "done": (760, 40)}


@pytest.fixture
def author(qtbot: QtBot) -> Iterator[CanvasDriver]:
    driver = CanvasDriver(project_of(BLOCKS, PLACES))
    qtbot.addWidget(driver.canvas)
    yield driver
    driver.canvas.hide()


def row(author: CanvasDriver, block: str, exit: str) -> Place:
    x, y = author.port_of(block, exit)
    return x - 120, y


def order(author: CanvasDriver, block: str = "pick") -> list[str]:
    return [each.id for each in author.canvas.stage.scene.cards[block].rows]


def test_an_answer_is_dragged_to_another_place_with_its_link(author: CanvasDriver) -> None:
    before = author.document.project
    author.drag(row(author, "pick", "track"), row(author, "pick", "more"))
    assert order(author)[:3] == ["stop", "more", "track"]
    assert author.flow.blocks["pick"].exits == {"track": "which", "more": "done"}
    assert author.place("pick") == (40, 40)
    assert author.steps == 1
    author.undo()
    assert author.document.project is before


def test_an_answer_dragged_up_comes_before_the_others(author: CanvasDriver) -> None:
    author.drag(row(author, "pick", "more"), row(author, "pick", "track"))
    assert order(author)[:3] == ["more", "track", "stop"]


def test_the_cases_of_a_condition_are_tried_in_the_new_order(author: CanvasDriver) -> None:
    author.drag(row(author, "which", "small"), row(author, "which", "big"))
    assert order(author, "which")[:2] == ["small", "big"]


def test_away_from_the_card_it_is_the_card_that_moves(author: CanvasDriver) -> None:
    x, y = row(author, "pick", "stop")
    author.drag((x, y), (x + 320, y + 160))
    assert author.place("pick") == (360, 200)
    assert order(author)[:3] == ["track", "stop", "more"]
    assert author.steps == 1


def test_a_click_on_an_answer_and_escape_change_nothing(author: CanvasDriver) -> None:
    author.click(row(author, "pick", "stop"))
    author.drag(row(author, "pick", "stop"), row(author, "pick", "track"), let_go=False)
    author.keys("Esc")
    author.release(row(author, "pick", "track"))
    assert author.steps == 0


def test_of_several_blocks_all_are_moved(author: CanvasDriver) -> None:
    author.click_block("pick")
    author.click_block("done", Qt.KeyboardModifier.ShiftModifier)
    x, y = row(author, "pick", "stop")
    author.drag((x, y), (x, y + 24))
    assert author.place("pick") == (40, 64)
    assert author.place("done") == (760, 64)


def test_the_answer_that_is_written_goes_up_by_the_keyboard(author: CanvasDriver) -> None:
    author.double_click(row(author, "pick", "more"))
    author.keys("Alt+Up")
    author.keys("Alt+Up")
    author.keys("Alt+Up")
    assert order(author)[:3] == ["more", "track", "stop"]
    author.type("First")
    assert author.canvas.stage.scene.cards["pick"].rows[0].name == "First"
