"""What a block says, made of its fields for one customer on one channel."""

from collections.abc import Iterable

from flowdesigner.model.block import Block
from flowdesigner.model.media import Link, Media
from flowdesigner.model.outgoing import DrawAs, Outgoing, Reply, SentLink, SentMedia
from flowdesigner.model.run import Run


def said(
    block: Block, run: Run, *, options: Iterable[Reply] = (), draw_as: DrawAs = "auto"
) -> Outgoing:
    """The block's words and media, as its variants have them."""
    return Outgoing(
        text=run.words(block.spoken("text", run.channel)),
        options=tuple(options),
        draw_as=draw_as,
        button=run.words(block.spoken("button", run.channel)),
        media=sent_media(block.spoken("media", run.channel), run),
        link=_link(block.spoken("link", run.channel), run),
        footer=run.words(block.spoken("footer", run.channel)),
        subject=run.words(block.spoken("subject", run.channel)),
        preheader=run.words(block.spoken("preheader", run.channel)),
    )


def sent_media(media: Media | None, run: Run) -> SentMedia | None:
    """A picture or file for one customer, if there is one."""
    if media is None or not (media.url or media.file):
        return None
    place = run.raw_url(media.url) if media.url else media.file or ""
    return SentMedia(media.kind or "document", place, run.words(media.caption))


def _link(link: Link | None, run: Run) -> SentLink | None:
    if link is None or not link.url:
        return None
    return SentLink(run.words(link.label), run.raw_url(link.url))
