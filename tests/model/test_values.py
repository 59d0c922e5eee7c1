"""Values as readers see them and as machines take them."""

import pytest

from flowdesigner.model.facts import Facts
from flowdesigner.model.run import Run
from flowdesigner.model.values import look_up, raw, write_date, write_money, write_number
from flowdesigner.simulate.opening import DEFAULT_AT


@pytest.mark.parametrize(
    ("amount", "currency", "language", "written"),
    [
        (1250000, "IDR", "id", "Rp1.250.000"),
        (1250000, "IDR", "en", "Rp1,250,000"),
        (12.5, "USD", "en", "$12.50"),
        (12.5, "USD", "id", "$12,50"),
        (12, "USD", "en", "$12"),
        (0.4, "IDR", "id", "Rp0"),
        (-5000, "IDR", "id", "-Rp5.000"),
        (-0.4, "IDR", "id", "Rp0"),
        (7, "CHF", "en", "CHF 7"),
    ],
)
def test_money_is_written_for_a_reader(
    amount: float, currency: str, language: str, written: str
) -> None:
    assert write_money(amount, currency, language) == written


@pytest.mark.parametrize(
    ("number", "language", "written"),
    [
        (1250, "id", "1.250"),
        (1250.5, "id", "1.250,5"),
        (3.0, "en", "3"),
        (-1250.5, "en", "-1,250.5"),
    ],
)
def test_a_number_is_written_for_a_reader(number: float, language: str, written: str) -> None:
    assert write_number(number, language) == written


@pytest.mark.parametrize(
    ("iso", "language", "pattern", "written"),
    [
        ("2026-12-01", "id", None, "1 Desember 2026"),
        ("2026-12-01", "en", None, "1 December 2026"),
        ("2026-12-01", "no-such-language", None, "1 December 2026"),
        ("2026-12-01T09:30:00+07:00", "en", "%H:%M", "09:30"),
        ("tomorrow", "en", None, "tomorrow"),
    ],
)
def test_a_date_is_written_for_a_reader(
    iso: str, language: str, pattern: str | None, written: str
) -> None:
    assert write_date(iso, language, pattern) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, ""), ("a", "a"), (True, "true"), (3.0, "3"), (2.5, "2.5"), ([1, "a"], '[1, "a"]'),
        ({"a": "é"}, '{"a": "é"}'),
    ],
)  # fmt: skip
def test_a_machine_takes_values_raw(value: object, written: str) -> None:
    assert raw(value) == written  # type: ignore[arg-type]


def test_a_dotted_name_comes_before_a_path() -> None:
    values = {"contact.name": "Sari", "contact": {"name": "other", "age": 3}}

    assert look_up("contact.name", values) == "Sari"
    assert look_up("contact.age", values) == 3
    assert look_up("contact.age.more", values) is None


def test_data_for_a_machine_keeps_the_type_of_a_lone_placeholder() -> None:
    run = Run(
        facts=Facts(), channel="sms", language="id", now=DEFAULT_AT,
        values={"n": 1250.5, "list": [1, 2], "name": "a&b c"},
    )  # fmt: skip
    data = {"n": "{{ n }}", "text": "{{ n }}!", "list": ["{{ list }}"], "gone": "{{ x }}", "k": 1}

    assert run.raw_data(data) == {
        "n": 1250.5, "text": "1250.5!", "list": [[1, 2]], "gone": None, "k": 1,
    }  # fmt: skip
    assert run.raw_url("https://x.example/?q={{ name }}") == "https://x.example/?q=a%26b%20c"
