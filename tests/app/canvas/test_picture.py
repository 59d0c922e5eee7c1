"""What is painted piece by piece is what would be painted from nothing."""

import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from flowdesigner.app.canvas.card import Problems, Severity
from flowdesigner.app.canvas.view import FlowCanvas
from flowdesigner.app.focus import Focus
from flowdesigner.app.theme import DARK, LIGHT
from flowdesigner.edits.blocks import MoveBlocks, RenameBlock, SetValue
from flowdesigner.edits.connections import Connect, SetFirst
from flowdesigner.edits.flows import SetFrame, SetNote
from flowdesigner.edits.variables import SetVariable
from flowdesigner.model.flow import Frame, Note
from flowdesigner.model.variable import Variable
from tests.app.drivers.canvas import CanvasDriver, project_of

WORDS = ("Hello", "What can we do for you today, and how?", "One\nTwo\nThree\nFour\nFive", "")
START = {
    "a": {"type": "message", "text": {"en": "Hello"}, "exits": {"next": "b"}},
    "b": {"type": "menu", "text": {"en": "What now?"}, "options": [
        {"id": "one", "label": {"en": "This"}}, {"id": "two", "label": {"en": "That"}},
    ], "exits": {"one": "c", "two": "a"}},
    "c": {"type": "ask", "text": {"en": "Your name?"}, "exits": {"answered": "c"}},
    "d": {"type": "condition", "cases": [
        {"id": "rich", "when": {"variable": "money", "op": "above", "value": 5}}]},
}  # fmt: skip
PLACES = {"a": (40, 40), "b": (400, 80), "c": (760, 40), "d": (400, 400)}
Command = Callable[[CanvasDriver, random.Random], object]


def some(author: CanvasDriver, chance: random.Random) -> str:
    return chance.choice([*author.flow.blocks, ""])


def ways(author: CanvasDriver, chance: random.Random) -> tuple[str, str] | None:
    rows = [(id, row.id) for id, card in author.canvas.stage.scene.cards.items()
            for row in card.rows]  # fmt: skip
    return chance.choice(rows) if rows else None


def move(author: CanvasDriver, chance: random.Random) -> None:
    id = some(author, chance)
    if id:
        at = (chance.randrange(-4, 110) * 8, chance.randrange(-4, 70) * 8)
        author.document.do(MoveBlocks("main", {id: at}))


def drag(author: CanvasDriver, chance: random.Random) -> None:
    id = some(author, chance)
    if id:
        author.drag_block(id, chance.randrange(-200, 200), chance.randrange(-200, 200))


def link(author: CanvasDriver, chance: random.Random) -> None:
    way = ways(author, chance)
    if way:
        author.document.do(Connect("main", *way, some(author, chance) or None))


def write(author: CanvasDriver, chance: random.Random) -> None:
    id = some(author, chance)
    if id and "text" in type(author.flow.blocks[id]).model_fields:
        author.document.do(SetValue("main", id, ("text", "en"), chance.choice(WORDS)))


def name(author: CanvasDriver, chance: random.Random) -> None:
    id = some(author, chance)
    if id:
        author.document.do(SetValue("main", id, ("title",), "A name of its own"))


def rename(author: CanvasDriver, chance: random.Random) -> None:
    id = some(author, chance)
    if id:
        author.document.do(RenameBlock("main", id, f"x{chance.randrange(99)}"))


def delete(author: CanvasDriver, chance: random.Random) -> None:
    author.focus.select(*{some(author, chance)} - {""})
    author.canvas.delete_selection()


def add(author: CanvasDriver, chance: random.Random) -> None:
    type_word = chance.choice(("message", "menu", "end", "handoff"))
    author.canvas.add_block(type_word, (chance.randrange(900), chance.randrange(600)))


def first(author: CanvasDriver, chance: random.Random) -> None:
    id = some(author, chance)
    if id:
        author.document.do(SetFirst("main", id))


def copy(author: CanvasDriver, chance: random.Random) -> None:
    author.focus.select(*chance.sample([*author.flow.blocks], min(2, len(author.flow.blocks))))
    author.canvas.duplicate()


def note(author: CanvasDriver, chance: random.Random) -> None:
    made = Note(text=chance.choice(WORDS) or None, at=(chance.randrange(800), 30), color="pink")
    author.document.do(SetNote("main", "note", chance.choice((made, None))))


