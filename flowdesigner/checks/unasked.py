"""What is sent to customers who have not asked for it."""

from collections.abc import Iterator

from flowdesigner.checks.context import FlowContext
from flowdesigner.checks.node import Node
from flowdesigner.checks.offers import offer_starts

_HAPPENED = "happened"
"""What follows an event, such as an order that is paid, is about that event."""


def begun_by_business(context: FlowContext) -> bool:
    """Whether the flow may begin without a word of the customer."""
    starts = context.flow.starts or ()
    return any(each.trigger in ("event", "schedule", "audience") for each in starts)


def unasked_offers(context: FlowContext, channel: str) -> Iterator[str]:
    """The blocks of a flow for offers that surely go by a channel, before the customer wrote."""
    if any(offer_starts(context)):
        yield from (id for id in unasked(context) if goes_by(context, context.nodes[id], channel))


def goes_by(context: FlowContext, node: Node, channel: str) -> bool:
    """Whether a block surely sends something by a channel."""
    if node.sends is None:
        return False
    own = node.channel == channel
    return own or (node.channel is None and context.around.channel_ids == (channel,))


def unasked(context: FlowContext) -> Iterator[str]:
    """The blocks that come before the customer wrote, in the order they are come to."""
    first = context.flow.first
    waiting = [first] if first is not None and first in context.nodes else []
    found = set(waiting)
    for id in waiting:
        yield id
        node = context.nodes[id]
        for exit, target in context.edges[id]:
            passage = node.passages.get(exit)
            written = passage is not None and passage.silence.kept is None
            if not written and exit != _HAPPENED and target not in found:
                found.add(target)
                waiting.append(target)
