"""The rule *field-missing*."""

from collections.abc import Iterator
from functools import cache

from flowdesigner.checks.context import BlockContext, FlowContext, ProjectContext
from flowdesigner.checks.limits import usual_limit
from flowdesigner.checks.parts import parts_in
from flowdesigner.checks.rule import Finding, Findings, Manual, Rule, Severity
from flowdesigner.checks.wording import field_name
from flowdesigner.model.fields import Field, applies, fields_of
from flowdesigner.model.part import Part
from flowdesigner.model.walk import Path
from flowdesigner.texts import N_, message


def _empty(value: object) -> bool:
    """Nothing at all, or only blanks in every language."""
    if isinstance(value, dict):
        return not any(
            bool(each.strip()) if isinstance(each, str) else each for each in value.values()
        )
    return value is None or value == () or (isinstance(value, str) and not value.strip())


def _missing(part: Part) -> Iterator[tuple[str, Field]]:
    for name, field in _required(type(part)):
        if _empty(getattr(part, name)) and applies(part, field):
            yield name, field


@cache
def _required(part_type: type[Part]) -> tuple[tuple[str, Field], ...]:
    return tuple(each for each in fields_of(part_type).items() if each[1].required)


def _findings(part: Part, path: Path, context: BlockContext | None = None) -> Findings:
    for name, field in _missing(part):
        place = (*path, name)
        yield Finding(
            message=message(N_("“{field}” is not filled in."), field=field_name(field)),
            field=place,
            fixes=usual_limit(context, place, field) if context else (),
        )


def _of_block(context: BlockContext) -> Findings:
    for path, part in context.parts:
        yield from _findings(part, path, context)


def _of_flow(context: FlowContext) -> Findings:
    for name in ("starts", "leave_on"):
        for position, each in enumerate(getattr(context.flow, name) or ()):
            for path, part in parts_in(each, (name, position)):
                yield from _findings(part, path)


def _of_project(context: ProjectContext) -> Findings:
    for path, part in parts_in(context.project.settings, ("settings",)):
        yield from _findings(part, path)
    for name, variable in context.project.variables.items():
        for path, part in parts_in(variable, ("variables", name)):
            yield from _findings(part, path)


RULE = Rule(
    name="field-missing",
    severity=Severity.ERROR,
    title=N_("Everything needed is filled in"),
    manual=Manual(
        means=N_(
            "A block lacks something without which it cannot do its work, such as the words of a "
            "message, the answers of a menu, or the place where an answer is kept."
        ),
        why=N_(
            "When a customer comes to the block, nothing sensible can happen: an empty message is "
            "refused by every channel, and an answer that is kept nowhere is lost."
        ),
        cure=N_(
            "Open the block and fill in the field that is marked. If the block is not needed any "
            "more, delete it."
        ),
        source=N_("The file format of Flow Designer, version 1."),
    ),
    of_block=_of_block,
    of_flow=_of_flow,
    of_project=_of_project,
)
