"""What the bubbles of a line hold, made from what the channel delivers."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from flowdesigner.app.preview.look import is_plain, reads_marks
from flowdesigner.app.preview.wording import (
    MEDIA_ICONS,
    MEDIA_TITLES,
    SPEAKERS,
    clock,
    parts,
    spoken,
)
from flowdesigner.channels import BY_ID
from flowdesigner.model.outgoing import Rendered, SentMedia
from flowdesigner.model.project import Project
from flowdesigner.simulate.entry import Entry
from flowdesigner.texts import N_, translate


class Card(Struct, frozen=True, kw_only=True):
    """A file that goes along, as a picture of itself."""

    icon: str
    title: str
    name: str


class Letterhead(Struct, frozen=True, kw_only=True):
    """What every mail of a business has."""

    sender: str = ""
    address: str = ""
    unsubscribe: str = ""
    """The web address that stops them; nothing when the settings have none."""


class Head(Letterhead, frozen=True, kw_only=True):
    """What stands above the letter, as in an inbox."""

    subject: str = ""
    preheader: str = ""


class Content(Struct, frozen=True, kw_only=True):
    """What a bubble holds."""

    text: str
    spoken: str
    """What a screen reader says of it."""
    time: str = ""
    footer: str = ""
    title: str = ""
    """What stands above the words."""
    header: str = ""
    """Who speaks, when it is neither the bot nor the customer."""
    card: Card | None = None
    marks: bool = False
    """Whether the channel reads marks such as `*bold*`."""
    dear: bool = False
    """Whether it is cut into more parts than it should be."""
    mail: Head | None = None
    """What makes it a mail, if it is one."""
    message: Rendered | None = None
    """The message it shows, with what can be tapped."""

    @property
    def has_chips(self) -> bool:
        """Whether its answers are suggested below it, not lines of it."""
        return self.message is not None and self.message.shape == "chips"

    @property
    def has_pills(self) -> bool:
        """Whether what can be tapped has an outline of its own."""
        return self.has_chips or self.mail is not None

    @property
    def copied(self) -> str:
        """Its words, for the clipboard."""
        name = self.card.name if self.card else ""
        about = (self.mail.subject, self.mail.preheader) if self.mail else ()
        return "\n".join(filter(None, (*about, name, self.title, self.text, self.footer)))


def letterhead(project: Project) -> Letterhead:
    """Who the mails of a project come from, by its settings."""
    settings = project.settings
    return Letterhead(
        sender=settings.brand or "",
        address=(settings.senders or {}).get("email", ""),
        unsubscribe=(settings.email.unsubscribe if settings.email else None) or "",
    )


def contents(entry: Entry, letterhead: Letterhead) -> tuple[Content, ...]:
    """The bubbles of a line."""
    if entry.who == "bot" and entry.messages:
        return tuple(_delivered(entry, letterhead))
    sent = entry.text.removeprefix("[").removesuffix("]")
    if entry.who == "customer" and entry.text == f"[{sent}]" and sent in MEDIA_TITLES:
        title = translate(MEDIA_TITLES[sent])
        card = Card(icon=_icon(sent), title=title, name=translate(N_("from the customer")))
        return (Content(text="", spoken=_said(entry, title), time=clock(entry.at), card=card),)
    header = translate(SPEAKERS["agent"]) if entry.who == "agent" else ""
    marks = reads_marks(entry.channel)
    spoken_text = _said(entry, entry.text)
    return (
        Content(
            text=entry.text, spoken=spoken_text, time=clock(entry.at), header=header, marks=marks
        ),
    )


def _said(entry: Entry, words: str) -> str:
    return f"{translate(SPEAKERS[entry.who])}, {clock(entry.at)}: {words}"


def _delivered(entry: Entry, letterhead: Letterhead) -> Iterator[Content]:
    for at, each in enumerate(entry.messages):
        time = clock(entry.at)
        if is_plain(entry.channel):
            time += f" · {parts(each.parts)}"
        yield Content(
            text=each.text,
            spoken=spoken(entry) if at == len(entry.messages) - 1 else _said(entry, each.text),
            time=time,
            footer=each.footer,
            title=each.header,
            dear=_too_many_parts(entry.channel, each.parts),
            card=_card(each.media) if each.media else None,
            marks=reads_marks(entry.channel),
            mail=_head(each, letterhead) if each.shape == "mail" else None,
            message=each,
        )


def _head(mail: Rendered, letterhead: Letterhead) -> Head:
    return Head(
        sender=letterhead.sender,
        address=letterhead.address,
        unsubscribe=letterhead.unsubscribe,
        subject=mail.subject,
        preheader=mail.preheader,
    )


def _too_many_parts(channel: str, count: int) -> bool:
    limit = BY_ID[channel].limits.get("parts") if channel in BY_ID else None
    return limit is not None and count > limit.most


def _card(media: SentMedia) -> Card:
    kind = media.kind if media.kind in MEDIA_TITLES else "document"
    return Card(icon=_icon(kind), title=translate(MEDIA_TITLES[kind]), name=_file_name(media.url))


def _icon(kind: str) -> str:
    return MEDIA_ICONS.get(kind, "file-text")


def _file_name(url: str) -> str:
    """The last part of an address; the address itself when it has none."""
    try:
        return unquote(PurePosixPath(urlsplit(url).path).name) or url
    except ValueError:
        return url
