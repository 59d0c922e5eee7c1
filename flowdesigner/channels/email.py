"""Email: a subject, a preview line, room for everything, and answers that are links.

Advice on lengths from emailtooltester's comparison of mail clients; the hard bound of a line from
RFC 5322.
"""

from flowdesigner.model.channel import Channel, Count, Limit
from flowdesigner.model.outgoing import Outgoing, Rendered
from flowdesigner.texts import N_

_ADVICE = "emailtooltester.com, subject lines and preheaders in mail clients"


def _advice(most: int, title: str) -> Limit:
    return Limit(
        most=most, unit="characters", title=title, source=_ADVICE,
        valid_from="2026-11-24", checked_on="2026-11-24", warn=True,
    )  # fmt: skip


_CLIPPED = 100_000

LIMITS = {
    "subject": _advice(50, N_("Subject")),
    "preheader": _advice(100, N_("Preview line")),
    "text": Limit(
        most=_CLIPPED,
        unit="characters",
        title=N_("Text"),
        source="Gmail clips longer mails (known from practice)",
        valid_from="2026-11-24",
        checked_on="2026-11-24",
        warn=True,
    ),
}


OTHER_LIMITS = {
    "line": Limit(
        most=998,
        unit="characters",
        title=N_("One line, the subject too"),
        source="RFC 5322",
        valid_from="2008-10-01",
        checked_on="2026-11-24",
    ),
}


def count(text: str) -> Count:
    """Characters."""
    return Count(used=len(text), most=_CLIPPED)


def render(outgoing: Outgoing) -> tuple[Rendered, ...]:
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
    id="email",
    title="Email",
    icon="mail",
    colour="#b4541f",
    limits=LIMITS,
    other_limits=OTHER_LIMITS,
    render=render,
    count=count,
    can=frozenset({"buttons", "media", "link", "subject"}),
    reached_by="email",
)
