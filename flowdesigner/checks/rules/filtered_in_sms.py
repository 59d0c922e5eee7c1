"""The rule *filtered-in-sms*."""

import re
from collections.abc import Iterator

from flowdesigner.checks.about import having
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.rule import Finding, Findings, Manual, Rule, Severity
from flowdesigner.checks.spoken import meant_for, words_on
from flowdesigner.model.fields import Kind
from flowdesigner.model.walk import Path
from flowdesigner.texts import N_, Message, message

_SMS = "sms"
_SHORTENED = re.compile(
    r"(?i)(?<![\w.-])(?:bit\.ly|tinyurl\.com|s\.id|goo\.gl|t\.co|cutt\.ly|rebrand\.ly|is\.gd|ow\.ly"
    r"|rb\.gy|shorturl\.at|buff\.ly|tiny\.cc|t\.ly|v\.gd)(?=/)"
)
"""Services that shorten the addresses of anybody."""
_PHONE = re.compile(
    r"(?<![\w/+.=@-])(?:\+\d{2}[ -]?|\(?0)[2-9]\d{1,2}\)?[ .-]?\d{3,4}[ .-]?\d{2,5}(?![\w-])"
)
"""A number of a mobile or a landline; short numbers of call centres are none."""


def _of_block(context: BlockContext) -> Findings:
    sms = next((each for each in context.channels if each.id == _SMS), None)
    if sms is None or not meant_for(context, _SMS):
        return
    for place, words in (*words_on(context, sms), *_addresses(context)):
        for told in _wrong(words):
            yield Finding(message=told, field=place)


def _addresses(context: BlockContext) -> Iterator[tuple[Path, str]]:
    for spot in context.of_kind(Kind.URL):
        if spot.path[0] == "link" or spot.path[:3] == ("variants", _SMS, "link"):
            yield spot.path, str(spot.value)


def _wrong(words: str) -> Iterator[Message]:
    if hit := _SHORTENED.search(words):
        told = N_("Networks filter SMS with “{address}”, which anybody can hide behind.")
        yield message(told, address=hit[0].casefold())
    if hit := _PHONE.search(words):
        told = N_("Networks in Indonesia filter SMS with a phone number in them, such as {number}.")
        yield message(told, number=hit[0].strip())


RULE = Rule(
    name="filtered-in-sms",
    alias="SMS08",
    severity=Severity.WARNING,
    title=N_("Nothing in an SMS makes networks drop it"),
    manual=Manual(
        means=N_(
            "A text for SMS has a phone number in it, or an address shortened by a service such "
            "as bit.ly."
        ),
        why=N_(
            "Fraud works with both, so the filters of networks in Indonesia hold such messages "
            "back, and nobody tells you (sent.dm's guide to SMS in Indonesia, seen in November "
            "2026)."
        ),
        cure=N_(
            "Use a short address on your own website, and put the number to call on the page "
            "behind it."
        ),
        source="sent.dm, SMS in Indonesia, November 2026",
    ),
    of_block=_of_block,
    blocks=having(Kind.TEXT),
    channels=lambda channel: channel.id == _SMS,
)
