"""The rule *status-without-message*."""

from operator import not_

from flowdesigner.checks.context import FlowContext
from flowdesigner.checks.rule import Basis, Finding, Findings, Manual, Rule, Severity
from flowdesigner.checks.walk import Walk, has_said
from flowdesigner.model.block import Block
from flowdesigner.texts import N_, message

_NEVER = N_("No message goes out before, so there is no news of one.")
_MAYBE = N_("There is a way here on which no message goes out before.")


def _of_flow(context: FlowContext) -> Findings:
    waiting = [id for id, node in context.nodes.items() if node.awaits_news]
    if not waiting or context.flow.first not in context.nodes or not _begins_by_itself(context):
        return
    ways = Walk(context, False, has_said(context.nodes))
    yield from ways.pausing()
    for block in waiting:
        if False in ways.values(block):
            surely = True not in ways.values(block) and not context.entries
            yield Finding(
                block=block,
                message=message(_NEVER if surely else _MAYBE),
                severity=None if surely else Severity.WARNING,
                path=ways.to(block, not_),
            )


def _begins_by_itself(context: FlowContext) -> bool:
    """A flow that is only called may wait for news of its caller's message."""
    starts = context.flow.starts or ()
    return not context.entries if not starts else any(each.trigger != "call" for each in starts)


RULE = Rule(
    name="status-without-message",
    severity=Severity.ERROR,
    kind=Basis.WAYS,
    title=N_("News of a message is waited for only after one"),
    manual=Manual(
        means=N_(
            "A block waits until the last message is delivered, read or answered, and there is a "
            "way to the block on which no message is sent. It is an error when that is so on "
            "every way. The way is shown with the issue."
        ),
        why=N_(
            "There is nothing to be delivered, so no news ever comes: the customer waits as long "
            "as it may take at most, and goes on as if the message were lost."
        ),
        cure=N_("Send the message first, or lead that way past the block."),
        source=N_("How conversations run in Flow Designer and on the platforms it exports to."),
    ),
    of_flow=_of_flow,
    blocks=lambda block_type: block_type.awaits_news is not Block.awaits_news,
)
