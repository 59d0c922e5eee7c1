"""A project as the plain tree of its file, and as the file's text.

What every type of part writes, and how, is worked out once from its declaration.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, TypeAlias, cast

from msgspec import Struct

from flowdesigner.formats.native.collecting import no_collection
from flowdesigner.formats.native.shapes import (
    AnyText,
    Anything,
    Either,
    Listed,
    Named,
    OneOf,
    PartOf,
    Row,
    Shape,
    file_fields,
)
from flowdesigner.formats.native.tree import Plain, Word
from flowdesigner.formats.native.write_tree import write_tree
from flowdesigner.model.block import Block, UnknownBlock
from flowdesigner.model.flow import Flow
from flowdesigner.model.ids import is_id
from flowdesigner.model.part import Part
from flowdesigner.model.project import Project

SCHEMA_COMMENT = "# yaml-language-server: $schema=../schemas/project-1.schema.json\n"
"""The first line of a new file: tells editors what may stand in it."""

Turn: TypeAlias = Callable[[Any], Plain]
"""Makes of a value of the program what the file holds for it."""


def write_project(project: Project, head: str = SCHEMA_COMMENT) -> str:
    """The canonical text of a project's file."""
    with no_collection():
        return write_tree(_root(project), head=head)


def plain(project: Project) -> dict[str, Plain]:
    """The tree of a project's file; ids, codes and other words of the vocabulary are marked."""
    root = _root(project)
    if "flows" in root:
        root["flows"] = dict(cast(Mapping[str, Plain], root["flows"]))
    return root


class _FlowByFlow(Mapping[str, Plain]):
    """Flows that become plain one after the other; a whole project at once is slow to go over."""

    def __init__(self, flows: Mapping[str, Flow]) -> None:
        self._flows = flows

    def __getitem__(self, id: str) -> Plain:
        return _part(self._flows[id])

    def __iter__(self) -> Iterator[str]:
        return iter(self._flows)

    def __len__(self) -> int:
        return len(self._flows)


def _root(project: Project) -> dict[str, Plain]:
    tree = _part(project)
    layout = {id: laid for id, flow in project.flows.items() if (laid := plain_layout(flow))}
    unknown = {key: tree.pop(key) for key in project.unknown}
    if layout:
        tree["layout"] = layout
    return {**tree, **unknown}


def plain_layout(flow: Flow) -> dict[str, Plain]:
    """Where things lie in a flow: blocks in the order of the flow, the rest by id."""
    tree = _part(flow.layout)
    for name in ("notes", "frames"):
        if name in tree:
            tree[name] = dict(sorted(cast(Mapping[str, Plain], tree[name]).items()))
    if "blocks" in tree:
        tree["blocks"] = _laid(flow, cast(Mapping[str, Plain], tree["blocks"]))
    return tree


def _laid(flow: Flow, places: Mapping[str, Plain]) -> dict[str, Plain]:
    drawn = {id: places[id] for id in flow.blocks if id in places}
    return {**drawn, **{id: places[id] for id in sorted(places) if id not in drawn}}


_Written: TypeAlias = tuple[str, str, object, Turn | None]
"""How a field is written: name, key, the value that says nothing, what to make of others."""


class _Plan(Struct, frozen=True):
    """How one type of part is written."""

    fields: tuple[_Written, ...]
    always: frozenset[str]
    last: tuple[str, ...] = ()
    """Keys that stand behind the unknown ones."""


_NEVER = object()
_ALWAYS: Mapping[type[Part], str] = {Block: "type", Project: "flowdesigner"}


@cache
def _plan(part_type: type[Part]) -> _Plan:
    fields = file_fields(part_type)
    common = [field.key for field in file_fields(UnknownBlock)]
    return _Plan(
        fields=tuple(
            (field.name, field.key, _empty(part_type, field.name), _turn(field.shape))
            for field in fields
        ),
        always=frozenset(name for owner, name in _ALWAYS.items() if issubclass(part_type, owner)),
        last=tuple(common[common.index("variants") :]) if part_type is UnknownBlock else (),
    )


def _empty(part_type: type[Part], name: str) -> object:
    """The value of a field that need not be written: its default, when that holds nothing."""
    field = part_type.model_fields[name]
    if isinstance(field.default, Part):
        return field.default
    return _NEVER if field.required or field.default else field.default


@cache
def _given(part_type: type[Part], names: frozenset[str]) -> tuple[_Written, ...]:
    """How the fields that were given are written; most parts of a type are given the same."""
    plan = _plan(part_type)
    return tuple(each for each in plan.fields if each[0] in names or each[0] in plan.always)


def _part(part: Part) -> dict[str, Plain]:
    """What stands in the entry of a part: what was given and says something."""
    plan = _plan(type(part))
    values = part.__dict__
    entry: dict[str, Plain] = {}
    for name, key, empty, turn in _given(type(part), frozenset(part.model_fields_set)):
        value = values[name]
        if value is not None and value != empty:
            entry[key] = value if turn is None else turn(value)
    if part.unknown:
        entry.update(cast("dict[str, Plain]", part.unknown))
        for key in plan.last:
            if key in entry:
                entry[key] = entry.pop(key)
    return entry


def _turn(shape: Shape) -> Turn | None:
    """What to make of the values of a shape; nothing when they stand in the file as they are."""
    match shape:
        case OneOf() | AnyText(word=True):
            return Word
        case Anything(literal=True):
            return _literal
        case Named(value):
            return _FlowByFlow if value == PartOf(Flow) else _named(_turn(value))
        case Listed(item):
            return _listed(_turn(item))
        case Row():
            return list
        case PartOf():
            return _part
        case Either(options):
            return _either(options)
    return None


def _named(turn: Turn | None) -> Turn | None:
    if turn is None:
        return None
    return lambda named: {key: turn(value) for key, value in named.items()}


def _listed(turn: Turn | None) -> Turn:
    return list if turn is None else lambda items: [turn(item) for item in items]


def _either(options: Sequence[Shape]) -> Turn:
    turns = {_PYTHON_TYPE[type(each)]: _turn(each) for each in options}

    def turned(value: Any) -> Plain:
        kind = next(kind for kind in turns if isinstance(value, kind))
        turn = turns[kind]
        return value if turn is None else turn(value)

    return turned


_PYTHON_TYPE: Mapping[type, type] = {AnyText: str, Listed: tuple, PartOf: Part}


def _literal(value: Any) -> Plain:
    """A value beside a variable: a string that could be the id of a choice is taken for one."""
    if isinstance(value, str):
        return Word(value) if is_id(value) else value
    if isinstance(value, list):
        return [_literal(each) for each in value]
    if isinstance(value, dict) and isinstance(value.get("variable"), str):
        return {**value, "variable": Word(value["variable"])}
    return value  # type: ignore[no-any-return]
