"""How often blocks are come to agrees with the algebra of absorbing Markov chains."""

from collections.abc import Mapping
from typing import Any

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flowdesigner.costs.shares import Shares
from flowdesigner.costs.visits import Chain, Passed
from flowdesigner.model.project import Project
from tests.checks.cases import project_of

MOST = 7
ENDS = 20
"""Of a hundred, at least so many leave a block for an end, so that 50 rounds tell enough."""

shares_of_blocks = st.lists(
    st.lists(st.integers(0, 30), min_size=MOST, max_size=MOST), min_size=1, max_size=MOST
)


def menus(weights: list[list[int]]) -> Project:
    """Menus of which each answer leads to one of the menus; the rest of a hundred ends."""
    blocks: dict[str, Any] = {}
    for at, row in enumerate(weights):
        shares = _shares(row[: len(weights)])
        options = [{"id": f"o{to}", "label": {"en": str(to)}} for to in range(len(weights))]
        blocks[f"b{at}"] = {
            "type": "menu", "text": {"en": "?"}, "options": options,
            "shares": {f"o{to}": share for to, share in enumerate(shares)},
            "exits": {**{f"o{to}": f"b{to}" for to in range(len(weights))}, "other": "bye"},
        }  # fmt: skip
    return project_of({"blocks": {**blocks, "bye": {"type": "end"}}})


def _shares(row: list[int]) -> list[float]:
    most = max(sum(row), 100 - ENDS)
    return [each * (100 - ENDS) / most for each in row]


def passed(project: Project) -> Passed:
    return Chain(project, Shares({}, 1.0)).passed("main", "open")


@settings(max_examples=60, deadline=None)
@given(shares_of_blocks)
def test_visits_are_those_of_the_fundamental_matrix(weights: list[list[int]]) -> None:
    count = len(weights)
    leads = numpy.array([_shares(row[:count]) for row in weights]) / 100
    begins = numpy.zeros(count)
    begins[0] = 1
    exactly = numpy.linalg.solve((numpy.eye(count) - leads).T, begins)

    found = passed(menus(weights))
    visits: Mapping[str, float] = {place.block: often for place, often in found.visits.items()}
    for at in range(count):
        assert visits.get(f"b{at}", 0.0) == pytest.approx(exactly[at], abs=1e-3)
    assert sum(found.ends.values()) + found.going_round == pytest.approx(1)


def test_a_flow_that_calls_itself_ends() -> None:
    again = {"type": "subflow", "flow": "main", "exits": {"done": "bye"}}
    found = passed(project_of({"blocks": {"again": again, "bye": {"type": "end"}}}))
    assert found.ends == {("done", "open"): pytest.approx(1)}


@pytest.mark.parametrize("blocks", [500, 2000])
def test_a_long_chain_is_gone_through_once(blocks: int) -> None:
    chain: dict[str, Any] = {
        f"b{at}": {"type": "message", "text": {"en": "."}, "exits": {"next": f"b{at + 1}"}}
        for at in range(blocks)
    }
    found = passed(project_of({"blocks": {**chain, f"b{blocks}": {"type": "end"}}}))
    assert {*found.visits.values()} == {1.0}
