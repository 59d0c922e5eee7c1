"""The rule *unknown-variable*."""

from collections.abc import Iterator

from flowdesigner.checks.context import BlockContext, FlowContext
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.edits.variables import SetVariable
from flowdesigner.model.facts import Facts
from flowdesigner.model.fields import Kind
from flowdesigner.model.ids import is_id
from flowdesigner.model.variable import BUILT_IN, Variable, VariableType
from flowdesigner.model.walk import Path
from flowdesigner.texts import N_, message

_OWN_ROOMS = frozenset(path.partition(".")[0] for path in BUILT_IN if "." in path)
_TYPES: dict[str, VariableType] = {
    "number": "number", "rating": "number", "date": "date", "time": "time", "phone": "phone",
    "email": "email", "location": "location", "media": "media",
}  # fmt: skip


def _known(path: str, facts: Facts) -> bool:
    root, dot, _rest = path.partition(".")
    return path in BUILT_IN or root in facts.variables or (root == "secret" and bool(dot))


def _named(context: BlockContext) -> Iterator[tuple[str, Path]]:
    """Every variable the block names, and where."""
    yield from ((each.variable, each.path) for each in context.block.readings)
    yield from context.block.writings
    for spot in context.of_kind(Kind.GIVE):
        given = spot.value if isinstance(spot.value, dict) else {}
        yield from ((str(name), (*spot.path, str(name))) for name in given)


def _of_block(context: BlockContext) -> Findings:
    facts = context.around.facts
    names = {path for path, _place in _named(context)}
    unknown = {path for path in names if not _known(path, facts)}
    told = set()
    for path, place in _named(context) if unknown else ():
        if path not in unknown or (path, place) in told:
            continue
        told.add((path, place))
        yield _finding(path, place, _type(context, path))


def _type(context: BlockContext, name: str) -> VariableType:
    """What an answer that is kept in it would be."""
    keeps = any(spot.value == name for spot in context.of_kind(Kind.VARIABLE))
    answer = getattr(context.block, "answer", None) if keeps else None
    return _TYPES.get(str(answer), "text")


def _finding(path: str, place: Path, kind: VariableType) -> Finding:
    root, dot, rest = path.partition(".")
    if root in _OWN_ROOMS:
        lacks = message(N_("There is no “{part}” in “{room}”."), part=rest, room=root)
        return Finding(message=lacks, field=place)
    add = message(N_("Add the variable {name}"), name=root)
    edit = SetVariable(root, Variable(type="list" if dot else kind))
    return Finding(
        message=message(N_("There is no variable “{name}”."), name=root),
        field=place,
        fixes=(Fix(title=add, edit=edit),) if is_id(root) else (),
    )


def _of_flow(context: FlowContext) -> Findings:
    for position, start in enumerate(context.flow.starts or ()):
        for name in start.gives or ():
            if not _known(name, context.around.facts):
                yield _finding(name, ("starts", position, "gives"), "text")


RULE = Rule(
    name="unknown-variable",
    severity=Severity.ERROR,
    title=N_("Every variable is in the list of variables"),
    manual=Manual(
        means=N_(
            "A text, a condition or another field names a variable that the project does not "
            "have. Often it is a slip of the pen, or the variable was deleted."
        ),
        why=N_(
            "The customer would read a gap where the value should stand, and what is kept in it "
            "cannot be checked, translated or exported."
        ),
        cure=N_("Correct the name, or add the variable to the list of variables."),
        source=N_("The file format of Flow Designer, version 1."),
    ),
    of_block=_of_block,
    of_flow=_of_flow,
)
