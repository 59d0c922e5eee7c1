"""The times of a week agree with the hours they are made of, minute by minute."""

from datetime import UTC, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from flowdesigner.model.hours import DAYS, is_open, next_open
from flowdesigner.model.week import (
    ANY_TIME,
    later,
    longest_closed,
    times_at,
    times_between,
    times_closed,
    times_open,
)

MONDAY = datetime(2026, 11, 23, tzinfo=UTC)
MINUTES = st.integers(0, 7 * 1440 - 1)
CLOCK = st.builds(lambda h, m: f"{h:02}:{m:02}", st.integers(0, 23), st.integers(0, 59))
RANGES = st.lists(st.builds(lambda a, b: f"{a}-{b}", CLOCK, CLOCK), min_size=1, max_size=2)
WEEKS = st.dictionaries(st.sampled_from([*DAYS, "mon_fri"]), RANGES, min_size=1, max_size=4)
HOLIDAYS = st.lists(st.sampled_from(["2026-11-25", "2026-11-26", "2026-12-25"]), max_size=2)


def at(minute: int) -> datetime:
    return MONDAY + timedelta(minutes=minute)


def among(times: int, moment: datetime) -> bool:
    quarter = moment.weekday() * 96 + moment.hour * 4 + moment.minute // 15
    return bool(times >> quarter & 1)


@given(WEEKS, MINUTES)
def test_what_is_open_is_among_the_open_times_and_so_for_closed(
    hours: dict[str, list[str]], minute: int
) -> None:
    moment = at(minute)
    assert among(times_open(hours) if is_open(hours, moment) else times_closed(hours), moment)


@given(WEEKS, HOLIDAYS, MINUTES)
@settings(max_examples=200, deadline=None)
def test_nobody_waits_longer_than_the_hours_are_closed(
    week: dict[str, list[str]], holidays: list[str], minute: int
) -> None:
    hours = {**week, "holidays": holidays}
    opens = next_open(hours, at(minute))
    assert opens is None or (opens - at(minute)).total_seconds() <= longest_closed(hours)


@given(MINUTES, st.integers(0, 20000), st.integers(0, 20000), st.integers(0, 100))
def test_later_holds_every_moment_within_the_span(
    minute: int, least: int, more: int, share: int
) -> None:
    span = (least * 60, (least + more) * 60)
    before = times_at(time(at(minute).hour, at(minute).minute), [at(minute).weekday()])
    assert among(later(before, span), at(minute + least + more * share // 100))


def test_later_is_no_wider_than_it_must_be() -> None:
    nine = times_at(time(9), [0])
    assert later(nine, (3600, 3600)) == times_at(time(10), [0])
    assert later(nine, (0, 3600)) == times_between(time(9), time(10, 15), [0])
    assert later(times_at(time(23, 45), [6]), (900, 900)) == times_at(time(0), [0])
    assert later(ANY_TIME, (0, 3600)) == ANY_TIME
    assert later(0, (0, 10**9)) == 0


def test_hours_over_a_weekend_and_a_holiday() -> None:
    assert longest_closed({"mon_fri": "08:00-21:00"}) == (3 + 48 + 8) * 3600
    holiday = {"mon_fri": "08:00-21:00", "holidays": ["2026-11-23"]}
    assert longest_closed(holiday) == (3 + 72 + 8) * 3600
    assert longest_closed({}) == float("inf")
