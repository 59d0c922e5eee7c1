"""Going through the fields of a part, however deep, by what they declare.

A path names the way to a value: field names, the id of a listed part (or its position when it
has none), language codes. It is what issues, texts and edits point with.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from msgspec import Struct

from flowdesigner.model.condition import Condition
from flowdesigner.model.fields import Field, Kind, fields_of, holding
from flowdesigner.model.part import Part, Text
from flowdesigner.model.template import Placeholder, placeholders

Path = tuple[str | int, ...]


class Spot(Struct, frozen=True):
    """A declared field of a part somewhere inside another, with its value."""

    path: Path
    field: Field
    owner: Part
    value: object


class TextSpot(Struct, frozen=True):
    """A text for the customer, and where it stands."""

    path: Path
    field: Field
    text: Text


def walk(part: Part, path: Path = ()) -> Iterator[Spot]:
    """Every declared field that has a value, outer before inner."""
    values = part.__dict__
    for name, field, holds in _order(type(part)):
        value = values.get(name)
        if value is None:
            continue
        if field is not None:
            yield Spot((*path, name), field, part, value)
        if holds:
            for way, inner in parts_held(value):
                yield from walk(inner, (*path, name, *way))


@cache
def _order(part_type: type[Part]) -> tuple[tuple[str, Field | None, bool], ...]:
    """The fields that are gone through; a condition is looked at as a whole."""
    declared, inner = fields_of(part_type), holding(part_type)
    conditions = {name for name, field in declared.items() if field.kind is Kind.CONDITION}
    return tuple(
        (name, declared.get(name), name in inner and name not in conditions)
        for name in part_type.model_fields
        if name in declared or name in inner
    )


def parts_held(value: object) -> Iterator[tuple[Path, Part]]:
    """The parts that a value is or holds, with the way to each."""
    if isinstance(value, tuple):
        for position, each in enumerate(value):
            if isinstance(each, Part):
                yield (getattr(each, "id", "") or position,), each
    elif isinstance(value, dict):
        for key, each in value.items():
            if isinstance(each, Part):
                yield (key,), each
    elif isinstance(value, Part):
        yield (), value


def texts_in(part: Part) -> Iterator[TextSpot]:
    """Every text for the customer."""
    return texts_of(walk(part))


def texts_of(spots: Iterable[Spot]) -> Iterator[TextSpot]:
    """Those of the spots that are texts for the customer."""
    for spot in spots:
        if spot.field.kind in (Kind.TEXT, Kind.LABEL) and isinstance(spot.value, dict):
            yield TextSpot(spot.path, spot.field, spot.value)


class Reading(Struct, frozen=True):
    """A place where a variable is read."""

    variable: str
    """The whole path, such as `contact.name`."""
    path: Path
    has_default: bool = False


def readings_of(spots: Iterable[Spot]) -> Iterator[Reading]:
    """The places among the spots where a variable is read."""
    for spot in spots:
        yield from _read_at(spot)


def _read_at(spot: Spot) -> Iterator[Reading]:
    kind, value = spot.field.kind, spot.value
    if kind is Kind.SOURCE and isinstance(value, str):
        yield Reading(value, spot.path)
    elif kind is Kind.CONDITION and isinstance(value, Condition):
        yield from (Reading(variable, spot.path) for variable in value.variables())
    elif kind is Kind.VARIABLES and spot.path[-1] == "keep":
        yield from (Reading(str(name), spot.path, True) for name in _strings(value))
    elif spot.field.templated:
        for place, path in _placeholders(value, spot.path):
            if place.path.partition(".")[0] not in spot.field.knows:
                yield Reading(place.path, path, place.has_default)


def _placeholders(value: object, path: Path) -> Iterator[tuple[Placeholder, Path]]:
    if isinstance(value, str):
        if "{{" in value:
            yield from ((each, path) for each in placeholders(value))
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from _placeholders(each, (*path, str(key)))
    elif isinstance(value, list | tuple):
        for position, each in enumerate(value):
            yield from _placeholders(each, (*path, position))


def writings_of(spots: Iterable[Spot]) -> Iterator[tuple[str, Path]]:
    """The places among the spots where a variable is written."""
    for spot in spots:
        if spot.field.kind is Kind.VARIABLE and isinstance(spot.value, str):
            yield spot.value, spot.path
        elif spot.field.kind is Kind.SAVE and isinstance(spot.value, dict):
            yield from ((str(name), (*spot.path, str(name))) for name in spot.value)
        elif spot.field.kind is Kind.VARIABLES and spot.path[-1] == "take":
            yield from ((str(name), spot.path) for name in _strings(spot.value))


def _strings(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else ()


def dotted(path: Path) -> str:
    """A path as one word, `options.shipped.label.id`."""
    return ".".join(map(str, path))
