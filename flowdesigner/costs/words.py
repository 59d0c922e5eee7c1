"""How amounts and shares are written for whoever reads a forecast."""

from collections.abc import Mapping

from msgspec import Struct

from flowdesigner.costs.bill import Line, Money
from flowdesigner.costs.forecast import Forecast
from flowdesigner.model.values import CURRENCY_SIGNS, write_money, write_number
from flowdesigner.texts import N_, current_language, translate

CATEGORIES: Mapping[str, str] = {
    "marketing": N_("marketing"),
    "utility": N_("utility"),
    "authentication": N_("authentication"),
    "service": N_("no template"),
}
"""What WhatsApp's categories of messages are called in a table."""

_MANY = 100


def money(amounts: Money) -> str:
    """Amounts of several currencies: `$230 + Rp320.000`."""
    told = [write_money(_rounded(each), code, current_language()) for code, each in amounts.items()]
    return " + ".join(told) or "0"


class Amount(Struct, frozen=True):
    """An amount in a message, written when it is shown."""

    value: float
    currency: str

    def __str__(self) -> str:
        return amount(self.value, self.currency)


def amount(value: float, currency: str) -> str:
    """One amount."""
    return write_money(_rounded(value), currency, current_language())


def money_and_sum(found: Forecast) -> str:
    """What a month costs, and what that is in the project's own currency, when that is known."""
    told, own = money(found.month), found.project.facts.currency
    if found.total is None or found.month.keys() <= {own}:
        return told
    return f"{told} = {amount(found.total, own)}"


def _rounded(value: float) -> float:
    """Without the crumbs that sums leave."""
    return round(value, 2) + 0.0


class Price(Struct, frozen=True):
    """The price of one message in a sentence, written when it is shown."""

    value: float
    currency: str

    def __str__(self) -> str:
        return price(self.value, self.currency)


def price(value: float, currency: str) -> str:
    """A price, which may be a part of a cent."""
    sign = CURRENCY_SIGNS.get(currency, f"{currency} ")
    return sign + write_number(round(value, 4), current_language())


def prices(amounts: Money) -> str:
    """What one customer costs, in several currencies."""
    return " + ".join(price(each, code) for code, each in amounts.items()) or "0"


def number(value: float) -> str:
    """How many; of few the tenths, too."""
    return write_number(round(value) if value >= _MANY else round(value, 1), current_language())


def percent(share: float) -> str:
    """How many of a hundred."""
    return f"{write_number(round(share * 100, 1), current_language())} %"


def category(line: Line) -> str:
    """What a line's messages are, where that matters."""
    named = line.channel == "whatsapp" and line.category in CATEGORIES
    return translate(CATEGORIES[line.category]) if named else ""


def cost(line: Line, contacts: int) -> str:
    """What a line costs in a month, or why it costs nothing."""
    if line.rate is not None:
        return amount(line.cost * contacts, line.rate.currency)
    return translate(N_("free")) if line.free else translate(N_("price not known"))
