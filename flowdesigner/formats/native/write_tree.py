"""A plain tree in canonical YAML: block style, short mappings and lists on one line, no folding."""

from collections.abc import Mapping, Sequence
from typing import cast

from flowdesigner.formats.native.layout_of_file import FILE, Style, style_at
from flowdesigner.formats.native.tree import Path, Plain
from flowdesigner.formats.native.write_scalars import WRITERS, literal, quoted
from flowdesigner.formats.native.write_scalars import key as key_text

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
    _entry(str(path[-1]), value, " " * indent, style_at(path), lines)
    return "\n".join(lines)


def _entries(mapping: Mapping[str, Plain], pad: str, style: Style, lines: list[str]) -> None:
    for key, value in mapping.items():
        _entry(key, value, pad, style.part(key), lines)


def _entry(key: str, value: Plain, pad: str, style: Style, lines: list[str]) -> None:
    start = f"{pad}{key_text(key)}:"
    if not _written_short(start, value, pad, style, lines):
        lines.append(start)
        _parts(value, pad + INDENT, style, lines)


def _parts(value: Plain, pad: str, style: Style, lines: list[str]) -> None:
    if isinstance(value, Mapping):
        _entries(value, pad, style, lines)
    elif isinstance(value, Sequence):
        for item in value:
            _item(item, pad, style, lines)


def _item(value: Plain, pad: str, style: Style, lines: list[str]) -> None:
    start = f"{pad}-"
    in_block = bool(value) and isinstance(value, Mapping) and not style.rows
    if in_block or not _written_short(start, value, pad, style, lines):
        first = len(lines)
        _parts(value, pad + INDENT, style, lines)
        lines[first] = f"{start} {lines[first][len(start) + 1 :]}"


def _written_short(start: str, value: Plain, pad: str, style: Style, lines: list[str]) -> bool:
    """Write a value behind its key or dash unless its parts need lines of their own."""
    writer = WRITERS[type(value)]
    if writer is not None:
        text = writer(value)
        if text is None:
            _text(str(value), start, pad + INDENT, lines)
            return True
    elif value and style.tall and isinstance(value, Mapping):
        return False
    else:
        text = _flow(value, style.nested)
        if text is None or (value and len(start) + 1 + len(text) > WIDTH):
            return False
    lines.append(f"{start} {text}")
    return True


def _text(text: str, start: str, pad: str, lines: list[str]) -> None:
    mark = literal(text)
    if mark is None:
        lines.append(f"{start} {quoted(text)}")
        return
    lines.append(f"{start} {mark}")
    lines += [pad + line if line else "" for line in text.removesuffix("\n").split("\n")]


def _flow(value: Plain, nested: bool) -> str | None:
    """A value with parts in `{}` or `[]`, or nothing when it cannot stand there."""
    parts: list[str] = []
    if isinstance(value, (dict, Mapping)):  # asking for a dict first is quicker
        for key, each in value.items():
            writer = WRITERS[type(each)]
            text = writer(each) if writer else _inner_flow(each, nested)
            if text is None:
                return None
            parts.append(f"{key_text(key)}: {text}")
        return "{" + ", ".join(parts) + "}"
    for item in cast(Sequence[Plain], value):
        writer = WRITERS[type(item)]
        text = writer(item) if writer else None
        if text is None:
            return None
        parts.append(text)
    return "[" + ", ".join(parts) + "]"


def _inner_flow(value: Plain, nested: bool) -> str | None:
    in_way = bool(value) and not nested and isinstance(value, Mapping)
    return None if in_way else _flow(value, nested)
