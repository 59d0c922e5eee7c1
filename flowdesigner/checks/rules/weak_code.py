"""The rule *weak-code*."""

from datetime import timedelta
from functools import cache

from msgspec.structs import replace

from flowdesigner.checks.about import declaring
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.limits import out_of_bounds
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.edits.blocks import SetValue
from flowdesigner.model.block import Block
from flowdesigner.model.duration import parse_duration
from flowdesigner.model.fields import Kind, fields_of
from flowdesigner.model.template import placeholders
from flowdesigner.model.walk import Spot
from flowdesigner.texts import N_, message

_CODE = "code"
LONGEST_ON_WHATSAPP = timedelta(minutes=90)
"""How long a code may be good in a template of WhatsApp."""


@cache
def _code_texts(block_type: type[Block]) -> tuple[str, ...]:
    """The texts that may tell a one-time code."""
    return tuple(name for name, field in fields_of(block_type).items() if _CODE in field.knows)


def _of_block(context: BlockContext) -> Findings:
    texts = _code_texts(type(context.block))
    if not texts:
        return
    for spot in context.of_kind(Kind.NUMBER, Kind.DURATION):
        for found in out_of_bounds(context, spot):
            if found is not None and _is_refused(context, spot):
                yield replace(found, severity=Severity.ERROR)
            else:
                yield found
    yield from _of_texts(context, texts)


def _is_refused(context: BlockContext, spot: Spot) -> bool:
    """Whether WhatsApp does not take a code that is good for so long."""
    length = parse_duration(str(spot.value)) if spot.path == ("expires_after",) else None
    by_whatsapp = any(each.id == "whatsapp" for each in context.channels)
    return by_whatsapp and length is not None and length > LONGEST_ON_WHATSAPP


def _of_texts(context: BlockContext, names: tuple[str, ...]) -> Findings:
    for spot in context.block.texts:
        if spot.path[-1] not in names or spot.path[0] not in (*names, "variants"):
            continue
        for language, words in spot.text.items():
            if words.strip() and all(each.path != _CODE for each in placeholders(words)):
                told = N_("The code is not in this text. It stands where you write {{ code }}.")
                title = message(N_("Put the code at the end"))
                place = (*spot.path, language)
                longer = f"{words.rstrip()} {{{{ {_CODE} }}}}"
                edit = SetValue(context.flow, context.id, place, longer, title)
                fix = Fix(title=title, edit=edit)
                yield Finding(message=message(told), field=place, fixes=(fix,))


RULE = Rule(
    name="weak-code",
    alias="OT01",
    also=("OT02", "OT03"),
    severity=Severity.ERROR,
    title=N_("A one-time code is safe, and reaches the customer"),
    manual=Manual(
        means=N_(
            "A one-time code is too short, good for too long, may be guessed or sent again too "
            "often, or does not stand in its text. Good for more than 10 minutes is a warning, for "
            "more than 90 minutes on WhatsApp an error."
        ),
        why=N_(
            "Codes are guessed by machines, and sending codes over and over is a way to make a "
            "business pay for messages. Twilio Verify allows 4 to 10 digits, 10 minutes and 5 "
            "tries (its documentation, seen in November 2026). Templates of WhatsApp take at most "
            "90 minutes."
        ),
        cure=N_(
            "Six digits, good for 5 minutes, 5 tries, sent again at most 3 times with 30 seconds "
            "between, are what banks use."
        ),
        source=N_("Twilio, documentation of Verify, read in November 2026."),
    ),
    of_block=_of_block,
    blocks=declaring(lambda field: _CODE in field.knows),
)
