"""A forecast as tables for people."""

from collections.abc import Sequence

from flowdesigner.channels import BY_ID
from flowdesigner.cli.output import say
from flowdesigner.costs import words
from flowdesigner.costs.assumptions import assumptions
from flowdesigner.costs.bill import Line
from flowdesigner.costs.forecast import Forecast
from flowdesigner.costs.likely_ways import LikelyWay
from flowdesigner.texts import N_, translate

_FOLDED = 4
"""Of a long way, the blocks at its beginning and at its end that are named."""


def tell(found: Forecast, ways: Sequence[LikelyWay]) -> None:
    """Say what it costs, of what, by which ways, and what that rests on."""
    contacts = words.number(found.contacts)
    say(translate(N_("A month with {contacts} customers: {cost}"),
                  contacts=contacts, cost=words.money_and_sum(found)))  # fmt: skip
    say(translate(N_("One customer: {cost}"), cost=words.prices(found.each)))
    if found.saved:
        say(translate(N_("Taken off for free messages: {cost}"), cost=words.money(found.saved)))
    _lines(found)
    _ways(ways)
    say()
    say(translate(N_("What this rests on")))
    for each in assumptions(found):
        say(f"- {each}")


def _lines(found: Forecast) -> None:
    heads = (N_("Block"), N_("Channel"), N_("Messages"), N_("Price"), N_("Cost"))
    rows = [tuple(map(translate, heads))]
    rows += [_row(each, found) for each in found.lines]
    say()
    _table(rows, right=(2, 3, 4))


def _row(line: Line, found: Forecast) -> tuple[str, ...]:
    channel = BY_ID[line.channel].title if line.channel in BY_ID else line.channel
    kind = words.category(line)
    rate = line.rate
    return (
        f"{line.flow}.{line.block}",
        f"{channel}, {kind}" if kind else channel,
        words.number(line.parts * found.contacts),
        words.price(rate.price, rate.currency) if rate else "",
        words.cost(line, found.contacts),
    )


def _ways(ways: Sequence[LikelyWay]) -> None:
    if not ways:
        return
    rows = [tuple(map(translate, (N_("Likeliest ways"), N_("Customers"), N_("Cost of one"))))]
    rows += [(_way(each), words.percent(each.share), words.prices(each.cost)) for each in ways]
    say()
    _table(rows, right=(1, 2))


def _way(way: LikelyWay) -> str:
    steps = [f"{block}.{exit}".strip(".") for block, exit in way.steps]
    if len(steps) > 2 * _FOLDED:
        steps = [*steps[:_FOLDED], "…", *steps[-_FOLDED:]]
    return " > ".join(steps)


def _table(rows: Sequence[tuple[str, ...]], right: tuple[int, ...]) -> None:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (
            cell.rjust(width) if at in right else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        say("  ".join(cells).rstrip())
