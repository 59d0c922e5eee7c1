"""Fields of one kind: variables, lengths of time, data, words, counters."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from flowdesigner.app.inspector.editors.duration import DurationEditor
from flowdesigner.app.inspector.editors.pairs import PairsEditor
from flowdesigner.blocks import Ask, End, Menu, Message, Set, Subflow, Webhook
from flowdesigner.model.flow import Flow
from flowdesigner.model.project import Project
from flowdesigner.model.variable import Variable
from tests.app.drivers.inspector import InspectorDriver, choose_in, project_of, type_into

Inspect = Callable[[Project], InspectorDriver]


@pytest.fixture
def author(inspect: Inspect) -> InspectorDriver:
    menu = Menu.model_validate({"options": [{"id": "yes", "label": {"id": "Ya"}}]})
    project = project_of(
        say=Message(text={"id": "Halo", "en": "Hi"}),
        ask=Ask(answer="date", no_reply_after="30m"),
        pick=menu,
        hook=Webhook(sample={"a": 1}, save={"city": "$.city"}),
        keep=Set.model_validate({"changes": [{"variable": "total", "to": 1}]}),
        sub=Subflow(flow="gone"),
        over=End(),
    )
    variables = {
        "city": Variable(type="text", sample="Yogyakarta"),
        "total": Variable(type="money"),
    }
    return inspect(project.model_copy(update={"variables": variables}))


# --------------------------------------------------------------------------- variables


def test_a_new_variable_is_created_with_a_type_that_fits(author: InspectorDriver) -> None:
    author.select("ask")
    author.type("save_to", text="birthday")
    author.click("Create variable “birthday”")

    assert author.project.variables["birthday"] == Variable(type="date")
    assert author.block().save_to == "birthday"
    assert not author.says("Create variable")


def test_a_variable_for_a_choice_knows_the_choices(author: InspectorDriver) -> None:
    author.select("pick")
    author.type("save_to", text="wish")
    author.click("Create variable “wish”")

    made = author.project.variables["wish"]
    assert made.type == "choice"
    assert [(each.id, each.label) for each in made.values or ()] == [("yes", {"id": "Ya"})]


def test_a_variable_that_is_there_is_chosen(author: InspectorDriver) -> None:
    author.select("ask")
    author.choose("save_to", word="city")

    assert author.block().save_to == "city"


def test_a_name_that_cannot_be_one_is_said(author: InspectorDriver) -> None:
    author.select("ask")
    author.type("save_to", text="My City")

    assert author.says("Use small letters")
    assert not author.says("Create variable")


def test_variables_are_offered_after_two_braces(author: InspectorDriver) -> None:
    author.select("say")
    author.replace("text", "id", text="Dari {{ci")
    field = author.field("text", "id")
    assert field.picker.is_open
    QTest.keyClick(field.picker.popup, Qt.Key.Key_Return)

    assert author.block().text["id"] == "Dari {{ city }}"
    assert author.caret("text", "id") == len("Dari {{ city }}")


def test_a_picked_variable_takes_the_place_of_what_was_begun(author: InspectorDriver) -> None:
    author.select("say")
    author.replace("text", "id", text="A {{ }} 👋")
    field = author.field("text", "id")
    cursor = field.textCursor()
    cursor.setPosition(5)
    field.setTextCursor(cursor)
    field.picker.insert("city")

    assert author.shown("text", "id") == "A {{ city }} 👋"


def test_a_value_is_chosen_by_the_type_of_its_variable(author: InspectorDriver) -> None:
    author.select("keep")
    author.replace("changes", 0, "to", text="2500")
    assert author.block().changes[0].to == 2500

    author.replace("changes", 0, "to", text="{{ city }}")
    assert author.block().changes[0].to == "{{ city }}"


# --------------------------------------------------------------------------- simple kinds


@pytest.mark.parametrize(
    ("number", "unit", "value"), [("45", "s", "45s"), ("2", "d", "2d"), ("", "m", None)]
)
def test_a_length_of_time_is_a_number_and_a_unit(
    author: InspectorDriver, number: str, unit: str, value: str | None
) -> None:
    author.select("ask")
    author.replace("no_reply_after", text=number)
    editor = author.editor("no_reply_after")
    assert isinstance(editor, DurationEditor)
    choose_in(editor.unit, unit)

    assert author.block().no_reply_after == value


def test_half_a_length_of_time_is_said_and_not_kept(author: InspectorDriver) -> None:
    author.select("ask")
    author.replace("no_reply_after", text="soon")

    assert author.block().no_reply_after == "30m"
    assert author.says("Write a whole number")


def test_a_number_that_is_none_is_said_and_not_kept(author: InspectorDriver) -> None:
    author.select("ask")
    author.type("retry", "times", text="2.5")
    assert author.block().retry.times == 2
    assert author.says("Write a whole number")

    author.replace("retry", "times", text="3")
    assert author.block().retry.times == 3
    author.document.undo()
    assert author.shown("retry", "times") == ""


def test_a_flow_that_is_gone_is_still_shown(author: InspectorDriver) -> None:
    author.select("sub")

    assert author.shown("flow") == "gone (not there)"


def test_an_outcome_is_typed_or_chosen(author: InspectorDriver) -> None:
    author.select("over")
    author.type("outcome", text="paid")
    assert author.block().outcome == "paid"

    author.choose("outcome", word="done")
    assert author.block().outcome == "done"


def test_a_broken_pattern_is_said(author: InspectorDriver) -> None:
    author.select("ask")
    author.type("accept", "pattern", text="INV-(")

    assert author.says("This pattern cannot be understood yet")


@pytest.mark.parametrize(
    ("address", "good"),
    [
        ("https://a.example/x", True),
        ("a.example", False),
        ("{{ city }}/x", True),
        ("https://", False),
    ],
)
def test_a_web_address_is_looked_at(author: InspectorDriver, address: str, good: bool) -> None:
    author.select("hook")
    author.replace("url", text=address)

    assert author.says("A web address begins with") is not good


# --------------------------------------------------------------------------- data


def test_data_is_kept_once_it_can_be_read(author: InspectorDriver) -> None:
    author.select("hook")
    author.replace("sample", text='{"state": "ship')
    assert author.block().sample == {"a": 1}
    assert author.says("Line 1: a closing quote is missing.")

    author.type("sample", text='ped"}')
    assert author.block().sample == {"state": "shipped"}
    assert author.shown("sample") == '{"state": "shipped"}'
    assert not author.says("Line 1")


@pytest.mark.parametrize("written", ["[" * 5000, "NaN", "{", "{'a': 1}", '{"a": 1,}', "1 2"])
def test_data_that_cannot_be_read_changes_nothing(author: InspectorDriver, written: str) -> None:
    author.select("hook")
    field = author.go_to("sample")
    field.selectAll()
    field.insertPlainText(written)

    assert author.block().sample == {"a": 1}
    assert author.says("Line 1")


def test_pairs_are_added_changed_and_removed(author: InspectorDriver) -> None:
    author.select("hook")
    pairs = author.editor("save")
    assert isinstance(pairs, PairsEditor)
    pairs.add.click()
    assert author.block().save == {"city": "$.city"}
    type_into(pairs.rows[1].name, "total")
    type_into(pairs.rows[1].value, "total")
    assert author.says("A place in the answer looks like")
    pairs.rows[0].away.click()

    assert author.block().save == {"total": "total"}
    author.document.undo()
    author.document.undo()
    assert [each.pair for each in pairs.rows] == [("city", "$.city")]


# --------------------------------------------------------------------------- counters


def test_a_text_is_counted_on_every_channel(author: InspectorDriver) -> None:
    author.select("say")
    author.replace("text", "id", text="Dari {{ city }}")

    used = len("Dari Yogyakarta")
    assert author.counts("text", "id") == {
        "WhatsApp": f"WhatsApp {used} / 4096",
        "SMS": f"SMS {used} / 160, 1 part",
    }


def test_an_emoji_makes_an_sms_dearer(author: InspectorDriver) -> None:
    author.select("say")
    author.replace("text", "en", text="👋" * 36)

    assert author.counts("text", "en")["SMS"] == "SMS 72 / 134, 2 parts"


def test_a_label_is_counted_against_what_it_is_drawn_as(author: InspectorDriver) -> None:
    author.select("pick")
    author.replace("options", "yes", "label", "id", text="Ya, saya mau sekali itu")
    counts = author.counts("options", "yes", "label", "id")

    assert counts["WhatsApp"] == "23 / 24"


def test_a_narrower_flow_counts_its_own_channels(inspect: Inspect) -> None:
    flow = Flow(blocks={"say": Message(text={"id": "Halo"})}, channels=("sms",))
    author = inspect(Project(flows={"main": flow}))
    author.select("say")

    assert set(author.counts("text", "id")) == {"SMS"}
