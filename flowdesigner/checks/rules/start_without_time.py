"""The rule *start-without-time*."""

from collections.abc import Iterator

from flowdesigner.checks.about import being
from flowdesigner.checks.context import FlowContext
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.edits.fixes import SetStart
from flowdesigner.model.flow import Start, When
from flowdesigner.model.part import changed
from flowdesigner.texts import N_, message


def _of_flow(context: FlowContext) -> Findings:
    for position, start in enumerate(context.flow.starts or ()):
        for name, told, fixes in _missing(start):
            yield Finding(
                message=message(told),
                field=("starts", position, "when", name),
                fixes=tuple(
                    Fix(title=message(title), edit=SetStart(context.id, position, ("when",), when))
                    for title, when in fixes
                ),
            )


def _missing(start: Start) -> Iterator[tuple[str, str, tuple[tuple[str, When], ...]]]:
    """What is missing where, and what to do about it."""
    when = start.when
    if start.trigger != "schedule" or when is None or when.every is not None:
        return
    every_day = changed(when, every="day", before=None, after=None, of=None)
    daily = (N_("Start it every day"), every_day)
    if when.before is None and when.after is None:
        yield "every", N_("Nothing says on which days the flow starts."), (daily,)
    elif when.of is None:
        yield "of", N_("Nothing says before or after which date the flow starts."), (daily,)
    elif when.before is not None and when.after is not None:
        told = N_("The flow starts either before the date or after it, not both.")
        before = (N_("Start it only before the date"), changed(when, after=None))
        after = (N_("Start it only after the date"), changed(when, before=None))
        yield "after", told, (before, after)


RULE = Rule(
    name="start-without-time",
    severity=Severity.ERROR,
    title=N_("A start by the clock says its days"),
    manual=Manual(
        means=N_(
            "A flow starts by the clock, but neither says how often nor before or after which date."
        ),
        why=N_("The platform cannot tell on which day that is, and never starts the flow."),
        cure=N_("Choose how often it starts, or the variable that holds the date."),
        source=N_("The file format of Flow Designer, version 1."),
    ),
    of_flow=_of_flow,
    blocks=being(),
)
