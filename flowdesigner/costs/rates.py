"""Prices with dates, and the card of them that a project goes by."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

from msgspec import Struct

from flowdesigner.costs.rate_rows import Rate, rates_in, rates_written
from flowdesigner.model.dated import known
from flowdesigner.model.project import Project
from flowdesigner.model.rates import Rates

COUNTRY = "ID"
"""Where customers are when the project does not say."""

_SHIPPED = Path(__file__).resolve().with_name("indonesia.csv")


@cache
def shipped_rates() -> tuple[Rate, ...]:
    """The prices that come with the program."""
    return rates_in(_SHIPPED.read_text("utf-8"))


class RateCard(Struct, frozen=True):
    """The prices of a country; what the project says of a price goes before what is shipped."""

    own: tuple[Rate, ...]
    country: str = COUNTRY

    @classmethod
    def of(cls, project: Project, more: Iterable[Rate] = ()) -> "RateCard":
        """The card of a project, and prices that go before its own."""
        return cls.with_settings(project.settings.rates, more)

    @classmethod
    def with_settings(cls, rates: Rates | None, more: Iterable[Rate] = ()) -> "RateCard":
        """The card by what the settings say."""
        known = rates or Rates()
        return cls((*more, *rates_written(known.prices or ())), known.country or COUNTRY)

    def rate(self, channel: str, category: str, day: date) -> Rate | None:
        """What a message costs on a day; before the first known day, what it costs on that."""
        for rates in (self.own, shipped_rates()):
            for wanted in dict.fromkeys((category, "")):
                found = tuple(self._of(rates, channel, wanted))
                if found:
                    return known(found, day)
        return None

    def _of(self, rates: Iterable[Rate], channel: str, category: str) -> Iterator[Rate]:
        """The prices of a category in this country; later lines of a list go before earlier."""
        for each in rates:
            if (each.channel, each.category) == (channel, category) and each.country in (
                self.country, "",
            ):  # fmt: skip
                yield each
