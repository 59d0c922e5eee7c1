"""A plain tree in canonical YAML: block style, short mappings and lists on one line, no folding."""

from collections.abc import Mapping, Sequence
from typing import cast

from flowdesigner.formats.native.layout_of_file import FILE, Style, style_at
from flowdesigner.formats.native.tree import Path, Plain
from flowdesigner.formats.native.write_scalars import IS_MAPPING, KEYS, WRITERS, literal, quoted

WIDTH = 120
INDENT = "  "
LEAST_AROUND = 5  # a key of one letter, a colon, a space and two quotes


def write_tree(root: Mapping[str, Plain], head: str = "") -> str:
    """The canonical text of a whole file, after its head of comment lines."""
    lines: list[str] = []
    _entries(root, "", FILE, lines)
    lines.append("")
    return head + ("\n".join(lines) if root else "{}\n")


def write_entry(path: Path, value: Plain, indent: int = 0) -> str:
    """The canonical text of one entry, key and value, without the last line end."""
    lines: list[str] = []
    _entries({str(path[-1]): value}, " " * indent, style_at(path[:-1]), lines)
    return "\n".join(lines)


def _entries(mapping: Mapping[str, Plain], pad: str, style: Style, lines: list[str]) -> None:
    for key, value in mapping.items():
        writer = WRITERS[type(value)]
        name = KEYS[key]
        if writer is not None:
            text = writer(value)
            inner = style
        else:
            inner = style.part(key)
            text = _with_parts(value, len(pad) + len(name) + 2, inner)
        if text is not None:  # most entries; the rest of the work is not for them
            lines.append(f"{pad}{name}: {text}")
        elif writer is not None:
            _text(str(value), f"{pad}{name}:", pad + INDENT, lines)
        else:
            lines.append(f"{pad}{name}:")
            _parts(value, pad + INDENT, inner, lines)


def _short(value: Plain, column: int, style: Style) -> str | None:
    """A value as it stands on one line, or nothing when it has to go over several."""
    writer = WRITERS[type(value)]
    return writer(value) if writer is not None else _with_parts(value, column, style)


def _with_parts(value: Plain, column: int, style: Style) -> str | None:
    """A mapping or a list as it stands on one line, or nothing when it does not fit."""
    is_mapping = IS_MAPPING[type(value)]
    if not value:
        return "{}" if is_mapping else "[]"
    if is_mapping and style.tall:
        return None
    text = _flow(value, style.nested, WIDTH - column)
    return text if text is not None and column + len(text) <= WIDTH else None


def _parts(value: Plain, pad: str, style: Style, lines: list[str]) -> None:
    if IS_MAPPING[type(value)]:
        _entries(cast(Mapping[str, Plain], value), pad, style, lines)
        return
    for item in cast(Sequence[Plain], value):
        if item and IS_MAPPING[type(item)] and not style.rows:
            _behind_dash(item, pad, style, lines)
            continue
        text = _short(item, len(pad) + 2, style)
        if text is not None:
            lines.append(f"{pad}- {text}")
        elif isinstance(item, str):
            _text(item, f"{pad}-", pad + INDENT, lines)
        else:
            _behind_dash(item, pad, style, lines)


def _behind_dash(value: Plain, pad: str, style: Style, lines: list[str]) -> None:
    """Write a value with parts in a list, the first of its lines behind the dash."""
    first = len(lines)
    _parts(value, pad + INDENT, style, lines)
    lines[first] = f"{pad}- {lines[first][len(pad) + 2 :]}"


def _text(text: str, start: str, pad: str, lines: list[str]) -> None:
    mark = literal(text)
    if mark is None:
        lines.append(f"{start} {quoted(text)}")
        return
    lines.append(f"{start} {mark}")
    lines += [pad + line if line else "" for line in text.removesuffix("\n").split("\n")]


def _flow(value: Plain, nested: bool, room: int) -> str | None:
    """A value with parts in `{}` or `[]`, or nothing when it cannot stand there or is too long."""
    parts: list[str] = []
    if IS_MAPPING[type(value)]:
        mapping = cast(Mapping[str, Plain], value)
        if _surely_longer(mapping, room):
            return None
        for key, each in mapping.items():
            writer = WRITERS[type(each)]
            text = writer(each) if writer else _inner_flow(each, nested, room)
            if text is None or (room := room - len(text)) < 0:
                return None
            parts.append(f"{KEYS[key]}: {text}")
        return "{" + ", ".join(parts) + "}"
    for item in cast(Sequence[Plain], value):
        writer = WRITERS[type(item)]
        text = writer(item) if writer else None
        if text is None or (room := room - len(text)) < 0:
            return None
        parts.append(text)
    return "[" + ", ".join(parts) + "]"


def _surely_longer(mapping: Mapping[str, Plain], room: int) -> bool:
    """Whether the bare texts in a mapping are too long already; most texts are in two languages."""
    for each in mapping.values():
        if type(each) is str:
            room -= len(each) + LEAST_AROUND
            if room < 0:
                return True
    return False


def _inner_flow(value: Plain, nested: bool, room: int) -> str | None:
    in_way = value and not nested and IS_MAPPING[type(value)]
    return None if in_way else _flow(value, nested, room)
