"""Email: a subject, a preview line, room for everything, and answers that are links.

Advice on lengths from emailtooltester's comparison of mail clients; the hard bound of a line from
RFC 5322.
"""

from collections.abc import Mapping

from flowdesigner.channels.dated_limits import dated_limits
from flowdesigner.model.channel import Channel, Count, Limits
from flowdesigner.model.outgoing import Outgoing, Rendered
from flowdesigner.texts import N_

ID = "email"

TITLES: Mapping[str, str] = {
    "subject": N_("Subject"),
    "preheader": N_("Preview line"),
    "text": N_("Text"),
}


OTHER_TITLES: Mapping[str, str] = {
    "line": N_("One line, the subject too"),
}


def measure(text: str, limits: Limits) -> Count:
    """Characters."""
    return Count(used=len(text), most=limits["text"].most)


def draw(outgoing: Outgoing, limits: Limits) -> tuple[Rendered, ...]:
    """One mail with everything in it; the subject falls back to the header of the message."""
    return (
        Rendered(
            shape="mail",
            subject=outgoing.subject or outgoing.header,
            preheader=outgoing.preheader,
            text=outgoing.text,
            options=outgoing.options,
            media=outgoing.media,
            link=outgoing.link,
            actions=outgoing.actions,
            footer=outgoing.footer,
        ),
    )


EMAIL = Channel(
    id=ID,
    title="Email",
    icon="mail",
    colour="#b4541f",
    bounds=dated_limits(ID, TITLES),
    other_bounds=dated_limits(ID, OTHER_TITLES),
    draw=draw,
    measure=measure,
    can=frozenset({"buttons", "media", "link", "subject"}),
    reached_by="email",
)
