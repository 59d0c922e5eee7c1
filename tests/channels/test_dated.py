"""Limits and terms hold from one day to another."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from msgspec.structs import replace

from flowdesigner.channels import BY_ID, CHANNELS, channels_on
from flowdesigner.channels.dated_limits import rows_of
from flowdesigner.channels.terms import term, terms
from flowdesigner.checks.context import Around
from flowdesigner.model.channel import Limit
from flowdesigner.model.dated import Dated, in_force, known
from flowdesigner.model.outgoing import Outgoing, Reply
from flowdesigner.model.project import Project

CHANGE = date(2027, 3, 1)


def limit(most: int, since: date, until: date | None = None) -> Limit:
    return Limit(
        most=most, unit="options", source="a page", valid_from=since, valid_to=until,
        checked_on=since,
    )  # fmt: skip


ROWS = (limit(10, date(2026, 1, 1), CHANGE - timedelta(1)), limit(20, CHANGE))


@pytest.mark.parametrize(
    ("day", "most", "strictly"),
    [
        (date(2025, 12, 31), 10, None),
        (date(2026, 1, 1), 10, 10),
        (CHANGE - timedelta(1), 10, 10),
        (CHANGE, 20, 20),
        (date(2040, 1, 1), 20, 20),
    ],
)
def test_what_holds_on_a_day(day: date, most: int, strictly: int | None) -> None:
    found = known(ROWS, day)
    assert found is not None
    assert found.most == most
    entry = in_force(ROWS, day)
    assert (entry.most if entry else None) == strictly


def test_what_has_ended_holds_no_more() -> None:
    assert known(ROWS[:1], CHANGE) is None


def test_messages_are_made_within_the_limits_of_the_day() -> None:
    whatsapp = BY_ID["whatsapp"]
    changed = replace(whatsapp, bounds={**whatsapp.bounds, "list_rows": ROWS})
    asked = Outgoing(text="Which?", options=tuple(Reply(str(n), str(n)) for n in range(14)))

    assert len(changed.on(CHANGE - timedelta(1)).render(asked)) == 2
    assert len(changed.on(CHANGE).render(asked)) == 1


def test_a_check_looks_at_the_channels_of_its_day() -> None:
    day = date(2026, 5, 1)
    project = Project()
    around = Around(project.facts, project.outcomes, ("whatsapp", "unknown"), day)

    assert [each.day for each in around.channels] == [day]
    assert around.channels[0] is channels_on(day)["whatsapp"]
    assert around.term("whatsapp.pricing").value == "template"


@pytest.mark.parametrize(
    ("name", "day", "value"),
    [
        ("whatsapp.pricing", "2025-06-30", "conversation"),
        ("whatsapp.pricing", "2025-07-01", "template"),
        ("whatsapp.pricing", "2026-09-30", "template"),
        ("whatsapp.pricing", "2026-10-01", "message"),
        ("whatsapp.utility_review", "2025-04-08", "refused"),
        ("whatsapp.utility_review", "2025-04-09", "marketing"),
        ("law.bot_disclosure_eu", "2026-08-01", None),
        ("law.bot_disclosure_eu", "2026-08-02", "Article 50(1)"),
    ],
)
def test_terms_change_on_their_day(name: str, day: str, value: str | None) -> None:
    found = term(name, date.fromisoformat(day))
    assert (found.value if found else None) == value


@pytest.mark.parametrize("channel", CHANNELS, ids=lambda each: each.id)
def test_every_number_in_a_file_has_a_name(channel) -> None:
    assert rows_of(channel.id).keys() == channel.bounds.keys() | channel.other_bounds.keys()


def _periods() -> list[tuple[Dated, ...]]:
    limits = (rows for channel in CHANNELS for rows in rows_of(channel.id).values())
    return [*limits, *terms().values()]


def test_times_follow_one_another() -> None:
    for rows in _periods():
        for each in rows:
            assert each.source
            assert each.valid_to is None or each.valid_from <= each.valid_to
        for before, after in pairwise(rows):
            assert before.valid_to == after.valid_from - timedelta(1)
