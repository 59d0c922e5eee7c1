"""Conditions are put together from lines, and deep ones are kept."""

from collections.abc import Callable, Mapping

import pytest

from flowdesigner.app.inspector.editors.condition import ConditionEditor
from flowdesigner.app.inspector.editors.condition_group import ConditionGroup, KeptCondition
from flowdesigner.app.inspector.editors.condition_row import ConditionRow
from flowdesigner.blocks import Condition
from flowdesigner.model.condition import Condition as When
from flowdesigner.model.project import Project
from flowdesigner.model.variable import Variable
from tests.app.drivers.inspector import (
    InspectorDriver,
    choose_in,
    click_in,
    project_of,
    replace_in,
    tick_in,
    type_into,
)

Inspect = Callable[[Project], InspectorDriver]
Open = Callable[[Mapping[str, object] | None], ConditionEditor]

VARIABLES = {
    "state": {
        "type": "choice",
        "values": [{"id": "shipped", "label": {"id": "dikirim"}}, {"id": "delivered"}],
    },
    "total": {"type": "money"},
    "born": {"type": "date"},
    "member": {"type": "boolean"},
    "city": {"type": "text"},
}
GROUPED = {
    "all": [
        {"variable": "city", "op": "is", "value": "Jakarta"},
        {"any": [{"variable": "total", "op": "above", "value": 5}, {"variable": "born"}]},
    ]
}
DEEP = {"any": [{"all": [{"any": [{"variable": "city", "op": "is_set"}]}]}, {"variable": "city"}]}


@pytest.fixture
def author(inspect: Inspect) -> Callable[[object], InspectorDriver]:
    def open_on(when: object) -> InspectorDriver:
        block = Condition.model_validate({"cases": [{"id": "one", "when": when}]})
        variables = {name: Variable.model_validate(each) for name, each in VARIABLES.items()}
        project = project_of(it=block).model_copy(update={"variables": variables})
        driver = inspect(project)
        driver.select("it")
        return driver

    return open_on


def group_of(author: InspectorDriver) -> ConditionGroup:
    editor = author.editor("cases", "one", "when")
    assert isinstance(editor, ConditionEditor)
    return editor.group


def row_of(author: InspectorDriver, at: int = 0) -> ConditionRow:
    row = group_of(author).rows[at]
    assert isinstance(row, ConditionRow)
    return row


def when(author: InspectorDriver) -> object:
    held: When | None = author.block().cases[0].when
    return held and held.as_written()


def test_one_line_is_one_comparison(author: Callable[[object], InspectorDriver]) -> None:
    it = author(None)
    click_in(group_of(it), "Add a condition")
    choose_in(row_of(it).variable, "state")
    choose_in(row_of(it).value.target(), "shipped")

    assert when(it) == {"variable": "state", "op": "is", "value": "shipped"}


def test_a_choice_is_offered_by_its_labels(author: Callable[[object], InspectorDriver]) -> None:
    it = author({"variable": "state", "op": "in"})
    tick_in(row_of(it).value.target(), "dikirim")

    assert when(it) == {"variable": "state", "op": "in", "value": ["shipped"]}


@pytest.mark.parametrize(
    ("variable", "op", "typed", "value"),
    [
        ("total", "at_least", "50000", 50000),
        ("total", "at_least", "2,5", 2.5),
        ("born", "before", "2026-01-31", "2026-01-31"),
        ("city", "contains", "karta", "karta"),
        ("city", "in", "Solo, Bogor", ["Solo", "Bogor"]),
    ],
)
def test_a_value_is_typed_by_the_type_of_the_variable(
    author: Callable[[object], InspectorDriver],
    variable: str,
    op: str,
    typed: str,
    value: object,
) -> None:
    it = author({"variable": variable, "op": op})
    type_into(row_of(it).value.target(), typed)

    assert when(it) == {"variable": variable, "op": op, "value": value}


def test_what_is_no_value_is_said_and_not_kept(author: Callable[[object], InspectorDriver]) -> None:
    it = author({"variable": "total", "op": "above"})
    type_into(row_of(it).value.target(), "many")

    assert when(it) == {"variable": "total", "op": "above"}
    assert it.says("Write a number")


def test_a_range_has_two_ends(author: Callable[[object], InspectorDriver]) -> None:
    it = author({"variable": "total", "op": "between", "value": [1, 9]})
    low, high = row_of(it).value.ends
    replace_in(low.line, "2")
    replace_in(high.line, "20")

    assert when(it) == {"variable": "total", "op": "between", "value": [2, 20]}


def test_yes_or_no_is_chosen(author: Callable[[object], InspectorDriver]) -> None:
    it = author({"variable": "member", "op": "is"})
    choose_in(row_of(it).value.target(), False)

    assert when(it) == {"variable": "member", "op": "is", "value": False}


def test_a_variable_is_compared_with_another(author: Callable[[object], InspectorDriver]) -> None:
    it = author({"variable": "city", "op": "is"})
    row_of(it).compare.click()
    choose_in(row_of(it).other, "contact.name")

    assert when(it) == {"variable": "city", "op": "is", "value": {"variable": "contact.name"}}


def test_a_second_line_asks_whether_all_or_any(author: Callable[[object], InspectorDriver]) -> None:
    it = author({"variable": "city", "op": "is_set"})
    click_in(group_of(it), "Add a condition")
    choose_in(row_of(it, 1).variable, "member")
    choose_in(group_of(it).mode, "any")

    one, two = {"variable": "city", "op": "is_set"}, {"variable": "member", "op": "is"}
    assert when(it) == {"any": ({**one}, {**two})}


def test_a_line_is_turned_round(author: Callable[[object], InspectorDriver]) -> None:
    it = author({"variable": "city", "op": "is_set"})
    row_of(it).negate.click()
    assert when(it) == {"not": {"variable": "city", "op": "is_set"}}

    row_of(it).negate.click()
    assert when(it) == {"variable": "city", "op": "is_set"}


def test_the_last_line_that_goes_leaves_nothing(
    author: Callable[[object], InspectorDriver],
) -> None:
    it = author({"variable": "city", "op": "is_set"})
    row_of(it).away.click()

    assert when(it) is None


def test_a_line_of_a_group_is_edited(author: Callable[[object], InspectorDriver]) -> None:
    it = author(GROUPED)
    inner = group_of(it).rows[1]
    assert isinstance(inner, ConditionGroup)
    row = inner.rows[0]
    assert isinstance(row, ConditionRow)
    replace_in(row.value.target(), "7")

    held = it.block().cases[0].when
    assert held.all[1].any[0].value == 7
    assert held.all[0].value == "Jakarta"
    assert it.steps == 1


def test_what_is_too_deep_is_told_and_kept(author: Callable[[object], InspectorDriver]) -> None:
    it = author(DEEP)
    inner = group_of(it).rows[0]
    assert isinstance(inner, ConditionGroup)
    assert isinstance(inner.rows[0], KeptCondition)
    assert inner.rows[0].words.text() == "city has a value"

    choose_in(row_of(it, 1).op, "is_set")

    held = it.block().cases[0].when
    assert held.any[0] == When.model_validate(DEEP["any"][0])
    assert held.any[1].op == "is_set"


def test_a_condition_is_taken_back_by_undo(author: Callable[[object], InspectorDriver]) -> None:
    it = author(GROUPED)
    choose_in(group_of(it).mode, "any")
    it.document.undo()

    assert when(it) == When.model_validate(GROUPED).as_written()
    assert group_of(it).mode.currentData() == "all"
