"""Patched lines are the lines that would be made anew, whatever is edited."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from flowdesigner.app.document import Document
from flowdesigner.app.outline.words import WordedModel
from flowdesigner.blocks import Message
from flowdesigner.edits.blocks import AddBlock, DeleteBlocks, RenameBlock, SetValue
from flowdesigner.edits.connections import Connect, SetFirst
from flowdesigner.edits.edit import Edit
from flowdesigner.edits.parts import MovePart, RemovePart
from flowdesigner.model.project import Project
from tests.app.drivers.canvas import project_of
from tests.app.outline.test_outline import BLOCKS

IDS = st.sampled_from([*BLOCKS, "new", "newer"])
EXITS = st.sampled_from(["next", "order", "help", "again", "other", "answered", "invalid", "odd"])
TARGETS = IDS.filter(lambda id: id in BLOCKS) | st.none()
EDITS = st.one_of(
    st.builds(Connect, st.just("main"), IDS, EXITS, TARGETS),
    st.builds(lambda id: DeleteBlocks("main", (id,)), IDS),
    st.builds(
        lambda id, after: AddBlock("main", id, Message(type="message"), (0, 0), after),
        st.sampled_from(["new", "newer"]),
        st.tuples(IDS, EXITS) | st.none(),
    ),
    st.builds(SetFirst, st.just("main"), IDS.filter(lambda id: id in BLOCKS)),
    st.builds(
        lambda id, words: SetValue("main", id, ("title",), words), IDS, st.sampled_from("abc")
    ),
    st.builds(lambda at, to: MovePart("main", "what", "options", at, to), *[st.integers(0, 2)] * 2),
    st.builds(lambda at: RemovePart("main", "what", "options", at), st.integers(0, 2)),
    st.builds(lambda old: RenameBlock("main", old, "renamed"), IDS),
)


def lines(model: WordedModel, parent: QModelIndex | None = None) -> Iterator[object]:
    for row in range(model.rowCount(parent or QModelIndex())):
        index = model.index(row, 0, parent or QModelIndex())
        yield index.data(), tuple(lines(model, index))


def possible(project: Project, edit: Edit) -> bool:
    """Whether an edit speaks of what is there."""
    blocks = project.flows["main"].blocks
    named = [getattr(edit, name, None) for name in ("block", "old", "target")]
    if isinstance(edit, AddBlock):
        return edit.id not in blocks
    if isinstance(edit, MovePart | RemovePart) and "what" in blocks:
        return edit.at < len(getattr(blocks["what"], "options", None) or ())
    return all(id in blocks for id in named if isinstance(id, str))


@pytest.mark.usefixtures("qapp")
@settings(max_examples=150, deadline=None)
@given(st.lists(EDITS, max_size=12), st.data())
def test_patched_lines_are_the_lines_made_anew(edits: list[Edit], data: st.DataObject) -> None:
    project = project_of(BLOCKS, first="hello")
    document, patched = Document(project), WordedModel()
    patched.show(project, "main", "en")
    tester = QAbstractItemModelTester(patched, QAbstractItemModelTester.FailureReportingMode.Fatal)
    document.changed.connect(lambda change: patched.follow(document.project, change))
    seen = [tuple(lines(patched))]
    for edit in edits:
        if data.draw(st.integers(0, 4)) == 0:
            document.undo()
        elif possible(document.project, edit):
            document.do(edit)
        fresh = WordedModel()
        fresh.show(document.project, "main", "en")
        seen.append(tuple(lines(patched)))
        assert seen[-1] == tuple(lines(fresh))
    while document.history.canUndo():
        document.undo()
    assert tuple(lines(patched)) == seen[0]
    assert tester.model() is patched
    QApplication.processEvents()


def test_a_long_flow_is_cut_into_stretches_that_are_made_when_they_are_opened() -> None:
    ids = [f"block_{number}" for number in range(10_000)]
    after = dict(pairwise(ids))
    blocks = {
        id: {"type": "message", "exits": {"next": after[id]} if id in after else {}} for id in ids
    }
    model = WordedModel()
    model.show(project_of(blocks), "main", "en")
    assert model.rowCount() == 200
    assert model.index(1, 0).data() == "50 blocks, from Message"
    assert not model._exits
    index = model.index_of("block_5000")
    assert (index.row(), index.parent().row()) == (0, 100)
    assert model.rowCount(index) == 2
    assert set(model._exits) == {"block_5000"}
