"""RCS for Business: rich messages in the phone's own app, with suggested replies.

Numbers from AWS End User Messaging, "RCS limits", and Google's RCS for Business guide.
"""

from flowdesigner.channels.bubbles import in_bubbles
from flowdesigner.model.channel import Channel, Count, Limit, Unit
from flowdesigner.model.outgoing import Outgoing, Rendered, shared_out
from flowdesigner.texts import N_

_AWS = "AWS End User Messaging, RCS limits"


def _limit(most: int, title: str, unit: Unit = "characters") -> Limit:
    return Limit(
        most=most, unit=unit, title=title, source=_AWS,
        valid_from="2026-11-24", checked_on="2026-11-24",
    )  # fmt: skip


MOST_CHIPS = 11

LIMITS = {
    "text": _limit(3072, N_("Text")),
    "button_label": _limit(25, N_("Suggested reply")),
    "chips": _limit(MOST_CHIPS, N_("Suggested replies under a message"), "options"),
    "link_button": _limit(25, N_("Link button")),
    "caption": _limit(2000, N_("Text of a card")),
}


OTHER_LIMITS = {
    "card_title": _limit(200, N_("Title of a card")),
    "card_chips": _limit(4, N_("Suggested replies of a card"), "options"),
    "postback": _limit(2048, N_("Id of a suggested reply")),
    "address": _limit(2000, N_("Web address")),
    "media": _limit(100, N_("Picture or video"), "megabytes"),
    "payload": _limit(250, N_("Whole message"), "kilobytes"),
}


def count(text: str) -> Count:
    """Characters."""
    return Count(used=len(text), most=LIMITS["text"].most)


def render(outgoing: Outgoing) -> tuple[Rendered, ...]:
    """A card for a file, the text, and up to eleven chips; more answers take another message."""
    return in_bubbles(outgoing, _chips)


def _chips(text: str, outgoing: Outgoing) -> tuple[Rendered, ...]:
    """As many messages as the answers need, shared out evenly; each asks, for none may be empty."""
    return tuple(
        Rendered(
            shape="chips",
            text=text,
            options=some,
            actions=outgoing.actions if at == 0 else (),
            link=outgoing.link if at == 0 else None,
        )
        for at, some in enumerate(shared_out(outgoing.options, MOST_CHIPS))
    )


RCS = Channel(
    id="rcs",
    title="RCS",
    icon="message-square-text",
    colour="#1a73e8",
    limits=LIMITS,
    other_limits=OTHER_LIMITS,
    render=render,
    count=count,
    can=frozenset({"buttons", "media", "link", "typed", "two_way"}),
    reached_by="phone",
)
