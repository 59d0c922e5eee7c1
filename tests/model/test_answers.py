"""What customers type, read in their language."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowdesigner.model.answers import read_typed
from flowdesigner.model.values import Writer
from flowdesigner.model.variable import Variable

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("kind", "written", "language", "value"),
    [
        ("text", "  halo  ", "id", "halo"),
        ("text", "   ", "id", None),
        ("number", "1.250", "id", 1250),
        ("number", "1.250", "en", 1.25),
        ("number", "1,250", "en", 1250),
        ("number", "1,250", "id", 1.25),
        ("number", "1.250.000,75", "id", 1250000.75),
        ("number", "12.5", "id", 12.5),
        ("number", " -7 ", "en", -7),
        ("number", "seven", "en", None),
        ("number", "1.2.3", "id", None),
        ("number", "1 250", "id", None),
        ("number", "nan", "en", None),
        ("number", "inf", "en", None),
        ("number", "9" * 400, "en", None),
        ("money", "Rp50.000", "id", 50000),
        ("money", "rp. 50.000", "id", 50000),
        ("money", "IDR 50,000", "en", 50000),
        ("money", "50.000 idr", "id", 50000),
        ("money", "-Rp5.000", "id", -5000),
        ("money", "S$5.50", "en", 5.5),
        ("money", "RM 1,250", "en", 1250),
        ("money", "5 €", "en", 5),
        ("money", "--5", "en", None),
        ("money", "Rp", "id", None),
        ("money", "rupiah", "id", None),
        ("date", "2026-12-24", "en", "2026-12-24"),
        ("date", "24/12/2026", "id", "2026-12-24"),
        ("date", "24-12", "id", "2026-12-24"),
        ("date", "1 Mei", "id", "2027-05-01"),
        ("date", "24 december 2026", "id", "2026-12-24"),
        ("date", "23 nov", "en", "2026-11-23"),
        ("date", "31/02/2027", "id", None),
        ("date", "29 februari", "id", None),
        ("date", "besok", "id", None),
        ("date", "1/13", "id", None),
        ("date", "5 mai", "fr", "2027-05-05"),
        ("date", "5 may", "no-such-language", "2027-05-05"),
        ("time", "9", "id", "09:00"),
        ("time", "pukul 9.30", "id", "09:30"),
        ("time", "12:15 am", "en", "00:15"),
        ("time", "12 pm", "en", "12:00"),
        ("time", "24:00", "id", None),
        ("time", "15 pm", "en", None),
        ("time", "0 pm", "en", None),
        ("time", "9:75", "id", None),
        ("phone", "0812 3456 7890", "id", "+6281234567890"),
        ("phone", "+65 6521 8000", "id", "+6565218000"),
        ("phone", "123", "id", None),
        ("phone", "my number", "id", None),
        ("email", " Sari@Example.com ", "id", "Sari@Example.com"),
        ("email", "sari@", "id", None),
        ("email", "a@b.co, c@d.co", "id", None),
        ("location", "Bandung", "id", None),
    ],
)
def test_an_answer_is_read_as_its_kind(
    kind: str, written: str, language: str, value: object
) -> None:
    read = read_typed(kind, written, language, TODAY)

    assert read == value
    assert type(read) is type(value)


@given(st.integers(-(10**12), 10**12), st.sampled_from(["id", "en"]))
def test_a_number_that_is_shown_can_be_typed_back(number: int, language: str) -> None:
    writer = Writer({"n": Variable(type="number"), "m": Variable(type="money")}, language)

    assert read_typed("number", writer.for_reader("n", number), language, TODAY) == number
    assert read_typed("money", writer.for_reader("m", number), language, TODAY) == number


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.sampled_from(["id", "en"]))
def test_a_date_that_is_shown_can_be_typed_back(day: date, language: str) -> None:
    shown = Writer({"d": Variable(type="date")}, language).for_reader("d", day.isoformat())

    assert read_typed("date", shown, language, TODAY) == day.isoformat()


@given(st.sampled_from(["number", "money", "date", "time", "email", "rating"]), st.text())
def test_whatever_is_typed_is_a_value_or_none(kind: str, written: str) -> None:
    value = read_typed(kind, written, "id", TODAY)

    assert value is None or isinstance(value, str | int | float)
