"""The rule *currency-twice*."""

import re

from flowdesigner.checks.about import having
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.edits.blocks import SetValue
from flowdesigner.model.fields import Kind
from flowdesigner.model.template import Placeholder, placeholders
from flowdesigner.model.values import CURRENCY_SIGNS, type_of
from flowdesigner.texts import N_, message

_SIGNS = "|".join(map(re.escape, (*CURRENCY_SIGNS.values(), *CURRENCY_SIGNS)))
_BEFORE = re.compile(rf"(?<!\w)(?:{_SIGNS})\.?\s*$", re.IGNORECASE)
_BEHIND = re.compile(rf"\s*(?:rupiah|dollars?|{'|'.join(CURRENCY_SIGNS)})\b", re.IGNORECASE)


def _of_block(context: BlockContext) -> Findings:
    for spot in context.block.texts:
        for language, words in spot.text.items():
            for each in placeholders(words) if "{{" in words else ():
                better = _without_sign(words, each) if _is_amount(context, each) else None
                if better is not None:
                    told = N_("“{variable}” is written with its currency already.")
                    title = message(N_("Take the currency out of the text"))
                    place = (*spot.path, language)
                    edit = SetValue(context.flow, context.id, place, better, title)
                    yield Finding(
                        message=message(told, variable=each.path),
                        field=place,
                        fixes=(Fix(title=title, edit=edit),),
                    )


def _is_amount(context: BlockContext, each: Placeholder) -> bool:
    kind = type_of(each.path, context.around.facts.variables)
    return kind == "money" or any(done.name == "money" for done in each.filters)


def _without_sign(words: str, each: Placeholder) -> str | None:
    """The text without the currency beside an amount, if there is one."""
    if before := _BEFORE.search(words, 0, each.start):
        return words[: before.start()] + words[each.start :]
    if behind := _BEHIND.match(words, each.end):
        return words[: each.end] + words[behind.end() :]
    return None


RULE = Rule(
    name="currency-twice",
    alias="VA05b",
    severity=Severity.WARNING,
    title=N_("No amount has its currency twice"),
    manual=Manual(
        means=N_(
            "A text has “Rp”, “rupiah” or another currency beside an amount of money, which is "
            "written with the currency of the project anyway."
        ),
        why=N_("“RpRp1.250.000” looks like a mistake, and such a message is trusted less."),
        cure=N_("Leave the currency out of the text."),
        source=N_("How Flow Designer writes amounts."),
    ),
    of_block=_of_block,
    blocks=having(Kind.TEXT, Kind.LABEL),
)
