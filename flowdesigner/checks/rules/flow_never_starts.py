"""The rule *flow-never-starts*."""

from flowdesigner.checks.about import being
from flowdesigner.checks.context import FlowContext
from flowdesigner.checks.rule import Finding, Findings, Manual, Rule, Severity
from flowdesigner.texts import N_, message


def _of_flow(context: FlowContext) -> Findings:
    starts = context.flow.starts or ()
    begins = any(each.trigger not in (None, "call") for each in starts)
    if begins or context.entries:
        return
    called = any(each.trigger == "call" for each in starts)
    never = N_("Nothing starts this flow.")
    waits = N_("This flow waits to be called, and nothing calls it.")
    yield Finding(message=message(waits if called else never), field=("starts",))


RULE = Rule(
    name="flow-never-starts",
    severity=Severity.WARNING,
    title=N_("Every flow is started by something"),
    manual=Manual(
        means=N_(
            "The flow has no start of its own, such as a word that customers write, and no other "
            "flow and no keyword calls it."
        ),
        why=N_("No customer will ever see the flow."),
        cure=N_(
            "Give the flow a start, call it from another flow, or delete it if it is not needed."
        ),
        source=N_("How conversations run in Flow Designer and on the platforms it exports to."),
    ),
    of_flow=_of_flow,
    blocks=being(),
)
