"""What a condition makes sure of is so whenever it has come out that way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowdesigner.checks.node import set_when
from flowdesigner.model.condition import Condition, holds
from flowdesigner.model.variable import Variable

NAMES = ("a", "b", "c")
VARIABLES = {name: Variable(type="text") for name in NAMES}
ROWS = st.builds(
    lambda variable, op, value: {"variable": variable, "op": op, "value": value},
    st.sampled_from(NAMES),
    st.sampled_from(["is", "is_not", "is_set", "contains"]),
    st.sampled_from(["x", "y", {"variable": "a"}]),
)
CONDITIONS = st.recursive(
    ROWS,
    lambda inner: st.one_of(
        st.builds(lambda each: {"not": each}, inner),
        st.builds(lambda each: {"all": each}, st.lists(inner, max_size=3)),
        st.builds(lambda each: {"any": each}, st.lists(inner, max_size=3)),
    ),
    max_leaves=6,
)
VALUES = st.dictionaries(st.sampled_from(NAMES), st.sampled_from(["x", "y"]))


@given(CONDITIONS, VALUES)
def test_what_it_makes_sure_of_has_a_value(data: dict[str, object], values: dict[str, str]) -> None:
    condition = Condition.model_validate(data)
    outcome = holds(condition, values, VARIABLES)
    assert set_when(condition, outcome) <= set(values)


A = {"variable": "a", "op": "is_set"}
B = {"variable": "b", "op": "is", "value": "x"}


@pytest.mark.parametrize(
    ("data", "when_true", "when_false"),
    [
        (A, {"a"}, set()),
        ({"variable": "a", "op": "is", "value": {"variable": "b"}}, {"a", "b"}, set()),
        ({"not": A}, set(), {"a"}),
        ({"all": [A, B]}, {"a", "b"}, set()),
        ({"any": [A, B]}, set(), set()),
        ({"any": [A, {"all": [A, B]}]}, {"a"}, set()),
        ({"not": {"any": [{"not": A}, {"not": B}]}}, {"a", "b"}, set()),
        ({"any": [{"not": A}, {"not": B}]}, set(), {"a", "b"}),
        ({"all": [{"not": A}, {"not": B}]}, set(), set()),
    ],
)
def test_it_makes_sure_of_as_much_as_it_can(
    data: dict[str, object], when_true: set[str], when_false: set[str]
) -> None:
    condition = Condition.model_validate(data)
    assert (set_when(condition, True), set_when(condition, False)) == (when_true, when_false)
