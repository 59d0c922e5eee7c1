"""The rule *long-message*."""

import re
from collections.abc import Iterator
from functools import cache

from flowdesigner.blocks.consent import Consent
from flowdesigner.blocks.template import Template
from flowdesigner.checks.about import declaring
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.questions import asks, first_word, sentences
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.checks.spoken import words_on
from flowdesigner.checks.vocabulary import vocabulary
from flowdesigner.edits.blocks import SetValue
from flowdesigner.model.block import Block
from flowdesigner.model.fields import Field, Kind, fields_of
from flowdesigner.model.template import parse_template
from flowdesigner.model.walk import Path
from flowdesigner.texts import N_, Message, message

_MOST_LETTERS = 300
"""How long a message of a chat may be; a rule of the house."""
_MOST_SENTENCES = 3
"""How many sentences it may have; a rule of the house."""
_SHORT = 3
"""A sentence of so few words, such as “Thank you, Budi!”, does not count."""
_REMARK = 6
"""So few words after a question, such as “I am happy to help.”, do not hide it."""
_NO_CHAT = frozenset({"email", "sms"})
"""Channels whose messages are not read in a chat, or measured in parts."""
_ENDS = re.compile(r"[.!?…][\s*_~)”\"]*$")
_SHORT_FORM = re.compile(
    r"\b(?:jl|jln|no|dr|drs|mr|mrs|ms|st|gg|kec|kab|kel|tel|telp|ext|mis|rp|e\.g|i\.e)\.$", re.I
)
_BETWEEN = re.compile(r"(?<=[.!?…])[ ]+")


def _of_block(context: BlockContext) -> Findings:
    """Not of what asks for consent, which by law says much, nor of templates, which are fixed."""
    if isinstance(context.block, Consent | Template) or not _has_much(context):
        return
    told: set[Path] = set()
    for channel in context.channels:
        for place, words in words_on(context, channel) if channel.id not in _NO_CHAT else ():
            if place not in told and place[-2] in _spoken(type(context.block)):
                told.add(place)
                yield from _of_words(context, place, words)


_LITTLE = 40
"""In fewer letters nobody says too much."""


def _has_much(context: BlockContext) -> bool:
    return any(len(words) > _LITTLE for spot in context.block.texts for words in spot.text.values())


def _main(field: Field) -> bool:
    return field.kind is Kind.TEXT and field.required and "code" not in field.knows


@cache
def _spoken(block_type: type[Block]) -> frozenset[str]:
    """The texts that a block is there for."""
    return frozenset(name for name, field in fields_of(block_type).items() if _main(field))


def _of_words(context: BlockContext, place: Path, words: str) -> Findings:
    if len(words) > _LITTLE:
        for much in _too_much(words) if _may_be_much(words) else ():
            yield Finding(message=much, field=place)
        if (
            "?" in words.rstrip()[:-1]
            and asks(context.ways)
            and (after := _after_question(place, words))
        ):
            told = N_("“{words}” comes after the question. The question is best put last.")
            yield Finding(
                message=message(told, words=after),
                field=place,
                fixes=tuple(_fix(context, place, words)),
            )


def _may_be_much(words: str) -> bool:
    """Told without a look at the sentences, since most texts are short."""
    return len(words) > _MOST_LETTERS or sum(map(words.count, ".!?…\n")) > _MOST_SENTENCES


def _too_much(words: str) -> Iterator[Message]:
    plain = "".join(each if isinstance(each, str) else "x" for each in parse_template(words))
    if len(plain) > _MOST_LETTERS:
        told = N_("{n} letters are much to read in a chat. Up to {most} are read at once.")
        yield message(told, n=len(plain), most=_MOST_LETTERS)
        return
    many = sum(1 for each in sentences(words) if _counts(each))
    if many > _MOST_SENTENCES:
        told = N_("{n} sentences are many for one message. Up to {most} are read.")
        yield message(told, n=many, most=_MOST_SENTENCES)


def _counts(sentence: str) -> bool:
    """Not what is short, a line of a list, or broken off by the dot of a short form."""
    said = sentence.rstrip()
    if len(said.split()) <= _SHORT or _SHORT_FORM.search(said):
        return False
    return _ENDS.search(said) is not None


def _after_question(place: Path, words: str) -> str:
    """What follows the last question and does not help with the answer."""
    known = vocabulary(str(place[-1]))
    said = sentences(words)
    asked = [at for at, each in enumerate(said) if _asks(each)]
    for each in said[asked[-1] + 1 :] if asked and known else ():
        if known and len(each.split()) > _REMARK and first_word(each) not in known.helping:
            return each.strip()
    return ""


def _asks(sentence: str) -> bool:
    return sentence.rstrip(' *_~)”"').endswith("?")


def _fix(context: BlockContext, place: Path, words: str) -> Iterator[Fix]:
    """Where it stands on one line, and nothing in it only looks like the end of a sentence."""
    pieces = _BETWEEN.split(words.strip())
    if "\n" in words or len(pieces) != len(sentences(words)):
        return
    at = max(number for number, each in enumerate(pieces) if _asks(each))
    moved = " ".join([*pieces[:at], *pieces[at + 1 :], pieces[at]])
    title = message(N_("Put the question last"))
    yield Fix(title=title, edit=SetValue(context.flow, context.id, place, moved, title))


RULE = Rule(
    name="long-message",
    alias="ST01",
    severity=Severity.HINT,
    title=N_("A message is short, and its question comes last"),
    manual=Manual(
        means=N_(
            "A message of a chat has more than 300 letters or more than three sentences, or says "
            "something else after its question. Short sentences, lists, help with the answer, "
            "mail, SMS, templates and what asks for consent do not count."
        ),
        why=N_(
            "On a phone 300 letters fill the screen, and what is further down is not read. "
            "Customers answer what they read last; a question in the middle is overlooked "
            "(guides to conversation design of Google and LivePerson, seen in November 2026)."
        ),
        cure=N_(
            "Say the answer first and leave out what is not needed now, or offer the rest as an "
            "answer of a menu. Put the question at the end."
        ),
        source=N_("Google and Rasa, guides to the design of conversations, read in November 2026."),
    ),
    of_block=_of_block,
    blocks=declaring(_main),
    channels=lambda channel: channel.id not in _NO_CHAT,
)
