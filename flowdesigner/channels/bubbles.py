"""Messages of channels that show bubbles with suggested replies; nothing said is left out."""

from collections.abc import Callable

from msgspec.structs import replace

from flowdesigner.model.channel import Limits
from flowdesigner.model.outgoing import Outgoing, Rendered, numbered, written_out

Question = Callable[[str, Outgoing, Limits], tuple[Rendered, ...]]
"""Makes of words and what was said the messages with answers to tap."""


def in_bubbles(outgoing: Outgoing, limits: Limits, question: Question) -> tuple[Rendered, ...]:
    """A file in a bubble of its own, then a question, a link, or just the words."""
    before: tuple[Rendered, ...] = ()
    if outgoing.media is not None:
        bubble = Rendered(shape="media", media=outgoing.media, text=outgoing.media.caption)
        before = (bubble,)
    words = written_out(replace(outgoing, media=None))
    if outgoing.options and outgoing.draw_as == "text":
        shown = "\n".join(filter(None, (words, numbered(outgoing.options))))
        return (*before, Rendered(shape="numbered", text=shown, options=outgoing.options))
    text = "\n".join(filter(None, (outgoing.header, outgoing.text, outgoing.footer)))
    if outgoing.options:
        return (*before, *question(text, outgoing, limits))
    if outgoing.link is not None or outgoing.actions:
        link = Rendered(shape="link", text=text, link=outgoing.link, actions=outgoing.actions)
        return (*before, link)
    return (*before, Rendered(shape="text", text=words)) if words or not before else before
