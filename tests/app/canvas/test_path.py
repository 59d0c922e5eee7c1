"""The path of a block lights up, and the rest is dimmed."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from flowdesigner.app.canvas.path import path_through
from flowdesigner.edits.flows import SetFrame
from flowdesigner.model.flow import Frame
from tests.app.drivers.canvas import CanvasDriver, project_of

BLOCKS = {
    "hello": {"type": "message", "text": {"en": "Hello"}, "exits": {"next": "question"}},
    "question": {
        "type": "ask",
        "text": {"en": "What is your number?"},
        "answer": "text",
        "exits": {"answered": "thanks", "invalid": "sorry"},
    },
    "thanks": {"type": "message", "text": {"en": "Thank you"}, "exits": {"next": "done"}},
    "sorry": {"type": "message", "text": {"en": "Once more"}, "exits": {"next": "question"}},
    "done": {"type": "end"},
    "aside": {"type": "message", "text": {"en": "By the way"}, "exits": {"next": "done"}},
}
PLACES = {
    "hello": (40, 80), "question": (400, 80), "thanks": (760, 40), "done": (1120, 40),
    "sorry": (760, 320), "aside": (400, 480),
}  # fmt: skip
EMPTY = (60.0, 640.0)


@pytest.fixture
def author(qtbot: QtBot) -> Iterator[CanvasDriver]:
    driver = CanvasDriver(project_of(BLOCKS, PLACES))
    qtbot.addWidget(driver.canvas)
    yield driver
    driver.canvas.hide()


def test_a_path_is_what_leads_to_a_block_and_on_from_it(author: CanvasDriver) -> None:
    scene = author.canvas.stage.scene
    path = path_through(scene, "thanks")
    assert path.blocks == {"hello", "question", "thanks", "done"}
    assert path.links == {("hello", "next"), ("question", "answered"), ("thanks", "next")}


def test_a_way_back_is_part_of_a_path_but_not_followed(author: CanvasDriver) -> None:
    path = path_through(author.canvas.stage.scene, "sorry")
    assert ("sorry", "next") not in path_through(author.canvas.stage.scene, "done").links
    assert ("sorry", "next") in path.links
    assert "thanks" not in path.blocks


def test_the_pointer_lights_a_path_when_it_rests_on_a_block(author: CanvasDriver) -> None:
    plain = author.picture()
    author.move(author.head_of("aside"))
    assert not author.canvas.stage.path
    author.rest()
    assert author.canvas.stage.path.blocks == {"aside", "done"}
    assert author.picture() != plain
    author.move(EMPTY)
    assert not author.canvas.stage.path
    assert author.picture() == plain


def test_a_path_that_was_asked_for_stays_and_follows_edits(author: CanvasDriver) -> None:
    author.click_block("aside")
    author.keys("P")
    author.move(author.head_of("hello"))
    assert author.canvas.stage.path.blocks == {"aside", "done"}
    author.canvas.commands.disconnect("aside", "next")
    assert author.canvas.stage.path.blocks == {"aside"}
    author.undo()
    assert author.canvas.stage.path.blocks == {"aside", "done"}
    author.keys("Esc")
    assert not author.canvas.stage.path
    assert author.selected == {"aside"}


def test_a_path_goes_on_below_a_folded_frame(author: CanvasDriver) -> None:
    frame = Frame(at=(360, 20), size=(700, 440), folded=True)
    author.document.do(SetFrame("main", "asking", frame))
    path = path_through(author.canvas.stage.scene, "hello")
    assert path.blocks == {"hello", "question", "thanks", "sorry", "done"}
    assert path.links == {("hello", "next"), ("thanks", "next")}
