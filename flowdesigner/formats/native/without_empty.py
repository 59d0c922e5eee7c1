"""What a file leaves empty, such as `exits:` with nothing behind it, counts as not given."""

from collections.abc import Mapping

from flowdesigner.formats.native.shapes import (
    Anything,
    Listed,
    Named,
    PartOf,
    Shape,
    file_fields,
    leaves,
    may_be_empty,
)


def without_empty(value: object, shape: Shape) -> object:
    """The value without its fields and named values that are there but empty."""
    for each in leaves(shape):
        if isinstance(each, PartOf) and isinstance(value, Mapping):
            return _part(value, each)
        if isinstance(each, Named) and isinstance(value, Mapping):
            return _named(value, each.value)
        if isinstance(each, Listed) and isinstance(value, list):
            return [without_empty(held, each.item) for held in value]
    return value


def _part(value: Mapping[str, object], shape: PartOf) -> dict[str, object]:
    known = {field.key: field.shape for field in file_fields(shape.type)}
    return {
        key: without_empty(held, known[key]) if key in known else held
        for key, held in value.items()
        if held is not None or key not in known
    }


def _named(value: Mapping[str, object], shape: Shape) -> dict[str, object]:
    if isinstance(shape, PartOf):
        empty: dict[str, object] | None = {} if may_be_empty(shape) else None
        return {
            key: without_empty(empty if held is None else held, shape)
            for key, held in value.items()
        }
    if isinstance(shape, Anything):
        return dict(value)  # nothing is a value there
    return {key: without_empty(held, shape) for key, held in value.items() if held is not None}
