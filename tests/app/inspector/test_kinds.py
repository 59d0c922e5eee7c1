"""Fields for which there is more than a line: shares, sources, amounts, one of two."""

from collections.abc import Callable

import pytest

from flowdesigner.app.inspector.editors.money import read_amount
from flowdesigner.app.inspector.either import Either
from flowdesigner.blocks import GoalBlock, HoursBlock, Menu, Otp, Set, Split
from flowdesigner.model.project import Project
from flowdesigner.model.variable import Variable
from tests.app.drivers.inspector import InspectorDriver, project_of

Inspect = Callable[[Project], InspectorDriver]


@pytest.fixture
def author(inspect: Inspect) -> InspectorDriver:
    menu = {
        "options": [{"id": "yes", "label": {"id": "Ya"}}, {"id": "no"}],
        "exits": {"yes": "won"},
    }
    arms = [{"id": "short", "weight": 1}, {"id": "long", "weight": 1}]
    project = project_of(
        pick=Menu.model_validate(menu),
        halves=Split.model_validate({"arms": arms}),
        won=GoalBlock(name="order_paid"),
        code=Otp.model_validate({"text": {"id": "Kode"}}),
        open=HoursBlock(window="business"),
        count=Set.model_validate({"changes": [{"variable": "total", "to": 5}]}),
    )
    variables = {"orders": Variable(type="list"), "total": Variable(type="money")}
    return inspect(project.model_copy(update={"variables": variables}))


def pressed(author: InspectorDriver) -> str:
    (either,) = author.page.findChildren(Either)
    (name,) = [name for name, button in either.buttons.items() if button.isChecked()]
    return name


def test_answers_come_from_a_list_instead(author: InspectorDriver) -> None:
    author.select("pick")
    assert pressed(author) == "options"
    author.click("Answers from a list")

    assert author.block().options is None
    assert "yes" not in author.block().exits
    assert not author.page.form.rows["options"].isVisible()
    author.choose("options_from", "variable", word="orders")
    assert author.block().options_from.variable == "orders"

    while author.steps:
        author.document.undo()
    assert pressed(author) == "options"
    assert [each.id for each in author.block().options] == ["yes", "no"]
    assert author.block().exits == {"yes": "won"}


def test_a_list_that_is_being_retyped_stays_in_sight(author: InspectorDriver) -> None:
    author.select("pick")
    author.click("Answers from a list")
    author.replace("options_from", "variable", text="orders")
    author.replace("options_from", "variable", text="")

    assert author.block().options_from is None
    assert pressed(author) == "options_from"
    author.click("Answers to choose from")
    assert author.page.form.rows["options"].isVisible()


def test_only_variables_that_fit_are_offered(author: InspectorDriver) -> None:
    author.select("pick")
    author.click("Answers from a list")
    box = author.field("options_from", "variable")

    assert [box.itemText(at) for at in range(box.count())] == ["orders"]
    author.replace("options_from", "variable", text="total")
    assert author.says("This needs a variable of the type “List”.")


def test_a_share_is_told_beside_all_others(author: InspectorDriver) -> None:
    author.select("halves")
    assert author.says("50 % of the customers")
    author.replace("arms", "short", "weight", text="3")

    assert author.says("75 % of the customers")
    assert author.says("25 % of the customers")


@pytest.mark.parametrize(
    ("typed", "amount"),
    [("250000", 250000), ("250.000", 250000), ("1,250,000", 1250000), ("25.00", None), ("", None)],
)
def test_an_amount_is_read_as_it_is_written_here(typed: str, amount: int | None) -> None:
    assert read_amount(typed) == amount


def test_an_amount_may_be_a_variable(author: InspectorDriver) -> None:
    author.select("won")
    author.page.form.unfold()
    author.replace("value", text="250.000")
    assert author.block().value == 250000
    assert author.says("Rp250,000")

    author.replace("value", text="{{ total }}")
    assert author.block().value == "{{ total }}"
    author.replace("value", text="much")
    assert author.says("Write an amount such as 250000")


def test_a_ladder_is_built_channel_by_channel(author: InspectorDriver) -> None:
    author.select("code")
    author.add("ladder")
    author.add("ladder")
    author.choose("ladder", 0, "channel", word="whatsapp")
    author.choose("ladder", 1, "channel", word="sms")
    author.replace("ladder", 1, "after", text="30")
    author.parts("ladder").move_part(author.card("ladder", 1), -1)

    ladder = [(each.channel, each.after) for each in author.block().ladder]
    assert ladder == [("sms", "30s"), ("whatsapp", None)]


def test_hours_of_its_own_are_asked_for_only_without_others(author: InspectorDriver) -> None:
    author.select("open")
    assert not author.page.form.rows["ranges"].isVisible()
    author.choose("window", word=None)

    assert author.block().window is None
    assert author.page.form.rows["ranges"].isVisible()


def test_a_block_that_says_nothing_is_asked_for_no_channel(inspect: Inspect) -> None:
    author = inspect(
        project_of(
            apart=Split(), written=Split(channel="sms"), code=Otp(), won=Set(),
        )
    )  # fmt: skip
    for id, shown in (("apart", False), ("won", False), ("written", True), ("code", True)):
        author.select(id)
        assert (author.page.reveal(("channel",)) is not None) is shown, id


def test_an_amount_is_shown_as_customers_read_it(author: InspectorDriver) -> None:
    author.select("count")
    author.replace("changes", 0, "to", text="1250000")

    assert author.block("count").changes[0].to == 1250000
    assert author.says("Rp1,250,000")
