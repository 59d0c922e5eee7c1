"""Whatever is done on the canvas: nothing dangles, and undo gives back the file as it was."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from flowdesigner.blocks import BY_TYPE
from flowdesigner.formats.native.dump import write_project
from flowdesigner.formats.native.read import read_project
from flowdesigner.model.ids import is_id
from flowdesigner.places import samples_folder
from flowdesigner.storage.project_file import open_file
from flowdesigner.storage.save_project import save_file
from tests.app.drivers.canvas import CanvasDriver
from tests.edits.laws import astray

types = st.sampled_from(sorted(BY_TYPE))
numbers = st.integers(0, 10_000)
words = st.sampled_from(("Halo Kak", "yes no", "{{ order_number }}", "Ya!", "   "))
steps = st.integers(-400, 400)
few = st.lists(numbers, min_size=1, max_size=4)


class EveryEdit(RuleBasedStateMachine):
    """An author who does anything the canvas offers, in any order."""

    folder: Path
    qtbot: QtBot

    def __init__(self) -> None:
        super().__init__()
        path = self.folder / "order_status.flow.yaml"
        shutil.copyfile(samples_folder() / path.name, path)
        self.file = open_file(path)
        self.bytes = path.read_bytes()
        self.author = CanvasDriver(self.file.project)
        self.canvas = self.author.canvas
        self.qtbot.addWidget(self.canvas)

    @property
    def ids(self) -> list[str]:
        return list(self.author.flow.blocks)

    def one(self, number: int) -> str:
        return self.ids[number % len(self.ids)]

    def way(self, number: int) -> tuple[str, str]:
        cards = self.canvas.stage.scene.cards
        rows = [(id, row.id) for id in self.ids for row in cards[id].rows]
        return rows[number % len(rows)] if rows else (self.ids[0], "next")

    def has_blocks(self) -> bool:
        return bool(self.ids)

    @rule(chosen=few)
    @precondition(has_blocks)
    def select(self, chosen: list[int]) -> None:
        self.author.focus.select(*dict.fromkeys(map(self.one, chosen)))

    @rule(number=numbers)
    def look_at_another_flow(self, number: int) -> None:
        flows = list(self.author.document.project.flows)
        self.author.focus.open_flow(flows[number % len(flows)])

    @rule(
        name=st.sampled_from(
            ("delete_selection", "copy", "cut", "paste", "duplicate", "make_flow", "put_flow_in",
             "select_all")
        )
    )  # fmt: skip
    def do(self, name: str) -> None:
        doing: Callable[[], object] = getattr(self.canvas, name)
        doing()

    @rule(word=types, number=numbers, x=steps, y=steps, after=st.booleans())
    @precondition(has_blocks)
    def add(self, word: str, number: int, x: int, y: int, after: bool) -> None:
        way = self.way(number) if after else None
        if way is None or way[1] in [r.id for r in self.canvas.stage.scene.cards[way[0]].rows]:
            self.canvas.add_block(word, (x, y), way)

    @rule(word=types)
    def drop_on_an_empty_flow(self, word: str) -> None:
        if not self.ids:
            self.author.drop_from_palette(word, (100, 100))

    @rule(number=numbers, other=numbers, to=st.booleans())
    @precondition(has_blocks)
    def connect(self, number: int, other: int, to: bool) -> None:
        if to:
            self.canvas.commands.connect(*self.way(number), self.one(other))
        else:
            self.canvas.commands.disconnect(*self.way(number))

    @rule(number=numbers, word=types)
    @precondition(has_blocks)
    def change_type(self, number: int, word: str) -> None:
        self.canvas.commands.change_type(self.one(number), word)

    @rule(number=numbers, dx=steps, dy=steps)
    @precondition(has_blocks)
    def drag(self, number: int, dx: int, dy: int) -> None:
        id = self.one(number)
        self.canvas.show_block(id)
        self.author.drag_block(id, dx, dy)

    @rule(number=numbers, up=st.integers(-3, 3))
    @precondition(has_blocks)
    def drag_an_answer(self, number: int, up: int) -> None:
        block, exit = self.way(number)
        if self.canvas.stage.scene.cards[block].row(exit):
            self.canvas.show_block(block)
            x, y = self.author.port_of(block, exit)
            self.author.drag((x - 100, y), (x - 100, y + up * 26))

    @rule(number=numbers, words=words, further=st.booleans(), language=st.booleans())
    @precondition(has_blocks)
    def write(self, number: int, words: str, further: bool, language: bool) -> None:
        self.canvas.later.card_editor.write_on(self.one(number))
        if language:
            self.author.keys("F2")
        self.author.type(words)
        if further:
            self.author.keys("Tab")
            self.author.type(words)
            self.author.keys("Return")
        self.author.keys("Esc")

    @rule(number=numbers)
    @precondition(has_blocks)
    def begin_with(self, number: int) -> None:
        self.canvas.commands.begin_here(self.one(number))

    @rule(times=st.integers(1, 4))
    def undo(self, times: int) -> None:
        for _ in range(times):
            self.author.undo()

    @rule(times=st.integers(1, 4))
    def redo(self, times: int) -> None:
        for _ in range(times):
            self.author.redo()

    @invariant()
    def nothing_dangles(self) -> None:
        project, focus = self.author.document.project, self.author.focus
        assert astray(project) == set()
        assert focus.flow in project.flows
        assert set(focus.blocks) <= set(self.ids)
        assert set(self.canvas.stage.scene.cards) == set(self.ids)
        for id, flow in project.flows.items():
            assert is_id(id)
            assert all(map(is_id, flow.blocks))
            assert flow.layout.blocks.keys() <= flow.blocks.keys()
            assert flow.first is None or flow.first in flow.blocks

    def teardown(self) -> None:
        document = self.author.document
        after, index = document.project, document.history.index()
        assert read_project(write_project(after).encode()).project == after
        while document.history.canUndo():
            assert document.step_name(document.history.index() - 1)
            document.undo()
        assert document.project == self.file.project
        save_file(self.file, document.project)
        assert self.file.path.read_bytes() == self.bytes
        while document.history.index() < index:
            document.redo()
        assert document.project == after
        self.canvas.hide()
        QGuiApplication.clipboard().clear()


def test_undo_gives_back_the_file_after_any_edits(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(EveryEdit, "folder", tmp_path, raising=False)
    monkeypatch.setattr(EveryEdit, "qtbot", qtbot, raising=False)
    run_state_machine_as_test(
        EveryEdit,
        settings=settings(
            max_examples=25,
            stateful_step_count=14,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
