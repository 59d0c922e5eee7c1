"""What a month costs: for each block, for each customer, in all, with what that rests on."""

from collections.abc import Generator, Iterator, Mapping
from datetime import date
from functools import cached_property

from msgspec import Struct, field

from flowdesigner.channels import channels_on
from flowdesigner.costs.bill import Line, Money, Tariff, summed, times
from flowdesigner.costs.rate_rows import Rate
from flowdesigner.costs.rates import RateCard
from flowdesigner.costs.sent import FREE_WORDS, WHATSAPP, Sender, Sent
from flowdesigner.costs.shares import Given, Shares
from flowdesigner.costs.visits import Chain, Place
from flowdesigner.costs.window import Window, at_start
from flowdesigner.model.project import Project
from flowdesigner.model.rates import Rates
from flowdesigner.model.samples import sample_run

CONTACTS = 1000
"""Customers a month, when nobody says how many."""
_PAUSE_EVERY = 20
_ABOUT_A_DOLLAR = 16_000.0
"""Only to put the dearest first, when nobody says what a dollar is."""


class Asked(Struct, frozen=True, kw_only=True):
    """What somebody wants to know; left open, the project says it."""

    contacts: int | None = None
    as_of: date = field(default_factory=date.today)
    flow: str = ""
    channel: str = ""
    given: Given = {}
    """Shares that go before those of the blocks."""
    rates: tuple[Rate, ...] = ()
    """Prices that go before those of the project."""


class Forecast(Struct, frozen=True, kw_only=True, dict=True):
    """What comes out."""

    project: Project
    asked: Asked
    contacts: int
    flow: str
    channel: str
    tariff: Tariff
    lines: tuple[Line, ...]
    """For one customer; the dearest first."""
    going_round: float
    """How many of one customer went round for ever."""
    chain: Chain
    windows: Mapping[Window, float]
    """How WhatsApp's window stands when a customer begins."""
    sent: Mapping[tuple[str, str], tuple[Sent, ...]]
    """What each block sends that is come to."""

    @property
    def rates(self) -> Rates:
        """What the project says of costs."""
        return self.project.settings.rates or Rates()

    @cached_property
    def each(self) -> Money:
        """What one customer costs."""
        return summed(*(costing(line) for line in self.lines))

    @cached_property
    def saved(self) -> Money:
        """What the free messages of a month take off."""
        service = [each for each in self.lines if each.category == FREE_WORDS and each.rate]
        billed = sum(each.parts for each in service) * self.contacts
        most = min(self.rates.free_messages or 0, billed)
        if not most:
            return {}
        return summed(*(times(costing(each), most / billed * self.contacts) for each in service))

    @cached_property
    def month(self) -> Money:
        """What a month costs."""
        return summed(times(self.each, self.contacts), times(self.saved, -1))

    @cached_property
    def total(self) -> float | None:
        """What a month costs in the project's currency; nothing when a price cannot be changed."""
        return in_currency(self.month, self.project)

    @property
    def unknown(self) -> tuple[tuple[str, str], ...]:
        """The channels and categories that nobody knows the price of."""
        return tuple(sorted({(each.channel, each.category) for each in self.lines if each.unknown}))

    def at(self, place: Place) -> Money:
        """What coming to a place once costs."""
        return summed(*(costing(each) for each in self._priced(place, 1.0)))

    def _priced(self, place: Place, often: float) -> Iterator[Line]:
        for sent in self.sent.get((place.flow, place.block), ()):
            yield _line(self.tariff, place, sent, often)


def costing(line: Line) -> Money:
    """What a line costs for one customer."""
    return {line.rate.currency: line.cost} if line.rate else {}


def in_currency(money: Money, project: Project) -> float | None:
    """An amount in the project's currency; nothing when one of its currencies is another."""
    own, dollar = project.facts.currency, (project.settings.rates or Rates()).dollar
    worth: dict[str, float] = {own: 1.0} if dollar is None else {"USD": dollar, own: 1.0}
    if all(currency in worth for currency, amount in money.items() if amount):
        return sum(amount * worth.get(currency, 0.0) for currency, amount in money.items())
    return None


def forecast(project: Project, asked: Asked) -> Forecast:
    """What a month of a project costs."""
    work = forecasting(project, asked)
    while True:
        try:
            next(work)
        except StopIteration as done:
            found: Forecast = done.value
            return found


