"""The rule *bad-id*."""

from collections.abc import Iterator

from flowdesigner.checks.context import BlockContext, FlowContext, ProjectContext
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.edits.blocks import RenameBlock
from flowdesigner.edits.edit import Edit
from flowdesigner.edits.parts import RenamePart
from flowdesigner.edits.variables import RenameVariable
from flowdesigner.model.fields import Kind
from flowdesigner.model.ids import is_id, make_id
from flowdesigner.model.project import Project
from flowdesigner.model.walk import Path
from flowdesigner.texts import N_, message


def _finding(id: str, field: Path, edit: Edit | None = None, block: str | None = None) -> Finding:
    told = N_("“{id}” cannot be an id: small letters, digits and _ only, at most 40.")
    return Finding(
        message=message(told, id=id),
        field=field,
        block=block,
        fixes=(Fix(title=edit.title, edit=edit),) if edit else (),
    )


def _of_block(context: BlockContext) -> Findings:
    for spot in context.of_kind(Kind.PARTS):
        ids = [str(getattr(each, "id", "")) for each in _listed(spot.value)]
        for position, id in enumerate(ids):
            if id and not is_id(id):
                new = make_id(id, ids, fallback="answer")
                edit = RenamePart(context.flow, context.id, str(spot.path[-1]), id, new)
                yield _finding(id, (*spot.path, position), edit if len(spot.path) == 1 else None)


def _listed(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else ()


def _of_flow(context: FlowContext) -> Findings:
    if not is_id(context.id):
        yield _finding(context.id, ())
    for outcome in context.flow.outcomes or ():
        if not is_id(outcome):
            yield _finding(outcome, ("outcomes",))
    for block in context.nodes:
        if not is_id(block):
            edit = RenameBlock(context.id, block, make_id(block, context.nodes))
            yield _finding(block, (), edit, block)


def _of_project(context: ProjectContext) -> Findings:
    project = context.project
    for name in project.variables:
        if not is_id(name):
            new = make_id(name, project.variables, fallback="value")
            yield _finding(name, ("variables", name), RenameVariable(name, new))
    for id, field in _others(project):
        if not is_id(id):
            yield _finding(id, field)


def _others(project: Project) -> Iterator[tuple[str, Path]]:
    if project.id is not None:
        yield project.id, ("id",)
    for id in project.conversations:
        yield id, ("conversations", id)
    for name, variable in project.variables.items():
        for position, each in enumerate(variable.values or ()):
            if each.id:
                yield each.id, ("variables", name, "values", position)


RULE = Rule(
    name="bad-id",
    severity=Severity.ERROR,
    title=N_("Every id is a plain word"),
    manual=Manual(
        means=N_(
            "The id of a block, an answer, a flow or a variable has capital letters, spaces, "
            "other signs than _, begins with a digit, or is longer than 40 letters."
        ),
        why=N_(
            "Ids stand in the exported files as names. Other programs refuse names with such "
            "letters, or take two of them for one."
        ),
        cure=N_("Rename it. All connections, texts and conversations follow."),
        source=N_("The file format of Flow Designer, version 1."),
    ),
    of_block=_of_block,
    of_flow=_of_flow,
    of_project=_of_project,
)
