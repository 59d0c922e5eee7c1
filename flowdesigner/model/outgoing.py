"""What a block wants said, before and after a channel has made messages of it."""

from dataclasses import dataclass
from typing import Literal

DrawAs = Literal["auto", "buttons", "list", "text"]


@dataclass(frozen=True)
class Reply:
    """An answer the customer can choose."""

    id: str
    label: str
    description: str = ""
    section: str = ""


@dataclass(frozen=True)
class SentMedia:
    """A file that goes along; `url` may also be a path inside the project's folder."""

    kind: str
    url: str
    caption: str = ""


@dataclass(frozen=True)
class SentLink:
    """A button that opens a page."""

    label: str
    url: str


@dataclass(frozen=True, kw_only=True)
class Outgoing:
    """What the bot says, whatever the channel; every text filled in and in one language."""

    text: str = ""
    options: tuple[Reply, ...] = ()
    draw_as: DrawAs = "auto"
    button: str = ""
    """What opens the list, when the options become one."""
    media: SentMedia | None = None
    link: SentLink | None = None
    footer: str = ""
    subject: str = ""
    preheader: str = ""


Shape = Literal["text", "buttons", "list", "numbered", "media", "link"]


@dataclass(frozen=True, kw_only=True)
class Rendered:
    """A message as the customer gets it on a channel."""

    shape: Shape
    text: str = ""
    options: tuple[Reply, ...] = ()
    """What can be tapped, or, numbered, typed."""
    button: str = ""
    footer: str = ""
    media: SentMedia | None = None
    link: SentLink | None = None
    parts: int = 1
    """How many messages are billed, for channels that split."""
