"""What messages cost on a day, by who sends them and how WhatsApp's window stands."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from flowdesigner.channels.terms import term
from flowdesigner.costs.rate_rows import Rate
from flowdesigner.costs.rates import RateCard
from flowdesigner.costs.sent import FREE_WORDS, WHATSAPP, Sent
from flowdesigner.costs.window import Window

OWN = "webchat"
"""The window on the business's own page; nobody bills it."""


class Line(Struct, frozen=True, kw_only=True):
    """Messages of one block, alike in what they cost, for one customer."""

    flow: str
    block: str
    channel: str
    category: str
    messages: float
    parts: float
    """Those that are billed: of SMS the parts, else the messages."""
    rate: Rate | None
    """What one part costs; nothing when it is free, or when nobody knows."""
    free: bool

    @property
    def cost(self) -> float:
        """What they cost for one customer, in the currency of their rate."""
        return self.parts * self.rate.price if self.rate else 0.0

    @property
    def unknown(self) -> bool:
        """Whether nobody knows what it costs."""
        return self.rate is None and not self.free


class Tariff(Struct, frozen=True):
    """The prices of a day, and what is free on it."""

    card: RateCard
    day: date

    @property
    def whatsapp(self) -> str:
        """How WhatsApp bills on that day: `conversation`, `template` or `message`."""
        found = term("whatsapp.pricing", self.day)
        return str(found.value) if found else ""

    def priced(self, sent: Sent, window: Window) -> tuple[Rate | None, bool]:
        """What one part costs, and whether it is free."""
        if sent.channel == OWN or (sent.channel == WHATSAPP and self._free(sent, window)):
            return None, True
        if sent.channel == WHATSAPP and self.whatsapp not in ("template", "message"):
            return None, False
        return self.card.rate(sent.channel, sent.category, self.day), False

    def _free(self, sent: Sent, window: Window) -> bool:
        """After an advertisement everything; before October 2026 all that answers in the window.

        Messages that are no templates go out in the window only.
        """
        if window == "free":
            return self.whatsapp != ""
        in_window = sent.category == FREE_WORDS or (sent.category == "utility" and window == "open")
        return self.whatsapp == "template" and in_window


Money = Mapping[str, float]
"""Amounts by currency."""


def summed(*amounts: Money) -> Money:
    """All of them together."""
    found: dict[str, float] = {}
    for each in amounts:
        for currency, amount in each.items():
            found[currency] = found.get(currency, 0.0) + amount
    return found


def times(money: Money, often: float) -> Money:
    """So often."""
    return {currency: amount * often for currency, amount in money.items()}
