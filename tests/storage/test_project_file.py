"""A project file is opened, and saving it touches only what changed."""

import difflib
import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from flowdesigner.blocks.message import Message
from flowdesigner.edits.blocks import AddBlock, DeleteBlocks
from flowdesigner.errors import NotReadable, SaveError
from flowdesigner.formats.native.dump import SCHEMA_COMMENT, write_project
from flowdesigner.model.flow import Flow, Layout
from flowdesigner.model.part import changed
from flowdesigner.model.project import Project
from flowdesigner.model.variable import Variable
from flowdesigner.storage.project_file import OpenFile, open_file
from flowdesigner.storage.save_project import save_as, save_file
from tests.strategies import projects

BY_HAND = """\
# The project of the shop.
flowdesigner:   1
id: shop
settings: {currency: IDR}   # money
variables:
  # where it is
  state: {type: text}
flows:
  # the first flow
  main:
    first: hello
    blocks:
      # says hello
      hello:
        type: message
        title:
        text: {id: Hai, en: 'Hi'}   # both
        exits: {next: ask}
      ask: {type: ask, exits: {answered: bye}}
      bye:
        type: end
        x-colour: red
layout:
  gone: {blocks: {a: [1, 2]}}
  main:
    blocks: {hello: [1, 2], bye: [3, 4]}   # drawn by hand
"""


@pytest.fixture
def file(tmp_path: Path) -> OpenFile:
    path = tmp_path / "shop.flow.yaml"
    path.write_bytes(BY_HAND.encode())
    return open_file(path)


def difference(file: OpenFile) -> list[str]:
    """The lines that are no longer as they were, without their indent."""
    now = file.path.read_text(encoding="utf-8").splitlines()
    lines = list(difflib.unified_diff(BY_HAND.splitlines(), now, n=0, lineterm=""))[2:]
    return [f"{line[0]} {line[1:].strip()}" for line in lines if line[0] in "+-"]


def with_flow(project: Project, **values: object) -> Project:
    main = changed(project.flows["main"], **values)
    return changed(project, flows={**project.flows, "main": main})


def with_block(project: Project, id: str, **values: object) -> Project:
    blocks = project.flows["main"].blocks
    return with_flow(project, blocks={**blocks, id: changed(blocks[id], **values)})


def with_reordered_blocks(project: Project) -> Project:
    blocks = project.flows["main"].blocks
    return with_flow(project, blocks={id: blocks[id] for id in ("hello", "bye", "ask")})


def with_another_flow(project: Project) -> Project:
    other = Flow(name="Other", layout=Layout(blocks={"x": (5, 6)}))
    return changed(project, flows={"other": other, **project.flows})


