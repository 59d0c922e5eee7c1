"""Web chat: a window on the business's own page, bounded only by what is pleasant to read."""

from collections.abc import Mapping

from flowdesigner.channels.bubbles import in_bubbles
from flowdesigner.channels.dated_limits import dated_limits
from flowdesigner.model.channel import Channel, Count, Limits
from flowdesigner.model.outgoing import Outgoing, Rendered
from flowdesigner.texts import N_

ID = "webchat"

TITLES: Mapping[str, str] = {
    "text": N_("Text"),
    "button_label": N_("Button"),
    "chips": N_("Buttons under a message"),
}


def measure(text: str, limits: Limits) -> Count:
    """Characters."""
    return Count(used=len(text), most=limits["text"].most)


def draw(outgoing: Outgoing, limits: Limits) -> tuple[Rendered, ...]:
    """Up to five chips, a list of rows beyond; files and links in bubbles of their own."""
    return in_bubbles(outgoing, limits, _question)


def _question(text: str, outgoing: Outgoing, limits: Limits) -> tuple[Rendered, ...]:
    options, shape = outgoing.options, outgoing.draw_as
    if shape == "auto":
        shape = "buttons" if len(options) <= limits["chips"].most else "list"
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
    id=ID,
    title="Web chat",
    icon="globe",
    colour="#6d4bd8",
    bounds=dated_limits(ID, TITLES),
    draw=draw,
    measure=measure,
    can=frozenset({"buttons", "list", "media", "link", "typed", "two_way"}),
)
