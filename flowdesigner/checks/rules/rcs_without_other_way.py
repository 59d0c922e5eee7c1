"""The rule *rcs-without-other-way*."""

from flowdesigner.checks.about import having
from flowdesigner.checks.context import BlockContext, FlowContext
from flowdesigner.checks.node import Node
from flowdesigner.checks.rule import Finding, Findings, Manual, Rule, Severity
from flowdesigner.checks.unasked import begun_by_business, goes_by, unasked
from flowdesigner.model.fields import Kind
from flowdesigner.texts import N_, message

_RCS = "rcs"
_TOLD = N_("Nothing is planned for customers whose phone has no RCS.")


def _of_flow(context: FlowContext) -> Findings:
    whole = context.around.channel_ids == (_RCS,)
    if whole and not begun_by_business(context):
        return  # who writes by RCS has it
    for block in unasked(context) if whole else context.nodes:
        node = context.nodes[block]
        if not goes_by(context, node, _RCS):
            continue
        if not _goes_on_elsewhere(context, node):
            yield Finding(block=block, message=message(_TOLD))
        if whole:
            return  # whom the first message reaches, the others reach, too


def _goes_on_elsewhere(context: FlowContext, node: Node) -> bool:
    """Whether something is done when it does not arrive, or nobody answers."""
    if "failed" in node.exits or ("no_reply" in node.exits and node.waits):
        return True
    following = (context.nodes.get(target) for target in node.exits.values())
    return any(each is not None and each.awaits_news for each in following)


def _of_block(context: BlockContext) -> Findings:
    rungs = [each for each in context.of_kind(Kind.CHANNEL) if len(each.path) > 1]
    if rungs and rungs[-1].value == _RCS:
        yield Finding(message=message(_TOLD), field=rungs[-1].path)


RULE = Rule(
    name="rcs-without-other-way",
    alias="RCS02",
    severity=Severity.ERROR,
    title=N_("Customers without RCS are reached otherwise"),
    manual=Manual(
        means=N_(
            "Something is sent by RCS, and nothing happens for customers whose phone or operator "
            "has no RCS: “Not delivered” is not connected, nobody waits for news of it, and no "
            "other channel follows."
        ),
        why=N_(
            "Google answers such a message with “not found” (404; its guide to RCS for Business, "
            "seen in November 2026), and the customer gets nothing."
        ),
        cure=N_(
            "Lead “Not delivered” to an SMS or a template, or let a one-time code go on to "
            "another channel."
        ),
        source="Google, RCS for Business, November 2026",
    ),
    of_flow=_of_flow,
    of_block=_of_block,
    blocks=having(Kind.TEXT, Kind.CHANNEL),
    channels=lambda channel: channel.id == _RCS,
)
