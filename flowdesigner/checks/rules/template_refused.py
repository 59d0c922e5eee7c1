"""The rule *template-refused*."""

import re
from collections.abc import Iterator
from itertools import pairwise

from flowdesigner.blocks.template import Template
from flowdesigner.checks.about import being
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.rule import Finding, Findings, Manual, Rule, Severity
from flowdesigner.model.template import Placeholder, parse_template
from flowdesigner.texts import N_, message

_NAME = re.compile(r"[a-z0-9_]{1,512}")
_MOST = {"url": 2, "phone": 1, "copy_code": 1, "flow": 1}
_MOST_BUTTONS = 10


def _of_block(context: BlockContext) -> Findings:
    if not isinstance(context.block, Template):
        return
    block = context.block
    if block.name is not None and not _NAME.fullmatch(block.name):
        told = N_("The name of a template has small letters, digits and _ only.")
        yield Finding(message=message(told), field=("name",))
    for language, words in (block.body or {}).items():
        for told in _wrong(words):
            yield Finding(message=message(told), field=("body", language))
    yield from _buttons(block)


def _wrong(words: str) -> Iterator[str]:
    parts = [each for each in parse_template(words) if each != ""]
    if not parts:
        return
    if isinstance(parts[0], Placeholder) or isinstance(parts[-1], Placeholder):
        yield N_("WhatsApp refuses a template that begins or ends with a variable.")
    if any(
        isinstance(one, Placeholder) and isinstance(two, Placeholder)
        for one, two in pairwise(parts)
    ):
        yield N_("WhatsApp refuses a template with two variables side by side.")


def _buttons(block: Template) -> Findings:
    buttons = block.buttons or ()
    kinds = [each.kind for each in buttons]
    if len(buttons) > _MOST_BUTTONS:
        told = N_("A template has at most {most} buttons.")
        yield Finding(message=message(told, most=_MOST_BUTTONS), field=("buttons",))
    for kind, most in _MOST.items():
        if kinds.count(kind) > most:  # type: ignore[arg-type]
            told = N_("A template has at most {most} buttons of this kind.")
            at = [each.id for each in buttons if each.kind == kind][most]
            yield Finding(message=message(told, most=most), field=("buttons", at, "kind"))
    replies = "".join("r" if kind == "reply" else "o" for kind in kinds)
    if re.search("ro+r", replies):
        told = N_("Reply buttons have to stand side by side, without others between them.")
        yield Finding(message=message(told), field=("buttons",))
    if block.category == "authentication" and block.header and block.header.media:
        told = N_("A template with a code has no picture and no file.")
        yield Finding(message=message(told), field=("header",))


RULE = Rule(
    name="template-refused",
    alias="WA006",
    severity=Severity.ERROR,
    title=N_("A template is one that WhatsApp approves"),
    manual=Manual(
        means=N_(
            "The name, the text or the buttons of a template break one of the rules by which "
            "WhatsApp looks at templates."
        ),
        why=N_(
            "WhatsApp refuses the template, and nothing can be sent before it is approved; a "
            "look takes up to a day (Meta's documentation, seen in November 2026)."
        ),
        cure=N_(
            "Put a word before and after each variable, and keep reply buttons together. The "
            "text may begin with a greeting and end with a thank you."
        ),
    ),
    of_block=_of_block,
    blocks=being(Template),
    channels=lambda channel: "template_text" in channel.limits,
)
