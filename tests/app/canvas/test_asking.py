"""What is offered when a link is let go over nothing, and changing what a block is."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from flowdesigner.app.canvas.suggest import MOST, Habits
from flowdesigner.blocks import BY_TYPE
from tests.app.drivers.canvas import CanvasDriver, project_of
from tests.app.drivers.window import WindowDriver

BLOCKS = {
    "hello": {"type": "message", "text": {"en": "Hello"}, "exits": {"next": "pick"}},
    "pick": {
        "type": "menu",
        "text": {"en": "What now?"},
        "options": [{"id": "track", "label": {"en": "Track"}}],
        "exits": {"track": "done"},
    },
    "done": {"type": "end"},
}
PLACES = {"hello": (40, 40), "pick": (384, 40), "done": (720, 40)}
NOWHERE = (500.0, 480.0)


@pytest.fixture
def author(qtbot: QtBot) -> Iterator[CanvasDriver]:
    driver = CanvasDriver(project_of(BLOCKS, PLACES))
    qtbot.addWidget(driver.canvas)
    yield driver
    driver.canvas.hide()


def offered(author: CanvasDriver, exit: str) -> list[str]:
    author.drag(author.port_of("pick", exit), NOWHERE)
    return author.canvas.later.quick_add.words


def test_what_fits_the_exit_is_offered_first(author: CanvasDriver) -> None:
    assert offered(author, "other")[:2] == ["handoff", "message"]
    author.keys("Esc")
    assert offered(author, "track")[:2] == ["message", "ask"]
    assert len(offered(author, "track")) == len(BY_TYPE)


def test_what_this_author_took_before_comes_first(author: CanvasDriver) -> None:
    kept: list[list[str]] = []
    author.canvas.asking.habits = Habits((), kept.append)
    for _ in range(3):
        offered(author, "other")
        author.type("goal")
        author.keys("Return")
        author.undo()
    assert offered(author, "other")[:2] == ["goal", "handoff"]
    author.keys("Esc")
    assert offered(author, "track")[0] == "message"
    assert Habits(kept[-1]).ranked("aside", BY_TYPE)[0] == "goal"


def test_what_was_long_ago_weighs_less() -> None:
    habits = Habits()
    for _ in range(MOST + 1):
        habits.note("aside", "goal")
    for _ in range(MOST - 2):
        habits.note("aside", "end")
    assert habits.ranked("aside", ("goal", "end", "set")) == ["end", "goal", "set"]
    assert Habits(["nonsense", "a b c", "- message 2"]).lines() == ["- message 2"]


def test_a_block_is_changed_to_another_type_in_one_step(author: CanvasDriver) -> None:
    before = author.document.project
    author.click_block("pick")
    author.keys("T")
    assert "menu" not in author.canvas.later.quick_add.words
    author.type("question")
    author.keys("Return")
    pick = author.flow.blocks["pick"]
    assert pick.type == "ask"
    assert pick.texts[0].text == {"en": "What now?"}
    assert pick.exits == {"answered": "done"}
    assert author.document.step_name(0) == "Change to “Question”"
    assert author.selected == {"pick"}
    author.undo()
    assert author.document.project is before


def test_the_type_is_changed_from_the_menu_too(author: CanvasDriver) -> None:
    author.choose(author.head_of("hello"), "Change to…")
    author.type("hand over")
    author.keys("Return")
    assert author.flow.blocks["hello"].type == "handoff"
    assert author.canvas.hasFocus()


def test_to_look_elsewhere_changes_nothing(author: CanvasDriver) -> None:
    author.click_block("pick")
    author.keys("T")
    author.keys("Esc")
    assert author.steps == 0
    assert not author.canvas.asking.open


def test_what_was_taken_is_known_when_the_program_is_started_again(window: WindowDriver) -> None:
    window.desk.canvas.asking.habits.note("aside", "goal")
    again = Habits(window.preferences.habits)
    assert again.ranked("aside", ("handoff", "message", "goal")) == ["handoff", "message", "goal"]
    for _ in range(3):
        window.desk.canvas.asking.habits.note("aside", "goal")
    again = Habits(window.preferences.habits)
    assert again.ranked("aside", ("handoff", "message", "goal"))[0] == "goal"
