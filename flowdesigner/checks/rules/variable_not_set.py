"""The rule *variable-not-set*."""

from collections.abc import Generator, Iterator, Mapping
from operator import not_

from flowdesigner.checks.context import FlowContext
from flowdesigner.checks.rule import Basis, Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.checks.unset import PAUSE_EVERY, Unset, unset_readings
from flowdesigner.checks.walk import Walk, has_value
from flowdesigner.edits.edit import Several
from flowdesigner.edits.fixes import AddDefault
from flowdesigner.model.variable import BUILT_IN
from flowdesigner.model.walk import Path
from flowdesigner.texts import N_, message

_NEVER = N_("“{variable}” never has a value here.")
_MAYBE = N_("“{variable}” may have no value here.")
_NOTHING = N_("“{variable}” never has a value here, so there is nothing to compare.")


def _of_flow(context: FlowContext) -> Findings:
    gathered = yield from _gathered(context)
    ways: dict[str, Walk[bool]] = {}
    for (block, variable, place), unset in gathered.items():
        if variable not in ways:
            ways[variable] = Walk(context, False, has_value(context.nodes, variable))
            yield from ways[variable].pausing()
        first = unset[0]
        yield Finding(
            block=block,
            field=place,
            message=message(_text(first), variable=variable),
            severity=None if first.surely and not first.tested else Severity.WARNING,
            path=ways[variable].to(block, not_),
            fixes=tuple(_fixes(context, unset)),
        )


def _text(unset: Unset) -> str:
    if unset.tested:
        return _NOTHING
    return _NEVER if unset.surely else _MAYBE


Place = tuple[str, str, Path]


def _gathered(context: FlowContext) -> Generator[None, None, Mapping[Place, list[Unset]]]:
    """One finding for all languages of a text; a comparison that may be true is none."""
    facts = context.around.facts
    gathered: dict[Place, list[Unset]] = {}
    found = yield from unset_readings(context)
    for at, each in enumerate(found):
        if at % PAUSE_EVERY == 0:
            yield
        known = each.variable in BUILT_IN or each.variable in facts.variables
        if not known or (each.tested and not each.surely):
            continue
        translated = each.path[-1] in facts.languages
        place = each.path[:-1] if translated else each.path
        gathered.setdefault((each.block, each.variable, place), []).append(each)
    return gathered


def _fixes(context: FlowContext, unset: list[Unset]) -> Iterator[Fix]:
    """For texts; to a system a dash would be a value like any other."""
    languages = context.around.facts.languages
    edits = tuple(
        AddDefault(context.id, each.block, each.path, each.variable)
        for each in dict.fromkeys(unset)
        if each.path[-1] in languages
    )
    if edits:
        yield Fix(title=edits[0].title, edit=Several(edits, edits[0].title))


RULE = Rule(
    name="variable-not-set",
    alias="VA01",
    severity=Severity.ERROR,
    kind=Basis.WAYS,
    title=N_("Every variable has a value before it is used"),
    manual=Manual(
        means=N_(
            "The block uses a variable, and there is a way to the block on which nothing has "
            "given it a value. When that is so on every way it is an error, when only on some it "
            "is a warning. The way is shown with the issue. A placeholder with a default, and "
            "blocks behind a condition that asks whether the variable has a value, are fine."
        ),
        why=N_(
            "The customer reads “Hello , your order  is on its way”, with gaps, or a system gets "
            "an empty value. A flow that is called by another one, or by a keyword, begins with "
            "no values but those it is given."
        ),
        cure=N_(
            "Ask for the value earlier on that way, lead the way past this block, or write "
            'what to say instead, such as {{ name | default: "there" }}.'
        ),
        source=N_("How conversations run in Flow Designer and on the platforms it exports to."),
    ),
    of_flow=_of_flow,
)