def forecasting(project: Project, asked: Asked) -> Generator[None, None, Forecast]:
    """The same, with places to pause."""
    rates = project.settings.rates or Rates()
    flow = asked.flow or _first_flow(project)
    channel = asked.channel or next(iter(_channels(project, flow)), WHATSAPP)
    delivered = 100.0 if rates.delivered is None else rates.delivered
    shares = Shares(asked.given, min(max(delivered / 100, 0.0), 1.0))
    chain, windows = Chain(project, shares), _windows(project, flow)
    run = sample_run(project.facts, channel, project.base_language)
    sender = Sender(shares, project.outcomes, run, channels_on(asked.as_of))
    tariff = Tariff(RateCard.of(project, asked.rates), asked.as_of)
    visits = _visits(chain, flow, windows)
    sent: dict[tuple[str, str], tuple[Sent, ...]] = {}
    for at, (in_flow, id) in enumerate(dict.fromkeys(place[:2] for place in visits)):
        sent[in_flow, id] = sender.sent(in_flow, id, project.flows[in_flow].blocks[id])
        if at % _PAUSE_EVERY == 0:
            yield
    dollar = rates.dollar or _ABOUT_A_DOLLAR
    return Forecast(
        project=project,
        asked=asked,
        contacts=asked.contacts or rates.contacts or CONTACTS,
        flow=flow,
        channel=channel,
        tariff=tariff,
        lines=_dearest_first(_lines(tariff, visits, sent), dollar),
        going_round=sum(
            share * chain.passed(flow, window).going_round for window, share in windows.items()
        ),
        chain=chain,
        windows=windows,
        sent=sent,
    )


def _first_flow(project: Project) -> str:
    """The flow that customers begin: the first that something but a call begins."""
    for id, flow in project.flows.items():
        if any(start.trigger not in (None, "call") for start in flow.starts or ()):
            return id
    return next(iter(project.flows), "")


def _channels(project: Project, flow: str) -> tuple[str, ...]:
    found = project.flows.get(flow)
    return project.channels_of(found) if found else project.channels


def _windows(project: Project, flow: str) -> Mapping[Window, float]:
    """How the window stands at the beginning; each start begins it as often as another."""
    found = project.flows.get(flow)
    starts = (found.starts if found else None) or ()
    windows = [at_start(each) for each in starts] or ["closed"]
    return {each: windows.count(each) / len(windows) for each in dict.fromkeys(windows)}


def _visits(chain: Chain, flow: str, windows: Mapping[Window, float]) -> Mapping[Place, float]:
    found: dict[Place, float] = {}
    for window, share in windows.items():
        for place, often in chain.passed(flow, window).visits.items():
            found[place] = found.get(place, 0.0) + share * often
    return found


def _lines(
    tariff: Tariff,
    visits: Mapping[Place, float],
    sent: Mapping[tuple[str, str], tuple[Sent, ...]],
) -> list[Line]:
    """What is sent for one customer, put together where it costs the same."""
    found: dict[tuple[str, str, str, str, bool], Line] = {}
    for place, often in visits.items():
        for each in sent[place.flow, place.block]:
            line = _line(tariff, place, each, often)
            key = (line.flow, line.block, line.channel, line.category, line.free)
            found[key] = _together(found.get(key), line)
    return list(found.values())


def _dearest_first(lines: list[Line], dollar: float) -> tuple[Line, ...]:
    def worth(line: Line) -> float:
        return line.cost * (dollar if line.rate and line.rate.currency == "USD" else 1.0)

    return tuple(sorted(lines, key=lambda each: (-worth(each), each.flow, each.block)))


def _line(tariff: Tariff, place: Place, sent: Sent, often: float) -> Line:
    rate, free = tariff.priced(sent, place.window)
    messages = sent.often * often
    return Line(
        flow=place.flow, block=place.block, channel=sent.channel, category=sent.category,
        messages=messages, parts=messages * sent.parts, rate=rate, free=free,
    )  # fmt: skip


def _together(one: Line | None, other: Line) -> Line:
    if one is None:
        return other
    return Line(
        flow=one.flow, block=one.block, channel=one.channel, category=one.category,
        messages=one.messages + other.messages, parts=one.parts + other.parts,
        rate=one.rate, free=one.free,
    )  # fmt: skip
