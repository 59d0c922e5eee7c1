"""What may accompany a text: media and a link; and how a channel may say things otherwise."""

from collections.abc import Mapping
from typing import Annotated, Literal

from flowdesigner.model.fields import Field, Kind, label_field, text_field
from flowdesigner.model.part import Part, Text
from flowdesigner.texts import N_

MediaKind = Literal["image", "video", "audio", "document"]

MEDIA_LABELS: Mapping[str, str] = {
    "image": N_("Picture"),
    "video": N_("Video"),
    "audio": N_("Sound"),
    "document": N_("Document"),
}


class Media(Part):
    """A picture, film, sound or document that is sent along."""

    kind: Annotated[
        MediaKind | None,
        Field(
            label=N_("Kind"),
            kind=Kind.CHOICE,
            choices=MEDIA_LABELS,
            help=N_("Whether it is a picture, a film, a sound or a document."),
        ),
    ] = None
    url: Annotated[
        str | None,
        Field(
            label=N_("Web address"),
            kind=Kind.URL,
            templated=True,
            placeholder="https://",
            help=N_("Where the file is on the web; the address begins with https://."),
        ),
    ] = None
    file: Annotated[
        str | None,
        Field(
            label=N_("File in the project's folder"),
            kind=Kind.LINE,
            help=N_("A file that lies beside the project instead, such as pictures/menu.png."),
        ),
    ] = None
    caption: Annotated[
        Text | None,
        label_field(
            N_("Caption"),
            help=N_("A few words that are shown with the file."),
        ),
    ] = None


class Link(Part):
    """A button that opens a web page."""

    label: Annotated[
        Text | None,
        label_field(
            N_("Button"),
            help=N_("The words on the button."),
        ),
    ] = None
    url: Annotated[
        str | None,
        Field(
            label=N_("Web address"),
            kind=Kind.URL,
            templated=True,
            placeholder="https://",
            help=N_("The page that opens; the address begins with https://."),
        ),
    ] = None


class OptionWords(Part):
    """What an option says on another channel."""

    label: Annotated[
        Text | None,
        label_field(
            N_("Label"),
            help=N_("What the answer is called on this channel."),
        ),
    ] = None
    description: Annotated[
        Text | None,
        label_field(
            N_("Description"),
            help=N_("The smaller line below the answer on this channel."),
        ),
    ] = None


class Variant(Part):
    """What a block says on one channel instead of what it says elsewhere; key by key."""

    text: Annotated[
        Text | None,
        text_field(
            N_("Text"),
            help=N_("What is said on this channel instead."),
        ),
    ] = None
    media: Annotated[
        Media | None,
        Field(
            label=N_("Media"),
            kind=Kind.PART,
            help=N_("The picture or file on this channel instead."),
        ),
    ] = None
    link: Annotated[
        Link | None,
        Field(
            label=N_("Link"),
            kind=Kind.PART,
            help=N_("The link button on this channel instead."),
        ),
    ] = None
    body: Annotated[
        Text | None,
        text_field(
            N_("Text"),
            help=N_("What is said on this channel instead."),
        ),
    ] = None
    wrong: Annotated[
        Text | None,
        text_field(
            N_("What to say to a wrong code"),
            help=N_("What is said to a wrong code on this channel instead."),
        ),
    ] = None
    footer: Annotated[
        Text | None,
        label_field(
            N_("Footer"),
            help=N_("The small line at the end on this channel instead."),
        ),
    ] = None
    subject: Annotated[
        Text | None,
        label_field(
            N_("Subject"),
            help=N_("The subject of the mail."),
        ),
    ] = None
    preheader: Annotated[
        Text | None,
        label_field(
            N_("Preview line"),
            help=N_("What stands behind the subject in a list of mails."),
        ),
    ] = None
    button: Annotated[
        Text | None,
        label_field(
            N_("List button"),
            help=N_("The button that opens the list on this channel."),
        ),
    ] = None
    summary: Annotated[
        Text | None,
        text_field(
            N_("Summary"),
            help=N_("What the colleague reads first on this channel."),
        ),
    ] = None
    options: dict[str, OptionWords] | None = None
