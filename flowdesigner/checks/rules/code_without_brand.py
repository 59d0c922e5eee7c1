"""The rule *code-without-brand*."""

import re

from flowdesigner.checks.about import having
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.checks.spoken import sms_of, words_on
from flowdesigner.checks.vocabulary.codes import tells_code
from flowdesigner.edits.blocks import SetValue
from flowdesigner.model.fields import Kind, fields_of
from flowdesigner.model.settings import Settings
from flowdesigner.model.template import placeholders
from flowdesigner.model.walk import Path
from flowdesigner.texts import N_, message

_CODE = "code"
_NO_SIGN = re.compile(r"\W")


def _of_block(context: BlockContext) -> Findings:
    settings = context.around.facts.settings
    names = _names(settings)
    sms = sms_of(context) if names else None
    if sms is None:
        return
    for place, words in words_on(context, sms):
        if _has_code(context, place, words) and not _named(words, names):
            title = message(N_("Begin with “{brand}:”"), brand=settings.brand or names[0])
            better = f"{settings.brand or names[0]}: {words.lstrip()}"
            edit = SetValue(context.flow, context.id, place, better, title)
            told = N_("This SMS with a code does not say that it comes from {brand}.")
            yield Finding(
                message=message(told, brand=settings.brand or names[0]),
                field=place,
                fixes=(Fix(title=title, edit=edit),),
            )


def _names(settings: Settings) -> list[str]:
    """By what customers may know who writes; a number as sender tells them nothing."""
    sender = (settings.senders or {}).get("sms", "")
    return [each for each in (settings.brand, sender) if each and not each.strip("+ ").isdigit()]


def _named(words: str, names: list[str]) -> bool:
    said = _NO_SIGN.sub("", words).casefold()
    return any(_NO_SIGN.sub("", each).casefold() in said for each in names)


def _has_code(context: BlockContext, place: Path, words: str) -> bool:
    declared = fields_of(type(context.block)).get(str(place[-2]))
    if declared is not None and _CODE in declared.knows:
        return any(each.path == _CODE for each in placeholders(words))
    return tells_code(words)


RULE = Rule(
    name="code-without-brand",
    alias="SMS06",
    severity=Severity.ERROR,
    title=N_("An SMS with a code says who sends it"),
    manual=Manual(
        means=N_("The text of a one-time code that goes out by SMS does not name your brand."),
        why=N_(
            "Telkomsel drops such messages since 1 April 2024 (guides to SMS in Indonesia of "
            "Twilio and sent.dm, seen in November 2026), and customers cannot tell a real code "
            "from a false one."
        ),
        cure=N_(
            "Begin the text with your brand, such as “TokoKita: code …”. The brand is what the "
            "settings of the project say."
        ),
        source="Twilio and sent.dm, SMS in Indonesia, November 2026",
    ),
    of_block=_of_block,
    blocks=having(Kind.TEXT),
    channels=lambda channel: channel.id == "sms",
)
