"""Every part inside a part, conditions included, with the way to it."""

from collections.abc import Iterator

from flowdesigner.model.part import Part
from flowdesigner.model.walk import Path, parts_held


def parts_in(part: Part, path: Path = ()) -> Iterator[tuple[Path, Part]]:
    """The part itself and all inside it, outer before inner."""
    yield path, part
    for name, value in part.__dict__.items():
        if isinstance(value, Part | tuple | dict):
            for way, each in parts_held(value):
                yield from parts_in(each, (*path, name, *way))
