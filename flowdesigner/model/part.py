"""What all values of a project are made of."""

from abc import ABC
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import compress, repeat
from operator import is_not
from typing import (
    Annotated,
    Any,
    ClassVar,
    NoReturn,
    Self,
    TypeVar,
    dataclass_transform,
    get_args,
    get_origin,
    get_type_hints,
)

from msgspec import Struct
from pydantic_core import SchemaValidator

from flowdesigner.model.accepted import FromWhole, Schema, accepted


class AsWord:
    """Marks a string that the file writes without quotes: an id, a code, a duration."""


class Made:
    """Marks a part that its maker hands over whole; it is not made from a mapping."""


class InFile(Struct, frozen=True):
    """Marks a field that the file calls otherwise than the program."""

    key: str


Id = Annotated[str, AsWord()]
"""The name of a thing in the project, `^[a-z][a-z0-9_]{0,39}$`; another form is an issue."""

Duration = Annotated[str, AsWord()]
"""A length of time as `30s 10m 24h 3d`; see `flowdesigner.model.duration`."""

Whole = Annotated[int, FromWhole()]
Number = int | float
Flag = bool

Text = dict[str, str]
"""What a customer reads: language code to words with `{{ placeholders }}`."""

Words = dict[str, tuple[str, ...]]
"""Words a customer may type, by language code."""

P = TypeVar("P", bound="Part")


class Declared(Struct, frozen=True):
    """A field of a part, as its class declares it."""

    annotation: Any
    """The type, without what it is annotated with."""
    metadata: tuple[object, ...]
    """What it is annotated with."""
    key: str
    """What the file calls it."""
    required: bool
    default: Any = None


class _Fields:
    """The fields of a class of part, gathered when they are first asked for."""

    def __get__(self, part: object, owner: "type[Part]") -> Mapping[str, Declared]:
        return _fields(owner)


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Part(ABC):
    """A value of the project; frozen, and keeping the keys it does not know.

    Only what is of the wrong kind is refused, with a `pydantic_core.ValidationError`. What is
    missing or makes no sense loads and is an issue, so that a half-drawn journey can be saved
    and opened. Classes of part are plain: what pydantic-core has to know of one is put together
    when the first of its kind is made.
    """

    __slots__ = (
        "__dict__", "__pydantic_extra__", "__pydantic_fields_set__", "__pydantic_private__",
    )  # fmt: skip

    # pydantic-core fills these, and wants them called so.
    __pydantic_extra__: dict[str, Any] | None
    __pydantic_fields_set__: set[str]

    model_fields = _Fields()

    def __init__(self, **values: Any) -> None:
        if values or _needs_something(type(self)):
            _validator(type(self)).validate_python(values, self_instance=self)
        else:
            _fill(self, {}, set(), {})

    @classmethod
    def model_validate(cls, values: object) -> Self:
        """A part of this class from what a file may hold of it, or from one that is made."""
        return _validator(cls).validate_python(values)  # type: ignore[no-any-return]

    @classmethod
    def model_construct(cls) -> Self:
        """A part of which nothing is given, whatever should be."""
        return _fill(cls.__new__(cls), {}, set(), {})

    def model_copy(self, update: Mapping[str, object] | None = None) -> Self:
        """A copy with other values, which are taken as they are."""
        values, new = dict(self), dict(update or {})
        kept = {name: value for name, value in values.items() if name not in self.unknown}
        given = self.model_fields_set | new.keys()
        return _fill(type(self).__new__(type(self)), kept | new, given, self.unknown)

    @property
    def model_fields_set(self) -> set[str]:
        """The names of the fields that were given, not left to be what they usually are."""
        given = self.__pydantic_fields_set__
        return given - self.unknown.keys() if self.unknown else given

    @property
    def unknown(self) -> dict[str, object]:
        """The keys of the file that this version does not know, `x-` keys included."""
        return self.__pydantic_extra__ or {}

    def as_written(self) -> dict[str, Any]:
        """What was given, by the keys of the file, down to plain values."""
        fields = type(self).model_fields
        known = {
            field.key: self.__dict__[name]
            for name, field in fields.items()
            if name in self.model_fields_set
        }
        return {key: _plain(value) for key, value in (known | self.unknown).items()}

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        for name in type(self).model_fields:
            yield name, self.__dict__[name]
        yield from self.unknown.items()

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        if self is other:
            return True
        return self.unknown == other.unknown and (
            self.__dict__ == other.__dict__ or dict(self) == dict(other)
        )

    def __hash__(self) -> int:
        return hash((type(self), *(self.__dict__[name] for name in type(self).model_fields)))

    def __deepcopy__(self, memo: object) -> Self:
        return self  # as nothing can change it

    def __repr__(self) -> str:
        said = (f"{name}={value!r}" for name, value in self if name in self.model_fields_set)
        return f"{type(self).__name__}({', '.join(said)})"

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__}.{name} cannot be changed")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__}.{name} cannot be taken away")


