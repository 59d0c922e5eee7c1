"""A large flow is laid out while the window goes on."""

import pytest
from pytestqt.qtbot import QtBot

from flowdesigner.app.canvas.follow import LARGE, MOST_PATCHED
from flowdesigner.app.canvas.scene import Scene
from flowdesigner.edits.blocks import MoveBlocks, SetValue
from flowdesigner.edits.edit import Several, Where
from flowdesigner.model.project import Project
from flowdesigner.texts import message
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


class Led:
    """Counts the blocks whose links are led."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.count = 0
        put = Scene._put_links

        def counted(scene: Scene, id: str) -> None:
            self.count += 1
            put(scene, id)

        patch.setattr(Scene, "_put_links", counted)


def moved(author: CanvasDriver, count: int) -> MoveBlocks:
    blocks = list(author.flow.layout.blocks.items())[:count]
    return MoveBlocks("main", {id: (x + 24, y + 8) for id, (x, y) in blocks})


def test_many_blocks_are_put_elsewhere_at_once_and_their_links_follow_in_slices(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    author = opened(qtbot)
    author.settle()
    scene, led = author.canvas.stage.scene, Led(monkeypatch)
    cards = dict(scene.cards)
    for do in (lambda: author.document.do(moved(author, MANY)), author.undo, author.redo):
        do()
        assert led.count == 0
        assert {id: box[:2] for id, box in scene.boxes.items()} == author.flow.layout.blocks
        assert not author.canvas.settled
        author.settle()
        assert led.count == MANY + 1
        led.count = 0
    assert all(scene.cards[id] is card for id, card in cards.items())
    assert author.steps == 1


def test_a_few_that_are_put_elsewhere_lead_no_other_links(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    author = opened(qtbot)
    author.settle()
    led = Led(monkeypatch)
    author.document.do(moved(author, MOST_PATCHED))
    assert MOST_PATCHED <= led.count < 3 * MOST_PATCHED
    assert author.canvas.settled or not author.canvas._follower.busy


def test_what_was_put_elsewhere_looks_as_if_it_had_been_laid_out_so(qtbot: QtBot) -> None:
    author = opened(qtbot)
    author.settle()
    author.document.do(moved(author, MANY))
    view = author.canvas.stage.viewport
    author.document.do(SetValue("main", "b3", ("text", "en"), "Written meanwhile"))
    picture = author.picture()
    other = CanvasDriver(author.document.project)
    qtbot.addWidget(other.canvas)
    other.canvas.stage.look(view)
    assert other.picture() == picture
    assert len(author.canvas.stage.scene.link_boxes) == MANY


def test_what_is_written_in_many_blocks_is_there_after_a_while(qtbot: QtBot) -> None:
    author = opened(qtbot)
    author.settle()
    words = tuple(SetValue("main", f"b{n}", ("text", "en"), "New") for n in range(MANY))
    author.document.do(Several(words, message("Replace")))
    author.settle()
    cards = author.canvas.stage.scene.cards
    assert {cards[f"b{n}"].lines for n in range(MANY)} == {("New",)}
