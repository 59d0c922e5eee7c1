"""The rule *value-breaks-template*."""

import re

from flowdesigner.blocks.template import Template
from flowdesigner.checks.about import being
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.rule import Basis, Finding, Findings, Manual, Rule, Severity
from flowdesigner.model.samples import known_values
from flowdesigner.model.template import Placeholder, placeholders
from flowdesigner.model.walk import Path
from flowdesigner.texts import N_, message

_BROKEN = re.compile(r"[\n\r\t]| {5,}")
"""What WhatsApp takes in no variable: a new line, a tab, more than four spaces in a row."""
_PLACES = (("body",), ("header", "text"))


def _of_block(context: BlockContext) -> Findings:
    block = context.block
    if not isinstance(block, Template):
        return
    for spot in block.texts:
        if spot.path not in _PLACES:
            continue
        for language, words in spot.text.items():
            for place in placeholders(words) if "{{" in words else ():
                yield from _wrong(context, place, (*spot.path, language))


def _wrong(context: BlockContext, place: Placeholder, at: Path) -> Findings:
    writer = context.around.run("whatsapp", str(at[-1])).writer
    examples = context.block.samples if isinstance(context.block, Template) else None
    example = (examples or {}).get(place.path)
    known = (*known_values(context.around.facts, place.path), *((example,) if example else ()))
    if any(_BROKEN.search(writer.shown(place, each)) for each in known):
        told = N_("A value of “{variable}” has a new line, a tab or many spaces in it.")
    elif place.has_default and not writer.shown(place, None):
        told = N_("Without a value nothing stands in the place of “{variable}”.")
    else:
        return
    yield Finding(message=message(told, variable=place.path), field=at)


RULE = Rule(
    name="value-breaks-template",
    alias="WA015",
    severity=Severity.ERROR,
    kind=Basis.DATA,
    title=N_("WhatsApp takes what stands in for a variable of a template"),
    manual=Manual(
        means=N_(
            "A sample or an example of a variable that stands in a template has a new line, a tab "
            "or more than four spaces in a row, or what is said instead of a missing value is "
            "empty."
        ),
        why=N_(
            "WhatsApp refuses to send a template with such a value (errors 132000 and 131008; "
            "Twilio's error 21656, seen in November 2026), so that only some customers get it."
        ),
        cure=N_(
            "Let your system give the value on one line, or write the lines into the template "
            "itself. Say something instead of a missing value, such as "
            '{{ contact.name | default: "Kak" }}.'
        ),
        source="Twilio, error 21656; Meta, error codes of the Cloud API; November 2026",
    ),
    of_block=_of_block,
    blocks=being(Template),
    channels=lambda channel: "template_text" in channel.limits,
)
