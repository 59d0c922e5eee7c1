"""The rule *unknown-outcome*."""

from flowdesigner.checks.about import having
from flowdesigner.checks.context import FlowContext
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.edits.flows import SetFlowValue
from flowdesigner.model.fields import Kind
from flowdesigner.texts import N_, message


def _of_flow(context: FlowContext) -> Findings:
    known = context.around.outcomes.get(context.id, ("done",))
    for block, node in context.nodes.items():
        if node.outcome is None or node.outcome in known:
            continue
        edit = SetFlowValue(context.id, "outcomes", (*known, node.outcome))
        title = message(N_("Add “{outcome}” to the flow's outcomes"), outcome=node.outcome)
        yield Finding(
            block=block,
            field=("outcome",),
            message=message(
                N_("“{outcome}” is not one of the flow's outcomes."), outcome=node.outcome
            ),
            fixes=(Fix(title=title, edit=edit),),
        )


RULE = Rule(
    name="unknown-outcome",
    severity=Severity.WARNING,
    title=N_("Every end has an outcome that its flow names"),
    manual=Manual(
        means=N_("The flow ends here with an outcome that is not on its list of outcomes."),
        why=N_(
            "A flow that calls this one has an exit for each outcome on the list. For any other "
            "it has none, and the conversation stops there."
        ),
        cure=N_("Choose one of the listed outcomes, or add this one to the flow's list."),
        source=N_("The file format of Flow Designer, version 1."),
    ),
    of_flow=_of_flow,
    blocks=having(Kind.OUTCOME),
)
