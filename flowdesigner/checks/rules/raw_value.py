"""The rule *raw-value*."""

import re

from flowdesigner.checks.about import having
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.node import FOR_COLLEAGUES
from flowdesigner.checks.rule import Basis, Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.edits.blocks import SetValue
from flowdesigner.model.fields import Kind
from flowdesigner.model.template import Placeholder, placeholders
from flowdesigner.model.values import Value, is_iso_date, look_up
from flowdesigner.model.walk import Path
from flowdesigner.texts import N_, message

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}$")
_AMOUNT = re.compile(r"\d{4,}$")
_SIGN = re.compile(r"(?:\bRp\.?|\bIDR|\$|€|\bRM) ?$")
_WRITTEN_OUT = frozenset({"date", "money"})


def _of_block(context: BlockContext) -> Findings:
    """Dates and amounts that by their type are written out anyway are none."""
    for spot in context.block.texts:
        if spot.path[-1] in FOR_COLLEAGUES:
            continue
        for language, words in spot.text.items():
            for each in placeholders(words) if "{{" in words else ():
                yield from _of_placeholder(context, (*spot.path, language), words, each)


def _of_placeholder(context: BlockContext, place: Path, words: str, each: Placeholder) -> Findings:
    if any(done.name in _WRITTEN_OUT for done in each.filters):
        return
    declared = context.around.facts.variables.get(each.path)
    if declared is not None and declared.type != "text":
        return
    value = look_up(each.path, context.around.run("", context.languages[0]).values)
    before = words[: each.start]
    sign = _SIGN.search(before)
    if _is_date(value):
        told, kind, begin = (
            N_("Customers read “{value}” here, as machines write a date."),
            "date",
            before,
        )
    elif sign and isinstance(value, str) and _AMOUNT.match(value):
        told, kind = N_("Customers read “{value}” here, an amount without marks."), "money"
        begin = before[: sign.start()]
    else:
        return
    yield Finding(
        message=message(told, value=value),
        field=place,
        fixes=(_fix(context, place, f"{begin}{_written(words, each, kind)}{words[each.end :]}"),),
    )


def _is_date(value: Value) -> bool:
    return isinstance(value, str) and _DATE.match(value) is not None and is_iso_date(value)


def _written(words: str, each: Placeholder, kind: str) -> str:
    """Before what is said where there is no value: that is a word, not a date."""
    inside = words[each.start : each.end].removeprefix("{{").removesuffix("}}").strip("- ")
    first, bar, filters = inside.partition("|")
    return f"{{{{ {first.strip()} | {kind}{f' {bar}{filters}' if bar else ''} }}}}"


def _fix(context: BlockContext, place: Path, words: str) -> Fix:
    title = message(N_("Write it as people do"))
    return Fix(title=title, edit=SetValue(context.flow, context.id, place, words, title))


RULE = Rule(
    name="raw-value",
    alias="VA05",
    severity=Severity.WARNING,
    kind=Basis.DATA,
    title=N_("Dates and amounts are written as people write them"),
    manual=Manual(
        means=N_(
            "A text shows a date such as 2026-11-30, or an amount such as Rp1250000, as a system "
            "gives it. Its variable is a text or a part of a list, so that nothing writes it out "
            "by itself. What values look like is taken from the samples of the variables."
        ),
        why=N_(
            "Customers misread long rows of digits and dates in an order that is not theirs. "
            "Variables whose type is date, number or amount of money are written out by themselves."
        ),
        cure=N_(
            "Choose the right type for the variable, or write {{ order.date | date }} and "
            "{{ order.total | money }}."
        ),
        source=N_("Good practice of the trade"),
    ),
    of_block=_of_block,
    blocks=having(Kind.TEXT, Kind.LABEL),
)
