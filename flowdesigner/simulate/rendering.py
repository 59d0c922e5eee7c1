"""What the customer really gets: a block's words, made into messages by the channel."""

from datetime import date

from flowdesigner.channels import channels_on
from flowdesigner.model.facts import Facts
from flowdesigner.model.outgoing import Outgoing, Rendered


def rendered(channel: str, outgoing: Outgoing, facts: Facts, day: date) -> tuple[Rendered, ...]:
    """The messages of a channel as it is on a day; an unknown one sends plain text."""
    known = channels_on(day).get(channel)
    if known is not None:
        return known.rendered(outgoing, facts)
    return (Rendered(shape="text", text=outgoing.text, options=outgoing.options),)
