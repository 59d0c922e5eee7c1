"""The rule *unreachable-block*."""

from flowdesigner.checks.context import FlowContext
from flowdesigner.checks.graph import reached
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.edits.blocks import DeleteBlocks
from flowdesigner.texts import N_, message


def _of_flow(context: FlowContext) -> Findings:
    if context.flow.first not in context.nodes:
        return
    found = yield from reached(context)
    led_to = {target for node in context.nodes.values() for target in node.exits.values()}
    for block in context.nodes:
        if block in found:
            continue
        never = N_("The connections to this block start where the conversation can never be.")
        none = N_("No connection leads to this block.")
        yield Finding(
            block=block,
            message=message(never if block in led_to else none),
            fixes=(
                Fix(title=message(N_("Delete the block")), edit=DeleteBlocks(context.id, (block,))),
            ),
        )


RULE = Rule(
    name="unreachable-block",
    alias="FL01",
    severity=Severity.WARNING,
    title=N_("Every block can be reached"),
    manual=Manual(
        means=N_(
            "No way leads from the first block of the flow to this one. A connection counts only "
            "when it can be taken: “No reply” is never taken by a question that waits for ever."
        ),
        why=N_(
            "No customer will ever see the block. Most often a connection was forgotten, or was "
            "deleted together with the block that it came from."
        ),
        cure=N_("Connect an exit to the block, or delete it."),
    ),
    of_flow=_of_flow,
)
