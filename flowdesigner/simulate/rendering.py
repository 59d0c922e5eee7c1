"""What the customer really gets: a block's words, made into messages by the channel."""

from flowdesigner.channels import BY_ID
from flowdesigner.model.facts import Facts
from flowdesigner.model.outgoing import Outgoing, Rendered


def rendered(channel: str, outgoing: Outgoing, facts: Facts) -> tuple[Rendered, ...]:
    """The messages of a channel; a channel this version does not know sends plain text."""
    known = BY_ID.get(channel)
    if known is not None:
        return known.rendered(outgoing, facts)
    return (Rendered(shape="text", text=outgoing.text, options=outgoing.options),)
