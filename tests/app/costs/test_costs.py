"""An author looks at what a month costs, and changes what that rests on."""

from pathlib import Path

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QFileDialog

from flowdesigner.app.costs.panel import CostPanel
from flowdesigner.app.help.topic import Topic, topic_of
from flowdesigner.app.widgets.plain_label import PlainLabel
from tests.app.drivers.window import WindowDriver

JOURNEY = """\
flowdesigner: 1
id: shop
name: "Shop"
languages: [en]
channels: [whatsapp, sms]
settings: {currency: IDR}
flows:
  main:
    name: "Shop"
    starts:
      - trigger: message
    first: greet
    blocks:
      greet:
        type: message
        text: {en: "Hello"}
        exits: {next: code}
      code:
        type: message
        channel: sms
        text: {en: "Your code PART"}
        exits: {next: well}
      well:
        type: ask
        channel: webchat
        text: {en: "Did it arrive?"}
        answer: text
        no_reply_after: 10m
        exits: {answered: bye, invalid: bye, no_reply: bye}
      bye:
        type: end
"""


JOURNEY = JOURNEY.replace("PART", "is on its way to you. " * 8)

CODE = "Message: Your code is on its way to you. is on i…"


class Costs:
    """What an author does in the panel, and what is seen there."""

    def __init__(self, window: WindowDriver, folder: Path) -> None:
        file = folder / "shop.flow.yaml"
        file.write_text(JOURNEY, "utf-8")
        self.window = window
        assert window.desk.files.open_sample(file)
        window.settle()
        window.choose("costs")
        self.panel.day.setDate(QDate(2026, 11, 24))
        self.settle()

    @property
    def panel(self) -> CostPanel:
        return self.window.desk.panels.costs

    def settle(self) -> None:
        self.panel.live.finish()
        self.window.settle()
        self.panel.live.finish()

    @property
    def rows(self) -> list[tuple[str, ...]]:
        table = self.panel.table
        return [
            tuple(str(table.index(row, column).data()) for column in range(table.columnCount()))
            for row in range(table.rowCount())
        ]

    @property
    def told(self) -> list[str]:
        return [label.text() for label in self.panel.rests_on.findChildren(PlainLabel)]


@pytest.fixture
def costs(window: WindowDriver, tmp_path: Path) -> Costs:
    return Costs(window, tmp_path)


def test_each_message_with_its_price_the_dearest_first(costs: Costs) -> None:
    assert costs.rows == [
        (CODE, "SMS", "2,000", "Rp400", "Rp800,000"),
        ("Message: Hello", "WhatsApp, no template", "1,000", "$0.025", "$25"),
        ("Question: Did it arrive?", "Web chat", "1,000", "", "free"),
    ]
    assert costs.panel.sum.text() == "Rp800,000 + $25 a month, Rp800 + $0.025 a customer"
    way = f"33.3 %, $0.025 + Rp800: … → {CODE} → Question: Did it arrive? (Answered) → End: done"
    assert way in costs.told
    assert any("Amounts stay in the currency of their price" in each for each in costs.told)


def test_another_number_of_customers_is_a_step_of_the_history(costs: Costs) -> None:
    costs.panel.contacts.setFocus()
    costs.window.type("20")
    costs.settle()

    assert costs.window.desk.document.project.settings.rates.contacts == 20
    assert costs.panel.sum.text().startswith("Rp16,000 + $0.50 a month")

    costs.window.desk.document.undo()
    assert costs.window.desk.document.project.settings.rates is None


@pytest.mark.parametrize("typed", ["many", "0", "-3"])
def test_what_is_no_number_of_customers_changes_nothing(costs: Costs, typed: str) -> None:
    costs.panel.contacts.setFocus()
    costs.window.type(typed)
    rates = costs.window.desk.document.project.settings.rates
    assert rates is None or rates.contacts == 3


def test_as_of_another_day_other_prices_count(costs: Costs) -> None:
    costs.panel.day.setDate(QDate(2026, 9, 30))
    costs.settle()
    assert costs.rows[1] == ("Message: Hello", "WhatsApp, no template", "1,000", "", "free")


def test_a_click_leads_to_the_block(costs: Costs) -> None:
    costs.panel.list.clicked.emit(costs.panel.table.index(0, 0))
    assert costs.window.desk.focus.block == "code"


def test_prices_come_from_a_file(
    costs: Costs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rates = tmp_path / "rates.csv"
    rates.write_text("channel,price,currency,checked_on\nsms,350,IDR,2026-11-01\n", "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(rates), ""))
    costs.panel.load.click()
    costs.settle()

    (price,) = costs.window.desk.document.project.settings.rates.prices
    assert (price.channel, price.price, price.checked_on) == ("sms", 350, "2026-11-01")
    assert costs.rows[0][-1] == "Rp700,000"


def test_a_file_that_cannot_be_read_says_why(
    costs: Costs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(
        "flowdesigner.app.costs.panel.tell", lambda _parent, *words: told.extend(words)
    )
    rates = tmp_path / "rates.csv"
    rates.write_text("channel,price,currency\nsms,cheap,IDR\n", "utf-8")
    costs.panel.take_prices(rates)

    assert told[0] == "The prices were not loaded"
    assert told[1].startswith("Line 2 of the list of prices has the price “cheap”.")
    assert costs.window.desk.document.project.settings.rates is None


def test_it_speaks_the_language_and_wears_the_colours_of_the_window(costs: Costs) -> None:
    costs.window.choose("indonesian")
    costs.window.choose("dark")
    costs.settle()
    assert costs.panel.sum.text().startswith("Rp800.000 + $25")
    assert costs.rows[0][-1] == "Rp800.000"


def test_nothing_is_worked_out_while_nobody_looks(costs: Costs) -> None:
    costs.window.desk.window.docks["costs_panel"].hide()
    costs.window.desk.document.undo()
    assert not costs.panel.live.busy
    assert costs.panel.isHidden() or not costs.panel.isVisible()


def test_the_author_says_how_many_leave_by_an_exit(costs: Costs) -> None:
    costs.window.desk.focus.select("well")
    costs.settle()
    lines = costs.panel.leaving.lines
    assert {exit: line.placeholderText() for exit, line in lines.items()} == {
        "answered": "33.3", "invalid": "33.3", "no_reply": "33.3",
    }  # fmt: skip

    lines["answered"].setFocus()
    costs.window.type("80%")
    costs.settle()

    block = costs.window.desk.document.project.block("main", "well")
    assert block.shares == {"answered": 80}
    assert lines["no_reply"].placeholderText() == "10"
    assert any(each.startswith("80 %, ") for each in costs.told)

    costs.window.desk.document.undo()
    costs.settle()
    assert costs.window.desk.document.project.block("main", "well").shares is None
    assert costs.panel.leaving.lines["answered"].text() == ""


@pytest.mark.parametrize("typed", ["many", "101", "-"])
def test_what_is_no_share_changes_nothing(costs: Costs, typed: str) -> None:
    costs.window.desk.focus.select("well")
    costs.settle()
    costs.panel.leaving.lines["invalid"].setFocus()
    costs.window.type(typed)
    shares = costs.window.desk.document.project.block("main", "well").shares
    assert shares in (None, {"invalid": 10})


def test_a_block_with_one_exit_has_nothing_to_say(costs: Costs) -> None:
    costs.window.desk.focus.select("bye")
    costs.settle()
    assert costs.panel.leaving.isHidden()


def test_help_is_at_hand(costs: Costs) -> None:
    assert topic_of(costs.panel.contacts, None) == Topic("settings/costs")
