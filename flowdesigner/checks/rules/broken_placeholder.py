"""The rule *broken-placeholder*."""

import re
from collections.abc import Iterator

from flowdesigner.checks.about import having
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.rule import Finding, Findings, Manual, Rule, Severity
from flowdesigner.model.fields import Kind
from flowdesigner.model.template import FILTERS, parse_template
from flowdesigner.texts import N_, Message, message

_OPEN = re.compile(r"\{\{[^{}]{0,60}(\}\})?|\}\}")


def _of_block(context: BlockContext) -> Findings:
    for spot in context.block.texts:
        for language, words in spot.text.items():
            if "{{" in words or "}}" in words:
                for told in _wrong(words):
                    yield Finding(message=told, field=(*spot.path, language))


def _wrong(words: str) -> Iterator[Message]:
    for part in parse_template(words):
        if isinstance(part, str):
            for match in _OPEN.finditer(part):
                told = N_("“{written}” is sent as it stands, since it is no placeholder.")
                yield message(told, written=match[0].strip())
            continue
        for each in part.filters:
            if each.name not in FILTERS:
                yield message(N_("There is no filter “{filter}”."), filter=each.name)


RULE = Rule(
    name="broken-placeholder",
    severity=Severity.WARNING,
    title=N_("Every placeholder is written well"),
    manual=Manual(
        means=N_(
            "A text has two curly brackets that are no placeholder: one of them is missing, there "
            "is a space in the name, or a filter is not known."
        ),
        why=N_("The customer reads the brackets instead of the value."),
        cure=N_(
            'Write {{ name }} with the name of a variable, or {{ name | default: "there" }}. '
            "The known filters are default, date, money, upcase, downcase, capitalize, truncate."
        ),
        source=N_("The file format of Flow Designer, version 1."),
    ),
    of_block=_of_block,
    blocks=having(Kind.TEXT, Kind.LABEL, Kind.URL, Kind.MAPPING, Kind.DATA),
)
