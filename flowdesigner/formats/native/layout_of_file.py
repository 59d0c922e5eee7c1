"""Which mappings of a project file always stand in block style, however short they are."""

from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from flowdesigner.formats.native.tree import Path, Plain

ANY = "*"


class Style(Struct, frozen=True):
    """How a part of the file is written, and the parts in it."""

    tall: bool = False  # block style even when it would fit on one line
    nested: bool = False  # a mapping in a mapping may still go on one line
    shared: bool = False  # holds entries that are saved one by one
    ordered: bool = False  # their order is the author's
    rows: bool = False  # a mapping in a list goes on one line where it fits
    parts: Mapping[str, "Style"] = field(default_factory=dict)

    def part(self, key: str) -> "Style":
        """The style of what stands under a key."""
        if not self.parts:
            if self.nested:
                return _FREE_NESTED
            return _ROWS if key in _GROUPS else _FREE
        return self.parts.get(key) or self.parts.get(ANY) or _FREE


_FREE = Style()
_FREE_NESTED = Style(nested=True)
_ROWS = Style(rows=True)
_ENTRY = Style(tall=True)
_GROUPS = ("all", "any")  # of conditions


def _with(**parts: Style) -> Style:
    return Style(tall=True, shared=True, parts=parts)


def _each(style: Style, ordered: bool = False) -> Style:
    return Style(tall=True, shared=True, ordered=ordered, parts={ANY: style})


_FLOW = _with(blocks=_each(_ENTRY, ordered=True))
_CONVERSATION = Style(tall=True, parts={"steps": _FREE_NESTED})
_LAYOUT = _with(notes=_each(_FREE), frames=_each(_FREE))

FILE = _with(
    settings=_ENTRY,
    variables=_each(_FREE, ordered=True),
    flows=_each(_FLOW, ordered=True),
    conversations=_each(_CONVERSATION, ordered=True),
    translated_from=_each(_FREE),
    layout=_each(_LAYOUT),
)
"""The style of the whole file."""


def style_at(path: Path) -> Style:
    """The style of the part at a path."""
    style = FILE
    for step in path:
        style = style.part(step) if isinstance(step, str) else style
    return style


def ordered_containers(root: Mapping[str, Plain]) -> Iterator[tuple[str, ...]]:
    """The paths of the mappings in a file whose order is the author's."""
    for name in ("variables", "flows", "conversations"):
        if isinstance(root.get(name), Mapping):
            yield (name,)
    flows = root.get("flows")
    if isinstance(flows, Mapping):
        for flow, value in flows.items():
            if isinstance(value, Mapping) and isinstance(value.get("blocks"), Mapping):
                yield ("flows", flow, "blocks")
