"""Python source with data in it, the same bytes every time."""

import re
from collections.abc import Mapping

from flowdesigner.formats.rasa.piece import ActionClass

WIDTH = 96


def literal(value: object, column: int = 0, indent: int = 0) -> str:
    """A value as Python writes it, on one line where it fits behind a column."""
    flat = _flat(value)
    if len(flat) + column <= WIDTH or not isinstance(value, Mapping | list | tuple) or not value:
        return flat
    inner = indent + 4
    pad = " " * inner
    if isinstance(value, Mapping):
        keys = {f"{pad}{each!r}: ": held for each, held in value.items()}
        lines = [f"{key}{literal(held, len(key) + 1, inner)}," for key, held in keys.items()]
        return "\n".join(["{", *lines, " " * indent + "}"])
    opens, closes = ("(", ")") if isinstance(value, tuple) else ("[", "]")
    lines = [f"{pad}{literal(held, inner + 1, inner)}," for held in value]
    return "\n".join([opens, *lines, " " * indent + closes])


def _flat(value: object) -> str:
    if isinstance(value, Mapping):
        parts = (f"{each!r}: {_flat(held)}" for each, held in value.items())
        return "{" + ", ".join(parts) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flat, value)) + "]"
    if isinstance(value, tuple):
        inner = ", ".join(map(_flat, value))
        return f"({inner},)" if len(value) == 1 else f"({inner})"
    if value is None or isinstance(value, bool | int | float):
        return repr(value)
    return repr(str(value))


def class_source(each: ActionClass, name: str) -> str:
    """A class of actions.py."""
    lines = [f"class {name}({each.kind}):", f"    action = {each.name!r}"]
    for key, held in each.attributes.items():
        start = f"    {key} = "
        lines.append(start + literal(held, len(start), 4))
    return "\n".join(lines)


def class_name(action: str) -> str:
    """What the class of an action is called."""
    return "".join(word.capitalize() for word in re.split("_+", action))
