"""The values inside parts, each at its place, so that two versions can be laid side by side."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec import Struct

from flowdesigner.checks.parts import parts_in
from flowdesigner.model.fields import Field, Kind
from flowdesigner.model.part import Part
from flowdesigner.model.walk import Path, Spot, parts_held, walk


class Leaf(Struct, frozen=True):
    """A field that holds no others, or one language of a text."""

    field: Field
    value: object


class Listed(Struct, frozen=True):
    """The lists of parts inside others."""

    fields: Mapping[Path, Field]
    parts: Mapping[Path, Part]

    def under(self, path: Path) -> Mapping[Path, Part]:
        """The parts of one list."""
        return {id: part for id, part in self.parts.items() if id[:-1] == path}


def listed(parts: Sequence[Part]) -> Listed:
    """The lists and what stands in them."""
    spots = [spot for spot in _spots(parts) if spot.field.kind in (Kind.PARTS, Kind.PART)]
    fields = {spot.path if _many(spot) else spot.path[:-1]: spot.field for spot in spots}
    found = {(*spot.path, *way): part for spot in spots for way, part in parts_held(spot.value)}
    return Listed(fields, found)


def leaves(parts: Sequence[Part], without: Collection[Path] = ()) -> Mapping[Path, Leaf]:
    """The values at their places, without those inside some parts."""
    return {
        path: leaf
        for spot in _spots(parts)
        for path, leaf in _split(spot)
        if not any(path[: len(each)] == each for each in without)
    }


def unknown_keys(parts: Sequence[Part]) -> frozenset[str]:
    """What the file says at any of the parts that the program does not know."""
    return frozenset(
        key for part in parts for _path, inner in parts_in(part) for key in inner.unknown
    )


def _spots(parts: Sequence[Part]) -> Iterator[Spot]:
    """Every field with a value; further parts have their number before the path."""
    for at, part in enumerate(parts):
        yield from walk(part, () if at == 0 else (at,))


def _many(spot: Spot) -> bool:
    return isinstance(spot.value, tuple)


def _split(spot: Spot) -> Iterator[tuple[Path, Leaf]]:
    if spot.field.kind in (Kind.PART, Kind.PARTS):
        return
    if spot.field.translated and isinstance(spot.value, Mapping):
        for code, words in spot.value.items():
            yield (*spot.path, code), Leaf(spot.field, words)
    else:
        yield spot.path, Leaf(spot.field, spot.value)
