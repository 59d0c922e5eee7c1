"""A plain tree in canonical YAML: block style, short mappings and lists on one line, no folding."""

from collections.abc import Mapping, Sequence

from flowdesigner.formats.native.layout_of_file import FILE, Style, style_at
from flowdesigner.formats.native.tree import Path, Plain
from flowdesigner.formats.native.write_scalars import key as key_text
from flowdesigner.formats.native.write_scalars import literal, scalar

WIDTH = 120
INDENT = "  "


def write_tree(root: Mapping[str, Plain], head: str = "") -> str:
    """The canonical text of a whole file, after its head of comment lines."""
    lines: list[str] = []
    _entries(root, "", FILE, lines)
    return head + "".join(f"{line}\n" for line in lines) if lines else f"{head}{{}}\n"


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
    text = _on_one_line(value, len(start) + 1, style)
    if text is not None:
        lines.append(f"{start} {text}")
    elif isinstance(value, str):
        _text(value, start, pad + INDENT, lines)
    else:
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
    text = None
    if not isinstance(value, Mapping) or not value:
        text = _on_one_line(value, len(start) + 1, style)
    if text is not None:
        lines.append(f"{start} {text}")
    elif isinstance(value, str):
        _text(value, start, pad + INDENT, lines)
    else:
        first = len(lines)
        _parts(value, pad + INDENT, style, lines)
        lines[first] = f"{start} {lines[first][len(start) + 1 :]}"


def _text(text: str, start: str, pad: str, lines: list[str]) -> None:
    mark = literal(text)
    if mark is None:
        lines.append(f"{start} {scalar(text)}")
        return
    lines.append(f"{start} {mark}")
    lines += [pad + line if line else "" for line in text.removesuffix("\n").split("\n")]


def _on_one_line(value: Plain, column: int, style: Style) -> str | None:
    """The value as it stands on one line, or nothing when it has to go over several."""
    if isinstance(value, str):
        return None if "\n" in value else scalar(value)
    if isinstance(value, Mapping):
        if style.tall and value:
            return None
        text = _flow_mapping(value, style.nested)
    elif isinstance(value, Sequence):
        text = _flow_list(value)
    else:
        return scalar(value)
    return text if text is not None and column + len(text) <= WIDTH else None


def _flow_mapping(mapping: Mapping[str, Plain], nested: bool) -> str | None:
    parts: list[str] = []
    for key, value in mapping.items():
        text = _flow(value, nested)
        if text is None:
            return None
        parts.append(f"{key_text(key)}: {text}")
    return "{" + ", ".join(parts) + "}"


def _flow(value: Plain, nested: bool) -> str | None:
    if isinstance(value, str):
        return None if "\n" in value else scalar(value)
    if isinstance(value, Mapping):
        return _flow_mapping(value, nested) if nested or not value else None
    if isinstance(value, Sequence):
        return _flow_list(value)
    return scalar(value)


def _flow_list(items: Sequence[Plain]) -> str | None:
    parts: list[str] = []
    for item in items:
        if isinstance(item, str):
            if "\n" in item:
                return None
        elif isinstance(item, Mapping | Sequence):
            return None
        parts.append(scalar(item))
    return "[" + ", ".join(parts) + "]"
