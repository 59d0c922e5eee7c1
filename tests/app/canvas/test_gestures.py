"""What an author does with the mouse, and that one undo takes it back."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from tests.app.drivers.canvas import CanvasDriver, project_of

BLOCKS = {
    "hello": {"type": "message", "text": {"en": "Hello"}, "exits": {"next": "question"}},
    "question": {
        "type": "ask",
        "text": {"en": "What is your number?"},
        "answer": "text",
        "save_to": "number",
        "exits": {"answered": "thanks"},
    },
    "thanks": {"type": "message", "text": {"en": "Thank you"}, "exits": {"next": "done"}},
    "done": {"type": "end"},
}
PLACES = {"hello": (40, 40), "question": (384, 40), "thanks": (384, 320), "done": (40, 320)}
Shift = Qt.KeyboardModifier.ShiftModifier
Control = Qt.KeyboardModifier.ControlModifier
NOWHERE = (342.0, 602.0)


@pytest.fixture
def author(qtbot: QtBot) -> Iterator[CanvasDriver]:
    driver = CanvasDriver(project_of(BLOCKS, PLACES))
    qtbot.addWidget(driver.canvas)
    yield driver
    driver.canvas.hide()


def test_a_drag_moves_a_block_and_undo_takes_it_back(author: CanvasDriver) -> None:
    before = author.document.project
    author.drag_block("hello", 101, 58)
    assert author.flow.layout.blocks["hello"] == (144, 96)
    assert author.place("hello") == (144, 96)
    assert author.steps == 1
    author.undo()
    assert author.document.project is before
    assert author.place("hello") == (40, 40)


def test_a_click_selects_and_changes_nothing(author: CanvasDriver) -> None:
    author.click_block("question")
    assert author.selected == {"question"}
    author.drag_block("question", 2, 2)
    assert author.steps == 0


def test_selected_blocks_move_together(author: CanvasDriver) -> None:
    author.click_block("hello")
    author.click_block("done", Shift)
    assert author.selected == {"hello", "done"}
    author.drag_block("done", 16, 0)
    assert author.flow.layout.blocks == {**PLACES, "hello": (56, 40), "done": (56, 320)}
    assert author.steps == 1


def test_escape_gives_a_drag_up(author: CanvasDriver) -> None:
    author.drag_block("hello", 100, 100, let_go=False)
    author.keys("Esc")
    author.release((300, 300))
    assert author.steps == 0
    assert author.place("hello") == (40, 40)


def test_a_rectangle_selects_what_it_touches(author: CanvasDriver) -> None:
    author.drag((20, 20), (420, 120))
    assert author.selected == {"hello", "question"}
    author.drag((20, 590), (60, 330), Shift)
    assert author.selected == {"hello", "question", "done"}
    author.click(NOWHERE)
    assert author.selected == set()


def test_a_link_is_drawn_from_an_exit_to_a_block(author: CanvasDriver) -> None:
    author.connect("question", "invalid", "done")
    assert author.flow.blocks["question"].exits == {"answered": "thanks", "invalid": "done"}
    author.undo()
    assert "invalid" not in author.flow.blocks["question"].exits


def test_the_end_of_a_link_is_taken_elsewhere(author: CanvasDriver) -> None:
    end = author.canvas.stage.scene.links["hello", "next"].end
    author.drag((end[0] - 6, end[1]), author.head_of("done"))
    assert author.flow.blocks["hello"].exits == {"next": "done"}


def test_the_end_of_a_link_dropped_on_nothing_is_let_go(author: CanvasDriver) -> None:
    end = author.canvas.stage.scene.links["hello", "next"].end
    author.drag((end[0] - 6, end[1]), NOWHERE)
    assert author.flow.blocks["hello"].exits == {}


def test_a_link_dropped_on_nothing_asks_what_to_add_and_is_connected(author: CanvasDriver) -> None:
    author.drag(author.port_of("question", "invalid"), (740.0, 500.0))
    assert author.steps == 0
    author.type("hand over")
    author.keys("Return")
    (new,) = author.flow.blocks.keys() - BLOCKS.keys()
    assert author.flow.blocks[new].type == "handoff"
    assert author.flow.blocks["question"].exits["invalid"] == new
    assert author.selected == {new}
    assert author.steps == 1


def test_a_double_click_on_nothing_searches_and_adds_there(author: CanvasDriver) -> None:
    author.double_click(NOWHERE)
    author.type("mess")
    author.keys("Return")
    assert author.flow.layout.blocks["message"] == (344, 584)
    assert author.focus.block == "message"


def test_the_search_is_closed_by_escape(author: CanvasDriver) -> None:
    author.double_click(NOWHERE)
    assert author.canvas.later.quick_add.isVisible()
    author.keys("Esc")
    assert not author.canvas.later.quick_add.isVisible()
    assert author.canvas.hasFocus()
    assert author.steps == 0


def test_a_double_click_on_a_block_asks_for_its_form(author: CanvasDriver, qtbot: QtBot) -> None:
    with qtbot.waitSignal(author.canvas.edit_requested) as asked:
        author.double_click(author.head_of("thanks"))
    assert asked.args == ["thanks"]


def test_a_type_is_dropped_from_the_palette(author: CanvasDriver) -> None:
    author.drop_from_palette("menu", (700, 400))
    assert author.flow.blocks["menu"].type == "menu"
    left, top = author.place("menu")
    assert left <= 700 <= left + 264
    assert top <= 400 <= top + 40


def test_the_wheel_zooms_at_the_pointer(author: CanvasDriver) -> None:
    spot = QPointF(611, 217)
    for notches in (2, -5, 1, 4, -3):
        before = author.canvas.stage.viewport.to_scene(spot.x(), spot.y())
        author.turn_wheel(spot, notches, Control)
        after = author.canvas.stage.viewport.to_scene(spot.x(), spot.y())
        within = 1 / author.canvas.stage.viewport.scale
        assert after == pytest.approx(before, abs=within)


def test_the_wheel_scrolls_and_space_drags(author: CanvasDriver) -> None:
    at = author.on_screen((100, 100))
    author.turn_wheel(QPointF(300, 300), -1)
    assert author.on_screen((100, 100)) == at - QPointF(0, 60)
    author.canvas._space = True
    author.drag((200.0, 200.0), (250.0, 230.0))
    assert author.selected == set()
    assert author.on_screen((100, 100)) != at - QPointF(0, 60)


def test_a_link_is_picked_and_deleted(author: CanvasDriver) -> None:
    start, end = (author.canvas.stage.scene.links["hello", "next"].start,
                  author.canvas.stage.scene.links["hello", "next"].end)  # fmt: skip
    author.click(((start[0] + end[0]) / 2, (start[1] + end[1]) / 2))
    assert author.canvas.stage.picked.link == ("hello", "next")
    author.keys("Del")
    assert author.flow.blocks["hello"].exits == {}


def test_an_edit_during_a_drag_gives_the_drag_up(author: CanvasDriver) -> None:
    author.drag_block("hello", 16, 16)
    author.drag_block("done", 100, 100, let_go=False)
    author.undo()
    author.release((400, 400))
    assert author.place("hello") == (40, 40)
    assert author.place("done") == (40, 320)


def test_a_new_block_dropped_on_a_link_comes_in_between(author: CanvasDriver) -> None:
    link = author.canvas.stage.scene.links["hello", "next"]
    middle = ((link.start[0] + link.end[0]) / 2, (link.start[1] + link.end[1]) / 2)
    author.drop_from_palette("message", middle)
    assert author.flow.blocks["hello"].exits == {"next": "message"}
    assert author.flow.blocks["message"].exits == {"next": "question"}
    assert author.steps == 1


def test_a_link_drawn_anew_onto_nothing_keeps_what_came_after(author: CanvasDriver) -> None:
    author.drag(author.port_of("hello", "next"), NOWHERE)
    author.type("message")
    author.keys("Return")
    assert author.flow.blocks["hello"].exits == {"next": "message"}
    assert author.flow.blocks["message"].exits == {"next": "question"}


def test_the_scene_comes_towards_what_is_held_at_the_edge(
    author: CanvasDriver, qtbot: QtBot
) -> None:
    before = author.canvas.stage.viewport.left
    author.press(author.head_of("question"))
    edge = author.canvas.stage.viewport.to_scene(author.canvas.width() - 4, 200)
    author.move(edge)
    qtbot.waitUntil(lambda: author.canvas.stage.viewport.left > before + 20)
    author.keys("Esc")
    after = author.canvas.stage.viewport.left
    qtbot.wait(60)
    assert author.canvas.stage.viewport.left == after
    assert author.steps == 0


def test_blocks_without_a_place_stay_where_they_were_put(qtbot: QtBot) -> None:
    author = CanvasDriver(project_of(BLOCKS))
    qtbot.addWidget(author.canvas)
    before = {id: author.place(id) for id in BLOCKS}
    assert len(set(before.values())) == len(BLOCKS)
    author.drag_block("hello", 0, 80)
    moved = before["hello"]
    assert author.flow.layout.blocks == {**before, "hello": (moved[0], moved[1] + 80)}
    assert author.steps == 1
    assert author.selected == {"hello"}


def test_what_a_screen_reader_says_follows_the_selection(author: CanvasDriver) -> None:
    author.click_block("question")
    words = author.canvas.accessibleDescription()
    assert words.startswith("Question “What is your number?”.")
    assert "Answered leads to Message “Thank you”." in words
    assert "Not understood leads nowhere yet." in words
    assert "Comes from Message “Hello”." in words


def test_a_link_let_go_beside_its_port_means_nothing(author: CanvasDriver) -> None:
    x, y = author.port_of("question", "invalid")
    author.drag((x, y), (x + 12, y + 9))
    author.drag((x, y), (x - 12, y))
    assert author.steps == 0
    assert not author.canvas.later.quick_add.isVisible()


def test_a_block_may_lead_to_itself(author: CanvasDriver) -> None:
    author.connect("question", "invalid", "question")
    assert author.flow.blocks["question"].exits["invalid"] == "question"
    assert author.canvas.stage.scene.links["question", "invalid"].route.back


def test_the_old_link_is_not_seen_while_its_end_is_in_hand(author: CanvasDriver) -> None:
    before = author.picture()
    link = author.canvas.stage.scene.links["hello", "next"]
    author.drag((link.end[0] - 6, link.end[1]), NOWHERE, let_go=False)
    assert author.canvas.stage.lifted.links == {("hello", "next")}
    author.keys("Esc")
    author.move((900.0, 650.0))
    assert author.picture() == before
