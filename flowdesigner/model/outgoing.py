"""What a block wants said, before and after a channel has made messages of it."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Literal

from msgspec import Struct

DrawAs = Literal["auto", "buttons", "list", "text"]


class Reply(Struct, frozen=True):
    """An answer the customer can choose."""

    id: str
    label: str
    description: str = ""
    section: str = ""


class SentMedia(Struct, frozen=True):
    """A file that goes along; `url` may also be a path inside the project's folder."""

    kind: str
    url: str
    caption: str = ""


class SentLink(Struct, frozen=True):
    """A button that opens a page."""

    label: str
    url: str


ActionKind = Literal["url", "phone", "copy_code", "flow"]


class Action(Struct, frozen=True):
    """A button that does something on the customer's phone instead of answering."""

    kind: ActionKind
    label: str
    value: str = ""
    """The web address, the phone number, the code, or the id of a form."""
    id: str = ""
    """What the author's file calls the button."""


class Approved(Struct, frozen=True):
    """The template a message is made of, which the platform has approved."""

    name: str
    category: str
    within: timedelta | None = None
    """How long the platform tries to deliver it; for ever, when nothing is given."""


class Outgoing(Struct, frozen=True, kw_only=True):
    """What the bot says, whatever the channel; every text filled in and in one language."""

    channel: str = ""
    """Where it goes, when not to the conversation's own channel."""
    header: str = ""
    text: str = ""
    options: tuple[Reply, ...] = ()
    actions: tuple[Action, ...] = ()
    template: Approved | None = None
    draw_as: DrawAs = "auto"
    button: str = ""
    """What opens the list, when the options become one."""
    media: SentMedia | None = None
    link: SentLink | None = None
    footer: str = ""
    subject: str = ""
    preheader: str = ""
    answerable: bool = True
    """Whether the customer can answer where it goes; else no answer is offered."""


def numbered(options: Iterable[Reply]) -> str:
    """Answers as lines with numbers that can be typed."""
    return "\n".join(f"{number}. {each.label}" for number, each in enumerate(options, start=1))


def shared_out(options: tuple[Reply, ...], most: int) -> Iterator[tuple[Reply, ...]]:
    """Answers over as few messages as hold them, each about as many."""
    messages = max(-(-len(options) // most), 1)
    each = max(-(-len(options) // messages), 1)
    for at in range(0, len(options), each):
        yield options[at : at + each]


def written_out(outgoing: Outgoing) -> str:
    """Header, text, links and buttons as plain lines, for a channel that knows only text."""
    lines = [outgoing.header, outgoing.text]
    if outgoing.link is not None:
        lines.append(" ".join(filter(None, (outgoing.link.label, outgoing.link.url))))
    lines += [" ".join(filter(None, (each.label, each.value))) for each in outgoing.actions]
    if outgoing.media is not None:
        lines.append(" ".join(filter(None, (outgoing.media.caption, outgoing.media.url))))
    return "\n".join(filter(None, (*lines, outgoing.footer)))


Shape = Literal["text", "buttons", "list", "numbered", "media", "link", "chips", "mail"]
"""`chips` are suggested replies under a message; a `mail` has a subject, and answers are links."""


class Rendered(Struct, frozen=True, kw_only=True):
    """A message as the customer gets it on a channel."""

    shape: Shape
    header: str = ""
    text: str = ""
    options: tuple[Reply, ...] = ()
    """What can be tapped, or, numbered, typed."""
    button: str = ""
    footer: str = ""
    media: SentMedia | None = None
    link: SentLink | None = None
    actions: tuple[Action, ...] = ()
    template: Approved | None = None
    subject: str = ""
    preheader: str = ""
    parts: int = 1
    """How many messages are billed, for channels that split."""
