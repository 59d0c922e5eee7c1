"""Reading lists of prices: as a table of text (CSV), and as a project writes them.

Columns: `channel` (whatsapp, sms, rcs, email), `category` (on WhatsApp marketing, utility,
authentication, service; empty for all), `country` (two letters; empty for all), `price`,
`currency` (three letters), `valid_from`, `valid_to`, `checked_on` (year-month-day) and `source`.
Only channel, price and currency are needed.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date

from msgspec import Struct

from flowdesigner.errors import RatesError
from flowdesigner.model.dated import Dated
from flowdesigner.model.rates import Price

COLUMNS = (
    "channel", "category", "country", "price", "currency", "valid_from", "valid_to", "checked_on",
    "source",
)  # fmt: skip
_NEEDED = ("channel", "price", "currency")
ALWAYS = date(2000, 1, 1)
"""From when a price holds that names no day."""


class Rate(Dated, frozen=True, kw_only=True):
    """What one message costs, from one day to another; of SMS one part."""

    channel: str
    category: str
    """On WhatsApp `marketing`, `utility`, `authentication`, `service`; empty for all."""
    country: str
    """Two letters; empty for all."""
    price: float
    currency: str


def rates_in(text: str) -> tuple[Rate, ...]:
    """The prices of a table; raises a `RatesError` that names the line."""
    rows = csv.DictReader(text.lstrip("\ufeff").splitlines(), delimiter=_delimiter(text))
    heads = [(each or "").strip().lower() for each in rows.fieldnames or ()]
    missing = next((each for each in _NEEDED if each not in heads), None)
    if missing is not None:
        raise RatesError("no-column", {"column": missing, "columns": ", ".join(COLUMNS)})
    rows.fieldnames = heads
    found = tuple(_rate(_Row(each, rows.line_num)) for each in rows)
    if not found:
        raise RatesError("no-rates")
    return found


def _delimiter(text: str) -> str:
    """Spreadsheets of many countries write semicolons."""
    head = text.partition("\n")[0]
    return max(",;\t", key=head.count)


def rates_written(prices: Iterable[Price]) -> Iterator[Rate]:
    """The prices of a project that are whole; the checks tell of the others."""
    for at, each in enumerate(prices, start=1):
        with suppress(RatesError):
            yield rate_written(each, at)


def rate_written(price: Price, line: int) -> Rate:
    """A price of a project; raises a `RatesError` when something is missing or wrong."""
    values = {name: getattr(price, name) for name in COLUMNS}
    told = {name: "" if value is None else str(value) for name, value in values.items()}
    return _rate(_Row(told, line))


def as_prices(rates: Iterable[Rate]) -> tuple[Price, ...]:
    """Prices as a project keeps them."""
    return tuple(_price(each) for each in rates)


def _price(rate: Rate) -> Price:
    whole = int(rate.price) if rate.price.is_integer() else rate.price
    return Price(
        channel=rate.channel,
        category=rate.category or None,
        country=rate.country or None,
        price=whole,
        currency=rate.currency,
        valid_from=None if rate.valid_from == ALWAYS else rate.valid_from.isoformat(),
        valid_to=rate.valid_to.isoformat() if rate.valid_to else None,
        checked_on=None if rate.checked_on == ALWAYS else rate.checked_on.isoformat(),
        source=rate.source or None,
    )


class _Row(Struct, frozen=True):
    """A line of a table."""

    values: Mapping[str, str | None]
    line: int

    def word(self, column: str) -> str:
        return (self.values.get(column) or "").strip()

    def needed(self, column: str) -> str:
        word = self.word(column)
        if not word:
            raise RatesError("empty", {"line": self.line, "column": column})
        return word

    def day(self, column: str) -> date | None:
        word = self.word(column)
        try:
            return date.fromisoformat(word) if word else None
        except ValueError:
            params = {"line": self.line, "column": column, "word": word}
            raise RatesError("no-date", params) from None

    def price(self) -> float:
        word = self.needed("price")
        try:
            price = float(word if "." in word else word.replace(",", "."))
        except ValueError:
            price = -1.0
        if not 0 <= price < float("inf"):
            raise RatesError("no-price", {"line": self.line, "word": word})
        return price


def _rate(row: _Row) -> Rate:
    since, until = row.day("valid_from") or ALWAYS, row.day("valid_to")
    if until is not None and until < since:
        raise RatesError("ends-early", {"line": row.line})
    return Rate(
        channel=row.needed("channel").lower(),
        category=row.word("category").lower(),
        country=row.word("country").upper(),
        price=row.price(),
        currency=row.needed("currency").upper(),
        valid_from=since,
        valid_to=until,
        checked_on=row.day("checked_on") or since,
        source=row.word("source"),
    )
