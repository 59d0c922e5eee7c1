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
        MediaKind | None, Field(label=N_("Kind"), kind=Kind.CHOICE, choices=MEDIA_LABELS)
    ] = None
    url: Annotated[
        str | None,
        Field(label=N_("Web address"), kind=Kind.URL, templated=True, placeholder="https://"),
    ] = None
    file: Annotated[str | None, Field(label=N_("File in the project's folder"), kind=Kind.LINE)] = (
        None
    )
    caption: Annotated[Text | None, label_field(N_("Caption"))] = None


class Link(Part):
    """A button that opens a web page."""

    label: Annotated[Text | None, label_field(N_("Button"))] = None
    url: Annotated[
        str | None,
        Field(label=N_("Web address"), kind=Kind.URL, templated=True, placeholder="https://"),
    ] = None


class OptionWords(Part):
    """What an option says on another channel."""

    label: Annotated[Text | None, label_field(N_("Label"))] = None
    description: Annotated[Text | None, label_field(N_("Description"))] = None


class Variant(Part):
    """What a block says on one channel instead of what it says elsewhere; key by key."""

    text: Annotated[Text | None, text_field(N_("Text"))] = None
    media: Annotated[Media | None, Field(label=N_("Media"), kind=Kind.PART)] = None
    link: Annotated[Link | None, Field(label=N_("Link"), kind=Kind.PART)] = None
    body: Annotated[Text | None, text_field(N_("Text"))] = None
    wrong: Annotated[Text | None, text_field(N_("What to say to a wrong code"))] = None
    footer: Annotated[Text | None, label_field(N_("Footer"))] = None
    subject: Annotated[Text | None, label_field(N_("Subject"))] = None
    preheader: Annotated[Text | None, label_field(N_("Preview line"))] = None
    button: Annotated[Text | None, label_field(N_("List button"))] = None
    summary: Annotated[Text | None, text_field(N_("Summary"))] = None
    options: dict[str, OptionWords] | None = None
