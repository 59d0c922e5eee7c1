"""What a channel makes of something that is said, in a few words."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from flowdesigner.model.outgoing import Outgoing, Rendered
from flowdesigner.texts import N_, translate

_SHAPES: Mapping[str, str] = {
    "text": N_("text"),
    "buttons": N_("buttons"),
    "list": N_("list"),
    "numbered": N_("numbered text"),
    "media": N_("file"),
    "link": N_("link"),
    "chips": N_("suggested replies"),
    "mail": N_("mail"),
}


def drawn(messages: Sequence[Rendered]) -> str:
    """What the customer gets, message by message, such as "file, then buttons"."""
    alike = ((shape, sum(1 for _each in group)) for shape, group in groupby(map(_shape, messages)))
    return translate(N_(", then ")).join(_times(shape, n) for shape, n in alike)


def _times(shape: str, n: int) -> str:
    if n == 1:
        return shape
    return translate(N_("{shape}, in {n} messages"), shape=shape, n=n)


def changed(outgoing: Outgoing, messages: Sequence[Rendered]) -> Iterator[str]:
    """What of the things that are said the customer gets otherwise, or not at all."""
    words = "\n".join(each.text for each in messages)
    media, link, footer = outgoing.media, outgoing.link, outgoing.footer
    if media is not None and not any(each.media for each in messages):
        written = media.url in words
        yield _told(written, N_("the file as its address"), N_("without the file"))
    if link is not None and not any(each.link for each in messages):
        written = link.url in words
        yield _told(written, N_("the link as its address"), N_("without the link"))
    if footer and not any(each.footer for each in messages):
        yield _told(
            footer in words, N_("the footer as a line of the text"), N_("without the footer")
        )


def _told(written: bool, otherwise: str, lost: str) -> str:
    return translate(otherwise if written else lost)


def _shape(message: Rendered) -> str:
    shape = translate(_SHAPES[message.shape])
    if message.shape == "mail" and message.options:
        shape = translate(N_("links in a mail"))
    if message.parts > 1:
        return translate(N_("{shape} in {n} parts"), shape=shape, n=message.parts)
    return shape
