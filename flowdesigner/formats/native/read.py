"""Bytes of a project file in, the project and what to tell about it out.

What is missing or makes no sense is read all the same, and what this version does not know is
kept; only a value of the wrong kind is refused, in the words of the form and with its place.
"""

from collections.abc import Mapping
from typing import TypeVar

from msgspec import Struct
from pydantic_core import ValidationError

from flowdesigner.blocks import BY_TYPE
from flowdesigner.errors import NewerVersion, WrongShape
from flowdesigner.formats.native.collecting import no_collection
from flowdesigner.formats.native.first_wrong import Wrong, first_wrong
from flowdesigner.formats.native.read_tree import read_tree
from flowdesigner.formats.native.shapes import PartOf
from flowdesigner.formats.native.tree import Note, Tree, Value
from flowdesigner.formats.native.without_empty import without_empty
from flowdesigner.formats.native.wrong_kind import must_be_named, no_type, wrong_kind
from flowdesigner.model.block import Block, UnknownBlock
from flowdesigner.model.flow import Flow, Layout
from flowdesigner.model.part import Part
from flowdesigner.model.project import FORMAT_VERSION, Project

P = TypeVar("P", bound=Part)
Keys = tuple[str, ...]
MOST_NOTES = 20


class Opened(Struct, frozen=True):
    """A project as it was read, with the text it was read from."""

    project: Project
    tree: Tree
    notes: tuple[Note, ...] = ()

    @property
    def read_only(self) -> bool:
        """Whether a newer program made it, so that this one could only spoil it."""
        return self.project.flowdesigner > FORMAT_VERSION


def read_project(data: bytes) -> Opened:
    """The project in a file; raises a `FileError` that says what is wrong and where."""
    with no_collection():
        return project_of(read_tree(data))


def project_of(tree: Tree) -> Opened:
    """The project in the tree of a file."""
    version = _version(tree)
    reading = _Reading(tree)
    try:
        project = reading.project()
    except WrongShape:
        if version > FORMAT_VERSION:
            raise NewerVersion("newer-version-unreadable", {"version": version}) from None
        raise
    notes = (*tree.notes, *reading.notes)
    if version > FORMAT_VERSION:
        place = tree.place(("flowdesigner",))
        note = Note("newer-version", {"version": version}, place.line, place.column)
        notes = (note, *notes)
    return Opened(project, tree, notes)


def _version(tree: Tree) -> int:
    found = tree.root.get("flowdesigner")
    if isinstance(found, float) and found.is_integer():
        found = int(found)
    if isinstance(found, bool) or not isinstance(found, int) or found < 1:
        place = tree.place(("flowdesigner",))
        raise WrongShape("not-a-project", {}, place.line, place.column)
    return found


class _Reading:
    """Makes the parts of a project, from the inside out."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.notes: list[Note] = []

    def project(self) -> Project:
        """The whole."""
        root = self.tree.root
        data: dict[str, object] = {**root}
        layouts = self._layouts(data.pop("layout", None))
        if root.get("flows") is not None:
            flows = self._named(root["flows"], ("flows",))
            data["flows"] = {id: self._flow(id, raw, layouts) for id, raw in flows.items()}
        for id in layouts:
            self._note("layout-without-flow", ("layout", id), flow=id)
        return self._part(Project, data, ())

    def _layouts(self, raw: object) -> dict[str, Layout]:
        found = {} if raw is None else self._named(raw, ("layout",))
        return {
            id: self._part(
                Layout, self._named({} if each is None else each, ("layout", id)), ("layout", id)
            )
            for id, each in found.items()
        }

    def _flow(self, id: str, raw: Value, layouts: dict[str, Layout]) -> Flow:
        path = ("flows", id)
        data: dict[str, object] = {**self._named({} if raw is None else raw, path)}
        if "layout" in data:
            del data["layout"]
            self._note("layout-in-flow", (*path, "layout"), flow=id)
        if id in layouts:
            data["layout"] = layouts.pop(id)
        if data.get("blocks") is not None:
            blocks = self._named(data["blocks"], (*path, "blocks"))
            data["blocks"] = {
                block: self._block(each, (*path, "blocks", block)) for block, each in blocks.items()
            }
        return self._part(Flow, data, path)

    def _block(self, raw: Value, path: Keys) -> Block:
        data = raw if isinstance(raw, dict) else self._named(raw, path)
        word = data.get("type")
        if not isinstance(word, str):
            raise no_type(self.tree, path, word)
        return self._part(BY_TYPE.get(word, UnknownBlock), data, path)

    def _part(self, part_type: type[P], data: Mapping[str, object], path: Keys) -> P:
        try:
            return part_type.model_validate(data)
        except ValidationError:
            filled = without_empty(data, PartOf(part_type))
        try:
            return part_type.model_validate(filled)
        except ValidationError:
            shape = PartOf(part_type)
            wrong = first_wrong(filled, shape) or Wrong(filled, shape)
            raise wrong_kind(self.tree, path, wrong) from None

    def _named(self, value: object, path: Keys) -> Mapping[str, Value]:
        if isinstance(value, dict):
            return value
        raise must_be_named(self.tree, path, value)

    def _note(self, code: str, path: Keys, **params: object) -> None:
        if len(self.notes) == MOST_NOTES:
            return
        place = self.tree.place(path)
        self.notes.append(Note(code, params, place.line, place.column))
