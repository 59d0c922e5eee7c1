"""RCS for Business: rich messages in the phone's own app, with suggested replies.

Numbers from AWS End User Messaging, "RCS limits", and Google's RCS for Business guide.
"""

from collections.abc import Mapping

from flowdesigner.channels.bubbles import in_bubbles
from flowdesigner.channels.dated_limits import dated_limits
from flowdesigner.model.channel import Channel, Count, Limits
from flowdesigner.model.outgoing import Outgoing, Rendered, shared_out
from flowdesigner.texts import N_

ID = "rcs"

TITLES: Mapping[str, str] = {
    "text": N_("Text"),
    "button_label": N_("Suggested reply"),
    "chips": N_("Suggested replies under a message"),
    "link_button": N_("Link button"),
    "caption": N_("Text of a card"),
}


OTHER_TITLES: Mapping[str, str] = {
    "card_title": N_("Title of a card"),
    "card_chips": N_("Suggested replies of a card"),
    "postback": N_("Id of a suggested reply"),
    "address": N_("Web address"),
    "media": N_("Picture or video"),
    "payload": N_("Whole message"),
}


def measure(text: str, limits: Limits) -> Count:
    """Characters."""
    return Count(used=len(text), most=limits["text"].most)


def draw(outgoing: Outgoing, limits: Limits) -> tuple[Rendered, ...]:
    """A card for a file, the text, and up to eleven chips; more answers take another message."""
    return in_bubbles(outgoing, limits, _chips)


def _chips(text: str, outgoing: Outgoing, limits: Limits) -> tuple[Rendered, ...]:
    """As many messages as the answers need, shared out evenly; each asks, for none may be empty."""
    return tuple(
        Rendered(
            shape="chips",
            text=text,
            options=some,
            actions=outgoing.actions if at == 0 else (),
            link=outgoing.link if at == 0 else None,
        )
        for at, some in enumerate(shared_out(outgoing.options, limits["chips"].most))
    )


RCS = Channel(
    id=ID,
    title="RCS",
    icon="message-square-text",
    colour="#1a73e8",
    bounds=dated_limits(ID, TITLES),
    other_bounds=dated_limits(ID, OTHER_TITLES),
    draw=draw,
    measure=measure,
    can=frozenset({"buttons", "media", "link", "typed", "two_way"}),
    reached_by="phone",
)
