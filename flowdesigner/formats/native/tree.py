"""The plain tree of a project file, and where each part of it stands in the text."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from flowdesigner.errors import worded

Value: TypeAlias = bool | int | float | str | list["Value"] | dict[str, "Value"] | None
"""What a file can hold."""

Plain: TypeAlias = bool | int | float | str | Sequence["Plain"] | Mapping[str, "Plain"] | None
"""What can be written: the same, in any mapping or sequence."""

Path: TypeAlias = tuple[str | int, ...]
"""Keys and list positions from the root to a value."""

# For each container: where it ends when it is in {} or [] (else BLOCK), then for each entry
# the start of its key (mappings only), the start of its value, and the value's end or marks.
Marks: TypeAlias = list["int | Marks"]
BLOCK = -1


class Word(str):
    """A text known to be an id, an enum word, a code or a duration: written without quotes."""

    __slots__ = ()


@dataclass(frozen=True)
class Note:
    """Something worth telling about a file that was read all the same."""

    code: str
    params: Mapping[str, object]
    line: int
    column: int

    def __str__(self) -> str:
        return worded(self.code, self.params, self.line, self.column)


@dataclass(frozen=True)
class Place:
    """A line and a column, both counted from 1."""

    line: int
    column: int


@dataclass(frozen=True)
class Span:
    """Where one entry stands, in characters: its key or list item, and its value."""

    start: int
    value_start: int
    end: int
    flow: bool  # the value is written in {} or []


class Lines:
    """Where the lines of a text begin."""

    def __init__(self, text: str) -> None:
        starts = [0]
        at = text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = text.find("\n", at + 1)
        self.starts = starts

    def place(self, index: int) -> Place:
        """The line and column of a character."""
        row = bisect_right(self.starts, index) - 1
        return Place(row + 1, index - self.starts[row] + 1)


@dataclass(frozen=True)
class Tree:
    """A project file as it was read: its values, its text, and where they stand in it."""

    root: dict[str, Value]
    text: str  # without byte order mark, line ends as they were
    notes: tuple[Note, ...] = ()
    bom: bool = False
    newline: str = "\n"
    marks: Marks = field(default_factory=lambda: [BLOCK], repr=False)

    @cached_property
    def lines(self) -> Lines:
        """Where the lines begin."""
        return Lines(self.text)

    def encode(self) -> bytes:
        """The bytes of the file."""
        return (b"\xef\xbb\xbf" if self.bom else b"") + self.text.encode()

    def place(self, path: Path) -> Place:
        """Where a value stands, or the nearest thing around it that is there."""
        index = 0
        marks: int | Marks = self.marks
        value: Value = self.root
        for step in path:
            found = _child(value, marks, step)
            if found is None:
                break
            value, index, _, marks = found
        return self.lines.place(index)

    def span(self, path: Path) -> Span | None:
        """Where an entry stands, or nothing when it is not there."""
        start = value_start = 0
        marks: int | Marks = self.marks
        value: Value = self.root
        for step in path:
            found = _child(value, marks, step)
            if found is None:
                return None
            value, start, value_start, marks = found
        flow = isinstance(marks, list) and marks[0] != BLOCK
        return Span(start, value_start, end_of(marks, value_start), flow)

    def marks_at(self, path: Path) -> Marks | None:
        """The marks of a mapping or list."""
        marks: int | Marks = self.marks
        value: Value = self.root
        for step in path:
            found = _child(value, marks, step)
            if found is None:
                return None
            value, _, _, marks = found
        return marks if isinstance(marks, list) else None


def end_of(marks: int | Marks, start: int) -> int:
    """Where a value ends; a block of entries ends with its last one."""
    while isinstance(marks, list):
        end = marks[0]
        if end != BLOCK or len(marks) == 1:
            return end if isinstance(end, int) and end != BLOCK else start
        marks = marks[-1]
    return marks


def _child(
    value: Value, marks: int | Marks, step: str | int
) -> tuple[Value, int, int, int | Marks] | None:
    """The value below, where its key or item starts, where it starts itself, and its marks."""
    if not isinstance(marks, list):
        return None
    if isinstance(value, dict) and isinstance(step, str) and step in value:
        at = 1 + 3 * list(value).index(step)
        key, start = marks[at], marks[at + 1]
        assert isinstance(key, int)
        assert isinstance(start, int)
        return value[step], key, start, marks[at + 2]
    if isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value):
        at = 1 + 2 * step
        start = marks[at]
        assert isinstance(start, int)
        return value[step], start, start, marks[at + 1]
    return None
