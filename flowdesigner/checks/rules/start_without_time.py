"""The rule *start-without-time*."""

from collections.abc import Iterator

from flowdesigner.checks.about import being
from flowdesigner.checks.context import FlowContext
from flowdesigner.checks.rule import Finding, Findings, Manual, Rule, Severity
from flowdesigner.model.flow import Start
from flowdesigner.texts import N_, message


def _of_flow(context: FlowContext) -> Findings:
    for position, start in enumerate(context.flow.starts or ()):
        for name, told in _missing(start):
            yield Finding(message=message(told), field=("starts", position, "when", name))


def _missing(start: Start) -> Iterator[tuple[str, str]]:
    when = start.when
    if start.trigger != "schedule" or when is None or when.every is not None:
        return
    if when.before is None and when.after is None:
        yield "every", N_("Nothing says on which days the flow starts.")
    elif when.before is not None and when.after is not None:
        yield "after", N_("The flow starts either before the date or after it, not both.")
    elif when.of is None:
        yield "of", N_("Nothing says before or after which date the flow starts.")


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
    ),
    of_flow=_of_flow,
    blocks=being(),
)
