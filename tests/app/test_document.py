"""The history: every edit there is, undone and done again."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from flowdesigner.app.document import Document
from flowdesigner.app.focus import Focus
from flowdesigner.blocks import BLOCK_TYPES, Menu, Message
from flowdesigner.edits.blocks import (
    AddBlock,
    DeleteBlocks,
    MoveBlocks,
    RenameBlock,
    SetValue,
)
from flowdesigner.edits.connections import Connect, SetFirst
from flowdesigner.edits.edit import Edit
from flowdesigner.edits.flows import SetNote
from flowdesigner.edits.parts import RemovePart
from flowdesigner.edits.paste import PasteBlocks, Piece
from flowdesigner.edits.variables import RenameVariable, SetVariable
from flowdesigner.find.query import Query
from flowdesigner.find.replace import replacing
from flowdesigner.find.search import Search
from flowdesigner.model.change import Change
from flowdesigner.model.flow import Flow, Note
from flowdesigner.model.project import Project
from flowdesigner.model.variable import Variable
from flowdesigner.texts import Message as Words

MENU = Menu.model_validate({"options": [{"id": "yes"}, {"id": "no_thanks"}]})
START = Project(
    languages=("en",),
    flows={"main": Flow(first="a", blocks={"a": Message(), "b": MENU})},
    variables={"x": Variable(type="text")},
)

ids = st.sampled_from("abcd")
points = st.tuples(st.integers(0, 9), st.integers(0, 9))
exits = st.sampled_from(("next", "yes", "other"))


def texts(block: str, words: str, typing: bool) -> Edit:
    return SetValue("main", block, ("text", "en"), words or None, typing=typing)


class Replace(Edit, frozen=True):
    """Words replaced in what the project is when it is done, as the panel does it."""

    old: str
    new: str

    def apply(self, project: Project) -> Project:
        hits = Search().all(project, Query(self.old))
        return replacing(self.old, self.new, hits).apply(project)

    @property
    def title(self) -> Words:
        return replacing(self.old, self.new, ()).title


edits: st.SearchStrategy[Edit] = st.one_of(
    st.builds(
        lambda id, kind, at: AddBlock("main", id, kind(), at),
        ids,
        st.sampled_from(BLOCK_TYPES),
        points,
    ),
    st.builds(lambda *of: DeleteBlocks("main", of), ids, ids),
    st.builds(lambda id, at: MoveBlocks("main", {id: at}, key="keys"), ids, points),
    st.builds(texts, ids, st.text("xy", max_size=3), st.booleans()),
    st.builds(lambda a, exit, b: Connect("main", a, exit, b), ids, exits, ids | st.none()),
    st.builds(lambda id: SetFirst("main", id), ids),
    st.builds(lambda a, b: RenameBlock("main", a, b), ids, ids),
    st.builds(lambda id, at: PasteBlocks("main", Piece({id: MENU}, {id: at})), ids, points),
    st.builds(lambda at: RemovePart("main", "b", "options", at), st.integers(0, 2)),
    st.builds(
        lambda words: SetNote("main", "n", Note(text=words) if words else None), st.text("z")
    ),
    st.builds(
        lambda name, there: SetVariable(name, Variable(type="text") if there else None),
        st.sampled_from("xyz"),
        st.booleans(),
    ),
    st.builds(RenameVariable, st.sampled_from("xyz"), st.sampled_from("xyz")),
    st.builds(Replace, st.sampled_from("xy"), st.sampled_from(["", "y", "xx"])),
)


def possible(document: Document, edit: Edit) -> bool:
    """Whether the blocks an edit names are there, as they are for whoever points at them."""
    blocks = document.project.flows["main"].blocks
    if isinstance(edit, AddBlock):
        return edit.id not in blocks
    if isinstance(edit, SetValue | Connect | SetFirst | RemovePart):
        return edit.block in blocks
    return True


@pytest.fixture
def document(qapp: QApplication) -> Document:
    return Document(START)


@given(st.lists(edits, max_size=25))
def test_undo_all_and_redo_all(qapp: QApplication, steps: list[Edit]) -> None:
    document = Document(START)
    for edit in steps:
        if possible(document, edit):
            document.do(edit)
    final = document.project

    while document.history.canUndo():
        document.undo()
    assert document.project == START

    while document.history.canRedo():
        document.redo()
    assert document.project == final


@given(st.lists(edits, max_size=12), st.lists(st.integers(0, 12), max_size=4))
def test_going_to_a_step_shows_its_state_at_once(
    qapp: QApplication, steps: list[Edit], numbers: list[int]
) -> None:
    document = Document(START)
    states = {0: document.project}
    for edit in steps:
        if possible(document, edit):
            document.do(edit)
            states = {n: at for n, at in states.items() if n < document.history.index()}
            states[document.history.index()] = document.project
    told: list[Change] = []
    document.changed.connect(told.append)

    for number in numbers:
        before = document.project
        told.clear()
        document.go_to_step(min(number, document.history.count()))

        assert document.history.index() == min(number, document.history.count())
        assert document.project == states[document.history.index()]
        assert [len(each) > 0 for each in told] == [True] * (before != document.project)


def test_typing_in_one_field_is_one_step(document: Document) -> None:
    for words in ("H", "Ha", "Hal"):
        document.do(texts("a", words, typing=True))

    assert document.history.count() == 1


def test_typing_after_a_pause_in_attention_is_another_step(document: Document) -> None:
    document.do(texts("a", "H", typing=True))
    document.end_typing()
    document.do(texts("a", "Ha", typing=True))

    assert document.history.count() == 2


def test_typing_back_to_where_it_began_leaves_no_step(document: Document) -> None:
    document.do(texts("a", "H", typing=True))
    document.do(texts("a", "", typing=True))

    assert document.history.count() == 0


def test_an_edit_that_changes_nothing_leaves_no_step(document: Document) -> None:
    document.do(SetFirst("main", "a"))

    assert not document.history.canUndo()


def test_a_change_says_which_entries_differ(document: Document) -> None:
    heard: list[Change] = []
    document.changed.connect(heard.append)

    document.do(MoveBlocks("main", {"a": (8, 8)}))

    assert [each.path for each in heard[0]] == [("layout", "main", "blocks", "a")]


def test_an_edit_asked_for_while_one_is_shown_is_refused(document: Document) -> None:
    refused: list[str] = []

    def meddle(_change: Change) -> None:
        try:
            document.do(SetFirst("main", "b"))
        except RuntimeError as error:
            refused.append(str(error))

    document.changed.connect(meddle)
    document.do(MoveBlocks("main", {"a": (8, 8)}))

    assert len(refused) == 1


def test_undo_looks_at_the_place_it_changes(document: Document) -> None:
    focus = Focus(document)
    document.do(MoveBlocks("main", {"b": (8, 8)}))
    focus.select("a")

    document.undo()

    assert focus.blocks == ("b",)


def test_what_is_gone_is_not_selected(document: Document) -> None:
    focus = Focus(document)
    focus.select("a", "b")

    document.do(DeleteBlocks("main", ("a",)))

    assert focus.blocks == ("b",)


def test_opening_another_project_forgets_the_history(document: Document) -> None:
    document.do(SetFirst("main", "b"))
    replaced: list[Callable[[], None]] = []
    document.replaced.connect(lambda: replaced.append(document.undo))

    document.open(START)

    assert len(replaced) == 1
    assert not document.history.canUndo()
    assert document.history.isClean()
