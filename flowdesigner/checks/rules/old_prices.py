"""The rule *old-prices*."""

from collections.abc import Iterator
from datetime import timedelta

from flowdesigner.channels import channels_on
from flowdesigner.checks.about import being
from flowdesigner.checks.context import ProjectContext
from flowdesigner.checks.rule import Basis, Finding, Findings, Manual, Rule, Severity
from flowdesigner.costs.rate_rows import ALWAYS, Rate, rate_written
from flowdesigner.costs.rates import RateCard, shipped_rates
from flowdesigner.errors import SENTENCES, RatesError
from flowdesigner.model.rates import Rates
from flowdesigner.model.walk import Path
from flowdesigner.texts import N_, Message, message

_GOOD_FOR = timedelta(days=90)
"""How long a price is trusted that nobody has looked up since; a number of the house."""
_ASKED: tuple[tuple[str, str], ...] = (("whatsapp", "service"), ("sms", ""), ("rcs", ""))
"""The channels that bill by country, and a message of each."""
_SETTING: Path = ("settings", "rates")


def _of_project(context: ProjectContext) -> Findings:
    rates = context.project.settings.rates
    if rates is None:
        return
    yield from _own(context, rates)
    yield from _for_the_country(context)


def _own(context: ProjectContext, rates: Rates) -> Findings:
    """The prices of the project: those that cannot be read, and those that may be others now."""
    for at, price in enumerate(rates.prices or ()):
        place = (*_SETTING, "prices", at)
        try:
            rate = rate_written(price, at + 1)
        except RatesError as wrong:
            yield Finding(message=Message(SENTENCES[wrong.code], wrong.params), field=place)
            continue
        looked_up = rate.checked_on != ALWAYS
        if looked_up and rate.holds(context.as_of) and _old(rate, context):
            yield Finding(
                message=message(
                    N_("This price was last looked up on {day}. Is it still the same?"),
                    day=rate.checked_on,
                ),
                field=(*place, "checked_on"),
            )


def _old(rate: Rate, context: ProjectContext) -> bool:
    return rate.checked_on + _GOOD_FOR < context.as_of


def _for_the_country(context: ProjectContext) -> Iterator[Finding]:
    """What the channels of the project cost where its customers are."""
    card = RateCard.of(context.project)
    shipped = shipped_rates()
    old: Rate | None = None
    for channel, category in _ASKED:
        if channel not in context.project.channels:
            continue
        rate = card.rate(channel, category, context.as_of)
        if rate is None:
            yield _unknown(context, channel, card.country)
        elif rate in shipped and _old(rate, context) and old is None:
            old = rate
    if old is not None:
        told = N_(
            "The prices that come with the program were last looked up on {day}. Load newer ones."
        )
        yield Finding(message=message(told, day=old.checked_on), field=_SETTING)


def _unknown(context: ProjectContext, channel: str, country: str) -> Finding:
    told = N_("No price of {channel} is known for customers in the country {country}.")
    title = channels_on(context.as_of)[channel].title
    return Finding(message=message(told, channel=title, country=country), field=_SETTING)


RULE = Rule(
    name="old-prices",
    alias="CS03",
    severity=Severity.WARNING,
    kind=Basis.DATA,
    title=N_("Prices are known and not too old"),
    manual=Manual(
        means=N_(
            "The settings say something of costs, and a price was last looked up more than 90 days"
            " ago, cannot be read, or is not known for the country of the customers."
        ),
        why=N_(
            "WhatsApp changes its prices up to four times a year, and gateways for SMS as they"
            " like. A forecast is as good as its prices."
        ),
        cure=N_(
            "Ask your provider for its list of prices and load it under “What it costs”, or write"
            " the prices into the settings of the project, with the day on which you looked."
        ),
        source=N_("Thresholds of this program; Meta, WhatsApp pricing, read in November 2026."),
    ),
    of_project=_of_project,
    blocks=being(),
)
