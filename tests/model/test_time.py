"""Lengths of time and hours of the week."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flowdesigner.model.duration import after, clock_change, parse_duration, write_duration
from flowdesigner.model.hours import days_of, is_open, next_open, outside, parse_range


@pytest.mark.parametrize(
    ("written", "length"),
    [
        ("30s", timedelta(seconds=30)),
        ("10m", timedelta(minutes=10)),
        ("24h", timedelta(hours=24)),
        (" 3d ", timedelta(days=3)),
        ("0s", timedelta()),
        ("", None),
        ("10", None),
        ("10 m", None),
        ("1h30m", None),
        ("-1m", None),
        ("1.5h", None),
        ("9" * 12 + "d", None),
    ],
)
def test_a_length_of_time_is_read(written: str, length: timedelta | None) -> None:
    assert parse_duration(written) == length


@given(st.integers(0, 10**8))
def test_a_length_of_time_can_be_written_and_read_back(seconds: int) -> None:
    length = timedelta(seconds=seconds)

    assert parse_duration(write_duration(length)) == length


HOURS: dict[str, Any] = {
    "mon_thu": "08:00-21:00",
    "fri": ["08:00-11:30", "13:00-24:00"],
    "sat": "20:00-02:00",
    "holidays": ["2026-12-25"],
}


@pytest.mark.parametrize(
    ("at", "open"),
    [
        ("2026-11-23T07:59", False),
        ("2026-11-23T08:00", True),
        ("2026-11-23T20:59", True),
        ("2026-11-23T21:00", False),
        ("2026-11-26T12:00", True),
        ("2026-11-27T12:00", False),
        ("2026-11-27T23:59", True),
        ("2026-11-28T00:00", False),
        ("2026-11-28T21:00", True),
        ("2026-11-29T01:59", True),
        ("2026-11-29T02:00", False),
        ("2026-12-25T09:00", False),
    ],
)
def test_a_moment_lies_within_the_hours_or_not(at: str, open: bool) -> None:
    assert is_open(HOURS, datetime.fromisoformat(at)) is open


@pytest.mark.parametrize(
    ("key", "days"),
    [
        ("mon", (0,)),
        ("mon_fri", (0, 1, 2, 3, 4)),
        ("sat_mon", (5, 6, 0)),
        ("holidays", ()),
        ("mon_someday", ()),
        ("mon_", ()),
    ],
)
def test_days_have_names(key: str, days: tuple[int, ...]) -> None:
    assert days_of(key) == days


@pytest.mark.parametrize("written", ["", "08:00", "nine-five", "08:00-25:00", "24:00-08:00"])
def test_what_is_no_range_is_none(written: str) -> None:
    assert parse_range(written) is None
    assert not is_open({"mon_sun": written}, datetime(2026, 11, 23, 10))


ZONES = st.sampled_from(
    ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Cairo", "Asia/Jakarta"]
)
CHANGES = st.sampled_from(
    ["2026-03-08", "2026-03-29", "2026-04-05", "2026-04-24", "2026-10-04", "2026-10-25",
     "2026-10-29", "2026-11-01"]
)  # fmt: skip
BEGINS = st.sampled_from(["00:00", "00:30", "01:30", "02:00", "02:15", "02:30", "03:00", "23:30"])
RANGES = st.builds(lambda begins, ends: f"{begins}-{ends}", BEGINS, BEGINS | st.just("24:00"))


@settings(max_examples=300, deadline=None)
@given(ZONES, st.lists(RANGES, min_size=1, max_size=2), CHANGES, st.integers(-96, 96))
def test_hours_open_at_the_first_open_quarter_when_the_clocks_change(
    zone: str, ranges: list[str], day: str, quarter: int
) -> None:
    hours = {"mon_sun": tuple(ranges)}
    midnight = datetime.fromisoformat(f"{day}T00:00").replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    quarters = [
        (midnight + timedelta(minutes=15) * (quarter + ahead)).astimezone(ZoneInfo(zone))
        for ahead in range(4 * 50)
    ]
    opens = next_open(hours, quarters[0])

    assert opens is not None
    assert opens.timestamp() == next(each.timestamp() for each in quarters if is_open(hours, each))


@pytest.mark.parametrize(
    ("day", "change"),
    [
        ("2026-03-28", None),
        ("2026-03-29", "2026-03-29T03:00:00+02:00"),
        ("2026-10-25", "2026-10-25T02:00:00+01:00"),
        ("2026-10-26", None),
    ],
)
def test_the_moment_of_a_change_of_clocks_is_known(day: str, change: str | None) -> None:
    at = datetime.fromisoformat(day).replace(tzinfo=ZoneInfo("Europe/Berlin"))
    found = clock_change(at.date(), at)

    assert (found and found.isoformat()) == change


def test_from_eight_to_eight_is_round_the_clock() -> None:
    hours = {"mon_sun": "08:00-08:00"}

    assert all(is_open(hours, datetime(2026, 11, 23, hour)) for hour in range(24))


@pytest.mark.parametrize("span", ["08:00-08:00", "00:00-24:00"])
def test_nothing_lies_outside_a_whole_day(span: str) -> None:
    assert next_open(outside(span), datetime(2026, 11, 23)) is None


def test_time_does_not_go_on_to_the_end_of_the_calendar() -> None:
    at = datetime(2026, 11, 23, tzinfo=UTC)

    assert after(at, timedelta(days=300_000)) == at + timedelta(days=300_000)
    assert after(at, timedelta(days=400_000)) is None
    assert after(at, timedelta(days=999_999_999)) is None
