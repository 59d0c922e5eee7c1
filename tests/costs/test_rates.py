"""Lists of prices are read, or say in one sentence what is wrong with them."""

from datetime import date

import pytest

from flowdesigner.costs.rate_rows import rates_in
from flowdesigner.costs.rates import RateCard, shipped_rates
from flowdesigner.errors import RatesError
from tests.checks.cases import project_of

HEADS = "channel,category,country,price,currency,valid_from,valid_to,checked_on,source\n"


def test_what_is_shipped_is_dated_and_says_its_source() -> None:
    for rate in shipped_rates():
        assert rate.source
        assert rate.valid_from <= rate.checked_on or rate.checked_on >= date(2026, 11, 24)


@pytest.mark.parametrize(
    ("channel", "category", "day", "price"),
    [
        ("whatsapp", "marketing", "2026-11-24", 0.0411),
        ("whatsapp", "service", "2026-10-01", 0.025),
        ("whatsapp", "marketing", "2026-01-01", 0.0411),  # the first known day
        ("sms", "", "2026-11-24", 400),
        ("rcs", "", "2026-11-24", None),
    ],
)
def test_a_price_of_a_day(channel: str, category: str, day: str, price: float | None) -> None:
    found = RateCard(()).rate(channel, category, date.fromisoformat(day))
    assert (found.price if found else None) == price


def test_another_country_has_other_prices() -> None:
    own = rates_in(HEADS + "sms,,MY,0.2,MYR,,,,\n")
    assert RateCard(own, "MY").rate("sms", "", date(2026, 11, 24)).currency == "MYR"
    assert RateCard(own, "SG").rate("sms", "", date(2026, 11, 24)) is None


def test_a_price_changes_on_its_day() -> None:
    rows = "sms,,ID,300,IDR,2026-01-01,2026-12-31,,\nsms,,ID,350,IDR,2027-01-01,,,\n"
    card = RateCard(rates_in(HEADS + rows))
    assert card.rate("sms", "", date(2026, 12, 31)).price == 300
    assert card.rate("sms", "", date(2027, 1, 1)).price == 350


def test_spreadsheets_write_semicolons_commas_and_a_mark_in_front() -> None:
    (rate,) = rates_in("\ufeffChannel;Price;Currency\nWhatsApp;0,025;usd\n")
    assert (rate.channel, rate.price, rate.currency) == ("whatsapp", 0.025, "USD")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "channel,price\nsms,1\n",
            "The list of prices has no column “currency”. Its first line names the columns: "
            "channel, category, country, price, currency, valid_from, valid_to, checked_on, "
            "source.",
        ),
        (HEADS, "The list of prices has no line below its heads."),
        ("", "The list of prices has no column “channel”."),
        (
            HEADS + "sms,,ID,1,IDR,,,,\nsms,,ID,,IDR,,,,\n",
            "Line 3 of the list of prices has nothing under “price”.",
        ),
        (
            HEADS + "sms,,ID,Rp400,IDR,,,,\n",
            "Line 2 of the list of prices has the price “Rp400”. Write a number, such as 0.025.",
        ),
        (HEADS + "sms,,ID,-1,IDR,,,,\n", "Line 2 of the list of prices has the price “-1”."),
        (HEADS + "sms,,ID,nan,IDR,,,,\n", "Line 2 of the list of prices has the price “nan”."),
        (
            HEADS + "sms,,ID,1,IDR,1/10/2026,,,\n",
            "Line 2 of the list of prices has “1/10/2026” under “valid_from”. "
            "Write a day as year-month-day, such as 2026-10-01.",
        ),
        (
            HEADS + "sms,,ID,1,IDR,2026-10-02,2026-10-01,,\n",
            "Line 2 of the list of prices ends before it begins.",
        ),
        (HEADS + "sms\n", "Line 2 of the list of prices has nothing under “price”."),
    ],
)
def test_what_is_wrong_is_one_sentence(text: str, sentence: str) -> None:
    with pytest.raises(RatesError) as raised:
        rates_in(text)
    assert str(raised.value).startswith(sentence)


def test_a_price_of_the_project_that_is_not_whole_does_not_count() -> None:
    prices = [
        {"channel": "sms", "currency": "IDR"},
        {"channel": "sms", "price": 350, "currency": "IDR"},
    ]
    project = project_of({"project": {"settings": {"rates": {"prices": prices}}}})
    assert [each.price for each in RateCard.of(project).own] == [350]
