"""The rule *bad-duration*."""

from collections.abc import Callable
from functools import partial

from flowdesigner.checks.about import having
from flowdesigner.checks.context import BlockContext, FlowContext, ProjectContext
from flowdesigner.checks.meant import meant_duration
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.edits.blocks import SetValue
from flowdesigner.edits.edit import Edit
from flowdesigner.edits.fixes import SetStart
from flowdesigner.model.duration import parse_duration
from flowdesigner.model.fields import Kind
from flowdesigner.model.walk import Path
from flowdesigner.texts import N_, message


def _finding(written: str, field: Path, change: Callable[[object], Edit] | None = None) -> Finding:
    told = N_("“{written}” is not a length of time. Write it as 30s, 10m, 24h or 3d.")
    good = meant_duration(written)
    title = message(N_("Write {duration}"), duration=good)
    return Finding(
        message=message(told, written=written),
        field=field,
        fixes=(Fix(title=title, edit=change(good)),) if good and change else (),
    )


def _of_block(context: BlockContext) -> Findings:
    for spot in context.of_kind(Kind.DURATION):
        written = str(spot.value)
        if parse_duration(written) is None:
            yield _finding(
                written, spot.path, partial(SetValue, context.flow, context.id, spot.path)
            )


def _of_flow(context: FlowContext) -> Findings:
    for position, start in enumerate(context.flow.starts or ()):
        for name in ("before", "after"):
            written = getattr(start.when, name, None)
            if written is not None and parse_duration(written) is None:
                change = partial(SetStart, context.id, position, ("when", name))
                yield _finding(written, ("starts", position, "when", name), change)


def _of_project(context: ProjectContext) -> Findings:
    for id, conversation in context.project.conversations.items():
        for position, step in enumerate(conversation.steps):
            if step.wait is not None and parse_duration(step.wait) is None:
                yield _finding(step.wait, ("conversations", id, "steps", position, "wait"))


RULE = Rule(
    name="bad-duration",
    severity=Severity.ERROR,
    title=N_("Every length of time is written well"),
    manual=Manual(
        means=N_(
            "A length of time is not a whole number with s for seconds, m for minutes, h for "
            "hours or d for days right behind it."
        ),
        why=N_("The program cannot tell how long to wait, and would wait for ever."),
        cure=N_("Write 30s, 10m, 24h or 3d. For an hour and a half write 90m."),
        source=N_("The file format of Flow Designer, version 1."),
    ),
    of_block=_of_block,
    of_flow=_of_flow,
    of_project=_of_project,
    blocks=having(Kind.DURATION),
)
