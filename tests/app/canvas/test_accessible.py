"""What a screen reader is told of the canvas: the blocks, their ways out, and where they lead."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from flowdesigner.edits.blocks import DeleteBlocks
from tests.app.canvas.test_gestures import BLOCKS, PLACES
from tests.app.drivers.canvas import CanvasDriver, project_of

Text, Role, Flag = QAccessible.Text, QAccessible.Role, QAccessible.RelationFlag


@pytest.fixture
def author(qtbot: QtBot) -> Iterator[CanvasDriver]:
    driver = CanvasDriver(project_of(BLOCKS, PLACES))
    qtbot.addWidget(driver.canvas)
    yield driver
    driver.canvas.hide()


def canvas_of(author: CanvasDriver) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(author.canvas)
    assert found is not None
    return found


def children(of: QAccessibleInterface) -> list[QAccessibleInterface]:
    return [of.child(at) for at in range(of.childCount())]


def names(of: QAccessibleInterface) -> list[str]:
    return [each.text(Text.Name) for each in children(of)]


def test_the_canvas_is_a_list_of_blocks(author: CanvasDriver) -> None:
    canvas = canvas_of(author)
    assert canvas.role() is Role.List
    assert canvas.text(Text.Name) == "Drawing of the flow"
    assert names(canvas) == [
        "Message: Hello", "Question: What is your number?", "Message: Thank you", "End: done",
    ]  # fmt: skip
    hello = canvas.child(0)
    assert hello.role() is Role.ListItem
    assert hello.parent() is canvas
    assert canvas.indexOfChild(hello) == 0
    assert canvas.child(4) is None


def test_a_block_lies_where_it_is_drawn(author: CanvasDriver) -> None:
    canvas = canvas_of(author)
    hello = canvas.child(0)
    at = author.canvas.mapToGlobal(author.on_screen(author.head_of("hello")).toPoint())
    assert hello.rect().contains(at)
    assert canvas.childAt(at.x(), at.y()) is hello
    assert canvas.childAt(at.x() - 20_000, at.y()) is None
    exit = hello.child(0)
    port = author.canvas.mapToGlobal(author.on_screen(author.port_of("hello", "next")).toPoint())
    assert exit.rect().adjusted(0, 0, 1, 1).contains(port)


def test_the_ways_out_say_where_they_lead_and_can_be_followed(author: CanvasDriver) -> None:
    question = canvas_of(author).child(1)
    assert names(question)[:2] == [
        "Answered leads to Message “Thank you”", "Not understood leads nowhere yet",
    ]  # fmt: skip
    assert question.child(0).role() is Role.Link
    question.child(0).actionInterface().doAction("Press")
    assert author.selected == {"thanks"}


def test_neighbours_are_relations(author: CanvasDriver) -> None:
    question = canvas_of(author).child(1)
    told = {(each.text(Text.Name), flag) for each, flag in question.relations()}
    assert told == {
        ("Message: Thank you", Flag.FlowsFrom), ("Message: Hello", Flag.FlowsTo),
    }  # fmt: skip


def test_the_focus_and_the_selection_are_states(author: CanvasDriver) -> None:
    canvas = canvas_of(author)
    author.click_block("thanks")
    states = [each.state() for each in children(canvas)]
    assert [bool(each.selected) for each in states] == [False, False, True, False]
    assert [bool(each.focused) for each in states] == [False, False, True, False]
    assert canvas.focusChild() is canvas.child(2)
    assert "Comes from Question" in canvas.child(2).text(Text.Description)
    author.canvas.stage.look(author.canvas.stage.viewport.scrolled(5000, 0))
    assert canvas.child(2).state().offscreen


def test_press_opens_the_form(author: CanvasDriver, qtbot: QtBot) -> None:
    action = canvas_of(author).child(2).actionInterface()
    assert action.actionNames() == ["Press"]
    with qtbot.waitSignal(author.canvas.edit_requested) as asked:
        action.doAction("Press")
    assert asked.args == ["thanks"]


def test_blocks_that_are_gone_are_let_go_of_and_come_back_anew(author: CanvasDriver) -> None:
    canvas = canvas_of(author)
    kept = [QAccessible.uniqueId(each) for each in children(canvas.child(1))]
    kept.append(QAccessible.uniqueId(canvas.child(1)))
    author.document.do(DeleteBlocks("main", ("question",)))
    gc.collect()
    assert [QAccessible.accessibleInterface(id) for id in kept] == [None] * len(kept)
    assert "Question: What is your number?" not in names(canvas)
    author.undo()
    assert names(canvas)[1] == "Question: What is your number?"
    QApplication.processEvents()


def test_what_outlives_its_canvas_is_not_valid(qtbot: QtBot) -> None:
    author = CanvasDriver(project_of(BLOCKS, PLACES))
    block = canvas_of(author).child(0)
    assert block.isValid()
    author.canvas.deleteLater()
    QApplication.sendPostedEvents(None, 52)
    assert not block.isValid()
    assert block.rect().topLeft() == QPoint()
