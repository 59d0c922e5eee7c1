"""The rule *mostly-variables*."""

import re

from flowdesigner.blocks.template import Template
from flowdesigner.checks.about import being
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.rule import Finding, Findings, Manual, Rule, Severity
from flowdesigner.model.template import parse_template
from flowdesigner.texts import N_, message

_WORDS_A_VARIABLE = 2
"""Words that each variable needs beside one more; our own rule, for Meta names no number."""
_WORD = re.compile(r"\w+")


def _of_block(context: BlockContext) -> Findings:
    block = context.block
    if not isinstance(block, Template) or block.category == "authentication":
        return
    for language, text in (block.body or {}).items():
        parts = parse_template(text) if "{{" in text else ()
        plain = [each for each in parts if isinstance(each, str)]
        variables, words = len(parts) - len(plain), sum(len(_WORD.findall(each)) for each in plain)
        least = _WORDS_A_VARIABLE * variables + 1
        if variables and words < least:
            yield Finding(
                message=message(
                    N_(
                        "WhatsApp may refuse this: {count} variables among {words} words. "
                        "It should have at least {least} words."
                    ),
                    count=variables,
                    words=words,
                    least=least,
                ),
                field=("body", language),
            )


RULE = Rule(
    name="mostly-variables",
    alias="WA007",
    severity=Severity.WARNING,
    title=N_("A template says more than its variables"),
    manual=Manual(
        means=N_("A template has few words beside its variables."),
        why=N_(
            "WhatsApp refuses templates with “too many variables relative to the length of the "
            "message” (Meta's page on the review of templates, seen in September 2026). It names "
            "no number; two words for each variable and one more is our own rule of thumb."
        ),
        cure=N_("Say in whole sentences what the variables are, or leave one out."),
        source="Meta, review of templates, September 2026; the number is our own",
    ),
    of_block=_of_block,
    blocks=being(Template),
    channels=lambda channel: "template_text" in channel.limits,
)
