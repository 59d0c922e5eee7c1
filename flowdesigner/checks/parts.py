"""Every part inside a part, conditions included, with the way to it."""

from collections.abc import Iterator

from flowdesigner.model.fields import holding
from flowdesigner.model.part import Part
from flowdesigner.model.walk import Path, parts_held


def parts_in(part: Part, path: Path = ()) -> Iterator[tuple[Path, Part]]:
    """The part itself and all inside it, outer before inner."""
    yield path, part
    values = part.__dict__
    for name in holding(type(part)):
        for way, each in parts_held(values.get(name)):
            yield from parts_in(each, (*path, name, *way))
