"""The flow read as a conversation, line by line, and edited there without a mouse."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.app.drivers.canvas import project_of
from tests.app.drivers.outline import OutlineDriver

BLOCKS = {
    "alone": {"type": "message", "text": {"en": "Nobody comes here"}},
    "hello": {"type": "message", "text": {"en": "Hello"}, "exits": {"next": "what"}},
    "what": {
        "type": "menu",
        "text": {"en": "What do you need?"},
        "options": [
            {"id": "order", "label": {"en": "My order"}},
            {"id": "help", "label": {"en": "Help"}},
            {"id": "again", "label": {"en": "Say it again"}},
        ],
        "exits": {"again": "hello", "order": "number", "help": "done"},
    },
    "number": {
        "type": "ask",
        "text": {"en": "Your number?"},
        "answer": "text",
        "save_to": "number",
        "exits": {"answered": "thanks", "invalid": "what"},
    },
    "thanks": {"type": "message", "text": {"en": "Thank you"}, "exits": {"next": "done"}},
    "done": {"type": "end"},
}
READ = [
    "+ Message: Hello",
    "Menu: What do you need?",
    "  My order: on to Question: Your number?",
    "  Help: goes on at End: done",
    "  Say it again: goes back to Message: Hello",
    "  Something else: leads nowhere yet",
    "Question: Your number?",
    "  Answered: on to Message: Thank you",
    "  Not understood: goes back to Menu: What do you need?",
    "+ Message: Thank you",
    "End: done",
    "Not reached: 1 block",
    "  Message: Nobody comes here",
    "    Next: leads nowhere yet",
    "    Not delivered: not used",
]


@pytest.fixture
def author(qtbot: QtBot) -> Iterator[OutlineDriver]:
    driver = OutlineDriver.of(project_of(BLOCKS, first="hello"))
    qtbot.addWidget(driver.panel)
    yield driver
    driver.panel.hide()


def test_it_reads_as_the_conversation(author: OutlineDriver) -> None:
    assert author.lines() == READ


def test_what_is_selected_on_the_canvas_is_selected_here_and_back(author: OutlineDriver) -> None:
    author.focus.select("number")
    assert author.current == "Question: Your number?"
    author.keys("Down")
    assert author.current == "Answered: on to Message: Thank you"
    assert author.focus.blocks == ("number",)
    author.keys("Down")
    author.keys("Down")
    assert author.focus.blocks == ("thanks",)
    author.focus.select("hello", "done")
    assert author.panel._selected() == ("hello", "done")
    author.focus.select()
    assert author.panel._selected() == ()


def test_enter_on_an_exit_goes_where_it_leads(author: OutlineDriver) -> None:
    author.go_to("what", "again")
    author.keys("Return")
    assert author.focus.blocks == ("hello",)
    assert author.current == "Message: Hello"


def test_enter_on_a_block_asks_for_its_form(author: OutlineDriver, qtbot: QtBot) -> None:
    author.go_to("number")
    with qtbot.waitSignal(author.panel.text_asked) as asked:
        author.keys("Return")
    assert asked.args == ["number"]


def test_f2_names_a_block(author: OutlineDriver) -> None:
    author.go_to("number")
    author.keys("F2")
    author.type("Ask for the number")
    author.keys("Return")
    assert author.flow.blocks["number"].title == "Ask for the number"
    assert author.current == "Ask for the number: Your number?"
    author.undo()
    assert author.lines() == READ


def test_f2_rewords_an_answer(author: OutlineDriver) -> None:
    author.go_to("what", "help")
    author.keys("F2")
    author.type("A person")
    author.keys("Return")
    assert author.current == "A person: goes on at End: done"
    assert author.focus.blocks == ("what",)


def test_escape_leaves_a_name_as_it_was(author: OutlineDriver) -> None:
    author.go_to("number")
    author.keys("F2")
    author.type("x")
    author.keys("Esc")
    assert author.document.history.count() == 0


def test_an_exit_is_connected_by_name(author: OutlineDriver) -> None:
    author.go_to("what", "other")
    author.keys("Ctrl+L")
    author.type("nobody")
    assert author.offered == ["Message: Nobody comes here"]
    author.keys("Return")
    assert author.flow.blocks["what"].exits["other"] == "alone"
    assert author.current == "Something else: on to Message: Nobody comes here"
    assert not any("Not reached" in line for line in author.lines())
    assert QApplication.focusWidget() is author.panel.tree
    author.undo()
    assert author.lines() == READ


def test_an_exit_is_let_go(author: OutlineDriver) -> None:
    author.go_to("number", "invalid")
    author.keys("Del")
    assert author.current == "Not understood: leads nowhere yet"
    author.undo()
    author.keys("Ctrl+L")
    author.keys("Return")
    assert "invalid" not in author.flow.blocks["number"].exits


def test_what_comes_after_an_exit_is_searched_for(author: OutlineDriver, qtbot: QtBot) -> None:
    author.go_to("what", "other")
    author.keys("Ins")
    author.type("hand over")
    with qtbot.waitSignal(author.panel.add_asked) as asked:
        author.keys("Return")
    assert asked.args == ["handoff", None, ("what", "other")]


def test_delete_goes_on_to_the_next_block(author: OutlineDriver) -> None:
    author.go_to("thanks")
    author.keys("Del")
    assert author.flow.blocks["number"].exits["answered"] == "done"
    assert author.current == "End: done"
    author.undo()
    assert author.lines() == READ
    assert author.current == "Message: Thank you"


def test_blocks_move_in_the_conversation(author: OutlineDriver) -> None:
    author.go_to("thanks")
    author.keys("Alt+Up")
    assert author.flow.blocks["what"].exits["order"] == "thanks"
    assert author.flow.blocks["thanks"].exits["next"] == "number"
    assert author.flow.blocks["number"].exits["answered"] == "done"
    assert author.current == "Message: Thank you"
    author.keys("Alt+Up")
    assert author.document.history.count() == 1
    author.keys("Alt+Down")
    assert author.lines() == READ


def test_answers_move_in_their_menu(author: OutlineDriver) -> None:
    author.go_to("what", "help")
    author.keys("Alt+Up")
    assert [line.split(":")[0] for line in author.lines()[2:4]] == ["  Help", "  My order"]
    assert author.current == "Help: on to End: done"
    author.undo()
    assert author.lines() == READ


def test_the_menu_offers_what_is_possible(author: OutlineDriver) -> None:
    author.go_to("done")
    possible = {each.objectName(): each.isEnabled() for each in author.panel.menu().actions()}
    assert possible["delete"]
    assert not possible["move_up"]
    assert not possible["connect"]
    author.go_to("what", "help")
    possible = {each.objectName(): each.isEnabled() for each in author.panel.menu().actions()}
    assert possible["move_up"]
    assert possible["connect"]
    assert not possible["begin_here"]
