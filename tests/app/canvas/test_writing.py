"""Writing on a card: its text and its answers, in every language, with the keyboard alone."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from flowdesigner.blocks import Consent, Menu, Template
from tests.app.drivers.canvas import CanvasDriver, Place, project_of

BLOCKS = {
    "hello": {"type": "message", "text": {"en": "Hello", "id": "Halo"}, "exits": {"next": "pick"}},
    "pick": {
        "type": "menu",
        "text": {"en": "What now?"},
        "options": [
            {"id": "track", "label": {"en": "Track"}},
            {"id": "stop", "label": {"en": "Stop"}},
        ],
        "exits": {"track": "hello", "stop": "done"},
    },
    "done": {"type": "end"},
    "may": {"type": "consent", "action": "ask", "labels": {"given": {"en": "Yes"}}},
    "offer": {
        "type": "template",
        "body": {"en": "Offer"},
        "buttons": [{"id": "buy", "kind": "reply", "label": {"en": "Buy"}}],
    },
}
PLACES = {"hello": (40, 40), "pick": (384, 40), "done": (720, 40), "may": (40, 380)}


@pytest.fixture
def author(qtbot: QtBot) -> Iterator[CanvasDriver]:
    driver = CanvasDriver(project_of(BLOCKS, PLACES))
    qtbot.addWidget(driver.canvas)
    yield driver
    driver.canvas.hide()


def words_of(author: CanvasDriver, block: str) -> Place:
    left, top = author.place(block)
    return left + 100, top + 58


def answer(author: CanvasDriver, block: str, exit: str) -> Place:
    x, y = author.port_of(block, exit)
    return x - 150, y


def labels(author: CanvasDriver, block: str = "pick") -> list[tuple[str, dict[str, str] | None]]:
    found = author.flow.blocks[block]
    assert isinstance(found, Menu)
    return [(each.id, each.label) for each in found.options or ()]


def test_a_double_click_on_the_words_lets_write_there_in_one_step(author: CanvasDriver) -> None:
    author.double_click(words_of(author, "hello"))
    author.type("Good morning")
    assert author.flow.blocks["hello"].texts[0].text == {"en": "Good morning", "id": "Halo"}
    assert author.canvas.stage.scene.cards["hello"].lines == ("Good morning",)
    author.keys("Esc")
    assert author.canvas.hasFocus()
    assert author.steps == 1
    author.undo()
    assert author.flow.blocks["hello"].texts[0].text == BLOCKS["hello"]["text"]


def test_f2_writes_on_the_selected_card_and_again_in_the_next_language(
    author: CanvasDriver,
) -> None:
    author.click_block("hello")
    author.keys("F2")
    author.keys("F2")
    assert author.focus.language == "id"
    author.type("Selamat pagi")
    assert author.flow.blocks["hello"].texts[0].text == {"en": "Hello", "id": "Selamat pagi"}


def test_undo_while_writing_shows_what_was_and_the_writing_goes_on(author: CanvasDriver) -> None:
    author.double_click(words_of(author, "hello"))
    author.type("Bye")
    author.undo()
    assert author.canvas.later.card_editor.words.text() == "Hello"
    author.type("Hi")
    author.keys("Ctrl+Return")
    assert author.flow.blocks["hello"].texts[0].text["en"].endswith("Hi")


def test_tab_goes_over_the_card_and_ends_with_a_further_answer(author: CanvasDriver) -> None:
    author.double_click(words_of(author, "pick"))
    author.keys("Tab")
    author.type("Follow")
    author.keys("Tab")
    author.type("Leave")
    author.keys("Tab")
    author.type("Call me")
    author.keys("Tab")
    author.keys("Tab")
    assert labels(author) == [
        ("track", {"en": "Follow"}),
        ("stop", {"en": "Leave"}),
        ("call_me", {"en": "Call me"}),
    ]
    assert author.canvas.hasFocus()
    assert author.flow.blocks["pick"].exits == {"track": "hello", "stop": "done"}


def test_enter_adds_an_answer_below_the_one_that_is_written(author: CanvasDriver) -> None:
    author.double_click(answer(author, "pick", "track"))
    author.keys("Return")
    author.type("Other")
    author.keys("Return")
    author.type("More")
    author.keys("Return")
    author.keys("Return")
    assert [id for id, _ in labels(author)] == ["track", "other_choice", "more", "stop"]
    assert author.steps == 2
    author.undo()
    author.undo()
    assert [id for id, _ in labels(author)] == ["track", "stop"]


def test_a_further_answer_without_words_is_not_made(author: CanvasDriver) -> None:
    author.double_click(answer(author, "pick", "stop"))
    author.keys("Return")
    author.keys("Esc")
    assert author.steps == 0
    assert not author.canvas.later.card_editor.isVisible()


def test_a_further_answer_is_written_in_two_languages(author: CanvasDriver) -> None:
    author.double_click(answer(author, "pick", "stop"))
    author.keys("Return")
    author.type("Help")
    author.keys("F2")
    author.type("Bantuan")
    author.keys("Esc")
    assert labels(author)[-1] == ("help", {"en": "Help", "id": "Bantuan"})


def test_shift_tab_goes_back_to_the_name_of_the_card(author: CanvasDriver) -> None:
    author.double_click(words_of(author, "hello"))
    author.keys("Shift+Tab")
    author.type("Welcome")
    author.keys("Return")
    assert author.flow.blocks["hello"].title == "Welcome"
    assert author.canvas.stage.scene.cards["hello"].title == "Welcome"


def test_a_block_without_words_has_its_name_written(author: CanvasDriver) -> None:
    author.click_block("done")
    author.keys("F2")
    author.type("The end")
    assert author.flow.blocks["done"].title == "The end"


def test_the_answers_of_a_question_about_consent_are_written(author: CanvasDriver) -> None:
    author.double_click(answer(author, "may", "given"))
    author.type("Of course")
    author.keys("Tab")
    author.type("No thanks")
    author.keys("Tab")
    found = author.flow.blocks["may"]
    assert isinstance(found, Consent)
    assert found.labels is not None
    assert (found.labels.given, found.labels.refused) == ({"en": "Of course"}, {"en": "No thanks"})


def test_a_further_button_is_of_the_kind_of_the_last(author: CanvasDriver) -> None:
    author.click_block("offer")
    author.keys("F2")
    author.keys("Tab")
    author.keys("Return")
    author.type("Later")
    author.keys("Return")
    found = author.flow.blocks["offer"]
    assert isinstance(found, Template)
    assert [(each.id, each.kind) for each in found.buttons or ()] == [
        ("buy", "reply"),
        ("later", "reply"),
    ]


def test_the_editor_goes_when_its_block_goes(author: CanvasDriver) -> None:
    author.double_click(answer(author, "pick", "stop"))
    author.canvas.delete_selection()
    assert not author.canvas.later.card_editor.isVisible()


def test_to_look_at_another_place_keeps_the_editor_on_its_card(author: CanvasDriver) -> None:
    author.double_click(words_of(author, "hello"))
    before = author.canvas.later.card_editor.pos()
    author.canvas.stage.look(author.canvas.stage.viewport.scrolled(30, 20))
    assert before - author.canvas.later.card_editor.pos() == QPoint(30, 20)
