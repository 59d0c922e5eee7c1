"""The rule *harsh-words*."""

from collections.abc import Iterator

from flowdesigner.checks.about import having
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.questions import sentences
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.checks.spoken import sms_of, words_on
from flowdesigner.checks.vocabulary import vocabulary
from flowdesigner.checks.vocabulary.tone import (
    blame_in,
    emoji_in,
    has_capitals,
    shouted_in,
    tapping_in,
)
from flowdesigner.edits.blocks import SetValue
from flowdesigner.model.fields import Kind
from flowdesigner.model.walk import Path, TextSpot
from flowdesigner.texts import N_, Message, message

_MOST_EMOJI = 3
"""How many signs of feeling a message may show; a rule of the house."""
_CHECKED_ELSEWHERE = frozenset({"subject", "preheader", "summary"})
_MET_BY = frozenset({"retry", "wrong"})
"""Where what a customer has typed is met with words."""


def _of_block(context: BlockContext) -> Findings:
    for spot in context.block.texts:
        if spot.field.kind is Kind.TEXT and spot.path[-1] not in _CHECKED_ELSEWHERE:
            for language, words in spot.text.items():
                for told in _said(spot, language, words):
                    yield Finding(message=told, field=(*spot.path, language))
    yield from _tapped(context)


def _said(spot: TextSpot, language: str, words: str) -> Iterator[Message]:
    if len(words) < _SHORTEST:
        return
    known = vocabulary(language)
    if known and (hit := blame_in(words, known.blame, met=not _MET_BY.isdisjoint(spot.path))):
        told = N_("“{words}” blames the customer. Say what a right answer looks like instead.")
        yield message(told, words=hit)
    loud = "code" not in spot.field.knows and has_capitals(words)
    if loud and (shouted := shouted_in(sentences(words))):
        told = N_("“{words}” is written in capitals, which reads as shouting.")
        yield message(told, words=shouted)
    if not words.isascii() and (many := emoji_in(words)) > _MOST_EMOJI:
        told = N_("{n} emoji are many for one message. Up to {most} are enough.")
        yield message(told, n=many, most=_MOST_EMOJI)


_SHORTEST = 4


def _tapped(context: BlockContext) -> Findings:
    """An SMS has nothing on it to click, except a link."""
    sms = sms_of(context)
    for place, words in words_on(context, sms) if sms is not None else ():
        known = vocabulary(str(place[-1]))
        hit = tapping_in(words, known.tapping) if known is not None else None
        if hit is not None:
            told = N_("There is nothing to click on in an SMS; “{better}” says what to do.")
            yield Finding(
                message=message(told, better=hit.better),
                field=place,
                fixes=(_fix(context, place, hit.words, hit.better),),
            )


def _fix(context: BlockContext, place: Path, words: str, better: str) -> Fix:
    title = message(N_("Write “{better}”"), better=better)
    return Fix(title=title, edit=SetValue(context.flow, context.id, place, words, title))


RULE = Rule(
    name="harsh-words",
    alias="ST02",
    severity=Severity.HINT,
    title=N_("Words are plain and kind"),
    manual=Manual(
        means=N_(
            "A text blames the customer (“salah”, “invalid”), shouts in capitals, has more than "
            "three emoji, or asks to click on something in an SMS. Emoji that begin the lines of "
            "a list do not count, nor do capitals in the text of a one-time code."
        ),
        why=N_(
            "Customers who are told that they are wrong give up, capitals read as shouting, and "
            "screen readers say every emoji aloud. Guides to conversation design advise to say "
            "what helps instead (Google's and LivePerson's, seen in November 2026)."
        ),
        cure=N_(
            "Write what a right answer looks like, such as “The number has 10 digits, like "
            "1234567890”, use small letters and few emoji, and say “choose” or “reply” in an SMS."
        ),
        source=N_("Google and Rasa, guides to the design of conversations, read in November 2026."),
    ),
    of_block=_of_block,
    blocks=having(Kind.TEXT),
)
