"""Copying blocks inside a flow, to another flow, and to another window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from flowdesigner.app.canvas.hits import Hit, What
from flowdesigner.edits.flows import AddFlow, SetFrame, SetNote
from flowdesigner.edits.variables import SetVariable
from flowdesigner.model.flow import Flow, Frame, Note
from flowdesigner.model.project import Project
from flowdesigner.model.variable import Variable
from tests.app.drivers.canvas import CanvasDriver, project_of

BLOCKS = {
    "hello": {"type": "message", "text": {"en": "Hello", "id": "Halo"}, "exits": {"next": "ask"}},
    "ask": {
        "type": "ask",
        "text": {"en": "Which, {{ name }}?"},
        "save_to": "order",
        "exits": {"answered": "done", "invalid": "ask"},
    },
    "done": {"type": "end"},
}
PLACES = {"hello": (40, 40), "ask": (384, 40), "done": (720, 40)}


@pytest.fixture(autouse=True)
def empty_clipboard(qapp: QApplication) -> Iterator[None]:
    """Nothing on the clipboard; what is left there when the program ends fells the platform."""
    qapp.clipboard().clear()
    yield
    qapp.clipboard().clear()


@pytest.fixture
def author(qtbot: QtBot) -> Iterator[CanvasDriver]:
    driver = CanvasDriver(project_of(BLOCKS, PLACES))
    driver.document.do(SetVariable("order", Variable(type="text")))
    qtbot.addWidget(driver.canvas)
    yield driver
    driver.canvas.hide()


@pytest.fixture
def another(qtbot: QtBot) -> Iterator[CanvasDriver]:
    """A window with another project."""
    driver = CanvasDriver(Project(languages=("en", "id"), flows={"there": Flow()}))
    driver.document.do(SetVariable("order", Variable(type="number")))
    qtbot.addWidget(driver.canvas)
    yield driver
    driver.canvas.hide()


def choose_two(author: CanvasDriver) -> None:
    author.focus.select("hello", "ask")


def test_copies_lie_beside_with_their_links_and_are_selected(author: CanvasDriver) -> None:
    before = author.document.project
    choose_two(author)
    author.keys("Ctrl+C")
    author.keys("Ctrl+V")
    assert author.selected == {"hello_2", "ask_2"}
    assert author.flow.blocks["hello_2"].exits == {"next": "ask_2"}
    assert author.flow.blocks["ask_2"].exits == {"invalid": "ask_2"}
    assert author.place("ask_2") == (416, 72)
    author.undo()
    assert author.document.project is before
    author.redo()
    assert author.selected == {"hello_2", "ask_2"}


def test_blocks_are_cut_and_put_into_another_flow(author: CanvasDriver) -> None:
    author.document.do(AddFlow("other", Flow()))
    choose_two(author)
    author.keys("Ctrl+X")
    assert set(author.flow.blocks) == {"done"}
    assert author.document.step_name(author.steps - 1) == "Cut 2 blocks"
    author.focus.open_flow("other")
    author.keys("Ctrl+V")
    assert set(author.flow.blocks) == {"hello", "ask"}
    assert author.flow.first == "hello"
    assert author.flow.blocks["hello"].texts[0].text == {"en": "Hello", "id": "Halo"}


def test_copies_come_to_another_window_and_a_clash_is_told(
    author: CanvasDriver, another: CanvasDriver
) -> None:
    choose_two(author)
    author.canvas.copy()
    another.canvas.paste()
    assert another.flow.blocks["ask"].exits == {"invalid": "ask"}
    assert [name for name, _ in another.flow.blocks["ask"].writings] == ["order_2"]
    types = {name: each.type for name, each in another.document.project.variables.items()}
    assert types == {"order": "number", "order_2": "text"}
    assert "order_2" in another.canvas.later.notice.text()
    assert another.canvas.later.notice.isVisible()


def test_what_is_copied_is_the_text_of_a_file(author: CanvasDriver, another: CanvasDriver) -> None:
    """So that it can be sent in a mail, and pasted from there."""
    choose_two(author)
    author.canvas.copy()
    text = QGuiApplication.clipboard().text()
    assert "\nflowdesigner: 1\n" in text
    QGuiApplication.clipboard().setText(text)
    another.canvas.paste()
    assert set(another.flow.blocks) == {"hello", "ask"}


def test_other_words_on_the_clipboard_are_not_pasted(author: CanvasDriver) -> None:
    steps = author.steps
    QGuiApplication.clipboard().setText("flowdesigner: 1\nflows: [")
    author.keys("Ctrl+V")
    QGuiApplication.clipboard().setText("Halo Kak")
    author.keys("Ctrl+V")
    assert author.steps == steps


def test_a_duplicate_lies_beside_and_leads_where_nothing_is(author: CanvasDriver) -> None:
    author.click_block("hello")
    author.keys("Ctrl+D")
    assert author.selected == {"hello_2"}
    assert author.flow.blocks["hello_2"].exits == {}
    assert author.document.step_name(1) == "Duplicate block"


PICTURE = {"type": "message", "media": {"kind": "image", "file": "pictures/a.png"}}


def test_pictures_come_to_the_folder_of_the_other_project(
    qtbot: QtBot, another: CanvasDriver, tmp_path: Path
) -> None:
    (tmp_path / "one" / "pictures").mkdir(parents=True)
    (tmp_path / "one" / "pictures" / "a.png").write_bytes(b"picture")
    (tmp_path / "two").mkdir()
    one = CanvasDriver(project_of({"hello": PICTURE}))
    qtbot.addWidget(one.canvas)
    one.canvas.stage.folder = lambda: tmp_path / "one"
    one.focus.select("hello")
    one.canvas.copy()
    another.canvas.paste()
    assert (
        another.canvas.later.notice.text() == "Put these files beside the project: pictures/a.png"
    )
    another.canvas.stage.folder = lambda: tmp_path / "two"
    another.canvas.paste()
    assert (tmp_path / "two" / "pictures" / "a.png").read_bytes() == b"picture"
    assert "Copied beside the project: pictures/a.png" in another.canvas.later.notice.text()
    one.canvas.hide()


@pytest.fixture
def drawn(author: CanvasDriver) -> CanvasDriver:
    """A frame around two blocks with a note in it, another note outside."""
    frame = Frame(title="Welcome", at=(20, 0), size=(640, 320))
    author.document.do(SetFrame("main", "frame", frame))
    author.document.do(SetNote("main", "note", Note(text="Kind words", at=(300, 8), size=(80, 24))))
    author.document.do(SetNote("main", "far", Note(text="Later", at=(40, 640), size=(200, 96))))
    return author


def test_blocks_take_their_frame_and_its_notes_along(drawn: CanvasDriver) -> None:
    before = drawn.document.project
    drawn.focus.select("hello", "ask")
    drawn.keys("Ctrl+C")
    drawn.keys("Ctrl+V")
    layout = drawn.flow.layout
    assert layout.frames["frame_2"] == Frame(title="Welcome", at=(52, 32), size=(640, 320))
    assert layout.notes.keys() == {"note", "far", "note_2"}
    assert layout.notes["note_2"].at == (332, 40)
    drawn.undo()
    assert drawn.document.project is before


def test_a_frame_stays_when_not_all_its_blocks_are_copied(drawn: CanvasDriver) -> None:
    drawn.focus.select("hello")
    drawn.keys("Ctrl+D")
    assert drawn.selected == {"hello_2"}
    assert drawn.flow.layout.frames.keys() == {"frame"}
    assert drawn.flow.layout.notes.keys() == {"note", "far"}


def test_a_frame_with_all_in_it_is_cut_and_put_into_another_window(
    drawn: CanvasDriver, another: CanvasDriver
) -> None:
    before, steps = drawn.document.project, drawn.steps
    drawn.focus.select("hello", "ask")
    drawn.canvas.cut()
    assert drawn.steps == steps + 1
    assert drawn.flow.layout.notes.keys() == {"far"}
    assert not drawn.flow.layout.frames
    another.canvas.paste()
    assert another.flow.layout.frames["frame"].title == "Welcome"
    assert another.flow.layout.notes["note"].text == "Kind words"
    drawn.undo()
    assert drawn.document.project is before


@pytest.mark.parametrize(("kind", "word"), [(What.NOTE, "note"), (What.FRAME, "frame")])
def test_a_note_or_a_frame_alone_is_copied_duplicated_and_cut(
    drawn: CanvasDriver, kind: What, word: str
) -> None:
    def ids() -> set[str]:
        layout = drawn.flow.layout
        return set(layout.notes if kind is What.NOTE else layout.frames)

    before, there = drawn.document.project, ids()
    stage = drawn.canvas.stage
    stage.pick(Hit(kind, word))
    drawn.keys("Ctrl+D")
    assert ids() - there == {f"{word}_2"}
    assert stage.picked == Hit(kind, f"{word}_2")
    drawn.keys("Ctrl+X")
    assert ids() == there
    drawn.keys("Ctrl+V")
    assert ids() - there == {f"{word}_2"}
    assert drawn.flow.blocks.keys() == BLOCKS.keys()
    drawn.keys("Del")
    assert ids() == there
    for _ in range(4):
        drawn.undo()
    assert drawn.document.project is before


def test_what_a_folded_frame_hides_goes_with_it(drawn: CanvasDriver) -> None:
    drawn.canvas.commands.fold_frame("frame")
    drawn.canvas.stage.pick(Hit(What.FRAME, "frame"))
    drawn.keys("Ctrl+X")
    assert drawn.flow.blocks.keys() == {"done"}
    assert not drawn.flow.layout.frames
    drawn.keys("Ctrl+V")
    assert drawn.flow.blocks.keys() == {"done", "hello", "ask"}
    assert drawn.flow.layout.frames["frame"].folded
