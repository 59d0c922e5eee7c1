"""What was most likely meant is written well."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowdesigner.checks.meant import meant_span, meant_time, meant_zone
from flowdesigner.model.hours import parse_range
from flowdesigner.model.values import is_iso_time

WRITTEN = st.text("0123456789.: -hamptojuk\u2013", max_size=14)


@given(WRITTEN)
def test_it_is_written_well(written: str) -> None:
    time, span = meant_time(written), meant_span(written)
    assert time is None or is_iso_time(time)
    assert span is None or parse_range(span) is not None


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("9", "09:00"),
        ("9.30", "09:30"),
        ("pukul 18.00", "18:00"),
        ("6 pm", "18:00"),
        ("12 am", "00:00"),
        ("12:15 PM", "12:15"),
        ("25", None),
        ("9.75", None),
        ("noon", None),
    ],
)
def test_a_time(written: str, meant: str | None) -> None:
    assert meant_time(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("jakarta", "Asia/Jakarta"),
        ("WIT", "Asia/Jayapura"),
        ("New York", "America/New_York"),
        ("Bandung", None),
        ("", None),
    ],
)
def test_a_zone(written: str, meant: str | None) -> None:
    assert meant_zone(written) == meant
