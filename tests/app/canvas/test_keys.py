"""Everything can be done from the keyboard; copies; and the menus."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.app.canvas.test_gestures import BLOCKS, NOWHERE, PLACES, Shift
from tests.app.drivers.canvas import CanvasDriver, project_of


@pytest.fixture
def author(qtbot: QtBot) -> Iterator[CanvasDriver]:
    driver = CanvasDriver(project_of(BLOCKS, PLACES))
    qtbot.addWidget(driver.canvas)
    yield driver
    driver.canvas.hide()


def test_arrows_walk_along_links_and_by_place(author: CanvasDriver) -> None:
    walked = []
    for key in ("Right", "Right", "Down", "Left", "Up"):
        author.keys(key)
        walked.append(author.focus.block)
    assert walked == ["hello", "question", "thanks", "done", "hello"]


def test_arrows_with_alt_move_blocks_in_one_step(author: CanvasDriver) -> None:
    author.click_block("hello")
    for key in ("Ctrl+Right", "Ctrl+Right", "Ctrl+Shift+Down"):
        author.keys(key)
    assert author.flow.layout.blocks["hello"] == (56, 80)
    assert author.steps == 1


def test_delete_heals_the_link(author: CanvasDriver) -> None:
    author.click_block("question")
    author.keys("Del")
    assert author.flow.blocks["hello"].exits == {"next": "thanks"}
    author.undo()
    assert author.flow.blocks["hello"].exits == {"next": "question"}


def test_copies_keep_their_links_and_do_not_hide_one_another(author: CanvasDriver) -> None:
    author.click_block("hello")
    author.drag((370, 20), (420, 400), Shift)
    assert author.selected == {"hello", "question", "thanks"}
    author.keys("Ctrl+C")
    author.keys("Ctrl+V")
    assert author.selected == {"hello_2", "question_2", "thanks_2"}
    assert author.flow.blocks["hello_2"].exits == {"next": "question_2"}
    assert author.flow.blocks["thanks_2"].exits == {}
    author.keys("Ctrl+V")
    assert author.flow.layout.blocks["hello_2"] == (72, 72)
    assert author.flow.layout.blocks["hello_3"] == (104, 104)
    assert author.steps == 2


def test_the_clipboard_holds_what_the_file_would(author: CanvasDriver) -> None:
    author.click_block("question")
    author.keys("Ctrl+X")
    assert "question" not in author.flow.blocks
    text = QGuiApplication.clipboard().text()
    assert 'en: "What is your number?"' in text
    author.keys("Ctrl+V")
    assert author.flow.blocks["question"].first_words(author.document.project.facts, "en")


def test_text_that_is_no_project_is_not_pasted(author: CanvasDriver) -> None:
    QGuiApplication.clipboard().setText("flowdesigner: [")
    author.keys("Ctrl+V")
    assert author.steps == 0


def test_duplicate_lies_beside_the_original(author: CanvasDriver) -> None:
    author.click_block("done")
    author.keys("Ctrl+D")
    assert author.selected == {"done_2"}
    assert author.flow.layout.blocks["done_2"] == (72, 352)


def test_tab_searches_when_nothing_is_selected(author: CanvasDriver) -> None:
    author.keys("Tab")
    assert author.canvas.later.quick_add.isVisible()
    assert author.canvas.later.quick_add.words[0] == "message"
    author.keys("Down")
    author.keys("Return")
    assert author.flow.blocks["menu"].type == "menu"


def test_enter_asks_for_the_form(author: CanvasDriver, qtbot: QtBot) -> None:
    author.click_block("thanks")
    with qtbot.waitSignal(author.canvas.edit_requested) as asked:
        author.keys("Return")
    assert asked.args == ["thanks"]


def test_the_menu_of_a_block_makes_it_the_first(author: CanvasDriver) -> None:
    author.choose(author.head_of("thanks"), "Begin the flow here")
    assert author.flow.first == "thanks"
    assert author.canvas.stage.scene.cards["thanks"].first == "Start"
    assert author.canvas.stage.scene.cards["hello"].first == ""


def test_a_note_is_written_on_the_canvas_and_undone(author: CanvasDriver) -> None:
    author.choose(NOWHERE, "Add a note")
    author.type("Ask legal")
    assert author.flow.layout.notes["note"].text == "Ask legal"
    author.keys("Esc")
    assert author.canvas.hasFocus()
    author.undo()
    assert author.flow.layout.notes["note"].text is None
    author.undo()
    assert author.flow.layout.notes == {}


def test_tidy_is_one_step_and_twice_is_once(author: CanvasDriver) -> None:
    author.canvas.arrange("tidy")
    places = author.flow.layout.blocks
    assert author.steps == 1
    author.canvas.arrange("tidy")
    assert author.flow.layout.blocks == places
    assert author.steps == 1
