"""Blocks that ask the customer something, and the words in which they ask."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from flowdesigner.checks.context import BlockContext
from flowdesigner.model.block import Block, Exit
from flowdesigner.model.fields import Kind, fields_of
from flowdesigner.model.walk import Path

SILENCE = "no_reply"
"""The exit by which a question is left when nothing comes."""

_PLACEHOLDER = re.compile(r"\{\{.*?\}\}")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_STOP = re.compile(r"(?<=[.!?…])[\s*_~]+|\n+")


class Question(NamedTuple):
    """What a customer is asked, in one language."""

    field: Path
    language: str
    words: str


def asks(ways: Iterable[Exit]) -> bool:
    """Whether a block with these exits asks something."""
    return any(way.id == SILENCE for way in ways)


def questions_of(context: BlockContext) -> Iterator[Question]:
    """The words in which a block asks, on all channels; not those in which it asks again."""
    names = _asked(type(context.block))
    if not names or not asks(context.ways):
        return
    for spot in context.block.texts:
        if spot.path[-1] in names and (len(spot.path) == 1 or spot.path[0] == "variants"):
            for language, words in spot.text.items():
                yield Question((*spot.path, language), language, words)


@cache
def _asked(block_type: type[Block]) -> tuple[str, ...]:
    fields = fields_of(block_type).items()
    return tuple(name for name, field in fields if field.kind is Kind.TEXT and field.required)


def sentences(words: str) -> list[str]:
    """The sentences and lines of a text; what is quoted or filled in does not count."""
    plain = _QUOTED.sub("x", _PLACEHOLDER.sub("x", words))
    return [each for each in _STOP.split(plain) if each.strip()]


def first_word(sentence: str) -> str:
    """How a sentence begins, in small letters."""
    match = re.search(r"[^\W\d_]+", sentence)
    return match[0].casefold() if match else ""
