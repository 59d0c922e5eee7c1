"""`flowdesigner cost`."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

ON = ("--as-of", "2026-11-24")


def test_a_table_with_what_it_rests_on(run: Run, small: Path) -> None:
    ended = run("cost", small, "--contacts", "5000", *ON)

    assert ended.code == 0
    lines = ended.out.splitlines()
    assert lines[:2] == ["A month with 5,000 customers: $125", "One customer: $0.025"]
    assert "main.drink  WhatsApp, no template     5,000  $0.025  $125" in lines
    (way,) = [each for each in lines if each.startswith("drink.tea > look_up.ok > bye ")]
    assert way.split()[-3:] == ["33.3", "%", "$0.025"]
    assert "- 5000 customers a month begin “main” on WhatsApp." in lines


def test_it_speaks_indonesian(run: Run, small: Path) -> None:
    ended = run("cost", small, "--contacts", "5000", *ON, "--ui-language", "id")
    assert "5.000" in ended.out


def test_json_has_all_numbers_and_where_they_come_from(run: Run, small: Path) -> None:
    data = run("cost", small, "--contacts", "5000", *ON, "--format", "json").json
    (line,) = [each for each in data["messages"] if each["block"] == "drink"]

    assert data["as_of"] == "2026-11-24"
    assert data["month"] == {"USD": 125.0}
    assert line["billed"] == 5000
    assert (line["price"], line["currency"], line["valid_from"]) == (0.025, "USD", "2026-10-01")
    assert line["source"]
    assert data["assumptions"]
    assert sum(way["share"] for way in data["paths"]) == pytest.approx(1)


def test_who_asks_may_know_better(run: Run, small: Path, tmp_path: Path) -> None:
    rates = tmp_path / "rates.csv"
    rates.write_text("channel,price,currency\nwhatsapp,100,IDR\n", "utf-8")
    told = run(
        "cost", small, *ON, "--contacts", "10", "--rates", rates, "--share", "main.drink.tea=90",
        "--share", "main.look_up.failed=50", "--format", "json",
    )  # fmt: skip
    assert told.json["month"] == pytest.approx({"IDR": 1000 + 450})


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--contacts", "many"), "“many” is no number of customers. Write one, such as 5000."),
        (("--contacts", "0"), "“0” is no number of customers. Write one, such as 5000."),
        (("--flow", "other"), "The project has no flow “other”, only main."),
        (("--channel", "pigeon"), "There is no channel “pigeon”, only "),
        (("--as-of", "soon"), "“soon” is no date. "),
        (("--share", "main.drink.beer=1"), "“main.drink.beer=1” names no exit. "),
        (("--share", "main.drink.tea=much"), "“main.drink.tea=much” needs a number from 0 to 100."),
        (("--share", "main.drink.tea=101"), "“main.drink.tea=101” needs a number from 0 to 100."),
        (("--rates", "gone.csv"), "There is no file 'gone.csv'."),
    ],
)
def test_what_is_typed_wrongly_is_told_in_one_sentence(
    run: Run, small: Path, words: tuple[str, ...], sentence: str
) -> None:
    ended = run("cost", small, *words)
    assert ended.code == 2
    assert sentence in ended.err


def test_a_bad_line_of_a_list_is_named(run: Run, small: Path, tmp_path: Path) -> None:
    rates = tmp_path / "rates.csv"
    rates.write_text("channel,price,currency\nsms,Rp400,IDR\n", "utf-8")
    ended = run("cost", small, "--rates", rates)
    assert ended.code == 2
    assert "Line 2 of the list of prices has the price “Rp400”." in ended.err