def frame(author: CanvasDriver, chance: random.Random) -> None:
    folded = chance.choice((None, None, True))
    at = chance.randrange(500), 20
    made = Frame(title="Opening", at=at, size=(500, 300), folded=folded)
    author.document.do(SetFrame("main", "frame", chance.choice((made, made, None))))


def fold(author: CanvasDriver, chance: random.Random) -> None:
    for id in author.flow.layout.frames:
        author.canvas.commands.fold_frame(id)


def carry(author: CanvasDriver, chance: random.Random) -> None:
    for id in author.flow.layout.frames:
        box = author.canvas.stage.scene.frame_boxes.box(id)
        assert box
        by = chance.randrange(-200, 200), chance.randrange(-200, 200)
        author.drag((box[0] + 90, box[1] + 16), (box[0] + 90 + by[0], box[1] + 16 + by[1]))


def variable(author: CanvasDriver, chance: random.Random) -> None:
    kind = chance.choice(("money", "number", "text"))
    author.document.do(SetVariable("money", Variable(type=kind)))


def find(author: CanvasDriver, chance: random.Random) -> None:
    severity: Severity = chance.choice(("error", "warning", "hint"))
    found = {some(author, chance): Problems(severity, 2, "Oh")}
    author.canvas.set_issues({id: each for id, each in found.items() if id})


def look(author: CanvasDriver, chance: random.Random) -> None:
    view = author.canvas.stage.viewport
    level = max(min(view.level + chance.choice((-6, -3, -1, 0, 1, 4)), 2), -14)
    author.canvas.stage.look(
        view.zoomed(level, 300, 200).scrolled(chance.randrange(-90, 90), chance.randrange(-60, 60))
    )


def trace(author: CanvasDriver, chance: random.Random) -> None:
    author.canvas.tracing.ask(some(author, chance) or None)


def cover(author: CanvasDriver, chance: random.Random) -> None:
    taken = {"main": {some(author, chance): {"next": chance.randrange(3)}}}
    author.canvas.show_taken(chance.choice((taken, None)))


def dark(author: CanvasDriver, chance: random.Random) -> None:
    author.canvas.set_theme(chance.choice((LIGHT, DARK)))


COMMANDS: tuple[Command, ...] = (
    move, drag, link, write, name, rename, delete, add, first, copy, note, frame, frame, fold,
    fold, carry, variable, find,
    look, look, dark, trace, cover, cover,
    lambda author, _: author.canvas.arrange("tidy"),
    lambda author, _: author.undo(),
    lambda author, _: author.undo(),
    lambda author, _: author.redo(),
)  # fmt: skip


def painted_from_nothing(author: CanvasDriver, qtbot: QtBot) -> FlowCanvas:
    """Another canvas that shows the same."""
    ours = author.canvas
    focus = Focus(author.document)
    focus.select(*author.focus.blocks)
    fresh = FlowCanvas(author.document, focus, ours.stage.theme)
    qtbot.addWidget(fresh)
    fresh.resize(ours.size())
    fresh.show()
    fresh.set_issues(dict(ours.stage.problems))
    fresh.stage.look(ours.stage.viewport)
    fresh.show_taken(ours.stage.taken)
    fresh.tracing.ask(ours.tracing.asked)
    fresh.stage.picked, fresh.stage.hovered = ours.stage.picked, ours.stage.hovered
    return fresh


@pytest.mark.parametrize("seed", range(10))
def test_the_picture_after_any_command_is_the_one_painted_from_nothing(
    seed: int, qtbot: QtBot
) -> None:
    chance = random.Random(seed)
    author = CanvasDriver(project_of(START, PLACES), size=QPoint(760, 560))
    qtbot.addWidget(author.canvas)
    done = []
    for _ in range(12):
        command = chance.choice(COMMANDS)
        command(author, chance)
        author.canvas.tracing.stop()
        author.canvas.later.notice.hide()
        done.append(getattr(command, "__name__", ""))
        fresh = painted_from_nothing(author, qtbot)
        ours = author.picture()
        twin = CanvasDriver.settled_picture(fresh)
        assert ours == twin, f"differs after {done} at zoom {author.canvas.stage.viewport}"
        fresh.deleteLater()


def test_a_picture_is_sharp_again_after_a_language_change(qtbot: QtBot) -> None:
    author = CanvasDriver(project_of(START, PLACES))
    qtbot.addWidget(author.canvas)
    before = author.picture()
    author.focus.speak("id")
    assert author.picture() == before  # nothing is translated, so the base language shows
    author.document.do(SetValue("main", "a", ("text", "id"), "Halo semua"))
    assert author.picture() != before
