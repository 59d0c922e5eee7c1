"""A large flow is laid out while the window goes on."""

from pytestqt.qtbot import QtBot

from flowdesigner.app.canvas.follow import LARGE
from flowdesigner.edits.blocks import SetValue
from flowdesigner.edits.edit import Where
from flowdesigner.model.project import Project
from tests.app.drivers.canvas import CanvasDriver, project_of

MANY = LARGE + 100


def large() -> Project:
    blocks: dict[str, dict[str, object]] = {
        f"b{n}": {"type": "message", "text": {"en": f"Words {n}"}, "exits": {"next": f"b{n + 1}"}}
        for n in range(MANY)
    }
    blocks[f"b{MANY}"] = {"type": "end"}
    places = {id: (40 + 300 * (n % 30), 40 + 200 * (n // 30)) for n, id in enumerate(blocks)}
    return project_of(blocks, places)


def opened(qtbot: QtBot) -> CanvasDriver:
    author = CanvasDriver(project_of({"a": {"type": "end"}}, {"a": (40, 40)}))
    qtbot.addWidget(author.canvas)
    author.document.open(large())
    return author


def test_it_is_there_after_a_while_and_seen_from_its_beginning(qtbot: QtBot) -> None:
    author = opened(qtbot)
    assert not author.canvas.settled
    author.settle()
    scene = author.canvas.stage.scene
    assert len(scene.cards) == len(scene.boxes) == MANY + 1
    assert len(scene.links) == MANY
    assert "b0" in scene.card_boxes.touching(author.canvas.stage.viewport.seen)


def test_it_looks_as_if_it_had_been_laid_out_at_once(qtbot: QtBot) -> None:
    author = opened(qtbot)
    picture = author.picture()
    other = opened(qtbot)
    other.focus.go_to(Where("main", ("b0",)))
    other.canvas.stage.select()
    other.canvas.stage.look(author.canvas.stage.viewport)
    assert other.picture() == picture


def test_an_edit_does_not_wait_for_it(qtbot: QtBot) -> None:
    author = opened(qtbot)
    author.document.do(SetValue("main", "b3", ("text", "en"), "Other words"))
    assert author.canvas.stage.scene.cards["b3"].lines == ("Other words",)
    author.document.history.undo()
    author.settle()
    assert author.canvas.stage.scene.cards["b3"].lines == ("Words 3",)
