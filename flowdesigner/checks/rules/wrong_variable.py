"""The rule *wrong-variable*."""

from collections.abc import Callable, Iterable

from flowdesigner.checks.about import having
from flowdesigner.checks.context import BlockContext, FlowContext
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.edits.blocks import SetValue
from flowdesigner.edits.edit import Edit
from flowdesigner.edits.fixes import SetStart
from flowdesigner.model.facts import Facts
from flowdesigner.model.fields import Kind
from flowdesigner.model.values import type_of
from flowdesigner.model.variable import BUILT_IN, TYPE_LABELS
from flowdesigner.model.walk import Path, Spot, walk
from flowdesigner.texts import N_, Message, message

_MOST_OFFERED = 2


def _found(spots: Iterable[Spot], facts: Facts, edit: Callable[[Path, object], Edit]) -> Findings:
    for spot in spots:
        name, wanted = str(spot.value), spot.field.types
        if spot.field.kind is not Kind.SOURCE or not wanted:
            continue
        if name not in BUILT_IN and name not in facts.variables:
            continue  # not there at all, or a part of something, of which nothing is known
        kind = type_of(name, facts.variables)
        if kind in wanted:
            continue
        fitting = [id for id, each in facts.variables.items() if each.type in wanted]
        yield Finding(
            message=message(
                N_("“{variable}” is of the kind “{kind}”; here a “{wanted}” is needed."),
                variable=name,
                kind=Message(TYPE_LABELS[kind]),
                wanted=Message(TYPE_LABELS[wanted[0]]),
            ),
            field=spot.path,
            fixes=tuple(
                Fix(title=message(N_("Use “{variable}”"), variable=id), edit=edit(spot.path, id))
                for id in fitting[:_MOST_OFFERED]
            ),
        )


def _of_block(context: BlockContext) -> Findings:
    def edit(path: Path, value: object) -> Edit:
        return SetValue(context.flow, context.id, path, value)

    yield from _found(context.of_kind(Kind.SOURCE), context.around.facts, edit)


def _of_flow(context: FlowContext) -> Findings:
    def edit(path: Path, value: object) -> Edit:
        return SetStart(context.id, int(path[1]), path[2:], value)

    for position, start in enumerate(context.flow.starts or ()):
        spots = walk(start, ("starts", position))
        yield from _found(spots, context.around.facts, edit)


RULE = Rule(
    name="wrong-variable",
    severity=Severity.ERROR,
    title=N_("Every variable is of the kind that is needed"),
    manual=Manual(
        means=N_(
            "A block or a start needs a variable of a certain kind, such as a list to choose from "
            "or a date, and names one of another kind."
        ),
        why=N_(
            "Nothing can be chosen from what is not a list, and nothing starts two days before "
            "what is not a date: the menu is empty, and the flow never starts."
        ),
        cure=N_("Choose another variable, or change the kind in the list of variables."),
        source=N_("The file format of Flow Designer, version 1."),
    ),
    of_block=_of_block,
    of_flow=_of_flow,
    blocks=having(Kind.SOURCE),
)
