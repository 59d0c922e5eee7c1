"""Conditions: which are true, and how they read."""

from typing import Any

import pytest

from flowdesigner.model.condition import Condition, describe, holds, operators_for
from flowdesigner.model.facts import Facts
from flowdesigner.model.variable import Variable

VARIABLES = {
    "city": Variable(type="text"),
    "n": Variable(type="number"),
    "total": Variable(type="money"),
    "state": Variable.model_validate(
        {"type": "choice", "values": [{"id": "shipped", "label": {"en": "on its way"}}]}
    ),
    "day": Variable(type="date"),
    "hour": Variable(type="time"),
    "agreed": Variable(type="boolean"),
}
VALUES: dict[str, Any] = {
    "city": " Bandung ",
    "n": 5,
    "total": 1000.0,
    "state": "shipped",
    "day": "2026-11-24",
    "hour": "09:30",
    "agreed": False,
    "empty": "",
    "contact.name": "Sari",
    "now": "2026-11-24T10:00:00+07:00",
}


def row(variable: str, op: str, value: Any = None) -> dict[str, Any]:
    return {"variable": variable, "op": op, "value": value}


@pytest.mark.parametrize(
    ("condition", "true"),
    [
        (row("city", "is", "bandung"), True),
        (row("city", "is_not", "bandung"), False),
        (row("city", "is_not", "Bogor"), True),
        (row("city", "in", ["Bogor", "BANDUNG"]), True),
        (row("city", "contains", "ndu"), True),
        (row("city", "starts_with", "ban"), True),
        (row("city", "starts_with", "dung"), False),
        (row("city", "matches", "b.*g"), True),
        (row("city", "matches", "ndu"), False),
        (row("city", "matches", "(("), False),
        (row("n", "is", 5), True),
        (row("n", "is", "5"), True),
        (row("n", "above", 5), False),
        (row("n", "at_least", 5), True),
        (row("n", "below", 5.5), True),
        (row("n", "at_most", 4), False),
        (row("n", "between", [5, 9]), True),
        (row("n", "between", [6, 9]), False),
        (row("n", "between", 5), False),
        (row("n", "above", "many"), False),
        (row("total", "is", 1000), True),
        (row("state", "is", "shipped"), True),
        (row("day", "before", "2026-11-25"), True),
        (row("day", "before", "2026-11-24"), False),
        (row("day", "after", "2026-11-23"), True),
        (row("now", "is", "2026-11-24"), True),
        (row("now", "after", "2026-11-24"), False),
        (row("now", "after", {"variable": "day"}), False),
        (row("day", "before", {"variable": "now"}), False),
        (row("now", "before", "2026-11-25"), True),
        (row("hour", "after", "09:00"), True),
        (row("hour", "before", "10:00"), True),
        (row("hour", "after", "9:00"), True),
        (row("hour", "is", "9:30"), True),
        (row("n", "is", "0_5"), False),
        (row("agreed", "is", False), True),
        (row("agreed", "is", True), False),
        (row("agreed", "is_set"), True),
        (row("contact.name", "is", "sari"), True),
        (row("empty", "is_set"), False),
        (row("nothing", "is_set"), False),
        (row("nothing", "is_not", "x"), False),
        (row("nothing", "below", 5), False),
        ({"not": row("nothing", "is", "x")}, True),
        (row("n", "above", {"variable": "nothing"}), False),
        (row("total", "above", {"variable": "n"}), True),
        ({"all": [row("n", "is", 5), row("city", "is", "bandung")]}, True),
        ({"all": [row("n", "is", 5), row("city", "is", "bogor")]}, False),
        ({"any": [row("n", "is", 6), row("city", "is", "bandung")]}, True),
        ({"any": []}, False),
        ({"all": []}, True),
        ({}, False),
        ({"variable": "n"}, False),
        ({"not": {"any": [row("n", "is", 5)]}}, False),
    ],
)
def test_a_condition_is_true_or_not(condition: dict[str, Any], true: bool) -> None:
    assert holds(Condition.model_validate(condition), VALUES, VARIABLES) is true


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (row("n", "above", 1250), "n is above 1,250"),
        (row("state", "is", "shipped"), "state is on its way"),
        (row("n", "is_set"), "n has a value"),
        (row("n", "above", {"variable": "total"}), "n is above total"),
        ({"not": row("n", "is", 1)}, "not n is 1"),
        ({"all": [row("n", "is", 1), row("n", "is_set")]}, "n is 1 and n has a value"),
        ({"any": [row("n", "is", 1), row("n", "is_set")]}, "n is 1 or n has a value"),
        (
            {"any": [{"all": [row("n", "is", 1), row("n", "is_set")]}, row("n", "is", 2)]},
            "(n is 1 and n has a value) or n is 2",
        ),
        ({}, "… … …"),
    ],
)
def test_a_condition_can_be_read(condition: dict[str, Any], words: str) -> None:
    facts = Facts(languages=("en",), variables=VARIABLES)

    assert describe(Condition.model_validate(condition), facts, "en") == words


def test_what_a_condition_reads_is_known_however_deep_it_lies() -> None:
    inner = {"any": [row("b", "is", 1), {"not": row("c", "above", {"variable": "d"})}]}
    condition = Condition.model_validate({"all": [row("a", "is_set"), inner]})

    assert list(condition.variables()) == ["a", "b", "c", "d"]


@pytest.mark.parametrize(
    ("kind", "has", "has_not"),
    [
        ("text", "matches", "above"),
        ("money", "between", "contains"),
        ("date", "before", "above"),
        ("choice", "in", "before"),
    ],
)
def test_each_type_has_its_operators(kind: str, has: str, has_not: str) -> None:
    assert has in operators_for(kind)
    assert has_not not in operators_for(kind)
