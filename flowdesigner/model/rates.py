"""What sending costs a project: prices of its own, and the month it plans for."""

from typing import Annotated

from flowdesigner.model.fields import Field, Kind
from flowdesigner.model.part import AsWord, Number, Part, Whole
from flowdesigner.texts import N_


class Price(Part):
    """What one message costs, from one day to another; a row of a price list."""

    channel: Annotated[
        str | None,
        AsWord(),
        Field(
            label=N_("Channel"), kind=Kind.CHANNEL, required=True,
            help=N_("The channel that asks this price."),
        ),
    ] = None  # fmt: skip
    category: Annotated[
        str | None,
        AsWord(),
        Field(
            label=N_("Category"), kind=Kind.LINE, placeholder="marketing",
            help=N_(
                "On WhatsApp marketing, utility, authentication or service, which is all that is"
                " no template; empty for every message of the channel."
            ),
        ),
    ] = None  # fmt: skip
    country: Annotated[
        str | None,
        AsWord(),
        Field(
            label=N_("Country"), kind=Kind.LINE, placeholder="ID",
            help=N_("Two letters for where the customers are."),
        ),
    ] = None  # fmt: skip
    price: Annotated[
        Number | None,
        Field(
            label=N_("Price"), kind=Kind.NUMBER, required=True, placeholder="400",
            help=N_("What one message costs; for SMS, one part of it."),
        ),
    ] = None  # fmt: skip
    currency: Annotated[
        str | None,
        AsWord(),
        Field(
            label=N_("Currency"), kind=Kind.CURRENCY, required=True, placeholder="IDR",
            help=N_("The currency of the price."),
        ),
    ] = None  # fmt: skip
    valid_from: Annotated[
        str | None,
        Field(
            label=N_("From"), kind=Kind.LINE, placeholder="2026-10-01",
            help=N_("The first day of the price, as year-month-day."),
        ),
    ] = None  # fmt: skip
    valid_to: Annotated[
        str | None,
        Field(
            label=N_("To"), kind=Kind.LINE, placeholder="2027-03-31",
            help=N_("The last day of the price; empty while no end is known."),
        ),
    ] = None  # fmt: skip
    checked_on: Annotated[
        str | None,
        Field(
            label=N_("Looked up on"), kind=Kind.LINE, placeholder="2026-11-24",
            help=N_("The day on which somebody last looked the price up."),
        ),
    ] = None  # fmt: skip
    source: Annotated[
        str | None,
        Field(
            label=N_("Source"), kind=Kind.LINE,
            help=N_("Where the price is written down."),
        ),
    ] = None  # fmt: skip


class Rates(Part):
    """What is known of a project's costs."""

    contacts: Annotated[
        Whole | None,
        Field(
            label=N_("Customers a month"), kind=Kind.NUMBER, least=1, placeholder="1000",
            help=N_("How many customers go through the journey in a month."),
        ),
    ] = None  # fmt: skip
    budget: Annotated[
        Number | None,
        Field(
            label=N_("Most a month may cost"), kind=Kind.NUMBER, least=0,
            help=N_("In the currency of the project; the checks warn when it is more."),
        ),
    ] = None  # fmt: skip
    dollar: Annotated[
        Number | None,
        Field(
            label=N_("One US dollar"), kind=Kind.NUMBER, placeholder="16000",
            help=N_(
                "In the currency of the project. Without it, prices in dollars and others stay"
                " apart."
            ),
        ),
    ] = None  # fmt: skip
    country: Annotated[
        str | None,
        AsWord(),
        Field(
            label=N_("Country of the customers"), kind=Kind.LINE, placeholder="ID",
            help=N_("Two letters; prices depend on where the customers are."),
        ),
    ] = None  # fmt: skip
    delivered: Annotated[
        Number | None,
        Field(
            label=N_("Messages that arrive, per cent"), kind=Kind.NUMBER, least=0, most=100,
            placeholder="100", help=N_("WhatsApp bills only what arrives."),
        ),
    ] = None  # fmt: skip
    free_messages: Annotated[
        Whole | None,
        Field(
            label=N_("Free WhatsApp messages a month"), kind=Kind.NUMBER, least=0, placeholder="0",
            help=N_("Messages that are no templates, if your provider gives you some free."),
        ),
    ] = None  # fmt: skip
    prices: Annotated[
        tuple[Price, ...] | None,
        Field(
            label=N_("Prices of your own"), kind=Kind.PARTS, advanced=True,
            help=N_("They go before those that come with the program."),
        ),
    ] = None  # fmt: skip