def changed(part: P, /, **values: object) -> P:
    """A copy with other values, checked as if it had been read; `None` takes a value away.

    Fields that were never given stay not given, so that the file does not grow. What stays the
    same is the same object afterwards, entries of mappings too, and is not checked again.
    """
    fields, after = type(part).model_fields, part.model_copy()
    checks = _validator(type(part)).validate_assignment
    for name, value in values.items():
        before = getattr(part, name, None) if name in fields else None
        if value is None:
            _take_away(after, name)
        elif type(value) is dict and type(before) is dict:
            checks(after, name, dict(_entries_not_in(before, value)))
            after.__dict__[name] = value | after.__dict__[name]
        else:
            checks(after, name, value)
    return after


def _entries_not_in(
    before: Mapping[str, object], after: Mapping[str, object]
) -> Iterator[tuple[str, object]]:
    """The entries that are others; without a loop in Python, since mappings may be long."""
    known = map(before.get, after, repeat(_take_away))
    return compress(after.items(), map(is_not, known, after.values()))


def _take_away(part: Part, name: str) -> None:
    """Let a part that nobody else has yet be without a value."""
    field = type(part).model_fields.get(name)
    if field is None:
        part.unknown.pop(name, None)
        return
    if field.required:
        type(part).model_validate(part.unknown)  # which refuses it
    part.__dict__[name] = {} if field.default == {} else field.default
    part.__pydantic_fields_set__.discard(name)


def _plain(value: object) -> object:
    if isinstance(value, Part):
        return value.as_written()
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    return tuple(map(_plain, value)) if isinstance(value, tuple) else value


def _fill(part: P, values: Mapping[str, Any], given: set[str], unknown: Mapping[str, Any]) -> P:
    """Set what pydantic-core would set."""
    usual = {
        name: {} if field.default == {} else field.default
        for name, field in type(part).model_fields.items()
        if not field.required
    }
    set_attribute = object.__setattr__
    set_attribute(part, "__dict__", usual | dict(values))
    set_attribute(part, "__pydantic_fields_set__", given)
    set_attribute(part, "__pydantic_extra__", dict(unknown))
    set_attribute(part, "__pydantic_private__", None)
    return part


# ------------------------------------------------------------------ what a class declares


@cache
def _fields(part_type: type[Part]) -> Mapping[str, Declared]:
    return {
        name: _declared(part_type, name, hint)
        for name, hint in get_type_hints(part_type, include_extras=True).items()
        if get_origin(hint) is not ClassVar and not name.startswith("_")
    }


def _declared(part_type: type[Part], name: str, hint: Any) -> Declared:
    marks = hint.__metadata__ if get_origin(hint) is Annotated else ()
    keys = [mark.key for mark in marks if isinstance(mark, InFile)]
    return Declared(
        annotation=get_args(hint)[0] if marks else hint,
        metadata=marks,
        key=keys[0] if keys else name,
        required=not hasattr(part_type, name),
        default=getattr(part_type, name, None),
    )


@cache
def _needs_something(part_type: type[Part]) -> bool:
    return any(field.required for field in part_type.model_fields.values())


@cache
def _validator(part_type: type[Part]) -> SchemaValidator:
    inside: dict[str, Schema] = {}
    whole = _schema(part_type, inside)
    if inside:
        whole = {"type": "definitions", "schema": whole, "definitions": list(inside.values())}
    return SchemaValidator(whole)


def _schema(part_type: type[Part], inside: dict[str, Schema]) -> Schema:
    """What pydantic-core has to know of a class; one that holds its own kind goes `inside`."""
    name, again = part_type.__qualname__, False

    def of_class(held: Any, marks: Sequence[object]) -> Schema:
        nonlocal again
        if held is Self:
            again = True
            return {"type": "definition-ref", "schema_ref": name}
        if any(isinstance(mark, Made) for mark in marks):
            return {"type": "is-instance", "cls": held}
        return _schema(held, inside)

    fields = {
        each: _field(declared, accepted(declared.annotation, of_class, declared.metadata))
        for each, declared in part_type.model_fields.items()
    }
    schema: Schema = {
        "type": "model",
        "cls": part_type,
        "config": {"validate_by_name": True, "validate_by_alias": True},
        "schema": {"type": "model-fields", "fields": fields, "extra_behavior": "allow"},
    }
    if not again:
        return schema
    inside[name] = schema | {"ref": name}
    return {"type": "definition-ref", "schema_ref": name}


def _field(declared: Declared, schema: Schema) -> Schema:
    if not declared.required:
        schema = {"type": "default", "schema": schema, "default": declared.default}
    return {"type": "model-field", "schema": schema, "validation_alias": declared.key}
