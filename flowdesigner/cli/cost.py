"""`flowdesigner cost`: what a month of a journey costs."""

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from flowdesigner.channels import BY_ID
from flowdesigner.cli.command import (
    GOOD,
    Command,
    Refused,
    add_as_of,
    add_files,
    add_format,
    day_of,
)
from flowdesigner.cli.cost_table import tell
from flowdesigner.cli.files import opened
from flowdesigner.cli.output import say_json
from flowdesigner.costs.assumptions import assumptions
from flowdesigner.costs.bill import Line, Money
from flowdesigner.costs.forecast import Asked, Forecast, forecast
from flowdesigner.costs.likely_ways import LikelyWay, likely_ways
from flowdesigner.costs.rate_rows import Rate
from flowdesigner.model.project import Project
from flowdesigner.storage.rates_file import read_rates
from flowdesigner.texts import N_, english, translate


def _add_arguments(parser: ArgumentParser) -> None:
    add_files(parser, several=False)
    add_format(parser)
    add_as_of(parser)
    for name, metavar, words in (
        ("--contacts", "N", N_("how many customers go through the journey in a month")),
        ("--flow", "FLOW", N_("the flow that they begin")),
        ("--channel", "CHANNEL", N_("the channel they are on")),
        ("--rates", "CSV", N_("a list of prices; they go before those of the project")),
    ):
        parser.add_argument(name, metavar=metavar, help=translate(words))
    parser.add_argument(
        "--share", metavar="FLOW.BLOCK.EXIT=PERCENT", action="append", default=[],
        help=translate(N_("how many of a hundred leave a block by an exit")),
    )  # fmt: skip


def _run(given: Namespace) -> int:
    project = opened(given.file).project
    asked = Asked(
        contacts=_contacts(given.contacts),
        as_of=day_of(given.as_of),
        flow=_flow(given.flow, project),
        channel=_channel(given.channel),
        given=dict(_share(each, project) for each in given.share),
        rates=_rates(given.rates),
    )
    found = forecast(project, asked)
    if given.format == "json":
        say_json(_data(found, likely_ways(found)))
    else:
        tell(found, likely_ways(found))
    return GOOD


def _contacts(word: str | None) -> int | None:
    if word is None:
        return None
    if not word.isdecimal() or not int(word):
        words = N_("“{word}” is no number of customers. Write one, such as 5000.")
        raise Refused(translate(words, word=word))
    return int(word)


def _flow(word: str | None, project: Project) -> str:
    if word is not None and word not in project.flows:
        words = N_("The project has no flow “{word}”, only {known}.")
        raise Refused(translate(words, word=word, known=", ".join(project.flows) or "-"))
    return word or ""


def _channel(word: str | None) -> str:
    if word is not None and word not in BY_ID:
        words = N_("There is no channel “{word}”, only {known}.")
        raise Refused(translate(words, word=word, known=", ".join(BY_ID)))
    return word or ""


def _share(word: str, project: Project) -> tuple[tuple[str, str, str], float]:
    place, _is, percent = word.rpartition("=")
    flow, _dot, rest = place.partition(".")
    id, _dot, exit = rest.partition(".")
    block = project.block(flow, id)
    if block is None or block.exit(exit) is None:
        words = N_(
            "“{word}” names no exit. Write FLOW.BLOCK.EXIT=PERCENT, such as main.ask.other=20."
        )
        raise Refused(translate(words, word=word))
    try:
        share = float(percent)
    except ValueError:
        share = -1.0
    if not 0 <= share <= 100:
        raise Refused(translate(N_("“{word}” needs a number from 0 to 100."), word=word))
    return (flow, id, exit), share


def _rates(file: str | None) -> tuple[Rate, ...]:
    return read_rates(Path(file)) if file is not None else ()


def _data(found: Forecast, ways: tuple[LikelyWay, ...]) -> Mapping[str, object]:
    return {
        "as_of": found.tariff.day.isoformat(),
        "flow": found.flow,
        "channel": found.channel,
        "contacts": found.contacts,
        "month": _rounded(found.month),
        "total": found.total,
        "currency": found.project.facts.currency,
        "customer": _rounded(found.each),
        "free": _rounded(found.saved),
        "messages": [_line(each, found.contacts) for each in found.lines],
        "paths": [
            {"share": way.share, "steps": way.steps, "cost": _rounded(way.cost)} for way in ways
        ],
        "unknown": [list(each) for each in found.unknown],
        "assumptions": [english(each) for each in assumptions(found)],
    }


def _line(line: Line, contacts: int) -> Mapping[str, object]:
    rate = line.rate
    return {
        "flow": line.flow,
        "block": line.block,
        "channel": line.channel,
        "category": line.category,
        "messages": round(line.messages * contacts, 6),
        "billed": round(line.parts * contacts, 6) if rate else 0,
        "price": rate.price if rate else None,
        "currency": rate.currency if rate else None,
        "valid_from": _iso(rate.valid_from) if rate else None,
        "checked_on": _iso(rate.checked_on) if rate else None,
        "source": rate.source if rate else None,
        "free": line.free,
        "cost": round(line.cost * contacts, 6) if rate else None,
    }


def _iso(day: date) -> str:
    return day.isoformat()


def _rounded(money: Money) -> Mapping[str, float]:
    return {currency: round(amount, 6) for currency, amount in money.items()}


COST = Command(
    name="cost", help=N_("say what a month of a journey costs"),
    add_arguments=_add_arguments, run=_run,
)  # fmt: skip
