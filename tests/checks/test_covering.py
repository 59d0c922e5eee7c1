"""What is said of two conditions is so whatever the values are."""

from hypothesis import given
from hypothesis import strategies as st

from flowdesigner.checks.covering import covers
from flowdesigner.checks.rules import cases_overlap
from flowdesigner.model.condition import Condition, holds
from flowdesigner.model.project import Project
from flowdesigner.model.variable import Variable
from tests.checks.cases import issues_of
from tests.checks.reading import project_from

NUMBERS = st.integers(0, 6)
VARIABLES = {name: Variable(type="number") for name in ("a", "b")}
VALUES = st.dictionaries(st.sampled_from(["a", "b"]), NUMBERS)


def rows(names: tuple[str, ...]) -> st.SearchStrategy[dict[str, object]]:
    single = st.fixed_dictionaries({
        "variable": st.sampled_from(names),
        "op": st.sampled_from(["is", "above", "at_least", "below", "at_most", "is_set"]),
        "value": NUMBERS,
    })  # fmt: skip
    spans = st.tuples(NUMBERS, NUMBERS).map(lambda pair: sorted(pair))
    between = st.fixed_dictionaries({
        "variable": st.sampled_from(names), "op": st.just("between"), "value": spans,
    })  # fmt: skip
    return st.one_of(single, between)


def conditions() -> st.SearchStrategy[dict[str, object]]:
    return st.recursive(
        rows(("a", "b")),
        lambda inner: st.one_of(
            st.builds(lambda each: {"not": each}, inner),
            st.builds(lambda each: {"all": each}, st.lists(inner, min_size=1, max_size=2)),
            st.builds(lambda each: {"any": each}, st.lists(inner, min_size=1, max_size=2)),
        ),
        max_leaves=3,
    )


@given(conditions(), conditions(), VALUES)
def test_a_condition_that_covers_another_is_true_when_it_is(
    one: dict[str, object], other: dict[str, object], values: dict[str, int]
) -> None:
    wide, narrow = Condition.model_validate(one), Condition.model_validate(other)
    if covers(wide, narrow) and holds(narrow, values, VARIABLES):
        assert holds(wide, values, VARIABLES)


def taken(project: Project, number: int) -> str | None:
    cases = project.flows["main"].blocks["a"].cases  # type: ignore[attr-defined]
    return next((each.id for each in cases if holds(each.when, {"a": number}, VARIABLES)), None)


@given(st.lists(rows(("a",)), min_size=2, max_size=3))
def test_saying_what_is_left_for_a_case_sends_nobody_another_way(
    ranges: list[dict[str, object]],
) -> None:
    cases = [{"id": f"case_{at}", "when": when} for at, when in enumerate(ranges)]
    block = {"type": "condition", "cases": cases}
    project = project_from({"flows": {"main": {"first": "a", "blocks": {"a": block}}}})
    for issue in issues_of(cases_overlap.RULE, project):
        for fix in issue.fixes:
            fixed = fix.edit.apply(project)
            assert [taken(fixed, each) for each in range(-1, 8)] == [
                taken(project, each) for each in range(-1, 8)
            ]
