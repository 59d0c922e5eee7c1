"""The settings of a project: facts about the business that every flow relies on."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import JsonValue

from flowdesigner.model.fields import Field, Kind
from flowdesigner.model.part import AsWord, Flag, Id, Part, Words
from flowdesigner.texts import N_

PURPOSE_LABELS: Mapping[str, str] = {
    "marketing": N_("Offers and advertising"),
    "service": N_("News about what they ordered"),
}

CheckLevel = Literal["error", "warning", "hint", "off"]


class Keyword(Part):
    """Words that, typed at any time, interrupt a conversation for another flow."""

    words: Annotated[
        Words | None,
        Field(label=N_("Words"), kind=Kind.WORDS, translated=True, required=True),
    ] = None
    flow: Annotated[Id | None, Field(label=N_("Flow"), kind=Kind.FLOW, required=True)] = None


class EmailFacts(Part):
    """What the checks want to know of the email channel."""

    unsubscribe: Annotated[str | None, Field(label=N_("Unsubscribe link"), kind=Kind.URL)] = None


class SmsFacts(Part):
    """What the checks want to know of the SMS channel."""

    two_way: Annotated[
        Flag | None, Field(label=N_("Customers can answer by SMS"), kind=Kind.FLAG)
    ] = None


class Contact(Part):
    """A made-up customer to try a journey out with."""

    id: Annotated[Id, Field(label=N_("Id"), kind=Kind.LINE, required=True)] = ""
    name: Annotated[str | None, Field(label=N_("Name"), kind=Kind.LINE, placeholder="Sari")] = None
    phone: Annotated[
        str | None, Field(label=N_("Phone"), kind=Kind.PHONE, placeholder="+6281234567890")
    ] = None
    email: Annotated[
        str | None, Field(label=N_("Email"), kind=Kind.LINE, placeholder="sari@example.com")
    ] = None
    language: Annotated[
        str | None, AsWord(), Field(label=N_("Language"), kind=Kind.LINE, placeholder="id")
    ] = None
    time_zone: Annotated[
        str | None, Field(label=N_("Time zone"), kind=Kind.ZONE, placeholder="Asia/Makassar")
    ] = None
    consent: Annotated[
        tuple[Literal["marketing", "service"], ...] | None,
        Field(label=N_("Has agreed to"), kind=Kind.CHOICES, choices=PURPOSE_LABELS),
    ] = None


class Settings(Part):
    """Facts about the business."""

    brand: Annotated[str | None, Field(label=N_("Brand"), kind=Kind.LINE)] = None
    currency: Annotated[
        str | None, AsWord(), Field(label=N_("Currency"), kind=Kind.CURRENCY, placeholder="IDR")
    ] = None
    time_zone: Annotated[
        str | None, Field(label=N_("Time zone"), kind=Kind.ZONE, placeholder="Asia/Jakarta")
    ] = None
    business_hours: Annotated[
        dict[str, str | tuple[str, ...]] | None,
        Field(label=N_("Business hours"), kind=Kind.WEEK),
    ] = None
    quiet_hours: Annotated[
        str | None,
        Field(label=N_("Quiet hours"), kind=Kind.SPAN, placeholder="20:00-08:00"),
    ] = None
    keywords: Annotated[
        tuple[Keyword, ...] | None,
        Field(
            label=N_("Keywords"),
            kind=Kind.PARTS,
            help=N_("Words that, typed at any time, interrupt a conversation for another flow."),
        ),
    ] = None
    senders: Annotated[
        dict[str, str] | None,
        Field(
            label=N_("Senders"),
            kind=Kind.BY_CHANNEL,
            help=N_("The name, number or address a message comes from, for each channel."),
        ),
    ] = None
    email: Annotated[EmailFacts | None, Field(label=N_("Email"), kind=Kind.PART)] = None
    sms: Annotated[SmsFacts | None, Field(label=N_("SMS"), kind=Kind.PART)] = None
    checks: dict[str, CheckLevel] | None = None
    promises: JsonValue = None
    contacts: Annotated[
        tuple[Contact, ...] | None,
        Field(
            label=N_("Contacts to try out with"),
            kind=Kind.PARTS,
            help=N_("Made-up customers; the preview can play each of them."),
        ),
    ] = None
    rates: JsonValue = None
