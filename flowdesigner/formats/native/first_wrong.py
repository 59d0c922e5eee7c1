"""Finds the first value of a file, in its own order, that the project cannot hold."""

from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from flowdesigner.formats.native.shapes import (
    AnyNumber,
    AnyText,
    Either,
    FieldShape,
    Listed,
    Named,
    OneOf,
    PartOf,
    Row,
    Shape,
    YesNo,
    file_fields,
    leaves,
)
from flowdesigner.formats.native.tree import Path


class Wrong(Struct, frozen=True):
    """A value that cannot stay: the way to it, the fields on that way, and what belongs there."""

    value: object
    shape: Shape
    path: Path = ()
    fields: tuple[FieldShape | None, ...] = ()
    missing: FieldShape | None = None
    """What the value lacks, when it is of the right kind."""

    @property
    def field(self) -> FieldShape | None:
        """The field whose value it is, if it is one's."""
        return self.fields[-1] if self.fields else None

    def inside(self, step: str | int, field: FieldShape | None) -> "Wrong":
        """The same, seen from what holds it."""
        return replace(self, path=(step, *self.path), fields=(field, *self.fields))


def first_wrong(value: object, shape: Shape) -> Wrong | None:
    """The first value that cannot stay, or nothing."""
    look = _LOOKS.get(type(shape))
    if look is not None:
        return look(value, shape)
    return None if _fits(value, shape) else Wrong(value, shape)


def _fits(value: object, shape: Shape) -> bool:
    match shape:
        case AnyText():
            return isinstance(value, str)
        case OneOf(words):
            return isinstance(value, str) and value in words
        case YesNo():
            return isinstance(value, bool)
        case AnyNumber(whole):
            number = isinstance(value, int | float) and not isinstance(value, bool)
            return number and (not whole or value == int(value))  # type: ignore[call-overload]
    return True


def _in_part(value: object, shape: PartOf) -> Wrong | None:
    if isinstance(value, shape.type):
        return None  # made already
    if not isinstance(value, Mapping):
        return Wrong(value, shape)
    fields = file_fields(shape.type)
    for field in fields:
        if field.required and value.get(field.key) is None:
            return Wrong(value, shape, missing=field)
    known = {field.name: field for field in fields if field.key not in value}
    known |= {field.key: field for field in fields}
    entries = ((key, held, known.get(key)) for key, held in value.items() if held is not None)
    return _first((key, held, field, field.shape) for key, held, field in entries if field)


def _in_named(value: object, shape: Named) -> Wrong | None:
    if not isinstance(value, Mapping):
        return Wrong(value, shape)
    return _first((key, held, None, shape.value) for key, held in value.items())


def _in_list(value: object, shape: Listed) -> Wrong | None:
    if not isinstance(value, list | tuple):
        return Wrong(value, shape)
    return _first((at, held, None, shape.item) for at, held in enumerate(value))


def _in_row(value: object, shape: Row) -> Wrong | None:
    if not isinstance(value, list | tuple) or len(value) != len(shape.items):
        return Wrong(value, shape)
    pairs = zip(value, shape.items, strict=True)
    return _first((at, held, None, item) for at, (held, item) in enumerate(pairs))


def _in_either(value: object, shape: Either) -> Wrong | None:
    found = [first_wrong(value, option) for option in leaves(shape)]
    if None in found:
        return None
    # Where one of the shapes nearly fits, the innermost value is the one to look at.
    nearest = max((each for each in found if each), key=lambda each: len(each.path))
    return nearest if nearest.path or nearest.missing else Wrong(value, shape)


def _first(entries: Iterable[tuple[str | int, object, FieldShape | None, Shape]]) -> Wrong | None:
    for step, held, field, shape in entries:
        found = first_wrong(held, shape)
        if found is not None:
            return found.inside(step, field)
    return None


_LOOKS: Mapping[type, Callable[..., Wrong | None]] = {
    PartOf: _in_part,
    Named: _in_named,
    Listed: _in_list,
    Row: _in_row,
    Either: _in_either,
}
