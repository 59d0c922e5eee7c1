"""The rule *weak-code*."""

from datetime import timedelta

from flowdesigner.blocks.otp import Otp
from flowdesigner.checks.about import being
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.rule import Finding, Findings, Manual, Rule, Severity
from flowdesigner.model.duration import parse_duration
from flowdesigner.model.template import placeholders
from flowdesigner.texts import N_, message

_FEWEST, _MOST = 4, 10
_LONGEST = timedelta(minutes=10)
_SHORTEST_PAUSE = timedelta(seconds=30)
_MOST_ATTEMPTS = 5


def _of_block(context: BlockContext) -> Findings:
    if isinstance(context.block, Otp):
        yield from _of_code(context.block)
        yield from _of_ladder(context.block)
        yield from _of_texts(context)


def _of_code(block: Otp) -> Findings:
    if block.digits is not None and not _FEWEST <= block.digits <= _MOST:
        told = N_("A code has {fewest} to {most} digits.")
        yield Finding(message=message(told, fewest=_FEWEST, most=_MOST), field=("digits",))
    good = parse_duration(block.expires_after or "")
    if good is not None and good > _LONGEST:
        told = N_("A code that is good for more than 10 minutes can be misused.")
        yield Finding(message=message(told), field=("expires_after",), severity=Severity.WARNING)
    if block.attempts is not None and not 0 < block.attempts <= _MOST_ATTEMPTS:
        told = N_("Allow 1 to {most} wrong codes; more make guessing easy.")
        yield Finding(message=message(told, most=_MOST_ATTEMPTS), field=("attempts",))
    pause = parse_duration((block.resend.cooldown if block.resend else None) or "")
    if pause is not None and pause < _SHORTEST_PAUSE:
        told = N_("Codes sent again sooner than after 30 seconds can be made to cost you money.")
        yield Finding(message=message(told), field=("resend", "cooldown"))


def _of_ladder(block: Otp) -> Findings:
    seen: set[str] = set()
    for position, rung in enumerate(block.ladder or ()):
        if rung.channel and rung.channel in seen:
            told = N_("The code goes over this channel already.")
            yield Finding(message=message(told), field=("ladder", position, "channel"))
        seen.add(rung.channel or "")
        if position and rung.after is None:
            told = N_("Say how long to wait before the code goes over this channel too.")
            yield Finding(message=message(told), field=("ladder", position, "after"))


def _of_texts(context: BlockContext) -> Findings:
    for spot in context.block.texts:
        if spot.path[-1] != "text" or spot.path[0] not in ("text", "variants"):
            continue
        for language, words in spot.text.items():
            if words.strip() and all(each.path != "code" for each in placeholders(words)):
                told = N_("The code is not in this text. It stands where you write {{ code }}.")
                yield Finding(message=message(told), field=(*spot.path, language))


RULE = Rule(
    name="weak-code",
    alias="OT01",
    severity=Severity.ERROR,
    title=N_("A one-time code is safe, and reaches the customer"),
    manual=Manual(
        means=N_(
            "A one-time code is too short, good for too long, may be guessed or sent again too "
            "often, or does not stand in its text."
        ),
        why=N_(
            "Codes are guessed by machines, and sending codes over and over is a way to make a "
            "business pay for messages. Twilio Verify allows 4 to 10 digits, 10 minutes and 5 "
            "tries (its documentation, seen in November 2026)."
        ),
        cure=N_(
            "Six digits, good for 5 minutes, 5 tries, sent again at most 3 times with 30 seconds "
            "between, are what banks use."
        ),
    ),
    of_block=_of_block,
    blocks=being(Otp),
)
