"""What the reader takes from the YAML parser's events; its own types leave all of it open."""

from typing import Protocol


class Mark(Protocol):
    """A place in the text, in characters."""

    index: int


class ParserEvent(Protocol):
    """Something the parser met, from here to there."""

    start_mark: Mark
    end_mark: Mark


class NodeEvent(ParserEvent, Protocol):
    """A value, with what no project may use."""

    anchor: str | None
    tag: str | None


class TextEvent(NodeEvent, Protocol):
    """A value without parts; an empty style means it stands without quotes."""

    value: str
    style: str | None


class StartEvent(NodeEvent, Protocol):
    """The begin of a mapping or a list."""

    flow_style: bool | None


class ReferenceEvent(ParserEvent, Protocol):
    """A value that stands elsewhere."""

    anchor: str
