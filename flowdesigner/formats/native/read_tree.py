"""Bytes of a foreign file in, plain tree with spans out, within limits and without surprises.

Built from the parser's events, so nothing a file asks for is ever made: no anchors, no tags, no
merge keys. Keys are always text; so are the words another reader would retype, with a note.
"""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeAlias, cast

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from flowdesigner.errors import FileError, MalformedYaml, WrongShape
from flowdesigner.formats.native.parser_events import (
    NodeEvent,
    ParserEvent,
    ReferenceEvent,
    StartEvent,
    TextEvent,
)
from flowdesigner.formats.native.read_bytes import decode, line_end
from flowdesigner.formats.native.scalars import BadNumber, forbidden_character, plain_value
from flowdesigner.formats.native.tree import BLOCK, Lines, Marks, Note, Tree, Value
from flowdesigner.formats.native.yaml_problems import unreadable

DEEPEST = 64
MOST_ITEMS = 3_000_000
LONGEST_TEXT = 1_000_000
LONGEST_KEY = 256
SHOWN = 40  # characters of a file's own words in a message

Container: TypeAlias = dict[str, Value] | list[Value]
_Frame: TypeAlias = tuple[Container, Marks, str | None]


def read_tree(data: bytes) -> Tree:
    """The tree of a project file; raises a `FileError` that says what is wrong and where."""
    text, bom = decode(data)
    builder = _Builder(text)
    with _no_garbage_collection():
        builder.run()
    return Tree(
        root=builder.mapping_root(),
        text=text,
        notes=tuple(builder.notes),
        bom=bom,
        newline=line_end(text),
        marks=builder.marks,
    )


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    # Hundreds of thousands of new objects and no cycle among them: collecting doubles the time.
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Builder:
    """Puts the tree together, one event at a time."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.notes: list[Note] = []
        self.root: Value = None
        self.container: Container = []  # stands for the document: its one item is the root
        self.marks: Marks = [BLOCK]
        self.key: str | None = None
        self.stack: list[_Frame] = []
        self.documents = 0
        self.known: dict[str, Value] = {}  # plain words met before, and what they mean
        self.lines: Lines | None = None

    def run(self) -> None:
        """Read the whole text."""
        try:
            self._events(yaml.CSafeLoader(self.text))
        except yaml.YAMLError as problem:
            raise unreadable(problem, self.text) from None
        document = self.container
        assert isinstance(document, list)
        if not document:
            raise WrongShape("empty-file")
        self.root = document[0]
        marks = self.marks[2]
        self.marks = marks if isinstance(marks, list) else [BLOCK]

    def mapping_root(self) -> dict[str, Value]:
        """The root, which has to be named values."""
        if not isinstance(self.root, dict):
            raise WrongShape("root-not-mapping", {}, 1, 1)
        return self.root

    def _events(self, loader: yaml.CSafeLoader) -> None:
        next_event = cast(Callable[[], ParserEvent], loader.get_event)
        handle: dict[type, Callable[..., None]] = {
            ScalarEvent: self._scalar,
            MappingStartEvent: self._start,
            SequenceStartEvent: self._start,
            MappingEndEvent: self._end,
            SequenceEndEvent: self._end,
            AliasEvent: self._alias,
            DocumentStartEvent: self._document,
        }
        ignore = _ignore
        for _ in range(MOST_ITEMS):
            event = next_event()
            kind: type = type(event)
            if kind is StreamEndEvent:
                return
            handle.get(kind, ignore)(event)
        raise self._error("too-many-items", event, limit=MOST_ITEMS)

    def _scalar(self, event: TextEvent) -> None:
        text: str = event.value
        if event.anchor is not None or event.tag is not None:
            self._refuse_property(event)
        if len(text) > LONGEST_TEXT:
            raise self._error("text-too-long", event, length=len(text), limit=LONGEST_TEXT)
        if not text.isprintable():
            character = forbidden_character(text)
            if character:
                raise self._error("control-character", event, character=character)
        container = self.container
        if self.key is None and type(container) is dict:
            self._name(text, event, container)
            return
        value: Value = text
        if not event.style:
            value = self.known[text] if text in self.known else self._plain(text, event)
        start = event.start_mark.index
        if type(container) is dict:
            container[self.key] = value  # type: ignore[index]
            self.key = None
        else:
            container.append(value)  # type: ignore[union-attr]
        self.marks += (start, event.end_mark.index)

    def _name(self, text: str, event: TextEvent, container: dict[str, Value]) -> None:
        if text in container:
            raise self._error("duplicate-key", event, key=_short(text))
        if len(text) > LONGEST_KEY:
            raise self._error("key-too-long", event, key=_short(text), limit=LONGEST_KEY)
        if text == "<<" and not event.style:
            raise self._error("merge-key", event)
        self.key = text
        self.marks.append(event.start_mark.index)

    def _plain(self, text: str, event: TextEvent) -> Value:
        try:
            value, ambiguous = plain_value(text)
        except BadNumber as problem:
            raise self._error(str(problem), event, value=_short(text)) from None
        if ambiguous:
            place = self._lines().place(event.start_mark.index)
            note = Note("read-as-text", {"value": _short(text)}, place.line, place.column)
            self.notes.append(note)
        else:
            self.known[text] = value
        return value

    def _start(self, event: StartEvent) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_property(event)
        if len(self.stack) >= DEEPEST:
            raise self._error("too-deep", event, limit=DEEPEST)
        above, marks_above = self.container, self.marks
        start = event.start_mark.index
        kind: type = type(event)
        child: Container = {} if kind is MappingStartEvent else []
        marks: Marks = [0 if event.flow_style else BLOCK]
        if type(above) is list:
            above.append(child)
        elif self.key is None:
            raise self._error("key-not-text", event, shape=WrongShape)
        else:
            above[self.key] = child  # type: ignore[call-overload]
        marks_above += (start, marks)
        self.stack.append((above, marks_above, None))
        self.container, self.marks, self.key = child, marks, None

    def _end(self, event: ParserEvent) -> None:
        if self.marks[0] != BLOCK:
            self.marks[0] = event.end_mark.index
        self.container, self.marks, self.key = self.stack.pop()

    def _alias(self, event: ReferenceEvent) -> None:
        raise self._error("alias", event, name=_short(event.anchor))

    def _document(self, event: ParserEvent) -> None:
        self.documents += 1
        if self.documents > 1:
            raise self._error("two-documents", event)

    def _refuse_property(self, event: NodeEvent) -> None:
        if event.anchor is not None:
            raise self._error("anchor", event, name=_short(event.anchor))
        raise self._error("tag", event, tag=_short(event.tag or ""))

    def _lines(self) -> Lines:
        self.lines = self.lines or Lines(self.text)
        return self.lines

    def _error(
        self,
        code: str,
        event: ParserEvent,
        shape: type[FileError] = MalformedYaml,
        **params: object,
    ) -> FileError:
        place = self._lines().place(event.start_mark.index)
        return shape(code, params, place.line, place.column)


def _ignore(event: ParserEvent) -> None:
    """Stream start and document end say nothing."""


def _short(text: str) -> str:
    return text if len(text) <= SHOWN else text[:SHOWN] + "…"
