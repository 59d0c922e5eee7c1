"""Reading and replacing the value at a path inside a part; see `walk.Path`."""

from collections.abc import Mapping

from flowdesigner.model.part import P, Part, changed
from flowdesigner.model.walk import Path


def value_at(value: object, path: Path) -> object:
    """What stands at a path, or nothing."""
    for step in path:
        if isinstance(value, Part):
            value = getattr(value, str(step), value.unknown.get(str(step)))
        elif isinstance(value, Mapping):
            value = value.get(step)
        elif isinstance(value, tuple | list):
            position = _position(value, step)
            value = None if position is None else value[position]
        else:
            return None
    return value


def with_value(part: P, path: Path, value: object) -> P:
    """The part with another value at a path; `None` takes it away, and what it leaves empty.

    Parts on the way that do not exist yet are made.
    """
    name = str(path[0])
    if len(path) == 1:
        return changed(part, **{name: value})
    inner = _replaced(getattr(part, name, None), path[1:], value)
    return changed(part, **{name: inner})


def _replaced(held: object, path: Path, value: object) -> object:
    if not path:
        return value
    if isinstance(held, Part):
        after = with_value(held, path, value)
        return None if value is None and not after.model_fields_set and not after.unknown else after
    if isinstance(held, tuple | list):
        position = _position(held, path[0])
        if position is None:
            raise KeyError(path[0])
        inner = _replaced(held[position], path[1:], value)
        rest = (*held[:position], *(() if inner is None else (inner,)), *held[position + 1 :])
        return type(held)(rest) or None
    mapping = dict(held) if isinstance(held, Mapping) else {}
    inner = _replaced(mapping.get(path[0]), path[1:], value)
    if inner is None:
        mapping.pop(path[0], None)
    else:
        mapping[path[0]] = inner
    return mapping or None


def _position(held: tuple[object, ...] | list[object], step: str | int) -> int | None:
    if isinstance(step, int):
        return step if 0 <= step < len(held) else None
    ids = (getattr(each, "id", None) for each in held)
    return next((at for at, id in enumerate(ids) if id == step), None)
