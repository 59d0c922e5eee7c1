"""The rule *unknown-choice*."""

from collections.abc import Iterable, Iterator, Mapping

from flowdesigner.checks.about import having
from flowdesigner.checks.context import BlockContext, ProjectContext
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.edits.variables import SetVariable
from flowdesigner.model.accepted import JsonValue
from flowdesigner.model.condition import Condition
from flowdesigner.model.conversation import Conversation, EventStep, Step
from flowdesigner.model.fields import Kind
from flowdesigner.model.ids import is_id
from flowdesigner.model.json_path import at_path
from flowdesigner.model.part import changed
from flowdesigner.model.variable import ChoiceValue, Variable
from flowdesigner.model.walk import Path, Spot, parts_held
from flowdesigner.texts import N_, message

_NOT_LISTED = N_("“{variable}” is never “{value}”: it is one of {known}.")
_NO_LIST = N_("“{variable}” is never “{value}”: it has no values to choose from yet.")
_COMPARED = ("is", "is_not", "in")

Use = tuple[Path, str, object]
"""A place, a variable, and the value it is compared with or gets there."""


def _of_block(context: BlockContext) -> Findings:
    variables = context.around.facts.variables
    if any(each.type == "choice" for each in variables.values()):
        yield from _found(_uses(context), variables)


def _found(uses: Iterable[Use], variables: Mapping[str, Variable]) -> Findings:
    for path, name, value in uses:
        declared = variables.get(name)
        if declared is None or declared.type != "choice" or not isinstance(value, str):
            continue
        known = {each.id for each in declared.values or ()}
        if value not in known and "{{" not in value:
            told = message(
                _NOT_LISTED if known else _NO_LIST,
                variable=name,
                value=value,
                known=", ".join(sorted(known)),
            )
            fixes = (_fix(name, declared, value),) if is_id(value) else ()
            yield Finding(message=told, field=path, fixes=fixes)


def _fix(name: str, declared: Variable, value: str) -> Fix:
    title = message(N_("Add “{value}” to the values of “{variable}”"), value=value, variable=name)
    longer = changed(declared, values=(*(declared.values or ()), ChoiceValue(id=value)))
    return Fix(title=title, edit=SetVariable(name, longer))


# --------------------------------------------------------------------------------- of a block


def _uses(context: BlockContext) -> Iterator[Use]:
    for spot in context.of_kind(Kind.CONDITION):
        yield from _compared(spot)
    for spot in context.of_kind(Kind.LITERAL):
        variable = getattr(spot.owner, "variable", None)
        if variable and not isinstance(spot.owner, Condition):
            yield spot.path, variable, spot.value
    for spot in context.of_kind(Kind.GIVE):
        yield from _each(spot.path, spot.value)
    for spot in context.of_kind(Kind.SAVE):
        yield from _saved(spot)
    yield from _chosen(context)


def _compared(spot: Spot) -> Iterator[Use]:
    for row in spot.value.rows() if isinstance(spot.value, Condition) else ():
        if row.op in _COMPARED and row.variable:
            values = row.value if isinstance(row.value, list) else [row.value]
            yield from ((spot.path, row.variable, each) for each in values)


def _each(path: Path, values: object) -> Iterator[Use]:
    for name, value in values.items() if isinstance(values, Mapping) else ():
        yield (*path, str(name)), str(name), value


def _saved(spot: Spot) -> Iterator[Use]:
    """What is kept of the sample answer beside it."""
    sample: JsonValue = getattr(spot.owner, "sample", None)
    if sample is not None and isinstance(spot.value, Mapping):
        for name, place in spot.value.items():
            yield (*spot.path[:-1], "sample"), str(name), at_path(sample, str(place))


def _chosen(context: BlockContext) -> Iterator[Use]:
    """The answer by which the block is left is what it keeps."""
    saving = context.spots.get(Kind.VARIABLE)
    for spot in context.of_kind(Kind.PARTS) if saving else ():
        for way, part in parts_held(spot.value):
            id = getattr(part, "id", "")
            yield from (((*spot.path, *way), name, id) for name in context.block.sets(id) if id)


# ------------------------------------------------------------------------------ of the project


def _of_project(context: ProjectContext) -> Findings:
    variables = context.project.variables
    samples = ((("variables", id, "sample"), id, each.sample) for id, each in variables.items())
    yield from _found(samples, variables)
    for id, conversation in context.project.conversations.items():
        yield from _found(_of_conversation(conversation, ("conversations", id)), variables)


def _of_conversation(conversation: Conversation, path: Path) -> Iterator[Use]:
    yield from _each((*path, "variables"), conversation.variables)
    if conversation.starts_with is not None:
        yield from _each((*path, "starts_with", "values"), conversation.starts_with.values)
    for position, step in enumerate(conversation.steps):
        yield from _of_step(step, (*path, "steps", position))


def _of_step(step: Step, path: Path) -> Iterator[Use]:
    yield from _each((*path, "set"), step.set)
    if isinstance(step.event, EventStep):
        yield from _each((*path, "event", "values"), step.event.values)
    if step.expect is not None and step.expect.variable:
        yield (*path, "expect", "is"), step.expect.variable, step.expect.unknown.get("is")


RULE = Rule(
    name="unknown-choice",
    severity=Severity.WARNING,
    title=N_("Every value is one that its variable can have"),
    manual=Manual(
        means=N_(
            "A condition compares a variable with a value that is not on the variable's list, or "
            "a block, a sample or a saved conversation gives it such a value."
        ),
        why=N_("The comparison is never true, so that customers never go that way."),
        cure=N_("Choose one of the listed values, or add the value to the variable's list."),
        source=N_("The file format of Flow Designer, version 1."),
    ),
    of_block=_of_block,
    of_project=_of_project,
    blocks=having(Kind.CONDITION, Kind.LITERAL, Kind.GIVE, Kind.SAVE, Kind.PARTS),
)
