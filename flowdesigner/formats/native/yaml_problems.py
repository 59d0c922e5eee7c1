"""Turns what the YAML parser complains of into plain words and a place."""

import re

import yaml
from yaml.reader import ReaderError

from flowdesigner.errors import FileError, MalformedYaml
from flowdesigner.formats.native.tree import Lines

LONGEST_PROBLEM = 200
_CONFLICT = re.compile(r"^(?:<{7} |={7}$|>{7} )", re.MULTILINE)
# Whatever YAML does not allow at all; the parser itself tells no line. Seldom needed and slow
# to compile, so it is a text.
_UNREADABLE = "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
# The parser's words, in the order tried, and our hint.
_HINTS = (
    ("end of stream", "unclosed"),
    ("escape", "escape"),
    ("hexdecimal", "escape"),
    ("Unicode", "escape"),
    ("version", "version"),
    ("incompatible YAML", "version"),
    ("mapping values are not allowed", "colon"),
    ("could not find expected ':'", "no-colon"),
    ("sequence entries are not allowed", "dash"),
    ("or ']'", "bracket"),
    ("or '}'", "bracket"),
    ("expected key", "indent"),
    ("expected '-'", "indent"),
    ("<document start>", "indent"),
    ("cannot start any token", "start"),
)
_LONGEST_SIMPLE_KEY = 1024


def unreadable(problem: yaml.YAMLError, text: str) -> FileError:
    """The error for a text the parser cannot read."""
    if isinstance(problem, ReaderError):
        return _bad_character(text)
    if not isinstance(problem, yaml.MarkedYAMLError):
        return MalformedYaml("yaml-syntax", {"problem": str(problem)[:LONGEST_PROBLEM]})
    mark = problem.problem_mark or problem.context_mark
    words = str(problem.problem or problem.context or "")[:LONGEST_PROBLEM]
    index = min(mark.index, len(text)) if mark else 0
    hint = _hint(words, text, index)
    if hint == "unclosed" and problem.context_mark:
        index = problem.context_mark.index  # where the text begins says more than where it ends
    conflict = _CONFLICT.search(text)
    if conflict:
        index, hint = conflict.start(), "merge-conflict"
    place = Lines(text).place(index)
    return MalformedYaml("yaml-syntax", {"problem": words, "hint": hint}, place.line, place.column)


def _hint(words: str, text: str, index: int) -> str:
    line_start = text.rfind("\n", 0, index) + 1
    before = text[line_start:index]
    if text[index : index + 1] == "\t" or "tab" in words or _tab_indents(before):
        return "tab"
    if index - line_start > _LONGEST_SIMPLE_KEY and "mapping values" in words:
        return "key-too-long"
    return next((hint for part, hint in _HINTS if part in words), "")


def _tab_indents(before: str) -> bool:
    return "\t" in before[: len(before) - len(before.lstrip())]


def _bad_character(text: str) -> FileError:
    found = re.search(_UNREADABLE, text)
    if found is None:
        return MalformedYaml("bad-character", {"character": "?"})
    place = Lines(text).place(found.start())
    character = f"U+{ord(found[0]):04X}"
    return MalformedYaml("bad-character", {"character": character}, place.line, place.column)
