"""Frames: they are put around blocks, named, moved with what is in them, folded."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from flowdesigner.app.canvas.card import Problems
from flowdesigner.app.canvas.hits import Hit, What
from flowdesigner.app.canvas.tips import tip_for
from flowdesigner.edits.flows import SetFrame, SetNote
from flowdesigner.model.flow import Frame, Note
from tests.app.drivers.canvas import CanvasDriver, project_of

BLOCKS = {
    "hello": {"type": "message", "text": {"en": "Hello"}, "exits": {"next": "question"}},
    "question": {
        "type": "ask",
        "text": {"en": "What is your number?"},
        "answer": "text",
        "exits": {"answered": "thanks", "invalid": "done"},
    },
    "thanks": {"type": "message", "text": {"en": "Thank you"}, "exits": {"next": "done"}},
    "done": {"type": "end"},
}
PLACES = {"hello": (40, 120), "question": (400, 120), "thanks": (400, 400), "done": (760, 240)}
FRAME = Frame(title="Asking", at=(360, 64), size=(336, 560))


@pytest.fixture
def author(qtbot: QtBot) -> Iterator[CanvasDriver]:
    driver = CanvasDriver(project_of(BLOCKS, PLACES))
    qtbot.addWidget(driver.canvas)
    yield driver
    driver.canvas.hide()


@pytest.fixture
def framed(author: CanvasDriver) -> CanvasDriver:
    author.document.open(author.document.project)
    author.document.do(SetFrame("main", "asking", FRAME))
    return author


def folded(author: CanvasDriver) -> CanvasDriver:
    author.click((374.0, 80.0))
    author.settle()
    return author


def test_a_frame_is_put_around_the_selection_and_named(author: CanvasDriver) -> None:
    author.focus.select("question", "thanks")
    author.keys("Ctrl+G")
    author.type("Asking")
    author.keys("Return")
    (frame,) = author.flow.layout.frames.values()
    assert frame.title == "Asking"
    box = author.canvas.stage.scene.frame_boxes.box("frame")
    assert box
    for id in ("question", "thanks"):
        left, top, right, bottom = author.canvas.stage.scene.boxes[id]
        assert box[0] < left < right < box[2]
        assert box[1] < top < bottom < box[3]
    assert author.canvas.hasFocus()
    assert author.steps == 2
    assert [author.document.step_name(at) for at in range(2)] == ["Add frame", "Change frame"]
    author.undo()
    author.undo()
    assert not author.flow.layout.frames


def test_a_frame_takes_its_blocks_along(framed: CanvasDriver) -> None:
    framed.drag((500.0, 80.0), (540.0, 120.0))
    assert framed.flow.layout.blocks == {
        **PLACES, "question": (440, 160), "thanks": (440, 440),
    }  # fmt: skip
    assert framed.flow.layout.frames["asking"].at == (400, 104)


def test_a_folded_frame_hides_its_blocks_and_links_end_at_it(framed: CanvasDriver) -> None:
    scene = folded(framed).canvas.stage.scene
    assert framed.flow.layout.frames["asking"].folded
    assert framed.document.step_name(1) == "Fold frame"
    assert set(scene.card_boxes.keys) == {"hello", "done"}
    assert set(scene.links) == {
        ("hello", "next"), ("question", "invalid"), ("thanks", "next"),
    }  # fmt: skip
    assert scene.links["hello", "next"].end[0] == 360
    assert scene.links["thanks", "next"].start[0] == 360 + 336
    framed.click(framed.head_of("question"))
    assert framed.canvas.stage.picked == Hit(What.FRAME, "asking")
    framed.undo()
    assert set(framed.canvas.stage.scene.card_boxes.keys) == set(BLOCKS)
    assert ("question", "answered") in scene.links


def test_a_double_click_on_a_folded_frame_unfolds_it(framed: CanvasDriver) -> None:
    folded(framed).double_click((520.0, 400.0))
    assert not framed.flow.layout.frames["asking"].folded
    assert framed.document.step_name(2) == "Unfold frame"


def test_a_folded_frame_takes_what_it_hides_along(framed: CanvasDriver) -> None:
    folded(framed).drag((520.0, 400.0), (560.0, 440.0))
    assert framed.flow.layout.blocks["question"] == (440, 160)
    assert framed.flow.layout.blocks["thanks"] == (440, 440)
    assert set(framed.canvas.stage.scene.card_boxes.keys) == {"hello", "done"}


def test_the_title_is_written_in_place_and_one_undo_takes_it_back(framed: CanvasDriver) -> None:
    framed.double_click((500.0, 80.0))
    framed.type("Your number")
    assert framed.flow.layout.frames["asking"].title == "Your number"
    framed.keys("Esc")
    assert QApplication.focusWidget() is framed.canvas
    framed.undo()
    assert framed.flow.layout.frames["asking"].title == "Asking"


def test_a_frame_that_is_deleted_leaves_its_blocks(framed: CanvasDriver) -> None:
    folded(framed).click((520.0, 400.0))
    framed.keys("Del")
    assert not framed.flow.layout.frames
    assert set(framed.canvas.stage.scene.card_boxes.keys) == set(BLOCKS)


def test_a_frame_is_made_larger_by_its_corner(framed: CanvasDriver) -> None:
    framed.drag((690.0, 618.0), (752.0, 650.0))
    assert framed.flow.layout.frames["asking"].size == (400, 592)
    assert framed.flow.layout.blocks == PLACES
    assert framed.document.step_name(1) == "Resize frame"
    framed.undo()
    assert framed.flow.layout.frames["asking"] == FRAME


def test_a_note_is_made_smaller_but_not_to_nothing(framed: CanvasDriver) -> None:
    note = Note(text="Ask legal", at=(760, 480), size=(200, 96), color="pink")
    framed.document.do(SetNote("main", "legal", note))
    framed.drag((954.0, 570.0), (700.0, 300.0))
    assert framed.flow.layout.notes["legal"].size == (96, 64)
    assert framed.document.step_name(2) == "Resize note"


def test_a_block_that_is_added_on_a_folded_frame_is_seen(framed: CanvasDriver) -> None:
    folded(framed).drop_from_palette("message", (500.0, 300.0))
    assert not framed.flow.layout.frames["asking"].folded
    assert "message" in framed.canvas.stage.scene.card_boxes
    framed.undo()
    assert framed.flow.layout.frames["asking"].folded


def test_a_folded_frame_tells_what_it_hides(framed: CanvasDriver) -> None:
    framed.canvas.set_issues({"thanks": Problems("error", 1, "Nothing is said")})
    scene = folded(framed).canvas.stage.scene
    told = tip_for(scene, Hit(What.FRAME, "asking"))
    assert told == "What is your number?<br>Thank you · Nothing is said"
    framed.canvas.set_issues({})
    assert "Nothing" not in tip_for(scene, Hit(What.FRAME, "asking"))
