"""The rule *delivered-too-late*."""

import re
from collections.abc import Iterator
from datetime import timedelta

from flowdesigner.blocks.template import Template
from flowdesigner.checks.about import being
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.edits.blocks import SetValue
from flowdesigner.model.duration import parse_duration
from flowdesigner.texts import N_, message

_WITHIN = {
    "authentication": ("30s", "15m"),
    "utility": ("30s", "12h"),
    "marketing": ("12h", "30d"),
}
"""How soon and how late WhatsApp can be told to deliver at the latest."""
_USUAL = timedelta(minutes=10)
"""How long it tries to deliver a code when nothing is said."""
_MINUTES = re.compile(r"(?i)\b(\d{1,2}) ?(?:menit|min(?:ute)?s?)\b")
_PLACE = ("send_within",)


def _of_block(context: BlockContext) -> Findings:
    block = context.block
    if not isinstance(block, Template) or block.category is None:
        return
    within = parse_duration(block.send_within or "")
    if within is not None:
        yield from _out_of_bounds(context, block.category, within)
    good_for = min(_good_for(block), default=None)
    if good_for is not None and (within or _USUAL) > timedelta(minutes=good_for):
        told = N_("A code that is good for {minutes} minutes may still be delivered after that.")
        yield Finding(
            message=message(told, minutes=good_for),
            field=_PLACE,
            fixes=(_set(context, f"{good_for}m"),),
        )


def _good_for(block: Template) -> Iterator[int]:
    """The minutes for which the text of a code says that it is good."""
    for text in (block.body, block.footer) if block.category == "authentication" else ():
        for words in (text or {}).values():
            yield from (int(each) for each in _MINUTES.findall(words) if int(each) > 0)


def _out_of_bounds(context: BlockContext, category: str, within: timedelta) -> Findings:
    least, most = _WITHIN[category]
    least_time, most_time = parse_duration(least), parse_duration(most)
    if least_time is None or most_time is None or least_time <= within <= most_time:
        return
    bound = least if within < least_time else most
    told = N_("WhatsApp takes {least} to {most} for templates of this category.")
    yield Finding(
        message=message(told, least=least, most=most),
        field=_PLACE,
        fixes=(_set(context, bound),),
        severity=Severity.ERROR,
    )


def _set(context: BlockContext, value: str) -> Fix:
    title = message(N_("Write {value}"), value=value)
    return Fix(title=title, edit=SetValue(context.flow, context.id, _PLACE, value, title))


RULE = Rule(
    name="delivered-too-late",
    alias="WA022",
    severity=Severity.WARNING,
    title=N_("Nothing is delivered when it is no use any more"),
    manual=Manual(
        means=N_(
            "A template with a one-time code may be delivered after the code has expired, or "
            "“Deliver within” is a time that WhatsApp does not take for the category."
        ),
        why=N_(
            "A phone that was off shows an old code, which the customer tries in vain. WhatsApp "
            "delivers codes for 10 minutes if nothing is said; it takes 30 seconds to 15 minutes "
            "for codes, up to 12 hours for news, and 12 hours to 30 days for offers (Meta's page "
            "on the time to live of templates, seen in November 2026)."
        ),
        cure=N_("Set “Deliver within” to the time for which the code is good, such as 5m."),
        source="Meta, time to live of templates, December 2025",
    ),
    of_block=_of_block,
    blocks=being(Template),
    channels=lambda channel: "template_text" in channel.limits,
)
