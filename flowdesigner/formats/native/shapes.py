"""What a field of the project may hold, taken once from the types that declare it.

Writing, the JSON Schema and the words for a value of the wrong kind are all derived from these.
"""

from collections.abc import Sequence
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Literal, Self, TypeAlias, Union, get_args, get_origin

from msgspec import Struct

from flowdesigner.model.accepted import JsonValue
from flowdesigner.model.block import Block
from flowdesigner.model.fields import Field, Kind
from flowdesigner.model.flow import Flow
from flowdesigner.model.part import AsWord, Part

_WORD_KINDS = frozenset(
    {
        Kind.VARIABLE, Kind.VARIABLES, Kind.FLOW, Kind.OUTCOME, Kind.CHANNEL, Kind.DURATION,
        Kind.CHOICE,
    }
)  # fmt: skip


class AnyText(Struct, frozen=True):
    """Any string; a word is one that the file writes without quotes."""

    word: bool = False


class AnyNumber(Struct, frozen=True):
    """Any number, or any whole one."""

    whole: bool = False


class YesNo(Struct, frozen=True):
    """True or false."""


class OneOf(Struct, frozen=True):
    """One of a few words."""

    words: tuple[str, ...]


class Anything(Struct, frozen=True):
    """Whatever a file can hold; in a literal, a string that could be an id is taken for one."""

    literal: bool = False


class Named(Struct, frozen=True):
    """Names to values of one shape."""

    value: "Shape"


class Listed(Struct, frozen=True):
    """Any number of values of one shape."""

    item: "Shape"


class Row(Struct, frozen=True):
    """A fixed number of values, such as a place on the canvas."""

    items: tuple["Shape", ...]


class PartOf(Struct, frozen=True):
    """A part with fields of its own."""

    type: type[Part]


class Either(Struct, frozen=True):
    """One shape or another."""

    options: tuple["Shape", ...]


Shape: TypeAlias = (
    AnyText | AnyNumber | YesNo | OneOf | Anything | Named | Listed | Row | PartOf | Either
)


class FieldShape(Struct, frozen=True):
    """A field of a part: its name in the program and in the file, and what it may hold."""

    name: str
    key: str
    shape: Shape
    required: bool
    declared: Field | None

    @property
    def label(self) -> str:
        """What people call it; an English key, or the word of the file."""
        return self.declared.label if self.declared else self.key


@cache
def file_fields(part_type: type[Part]) -> tuple[FieldShape, ...]:
    """The fields of a part that stand in its entry of the file, in the order of the file."""
    names = list(part_type.model_fields)
    if issubclass(part_type, Block):
        # What every block has surrounds what only this one has.
        common = list(Block.model_fields)
        head, tail = common[: common.index("variants")], common[common.index("variants") :]
        names = [*head, *(name for name in names if name not in common), *tail]
    if part_type is Flow:
        names.remove("layout")  # it stands at the end of the file
    return tuple(_field(part_type, name) for name in names)


def _field(part_type: type[Part], name: str) -> FieldShape:
    info = part_type.model_fields[name]
    return FieldShape(
        name=name,
        key=info.key,
        shape=_shape(info.annotation, part_type, info.metadata),
        # A type of block knows its own word, the file has to say it.
        required=info.required or (name == "type" and issubclass(part_type, Block)),
        declared=next((mark for mark in info.metadata if isinstance(mark, Field)), None),
    )


def _shape(annotation: object, owner: type[Part], marks: Sequence[object] = ()) -> Shape:
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _shape(inner[0], owner, (*marks, *inner[1:]))
    if origin in (Union, UnionType):
        return _either([_shape(each, owner, marks) for each in inner if each is not NoneType])
    if origin is tuple:
        return _tuple(inner, owner, marks)
    if origin is dict:
        return Named(_shape(inner[1], owner))
    return OneOf(inner) if origin is Literal else _single(annotation, owner, marks)


def _tuple(inner: Sequence[object], owner: type[Part], marks: Sequence[object]) -> Shape:
    if inner[-1] is Ellipsis:
        return Listed(_shape(inner[0], owner, marks))
    return Row(tuple(_shape(each, owner) for each in inner))


def _single(annotation: object, owner: type[Part], marks: Sequence[object]) -> Shape:
    if annotation is JsonValue:
        return Anything(literal=_kind(marks) is Kind.LITERAL)
    if annotation is str:
        return AnyText(_kind(marks) in _WORD_KINDS or any(isinstance(m, AsWord) for m in marks))
    if annotation is bool:
        return YesNo()
    if annotation in (int, float):
        return AnyNumber(whole=annotation is int)
    if annotation is Self:
        return PartOf(owner)
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return PartOf(annotation)
    raise TypeError(f"{owner.__name__} declares {annotation}, which no file can hold")


def _either(options: list[Shape]) -> Shape:
    if all(isinstance(each, AnyNumber) for each in options):
        return AnyNumber(whole=AnyNumber() not in options)
    return options[0] if len(options) == 1 else Either(tuple(options))


def _kind(marks: Sequence[object]) -> Kind | None:
    return next((mark.kind for mark in marks if isinstance(mark, Field)), None)


def leaves(shape: Shape) -> tuple[Shape, ...]:
    """The shapes a value may have, one by one."""
    return shape.options if isinstance(shape, Either) else (shape,)


def may_be_empty(shape: Shape) -> bool:
    """Whether nothing at all may stand in the file for a named value of this shape."""
    return not isinstance(shape, PartOf) or not any(
        field.required for field in file_fields(shape.type)
    )
