"""The page on what a journey costs: the prices that are known, how a list of them is written,
how the numbers come about, and what else changes with the day."""

from collections.abc import Iterator, Mapping

from flowdesigner.channels import BY_ID
from flowdesigner.channels.terms import terms
from flowdesigner.costs import words
from flowdesigner.costs.rate_rows import COLUMNS, Rate
from flowdesigner.costs.rates import shipped_rates
from flowdesigner.model.fields import fields_of
from flowdesigner.model.rates import Price
from flowdesigner.reference.markdown import bullets, heading, joined, plain, table
from flowdesigner.texts import N_, translate

TITLE = N_("What it costs")

_SUMMARY = N_(
    "The panel “What it costs” and the command `flowdesigner cost` tell what a month with so many "
    "customers costs: of each message, of each way through the journey, and in all, as of a day."
)
_LIST = N_(
    "A list of prices is a table of text (CSV), as spreadsheets save it. Its first line names the "
    "columns; only channel, price and currency are needed. Loaded into a project, the prices are "
    "kept in its file and go before those that come with the program."
)
_HOW: tuple[str, ...] = (
    N_(
        "How often customers come to a block is worked out from how many leave the blocks before it"
        " by which exit. Say how many of a hundred do, beside the costs; what you leave empty is"
        " shared out equally."
    ),
    N_("Loops are gone round as often as the shares say, but at most 50 times."),
    N_(
        "A question that was not understood is asked again as often as it says; with each try as"
        " many answers are missed."
    ),
    N_(
        "WhatsApp bills messages that arrive, by what the template is approved for; a code is"
        " billed as authentication. SMS are billed by parts, with the sample values filled in."
    ),
    N_(
        "Where a code goes over several channels, 10 of 100 customers need the next one, unless"
        " the block says how many."
    ),
    N_("Amounts in different currencies are added up only when the settings say what a dollar is."),
)
_TERMS: Mapping[str, str] = {
    "whatsapp.pricing": N_("How WhatsApp bills"),
    "whatsapp.utility_review": N_("What WhatsApp makes of a utility template that advertises"),
    "whatsapp.window_hours": N_("Hours to answer freely after the customer wrote"),
    "whatsapp.free_entry_hours": N_("Hours without a bill after an advertisement"),
}


def page() -> str:
    """The page."""
    prices = (N_("Channel"), N_("Category"), N_("Country"), N_("Price"), N_("Since"),
              N_("Looked up"), N_("Source"))  # fmt: skip
    held = (N_("What"), N_("Value"), N_("Since"), N_("Until"), N_("Source"))
    return joined(
        heading(TITLE, 1),
        translate(_SUMMARY),
        heading(N_("How it is worked out")),
        bullets(map(translate, _HOW)),
        heading(N_("Prices that come with the program")),
        table(prices, map(_price, shipped_rates())),
        heading(N_("A list of prices of your own")),
        translate(_LIST),
        table((N_("Column"), N_("What it is for")), _columns()),
        heading(N_("What else changes with the day")),
        table(held, _held()),
    )


def _price(rate: Rate) -> tuple[str, ...]:
    title = BY_ID[rate.channel].title if rate.channel in BY_ID else rate.channel
    price = words.price(rate.price, rate.currency)
    days = (str(rate.valid_from), str(rate.checked_on))
    return title, rate.category, rate.country, price, *days, plain(rate.source)


def _columns() -> Iterator[tuple[str, str]]:
    fields = fields_of(Price)
    for name in COLUMNS:
        yield f"`{name}`", plain(translate(fields[name].help))


def _held() -> Iterator[tuple[str, ...]]:
    for name, title in _TERMS.items():
        for each in terms()[name]:
            until = str(each.valid_to) if each.valid_to else ""
            yield translate(title), str(each.value), str(each.valid_from), until, plain(each.source)
