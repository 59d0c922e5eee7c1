"""Looking for words in a whole project, a little at a time."""

import re
from collections.abc import Iterator

from msgspec import Struct

from flowdesigner.find.query import Query
from flowdesigner.find.written import (
    Chosen,
    Written,
    written_in,
    written_in_block,
    written_in_flow,
    written_in_project,
    written_on_sheets,
)
from flowdesigner.model.block import Block
from flowdesigner.model.flow import Flow
from flowdesigner.model.project import Project
from flowdesigner.model.template import placeholders
from flowdesigner.model.walk import Path

_DEFAULT = re.compile(r"""\|\s*default\s*:\s*(?P<literal>"[^"]*"|'[^']*')""")


class Hit(Struct, frozen=True):
    """A place where the words stand."""

    written: Written
    start: int
    end: int
    fixed: bool
    """Whether it is, or touches, a name that is changed only by renaming."""
    quoted: bool = False
    """Whether it stands between the quotes of what a placeholder says instead."""


class _Page(Struct, frozen=True):
    """What was read of a thing, to be kept while the thing stays the same."""

    of: object
    written: tuple[Written, ...]
    folded: str


class Search:
    """Finds words; reads again only what is no longer the same."""

    def __init__(self) -> None:
        self._pages: dict[Path, _Page] = {}
        self._chosen: frozenset[str] = frozenset()

    def slices(self, project: Project, query: Query) -> Iterator[tuple[Hit, ...]]:
        """The hits of one thing after the other, in the order of the file; many find nothing."""
        if not query.words:
            return
        variables = project.variables.items()
        chosen = frozenset(name for name, each in variables if each.type == "choice")
        if chosen != self._chosen:
            self._pages.clear()
            self._chosen = chosen
        pattern, seen = query.pattern, 0
        for path, thing in _things(project):
            seen += 1
            page = self._pages.get(path)
            if page is None or page.of is not thing:
                page = self._pages[path] = _read(path, thing, chosen)
            found = query.may_stand_in(page.folded)
            yield tuple(_hits(page, query, pattern)) if found else ()
        if len(self._pages) > 2 * seen:  # most of what was read is no longer there
            self._pages.clear()

    def all(self, project: Project, query: Query) -> tuple[Hit, ...]:
        """Every hit, now."""
        return tuple(hit for some in self.slices(project, query) for hit in some)


def _things(project: Project) -> Iterator[tuple[Path, object]]:
    for id, flow in project.flows.items():
        yield ("flows", id), flow
        yield from ((("flows", id, "blocks", key), each) for key, each in flow.blocks.items())
        yield ("flows", id, "layout"), flow
    yield from written_in_project(project)


def _read(path: Path, thing: object, chosen: Chosen) -> _Page:
    if isinstance(thing, Block):
        written = written_in_block(path, thing, chosen)
    elif isinstance(thing, Flow):
        written = (written_on_sheets if path[2:] else written_in_flow)(path, thing)
    else:
        written = written_in(path, thing, chosen)
    return _Page(thing, written, "\0".join(each.text.lower() for each in written))


def _hits(page: _Page, query: Query, pattern: re.Pattern[str]) -> Iterator[Hit]:
    for each in page.written:
        if query.language and each.language != query.language:
            continue
        kept: tuple[_Kept, ...] | None = None
        for match in pattern.finditer(each.text):
            if kept is None:
                kept = tuple(_kept(each.text)) if each.templated else ()
            start, end = match.span()
            touched = [place for place in kept if start < place.end and place.start < end]
            quoted = any(place.says(start, end) for place in touched)
            yield Hit(each, start, end, each.fixed or bool(touched and not quoted), quoted)


class _Kept(Struct, frozen=True):
    """A placeholder in a text, and where in it words for the reader stand."""

    start: int
    end: int
    quote: tuple[int, int]

    def says(self, start: int, end: int) -> bool:
        return self.quote[0] <= start and end <= self.quote[1]


def _kept(text: str) -> Iterator[_Kept]:
    for each in placeholders(text):
        said = _DEFAULT.search(text, each.start, each.end)
        quote = (said.start("literal") + 1, said.end("literal") - 1) if said else (0, -1)
        yield _Kept(each.start, each.end, quote)
