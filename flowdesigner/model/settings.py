"""The settings of a project: facts about the business that every flow relies on."""

from collections.abc import Mapping
from typing import Annotated, Literal

from flowdesigner.model.fields import Field, Kind
from flowdesigner.model.part import AsWord, Duration, Flag, Id, Part, Whole, Words
from flowdesigner.model.promise import Promise
from flowdesigner.model.rates import Rates
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
        Field(
            label=N_("Words"),
            kind=Kind.WORDS,
            translated=True,
            required=True,
            help=N_("What the customer types, as the whole message."),
        ),
    ] = None
    flow: Annotated[
        Id | None,
        Field(
            label=N_("Flow"),
            kind=Kind.FLOW,
            required=True,
            help=N_("The flow that runs then; afterwards the conversation goes on where it was."),
        ),
    ] = None


class EmailFacts(Part):
    """What the checks want to know of the email channel."""

    unsubscribe: Annotated[
        str | None,
        Field(
            label=N_("Unsubscribe link"),
            kind=Kind.URL,
            help=N_("The web page on which customers say that they want no more mail."),
        ),
    ] = None


class SmsFacts(Part):
    """What the checks want to know of the SMS channel."""

    two_way: Annotated[
        Flag | None,
        Field(
            label=N_("Customers can answer by SMS"),
            kind=Kind.FLAG,
            help=N_("Whether your number can receive what customers write back."),
        ),
    ] = None


class WhatsAppFacts(Part):
    """What the checks want to know of the WhatsApp channel."""

    computers: Annotated[
        Flag | None,
        Field(
            label=N_("Customers read it on computers"),
            kind=Kind.FLAG,
            help=N_("Whether many of them use WhatsApp on a computer, which shows fewer buttons."),
        ),
    ] = None
    customers_a_day: Annotated[
        Whole | None,
        Field(
            label=N_("Customers a day"),
            kind=Kind.NUMBER,
            placeholder="2000",
            least=250,
            help=N_("How many customers you may write to first within 24 hours, as Meta tells."),
        ),
    ] = None


class RcsFacts(Part):
    """What the checks want to know of the RCS channel."""

    launched: Annotated[
        Flag | None,
        Field(
            label=N_("RCS is launched for you"),
            kind=Kind.FLAG,
            help=N_("Whether operators where your customers live deliver RCS from your business."),
        ),
    ] = None


class Contact(Part):
    """A made-up customer to try a journey out with."""

    id: Annotated[
        Id,
        Field(
            label=N_("Id"),
            kind=Kind.LINE,
            required=True,
            help=N_("A short word that names the contact in the file."),
        ),
    ] = ""
    name: Annotated[
        str | None,
        Field(
            label=N_("Name"),
            kind=Kind.LINE,
            placeholder="Sari",
            help=N_("What the customer is called; texts can greet by it."),
        ),
    ] = None
    phone: Annotated[
        str | None,
        Field(
            label=N_("Phone"),
            kind=Kind.PHONE,
            placeholder="+6281234567890",
            help=N_("The phone number, with the code of the country."),
        ),
    ] = None
    email: Annotated[
        str | None,
        Field(
            label=N_("Email"),
            kind=Kind.LINE,
            placeholder="sari@example.com",
            help=N_("The email address of the customer."),
        ),
    ] = None
    language: Annotated[
        str | None,
        AsWord(),
        Field(
            label=N_("Language"),
            kind=Kind.LINE,
            placeholder="id",
            help=N_("The language in which the bot speaks with the customer."),
        ),
    ] = None
    time_zone: Annotated[
        str | None,
        Field(
            label=N_("Time zone"),
            kind=Kind.ZONE,
            placeholder="Asia/Makassar",
            help=N_("Where the customer lives; quiet hours and times of day go by that clock."),
        ),
    ] = None
    consent: Annotated[
        tuple[Literal["marketing", "service"], ...] | None,
        Field(
            label=N_("Has agreed to"),
            kind=Kind.CHOICES,
            choices=PURPOSE_LABELS,
            help=N_("What the customer has allowed you to write about."),
        ),
    ] = None


class Settings(Part):
    """Facts about the business."""

    brand: Annotated[
        str | None,
        Field(
            label=N_("Brand"),
            kind=Kind.LINE,
            help=N_("The name by which customers know you."),
        ),
    ] = None
    currency: Annotated[
        str | None,
        AsWord(),
        Field(
            label=N_("Currency"),
            kind=Kind.CURRENCY,
            placeholder="IDR",
            help=N_("The currency in which amounts of money are written."),
        ),
    ] = None
    time_zone: Annotated[
        str | None,
        Field(
            label=N_("Time zone"),
            kind=Kind.ZONE,
            placeholder="Asia/Jakarta",
            help=N_("The clock by which your business hours are meant."),
        ),
    ] = None
    eu_customers: Annotated[
        Flag | None,
        Field(
            label=N_("Some customers are in the European Union"),
            kind=Kind.FLAG,
            help=N_("The law there asks you to say that a bot is writing."),
        ),
    ] = None
    business_hours: Annotated[
        dict[str, str | tuple[str, ...]] | None,
        Field(
            label=N_("Business hours"),
            kind=Kind.WEEK,
            help=N_("When your people are there; “Hours” and “Hand over to a person” look at it."),
        ),
    ] = None
    quiet_hours: Annotated[
        str | None,
        Field(
            label=N_("Quiet hours"),
            kind=Kind.SPAN,
            placeholder="20:00-08:00",
            help=N_("When customers do not want to be written to, by their own clock."),
        ),
    ] = None
    offers_pause: Annotated[
        Duration | None,
        Field(
            label=N_("Least time between two offers"),
            kind=Kind.DURATION,
            placeholder="7d",
            help=N_("Your platform sends a customer no second offer sooner, whatever the flow."),
        ),
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
    email: Annotated[
        EmailFacts | None,
        Field(
            label=N_("Email"),
            kind=Kind.PART,
            help=N_("What the checks have to know of your mail."),
        ),
    ] = None
    sms: Annotated[
        SmsFacts | None,
        Field(
            label=N_("SMS"),
            kind=Kind.PART,
            help=N_("What the checks have to know of your SMS."),
        ),
    ] = None
    whatsapp: Annotated[
        WhatsAppFacts | None,
        Field(
            label=N_("WhatsApp"),
            kind=Kind.PART,
            help=N_("What the checks have to know of your WhatsApp."),
        ),
    ] = None
    rcs: Annotated[
        RcsFacts | None,
        Field(
            label=N_("RCS"),
            kind=Kind.PART,
            help=N_("What the checks have to know of your RCS."),
        ),
    ] = None
    checks: dict[str, CheckLevel] | None = None
    ignore: dict[str, str] | None = None
    """What checks find in the project as a whole and may stay, by the name of the check: why."""
    promises: Annotated[
        tuple[Promise, ...] | None,
        Field(
            label=N_("What you promise"),
            kind=Kind.PARTS,
            help=N_("What holds in every conversation; where it would not, the checks say so."),
        ),
    ] = None
    contacts: Annotated[
        tuple[Contact, ...] | None,
        Field(
            label=N_("Contacts to try out with"),
            kind=Kind.PARTS,
            help=N_("Made-up customers; the preview can play each of them."),
        ),
    ] = None
    rates: Annotated[
        Rates | None,
        Field(
            label=N_("Cost"),
            kind=Kind.PART,
            help=N_("What messages cost, and what a month may cost."),
        ),
    ] = None
