"""Typing into a form: one step of the history, undone while the caret stays."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QKeySequence

from flowdesigner.blocks import Message, Webhook
from flowdesigner.edits.blocks import SetValue
from flowdesigner.model.project import Project
from tests.app.drivers.inspector import InspectorDriver, project_of

Inspect = Callable[[Project], InspectorDriver]
UNDO, REDO = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo


@pytest.fixture
def author(inspect: Inspect) -> InspectorDriver:
    greet = Message(text={"id": "Halo", "en": "Hi"})
    driver = inspect(project_of(greet=greet, ask=Webhook(url="https://a.example")))
    driver.select("greet")
    return driver


def test_typing_changes_the_project_in_one_step(author: InspectorDriver) -> None:
    author.replace("text", "id", text="Selamat pagi")

    assert author.block().text == {"id": "Selamat pagi", "en": "Hi"}
    assert author.steps == 1


def test_undo_while_typing_is_the_documents_and_keeps_the_caret(author: InspectorDriver) -> None:
    field = author.go_to("text", "id")
    cursor = field.textCursor()
    cursor.setPosition(2)
    field.setTextCursor(cursor)
    author.type("text", "id", text="xyz")
    assert author.shown("text", "id") == "Haxyzlo"

    author.press(UNDO)

    assert author.shown("text", "id") == "Halo"
    assert author.block().text["id"] == "Halo"
    assert author.caret("text", "id") == 2
    assert author.steps == 0

    author.press(REDO)

    assert author.shown("text", "id") == "Haxyzlo"


def test_undo_takes_back_what_was_done_before_typing_too(author: InspectorDriver) -> None:
    author.document.do(SetValue("main", "greet", ("footer", "id"), "Kaki"))
    author.type("text", "id", text="!")
    author.press(UNDO)
    author.press(UNDO)

    assert author.block().footer is None


def test_leaving_a_field_ends_the_step(author: InspectorDriver) -> None:
    author.type("text", "id", text="a")
    author.leave()
    author.type("text", "id", text="b")

    assert author.steps == 2


def test_undo_in_a_line_is_the_documents(author: InspectorDriver) -> None:
    author.type("title", text="Greeting")
    author.press(UNDO)

    assert author.shown("title") == ""
    assert author.block().title is None


def test_emoji_are_typed_and_taken_back(author: InspectorDriver) -> None:
    author.replace("text", "en", text="Hi 👋🏽 there")
    author.leave()
    author.type("text", "en", text="👋")
    author.press(UNDO)

    assert author.shown("text", "en") == "Hi 👋🏽 there"
    assert author.block().text["en"] == "Hi 👋🏽 there"


def test_a_change_from_elsewhere_moves_the_caret_with_its_words(author: InspectorDriver) -> None:
    author.go_to("text", "id")
    author.type("text", "id", text="")
    field = author.field("text", "id")
    cursor = field.textCursor()
    cursor.setPosition(4)
    field.setTextCursor(cursor)

    author.document.do(SetValue("main", "greet", ("text", "id"), "Wah, Halo"))

    assert author.caret("text", "id") == 9


def test_nothing_is_put_into_a_text_while_a_character_is_composed(author: InspectorDriver) -> None:
    author.compose("text", "id", text="に")
    author.document.do(SetValue("main", "greet", ("text", "id"), "Halo lagi"))
    assert author.shown("text", "id") == "Halo"

    author.commit("")

    assert author.shown("text", "id") == "Halo lagi"


def test_a_text_that_is_emptied_is_taken_out_of_the_file(author: InspectorDriver) -> None:
    author.replace("text", "en", text="")

    assert author.block().text == {"id": "Halo"}
    assert author.says("missing")


def test_another_edit_keeps_the_editors_that_are_there(author: InspectorDriver) -> None:
    before = author.field("text", "id")
    author.document.do(SetValue("main", "greet", ("footer", "id"), "Kaki"))
    author.document.do(SetValue("main", "ask", ("method",), "GET"))

    assert author.field("text", "id") is before


def test_a_block_that_is_renamed_keeps_its_form_and_its_references(
    author: InspectorDriver,
) -> None:
    author.page.header.edit_id()
    author.page.header.id_line.line.setText("welcome")
    author.page.header.id_line.commit()

    assert set(author.project.flows["main"].blocks) == {"welcome", "ask"}
    assert author.project.flows["main"].first == "welcome"
    assert author.focus.block == "welcome"
    assert author.shown("text", "id") == "Halo"


@pytest.mark.parametrize("word", ["ask", "Two words", "1st"])
def test_a_bad_id_is_not_taken(author: InspectorDriver, word: str) -> None:
    author.page.header.edit_id()
    line = author.page.header.id_line
    line.line.setText(word)
    line.commit()

    assert set(author.project.flows["main"].blocks) == {"greet", "ask"}
    assert line.line.text() == "greet"
