"""The rule *unknown-key*."""

from collections.abc import Iterable

from flowdesigner.checks.context import BlockContext, FlowContext, ProjectContext
from flowdesigner.checks.parts import parts_in
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.edits.fixes import RemoveKey
from flowdesigner.model.block import UnknownBlock
from flowdesigner.model.conversation import Expect
from flowdesigner.model.part import Part
from flowdesigner.model.walk import Path
from flowdesigner.texts import N_, message


def _findings(
    parts: Iterable[tuple[Path, Part]], flow: str | None = None, block: str | None = None
) -> Findings:
    for path, part in parts:
        for key in part.unknown:
            if key.startswith("x-") or (isinstance(part, Expect) and key == "is"):
                continue
            edit = RemoveKey((*path, key), flow, block)
            yield Finding(
                message=message(N_("The file says “{key}” here, which means nothing."), key=key),
                field=(*path, key),
                fixes=(Fix(title=edit.title, edit=edit),),
            )


def _of_block(context: BlockContext) -> Findings:
    if isinstance(context.block, UnknownBlock):
        return iter(())
    return _findings(context.parts, context.flow, context.id)


def _of_flow(context: FlowContext) -> Findings:
    return _findings(parts_in(context.flow), context.id)


def _of_project(context: ProjectContext) -> Findings:
    project = context.project
    yield from _findings([((), project)])
    yield from _findings(parts_in(project.settings, ("settings",)))
    yield from _unknown_checks(context)
    for name, variable in project.variables.items():
        yield from _findings(parts_in(variable, ("variables", name)))
    for id, conversation in project.conversations.items():
        yield from _findings(parts_in(conversation, ("conversations", id)))
        yield None


def _unknown_checks(context: ProjectContext) -> Findings:
    for name in context.project.settings.checks or ():
        if name not in context.rules:
            place: Path = ("settings", "checks", name)
            edit = RemoveKey(place)
            yield Finding(
                message=message(N_("There is no check “{name}” to turn off or on."), name=name),
                field=place,
                fixes=(Fix(title=edit.title, edit=edit),),
            )


RULE = Rule(
    name="unknown-key",
    severity=Severity.HINT,
    title=N_("The file says nothing that is not understood"),
    manual=Manual(
        means=N_(
            "The file has an entry that this version of the program does not know. Someone wrote "
            "it by hand, perhaps misspelt, or a newer version of the program did. Among the "
            "settings it may also be the name of a check that there is not. Entries whose names "
            "begin with “x-” are meant for other programs and are always fine."
        ),
        why=N_(
            "The entry is kept but does nothing. If it is a slip of the pen, the flow does not do "
            "what its author believes."
        ),
        cure=N_("Remove it, or correct its name in the file."),
        source=N_("The file format of Flow Designer, version 1."),
    ),
    of_block=_of_block,
    of_flow=_of_flow,
    of_project=_of_project,
)
