"""Web chat: a window on the business's own page, bounded only by what is pleasant to read."""

from flowdesigner.channels.bubbles import in_bubbles
from flowdesigner.model.channel import Channel, Count, Limit, Unit
from flowdesigner.model.outgoing import Outgoing, Rendered
from flowdesigner.texts import N_


def _habit(most: int, title: str, unit: Unit = "characters") -> Limit:
    return Limit(
        most=most, unit=unit, title=title, source="House rule: what is pleasant to read",
        valid_from="2026-11-24", checked_on="2026-11-24", warn=True,
    )  # fmt: skip


MOST_CHIPS = 5

LIMITS = {
    "text": _habit(300, N_("Text")),
    "button_label": _habit(25, N_("Button")),
    "chips": _habit(MOST_CHIPS, N_("Buttons under a message"), "options"),
}


def count(text: str) -> Count:
    """Characters."""
    return Count(used=len(text), most=LIMITS["text"].most)


def render(outgoing: Outgoing) -> tuple[Rendered, ...]:
    """Up to five chips, a list of rows beyond; files and links in bubbles of their own."""
    return in_bubbles(outgoing, _question)


def _question(text: str, outgoing: Outgoing) -> tuple[Rendered, ...]:
    options, shape = outgoing.options, outgoing.draw_as
    if shape == "auto":
        shape = "buttons" if len(options) <= MOST_CHIPS else "list"
    message = Rendered(
        shape="chips" if shape == "buttons" else "list",
        text=text,
        options=options,
        button=outgoing.button,
        link=outgoing.link,
        actions=outgoing.actions,
    )
    return (message,)


WEBCHAT = Channel(
    id="webchat",
    title="Web chat",
    icon="globe",
    colour="#6d4bd8",
    limits=LIMITS,
    render=render,
    count=count,
    can=frozenset({"buttons", "list", "media", "link", "typed", "two_way"}),
)