CHANGES: dict[str, tuple[Callable[[Project], Project], list[str]]] = {
    "nothing": (lambda project: project, []),
    "a value of a block": (
        lambda project: with_block(project, "bye", outcome="done"),
        ["- x-colour: red", "+ outcome: done", '+ x-colour: "red"'],
    ),
    "a block that holds a comment": (
        lambda project: with_block(project, "hello", note="N"),
        [
            "- title:",
            '+ note: "N"',
        ],
    ),
    "a block on one line": (
        lambda project: with_block(project, "ask", answer="text"),
        [
            "- ask: {type: ask, exits: {answered: bye}}",
            "+ ask:",
            "+ type: ask",
            "+ answer: text",
            "+ exits: {answered: bye}",
        ],
    ),
    "a setting": (
        lambda project: changed(project, settings=changed(project.settings, brand="Shop")),
        [
            "- settings: {currency: IDR}   # money",
            "+ settings:   # money",
            '+ brand: "Shop"',
            "+ currency: IDR",
        ],
    ),
    "a variable more": (
        lambda project: changed(
            project, variables={**project.variables, "count": Variable(type="number")}
        ),
        ["+ count: {type: number}"],
    ),
    "the name of the project": (lambda project: changed(project, name="S"), ['+ name: "S"']),
    "the order of blocks": (
        with_reordered_blocks,
        [f"{sign} ask: {{type: ask, exits: {{answered: bye}}}}" for sign in "-+"],
    ),
    "another flow, with its layout": (
        with_another_flow,
        ["+ other:", '+ name: "Other"', "+ other:", "+ blocks: {x: [5, 6]}"],
    ),
    "a block and its place": (
        AddBlock(flow="main", id="new", block=Message(), at=(7, 8), after=("ask", "invalid")).apply,
        [
            "- ask: {type: ask, exits: {answered: bye}}",
            "+ ask:",
            "+ type: ask",
            "+ exits: {answered: bye, invalid: new}",
            "+ new:",
            "+ type: message",
            "- blocks: {hello: [1, 2], bye: [3, 4]}   # drawn by hand",
            "+ blocks: {hello: [1, 2], bye: [3, 4], new: [7, 8]}   # drawn by hand",
        ],
    ),
    "the last places": (
        lambda project: with_flow(project, layout=Layout()),
        ["- main:", "- blocks: {hello: [1, 2], bye: [3, 4]}   # drawn by hand"],
    ),
    "all flows": (
        lambda project: changed(project, flows={}),
        [
            f"- {line.strip()}"
            for line in BY_HAND.partition("  state: {type: text}\n")[2].splitlines()
            if line != "layout:" and "gone" not in line
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("change", "lines"), CHANGES.values(), ids=CHANGES)
def test_saving_touches_only_what_changed(
    file: OpenFile, change: Callable[[Project], Project], lines: list[str]
) -> None:
    after = change(file.project)
    saved = save_file(file, after)
    assert difference(file) == lines
    again = open_file(file.path)
    assert again.project == after == saved.project
    assert again.sha256 == saved.sha256 == hashlib.sha256(file.path.read_bytes()).hexdigest()
    assert again.tree.root == saved.tree.root


def test_what_is_undone_is_saved_as_it_was(file: OpenFile) -> None:
    later = save_file(file, DeleteBlocks("main", ("bye",)).apply(file.project))
    assert difference(file)
    project = changed(later.project, name="S")
    later = save_file(later, project)
    back = save_file(later, changed(project, name=None))
    assert open_file(file.path).project == back.project


def test_a_copy_keeps_the_comments_and_leaves_the_original(file: OpenFile) -> None:
    copy = save_as(file.path.with_name("copy.flow.yaml"), changed(file.project, name="C"), file)
    assert file.path.read_text(encoding="utf-8") == BY_HAND
    text = copy.path.read_text(encoding="utf-8")
    assert text == BY_HAND.replace("id: shop\n", 'id: shop\nname: "C"\n')
    assert open_file(copy.path).project == copy.project


def test_a_new_file_is_canonical(tmp_path: Path) -> None:
    project = Project(name="New")
    saved = save_as(tmp_path / "new.flow.yaml", project)
    assert saved.path.read_text(encoding="utf-8") == write_project(project)
    assert saved.path.read_text(encoding="utf-8").startswith(SCHEMA_COMMENT)


@given(before=projects(), after=projects())
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_change_reads_back(tmp_path: Path, before: Project, after: Project) -> None:
    path = tmp_path / "any.flow.yaml"
    saved = save_file(save_as(path, before), after)
    again = open_file(path)
    assert again.project == after
    assert list(again.project.all_blocks()) == list(after.all_blocks())
    assert again.tree.text == saved.tree.text


def test_a_newer_file_is_not_spoilt(tmp_path: Path) -> None:
    path = tmp_path / "newer.flow.yaml"
    path.write_text(BY_HAND.replace("flowdesigner:   1", "flowdesigner: 2"), encoding="utf-8")
    file = open_file(path)
    assert file.read_only
    with pytest.raises(SaveError, match=r"'newer\.flow\.yaml' was not saved: a newer Flow"):
        save_file(file, changed(file.project, name="S"))


def test_what_no_file_can_hold_is_not_saved(file: OpenFile) -> None:
    with pytest.raises(SaveError, match=r"cannot be written\. The invisible character U\+0007"):
        save_file(file, changed(file.project, name="bell \a"))
    too_long = "x" * 300
    with pytest.raises(SaveError, match="too long"):
        save_file(file, changed(file.project, variables={too_long: Variable(type="text")}))
    assert difference(file) == []


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(NotReadable, match="There is no file"):
        open_file(tmp_path / "none.flow.yaml")
    with pytest.raises(NotReadable, match="is a folder"):
        open_file(tmp_path)
    with pytest.raises(SaveError, match="is the name of a folder"):
        save_as(tmp_path, Project())
