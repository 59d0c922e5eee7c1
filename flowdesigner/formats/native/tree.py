"""The plain tree of a project file, and where each part of it stands in the text."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeAlias

from msgspec import Struct, field

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


class Note(Struct, frozen=True):
    """Something worth telling about a file that was read all the same."""

    code: str
    params: Mapping[str, object]
    line: int
    column: int

    def __str__(self) -> str:
        return worded(self.code, self.params, self.line, self.column)


class Place(Struct, frozen=True):
    """A line and a column, both counted from 1."""

    line: int
    column: int


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


class Tree(Struct, frozen=True, dict=True):
    """A project file as it was read: its values, its text, and where they stand in it."""

    root: dict[str, Value]
    text: str  # without byte order mark, line ends as they were
    notes: tuple[Note, ...] = ()
    bom: bool = False
    newline: str = "\n"
    marks: Marks = field(default_factory=lambda: [BLOCK])

    @cached_property
    def lines(self) -> Lines:
        """Where the lines begin."""
        return Lines(self.text)

    def encode(self) -> bytes:
        """The bytes of the file."""
        return (b"\xef\xbb\xbf" if self.bom else b"") + self.text.encode()

    def place(self, path: Path) -> Place:
        """Where a value stands, or the nearest thing around it that is there."""
        found = self._root()
        for step in path:
            below = found.below(step)
            if below is None:
                break
            found = below
        return self.lines.place(found.start)

    def find(self, path: Path) -> "Found | None":
        """A value and where it stands, or nothing when it is not there."""
        found: Found | None = self._root()
        for step in path:
            found = found.below(step) if found else None
        return found

    def _root(self) -> "Found":
        return Found(self.root, 0, 0, self.marks)


class Found(Struct, frozen=True):
    """A value of a tree and where it stands, in characters: its key or list item, and itself."""

    value: Value
    start: int
    value_start: int
    marks: int | Marks

    @property
    def end(self) -> int:
        """Where it ends; a block of entries ends with its last one."""
        start, marks = self.value_start, self.marks
        while isinstance(marks, list) and marks[0] == BLOCK and len(marks) > 1:
            marks = marks[-1]
        end = marks[0] if isinstance(marks, list) else marks
        return end if isinstance(end, int) and end != BLOCK else start

    @property
    def in_block(self) -> bool:
        """Whether it has parts that stand on lines of their own."""
        return isinstance(self.marks, list) and self.marks[0] == BLOCK

    def below(self, step: str | int) -> "Found | None":
        """The value at a key or a position."""
        if isinstance(self.value, dict) and isinstance(step, str) and step in self.value:
            return self._part(list(self.value).index(step), self.value[step])
        if isinstance(self.value, list) and isinstance(step, int) and 0 <= step < len(self.value):
            return self._part(step, self.value[step])
        return None

    def parts(self) -> Iterator["Found"]:
        """The values in it, in order."""
        if isinstance(self.value, dict | list):
            values = self.value.values() if isinstance(self.value, dict) else self.value
            for position, value in enumerate(values):
                yield self._part(position, value)

    def _part(self, position: int, value: Value) -> "Found":
        marks = self.marks
        assert isinstance(marks, list)
        if isinstance(self.value, dict):
            start, value_start, end = marks[3 * position + 1 : 3 * position + 4]
        else:
            value_start, end = marks[2 * position + 1 : 2 * position + 3]
            start = value_start
        assert isinstance(start, int)
        assert isinstance(value_start, int)
        return Found(value, start, value_start, end)
