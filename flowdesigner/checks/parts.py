"""Every part inside a part, conditions included, with the way to it."""

from collections.abc import Iterator

from flowdesigner.model.part import Part
from flowdesigner.model.walk import Path


def parts_in(part: Part, path: Path = ()) -> Iterator[tuple[Path, Part]]:
    """The part itself and all inside it, outer before inner."""
    yield path, part
    for name, value in part.__dict__.items():
        if isinstance(value, Part | tuple | dict):
            for way, each in _held(value):
                yield from parts_in(each, (*path, name, *way))


def _held(value: object) -> Iterator[tuple[Path, Part]]:
    if isinstance(value, Part):
        yield (), value
    elif isinstance(value, tuple):
        for position, each in enumerate(value):
            if isinstance(each, Part):
                yield (getattr(each, "id", "") or position,), each
    elif isinstance(value, dict):
        for key, each in value.items():
            if isinstance(each, Part):
                yield (key,), each
