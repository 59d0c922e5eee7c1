"""A plain tree in canonical YAML: block style, short mappings and lists on one line, no folding."""

from collections.abc import Mapping, Sequence
from typing import cast

from flowdesigner.formats.native.layout_of_file import FILE, Style, style_at
from flowdesigner.formats.native.tree import Path, Plain
from flowdesigner.formats.native.write_scalars import IS_MAPPING, KEYS, WRITERS, literal, quoted

WIDTH = 120
INDENT = "  "


def write_tree(root: Mapping[str, Plain], head: str = "") -> str:
    """The canonical text of a whole file, after its head of comment lines."""
    lines: list[str] = []
    _entries(root, "", FILE, lines)
    lines.append("")
    return head + ("\n".join(lines) if root else "{}\n")


def write_entry(path: Path, value: Plain, indent: int = 0) -> str:
    """The canonical text of one entry, key and value, without the last line end."""
    lines: list[str] = []
    key = str(path[-1])
    _behind(f"{' ' * indent}{KEYS[key]}:", value, " " * indent, style_at(path), lines)
    return "\n".join(lines)


def _entries(mapping: Mapping[str, Plain], pad: str, style: Style, lines: list[str]) -> None:
    for key, value in mapping.items():
        writer = WRITERS[type(value)]
        text = writer(value) if writer else None
        if text is not None:  # most entries; the rest of the work is not for them
            lines.append(f"{pad}{KEYS[key]}: {text}")
        else:
            _behind(f"{pad}{KEYS[key]}:", value, pad, style.part(key), lines)


def _behind(start: str, value: Plain, pad: str, style: Style, lines: list[str]) -> None:
    """Write a value behind its key, or on the lines below."""
    text = _short(value, len(start) + 1, style)
    if text is not None:
        lines.append(f"{start} {text}")
    elif isinstance(value, str):
        _text(value, start, pad + INDENT, lines)
    else:
        lines.append(start)
        _parts(value, pad + INDENT, style, lines)


def _short(value: Plain, column: int, style: Style) -> str | None:
    """A value as it stands on one line, or nothing when it has to go over several."""
    kind = type(value)
    writer = WRITERS[kind]
    if writer is not None:
        return writer(value)
    if not value:
        return "{}" if IS_MAPPING[kind] else "[]"
    if style.tall and IS_MAPPING[kind]:
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
        for key, each in cast(Mapping[str, Plain], value).items():
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


def _inner_flow(value: Plain, nested: bool, room: int) -> str | None:
    in_way = value and not nested and IS_MAPPING[type(value)]
    return None if in_way else _flow(value, nested, room)
