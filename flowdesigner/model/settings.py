"""The settings of a project: facts about the business that every flow relies on."""

from typing import Annotated, Literal

from pydantic import JsonValue

from flowdesigner.model.fields import Field, Kind
from flowdesigner.model.part import AsWord, Flag, Id, Part, Words
from flowdesigner.texts import N_

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


class Settings(Part):
    """Facts about the business."""

    brand: Annotated[str | None, Field(label=N_("Brand"), kind=Kind.LINE)] = None
    currency: Annotated[
        str | None, AsWord(), Field(label=N_("Currency"), kind=Kind.LINE, placeholder="IDR")
    ] = None
    time_zone: Annotated[
        str | None, Field(label=N_("Time zone"), kind=Kind.LINE, placeholder="Asia/Jakarta")
    ] = None
    business_hours: dict[str, str | tuple[str, ...]] | None = None
    quiet_hours: Annotated[
        str | None,
        Field(label=N_("Quiet hours"), kind=Kind.LINE, placeholder="20:00-08:00"),
    ] = None
    keywords: Annotated[
        tuple[Keyword, ...] | None, Field(label=N_("Keywords"), kind=Kind.PARTS)
    ] = None
    senders: dict[str, str] | None = None
    email: EmailFacts | None = None
    sms: SmsFacts | None = None
    checks: dict[str, CheckLevel] | None = None
    promises: JsonValue = None
    contacts: JsonValue = None
    rates: JsonValue = None
