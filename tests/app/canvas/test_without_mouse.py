"""What needed a mouse before: exits are connected, notes are walked through and moved by keys."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from flowdesigner.app.canvas.hits import NOTHING, What
from flowdesigner.blocks import Set
from flowdesigner.edits.blocks import AddBlock
from flowdesigner.edits.connections import Connect
from flowdesigner.edits.flows import SetNote
from flowdesigner.model.flow import Note
from tests.app.canvas.test_gestures import BLOCKS, PLACES
from tests.app.drivers.canvas import CanvasDriver, project_of


@pytest.fixture
def author(qtbot: QtBot) -> Iterator[CanvasDriver]:
    driver = CanvasDriver(project_of(BLOCKS, PLACES))
    qtbot.addWidget(driver.canvas)
    yield driver
    driver.canvas.hide()


def press(author: CanvasDriver, *keys: str) -> None:
    for each in keys:
        author.keys(each)
        QApplication.processEvents()


def test_an_exit_is_chosen_and_connected_by_name(author: CanvasDriver) -> None:
    author.click_block("question")
    press(author, "Ctrl+L")
    chooser = author.canvas.later.exit_chooser
    assert chooser.exits.words == [
        "Answered: on to Message “Thank you”",
        "Not understood: leads nowhere yet",
    ]
    press(author, "Down")
    assert author.canvas.stage.hovered.exit == "invalid"
    press(author, "Return")
    assert chooser.targets.words[:2] == ["A new block…", "Question “What is your number?”"]
    author.type("hello")
    assert chooser.targets.list.currentItem().text() == "Message “Hello”"
    assert author.canvas.stage.aimed == "hello"
    press(author, "Return")
    assert author.flow.blocks["question"].exits["invalid"] == "hello"
    assert author.canvas.hasFocus()
    assert author.canvas.stage.hovered is NOTHING
    assert author.canvas.stage.aimed is None
    assert author.steps == 1


def test_the_only_exit_is_not_asked_for_and_can_be_let_go(author: CanvasDriver) -> None:
    author.document.do(AddBlock("main", "set", Set(type="set"), (700, 40), None))
    author.document.do(Connect("main", "set", "next", "done"))
    author.click_block("set")
    press(author, "Ctrl+L")
    assert author.canvas.later.exit_chooser.targets.words[1] == "Nowhere for now"
    press(author, "Down", "Return")
    assert author.flow.blocks["set"].exits == {}


def test_a_new_block_is_put_after_an_exit(author: CanvasDriver) -> None:
    author.click_block("question")
    press(author, "Ctrl+L", "Down", "Return", "Return")
    assert author.canvas.later.quick_add.isVisible()
    author.type("hand over")
    press(author, "Return")
    assert author.flow.blocks["question"].exits["invalid"] == "handoff"
    assert author.selected == {"handoff"}


def test_escape_connects_nothing(author: CanvasDriver) -> None:
    author.click_block("question")
    press(author, "Ctrl+L", "Esc")
    assert author.canvas.hasFocus()
    assert author.canvas.stage.hovered is NOTHING
    press(author, "Ctrl+L", "Return", "Esc")
    assert author.steps == 0


def test_notes_are_walked_through_moved_and_deleted(author: CanvasDriver) -> None:
    for id, at in (("below", (40, 600)), ("above", (700, 100))):
        author.document.do(SetNote("main", id, Note(at=at, size=(200, 80), text=id)))
    press(author, "Shift+N")
    assert (author.canvas.stage.picked.what, author.canvas.stage.picked.id) == (What.NOTE, "above")
    press(author, "Shift+N", "Ctrl+Right")
    assert author.flow.layout.notes["below"].at == (48, 600)
    author.undo()
    assert author.flow.layout.notes["below"].at == (40, 600)
    press(author, "Shift+N")
    assert author.canvas.stage.picked.id == "above"
    press(author, "Del")
    assert set(author.flow.layout.notes) == {"below"}
