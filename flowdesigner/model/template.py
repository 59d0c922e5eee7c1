"""Texts with `{{ path | filter: literal }}` in them; any other brace is text.

The syntax is Liquid's, so that a reader who knows Liquid knows ours.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

FILTERS = ("default", "date", "money", "upcase", "downcase", "capitalize", "truncate")
"""The filters a placeholder may pass its value through."""

_PLACEHOLDER = re.compile(
    r"""\{\{-?\s*
    (?P<path>[A-Za-z_][\w]*(?:\.[A-Za-z_0-9][\w]*)*)
    (?P<filters>(?:\s*\|\s*[a-z_]+(?:\s*:\s*(?:"[^"]*"|'[^']*'|-?\d+(?:\.\d+)?|true|false))?)*)
    \s*-?\}\}""",
    re.VERBOSE,
)
_FILTER = re.compile(
    r"""\|\s*(?P<name>[a-z_]+)(?:\s*:\s*(?P<literal>"[^"]*"|'[^']*'|-?\d+(?:\.\d+)?|true|false))?""",
    re.VERBOSE,
)


@dataclass(frozen=True)
class Filter:
    """A filter of a placeholder, with its literal."""

    name: str
    literal: str | int | float | bool | None = None


@dataclass(frozen=True)
class Placeholder:
    """A place in a text where a value is written."""

    path: str
    filters: tuple[Filter, ...] = ()
    start: int = 0
    end: int = 0

    @property
    def has_default(self) -> bool:
        """Whether it says something even when its variable is not set."""
        return any(each.name == "default" for each in self.filters)


Template = tuple[str | Placeholder, ...]


@lru_cache(maxsize=50_000)
def parse_template(text: str) -> Template:
    """A text in its parts: plain text and placeholders, in order."""
    if "{{" not in text:
        return (text,) if text else ()
    return tuple(_parts(text))


def _parts(text: str) -> Iterator[str | Placeholder]:
    at = 0
    for match in _PLACEHOLDER.finditer(text):
        if match.start() > at:
            yield text[at : match.start()]
        filters = tuple(
            Filter(hit["name"], _literal(hit["literal"]))
            for hit in _FILTER.finditer(match["filters"])
        )
        yield Placeholder(match["path"], filters, match.start(), match.end())
        at = match.end()
    if at < len(text):
        yield text[at:]


def _literal(written: str | None) -> str | int | float | bool | None:
    if written is None:
        return None
    if written[0] in "\"'":
        return written[1:-1]
    if written in ("true", "false"):
        return written == "true"
    return float(written) if "." in written else int(written)


def placeholders(text: str) -> Iterator[Placeholder]:
    """The placeholders of a text, in order."""
    return (part for part in parse_template(text) if isinstance(part, Placeholder))


def fill(text: str, write: Callable[[Placeholder], str]) -> str:
    """The text with its placeholders written out."""
    return "".join(part if isinstance(part, str) else write(part) for part in parse_template(text))


def rename_in(text: str, old: str, new: str) -> str:
    """The text with one path called otherwise, all else as it was."""
    pieces, at = [], 0
    for each in placeholders(text):
        root, dot, rest = each.path.partition(".")
        if root == old:
            start = text.index(old, each.start)
            pieces += [text[at:start], new, dot, rest]
            at = start + len(each.path)
    return "".join([*pieces, text[at:]])
