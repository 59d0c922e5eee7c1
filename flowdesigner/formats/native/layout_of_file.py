"""Which mappings of a project file always stand in block style, however short they are."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from flowdesigner.formats.native.tree import Path

ANY = "*"


@dataclass(frozen=True)
class Style:
    """How a part of the file is written, and the parts in it."""

    tall: bool = False  # block style even when it would fit on one line
    nested: bool = False  # a mapping in a mapping may still go on one line
    parts: Mapping[str, "Style"] = field(default_factory=dict)

    def part(self, key: str) -> "Style":
        """The style of what stands under a key."""
        return self.parts.get(key) or self.parts.get(ANY) or _inherited(self)


FREE = Style()
_FREE_NESTED = Style(nested=True)
_TALL = Style(tall=True)


def _inherited(style: Style) -> Style:
    return _FREE_NESTED if style.nested and not style.tall else FREE


def _tall(**parts: Style) -> Style:
    return Style(tall=True, parts=parts)


def _each(style: Style) -> Style:
    return Style(tall=True, parts={ANY: style})


FILE = _tall(
    settings=_TALL,
    variables=_TALL,
    flows=_each(_tall(blocks=_each(_TALL))),
    conversations=_each(_tall(steps=_FREE_NESTED)),
    translated_from=_TALL,
    layout=_each(_tall(notes=_TALL, frames=_TALL)),
)
"""The style of the whole file."""


def style_at(path: Path) -> Style:
    """The style of the part at a path."""
    style = FILE
    for step in path:
        style = style.part(step) if isinstance(step, str) else style
    return style
