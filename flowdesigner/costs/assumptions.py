"""What a forecast rests on, in words."""

from collections.abc import Iterator

from flowdesigner.channels import BY_ID
from flowdesigner.costs.forecast import Forecast
from flowdesigner.costs.visits import MOST_ROUNDS
from flowdesigner.texts import N_, Message, message

_BILLED = {
    "": N_("How WhatsApp billed before June 2023 is not known."),
    "conversation": N_(
        "Until 30 June 2025 WhatsApp billed conversations of a day; what they cost is not known."
    ),
    "template": N_(
        "On that day WhatsApp bills delivered templates. Free words, and templates for news within "
        "24 hours after the customer wrote, cost nothing."
    ),
    "message": N_(
        "Since 1 October 2026 WhatsApp bills every message that arrives, free words within 24 hours"
        " too. For 72 hours after an advertisement nothing is billed."
    ),
}
_TINY = 0.001


def assumptions(forecast: Forecast) -> tuple[Message, ...]:
    """Everything that the numbers rest on and that may be otherwise."""
    return tuple(_all(forecast))


def _all(forecast: Forecast) -> Iterator[Message]:
    yield _begin(forecast)
    yield from _prices(forecast)
    yield message(_BILLED[forecast.tariff.whatsapp])
    yield from _delivery(forecast)
    yield from _ways(forecast)
    yield from _money(forecast)
    yield message(
        N_(
            "Not counted: what colleagues write, keywords and events that lead elsewhere, codes"
            " that are sent again. Offers that WhatsApp holds back count as if they arrived."
        )
    )


def _begin(forecast: Forecast) -> Message:
    flow = forecast.project.flows.get(forecast.flow)
    channel = BY_ID.get(forecast.channel)
    return message(
        N_("{contacts} customers a month begin “{flow}” on {channel}."),
        contacts=forecast.contacts,
        flow=(flow.name if flow else None) or forecast.flow.replace("_", " "),
        channel=channel.title if channel else forecast.channel,
    )


def _prices(forecast: Forecast) -> Iterator[Message]:
    used = {each.rate for each in forecast.lines if each.rate is not None}
    day = forecast.tariff.day
    if used:
        yield message(
            N_("Prices are those of {day} in the country {country}, last looked up on {checked}."),
            day=day,
            country=forecast.tariff.card.country,
            checked=min(each.checked_on for each in used),
        )
    early = [each.valid_from for each in used if each.valid_from > day]
    if early:
        yield message(
            N_(
                "For {day} no price is known of some messages; the first known one, of {first},"
                " counts."
            ),
            day=day,
            first=max(early),
        )
    for channel, category in forecast.unknown:
        yield message(
            N_("Nobody knows what {what} costs; it is counted as nothing. Load a list of prices."),
            what=f"{BY_ID[channel].title if channel in BY_ID else channel} {category}".strip(),
        )


def _delivery(forecast: Forecast) -> Iterator[Message]:
    delivered = forecast.rates.delivered
    yield message(
        N_(
            "{percent} of 100 messages arrive. WhatsApp bills what arrives, SMS each part that is"
            " sent, with the sample values of the variables filled in."
        ),
        percent=100 if delivered is None else delivered,
    )
    if forecast.rates.free_messages:
        yield message(
            N_("The first {count} messages in free words are free each month."),
            count=forecast.rates.free_messages,
        )


def _ways(forecast: Forecast) -> Iterator[Message]:
    yield message(
        N_(
            "Customers leave a block by each exit equally often, unless the block says how many of"
            " a hundred do; systems always answer, unless it says otherwise."
        )
    )
    if forecast.going_round > _TINY:
        yield message(
            N_("Some customers go round and round; they are let go after {rounds} rounds."),
            rounds=MOST_ROUNDS,
        )


def _money(forecast: Forecast) -> Iterator[Message]:
    dollar = forecast.rates.dollar
    if dollar is not None and "USD" in forecast.each:
        yield message(
            N_("One US dollar is {dollar} {currency}."),
            dollar=dollar,
            currency=forecast.project.facts.currency,
        )
    elif forecast.total is None:
        yield message(N_("Amounts stay in the currency of their price: the settings say no rate."))
