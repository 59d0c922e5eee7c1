"""What holds for every project and every file of one."""

import random
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from flowdesigner.formats.native.dump import plain, write_project
from flowdesigner.formats.native.entry_lines import entry_lines
from flowdesigner.formats.native.read import read_project
from flowdesigner.formats.native.tree import Tree
from flowdesigner.model.part import changed
from flowdesigner.model.project import Project
from flowdesigner.storage.project_file import open_file
from flowdesigner.storage.save_project import save_file
from tests.formats.native.foreign_style import ForeignStyle
from tests.strategies import projects, texts


@given(projects())
@settings(max_examples=150, deadline=None)
def test_what_is_written_reads_as_the_same_project(project: Project) -> None:
    text = write_project(project)
    again = read_project(text.encode()).project
    assert again == project
    assert write_project(again) == text


@st.composite
def files(draw: Any) -> tuple[Project, bytes]:
    """A project, and its file as some other hand might write it."""
    project = draw(projects())
    style = ForeignStyle(random.Random(draw(st.integers(0, 10**6))), draw(st.sampled_from((2, 4))))
    data = style.file(plain(project), windows=draw(st.booleans()), bom=draw(st.booleans()))
    return project, data


@given(files())
@settings(max_examples=150, deadline=None)
def test_a_file_in_any_legal_style_is_the_same_project(file: tuple[Project, bytes]) -> None:
    project, data = file
    opened = read_project(data)
    assert opened.project == project
    assert opened.tree.encode() == data
    assert list(opened.project.all_blocks()) == list(project.all_blocks())


@given(files(), st.data())
@settings(max_examples=100, deadline=None)
def test_an_edit_keeps_all_bytes_outside_its_entry(
    file: tuple[Project, bytes], data: st.DataObject
) -> None:
    project, before = file
    assume(any(True for _ in project.all_blocks()))
    flow_id, block_id, block = data.draw(st.sampled_from(list(project.all_blocks())))
    flow = project.flows[flow_id]
    title = data.draw(texts)
    blocks = {**flow.blocks, block_id: changed(block, title=title)}
    with TemporaryDirectory() as folder:
        path = Path(folder, "some.flow.yaml")
        path.write_bytes(before)
        opened = open_file(path)
        flows = {**opened.project.flows, flow_id: changed(flow, blocks=blocks)}
        after = changed(opened.project, flows=flows)
        save_file(opened, after)
        saved = path.read_bytes()
        assert open_file(path).project == after
    start, end = _lines_around(opened.tree, ("flows", flow_id, "blocks", block_id))
    assert saved.startswith(before[:start])
    assert saved.endswith(before[end:])


def _lines_around(tree: Tree, path: tuple[str, ...]) -> tuple[int, int]:
    """The bytes of the smallest entry around a path that has lines of its own."""
    while path and (lines := entry_lines(tree, path)) is None:
        path = path[:-1]
    if not path or lines is None:
        return 0, len(tree.encode())
    offset = 3 if tree.bom else 0
    return tuple(offset + len(tree.text[:at].encode()) for at in (lines.key, lines.end))
