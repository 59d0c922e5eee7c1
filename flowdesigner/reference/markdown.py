"""Pieces of Markdown that both the window and a web page read alike."""

import posixpath
import re
from collections.abc import Iterable, Sequence

from flowdesigner.texts import translate

NOTHING = "\N{EN DASH}"
"""Stands in an empty cell, which readers of Markdown would otherwise join to its neighbour."""

_LINK = re.compile(r"\]\(([a-z]+)/([\w-]+)\.md\)")
_ENGLISH_ONLY = ("formats",)
"""The folders of `docs` in which people have written, in English."""


def heading(words: str, level: int = 2) -> str:
    """A heading; the words are an English key."""
    return "#" * level + " " + translate(words)


def link(title: str, address: str) -> str:
    """A link to another page of the reference."""
    return f"[{plain(title)}]({address}.md)"


def bullets(lines: Iterable[str]) -> str:
    """A list."""
    return "\n".join(f"- {each}" for each in lines)


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table, or nothing when it has no rows; the heads are English keys."""
    lines = [" | ".join(each or NOTHING for each in row) for row in rows]
    if not lines:
        return ""
    head = " | ".join(translate(each) if each else " " for each in heads)
    return "\n".join((f"| {head} |", "|---" * len(heads) + "|", *(f"| {row} |" for row in lines)))


def plain(words: str) -> str:
    """Words that no table takes for its own."""
    return words.replace("|", "\\|").replace("\n", " ")


def joined(*parts: str) -> str:
    """A page of the parts that have something to say."""
    return "\n\n".join(filter(None, parts)) + "\n"


def file_of(address: str, language: str) -> str:
    """Where a page stands below `docs`, in the folder of its language."""
    folder, name = address.split("/")
    inner = "id/" if language == "id" and folder not in _ENGLISH_ONLY else ""
    return f"{folder}/{inner}{name}.md"


def in_docs(text: str, address: str, language: str) -> str:
    """A page whose links lead from its file to those of the other pages."""
    here = posixpath.dirname(file_of(address, language))

    def placed(found: re.Match[str]) -> str:
        there = file_of(f"{found[1]}/{found[2]}", language)
        return f"]({posixpath.relpath(there, here)})"

    return _LINK.sub(placed, text)
