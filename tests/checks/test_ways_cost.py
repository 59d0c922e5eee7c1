"""However a flow is drawn, an exit is gone through a few times only, and what has no end is found
without going round."""

import math
from collections.abc import Callable

import pytest

from benchmarks.adversarial import chain, complete, diamonds, message, nested, project, waiting
from flowdesigner.checks.results import Results
from flowdesigner.checks.ways import flow as pass_of_flow
from flowdesigner.model.project import Project

MOST = 6
"""Times that an exit is gone through."""


def results_of(project: Project) -> Results:
    results = Results([])
    for _pause in results.work(project):
        pass
    return results


def ring(size: int) -> Project:
    """Messages and short waits that lead round, with a way out."""
    blocks = {
        f"b{at}": waiting(f"b{(at + 1) % size}", "1m") if at % 2 else message(f"b{at + 1}")
        for at in range(size)
    }
    return project(blocks)


@pytest.mark.parametrize(
    "made",
    [
        lambda: chain(600), lambda: complete(40), lambda: diamonds(25), lambda: nested(40),
        lambda: ring(300),
    ],
    ids=["chain", "complete", "diamonds", "nested", "ring"],
)  # fmt: skip
def test_an_exit_is_gone_through_a_few_times(
    made: Callable[[], Project], monkeypatch: pytest.MonkeyPatch
) -> None:
    gone, goes = [0], pass_of_flow._Work._goes

    def counted(work: pass_of_flow._Work, at: int, edge: pass_of_flow._Edge) -> bool:
        gone[0] += 1
        return goes(work, at, edge)

    monkeypatch.setattr(pass_of_flow._Work, "_goes", counted)
    results = results_of(made())
    exits = sum(
        len(edges) for each in results._flows.values() for edges in each.ways.edges.values()
    )
    assert exits <= gone[0] <= MOST * exits


def test_what_grows_in_a_ring_has_no_end() -> None:
    context = results_of(ring(6))._flows["main"].context
    assert context is not None
    state = context.state("b0")
    assert state is not None
    assert state.unanswered == (0, math.inf)
    assert state.in_a_row == (0, 0)


def test_a_silence_ends_where_the_customer_answers() -> None:
    context = results_of(chain(50))._flows["main"].context
    assert context is not None
    state = context.state("b49")
    assert state is not None
    assert state.silence == (0, math.inf)
    assert state.unanswered[0] == 0


def test_ways_that_part_and_meet_have_the_longest_and_the_shortest() -> None:
    context = results_of(diamonds(25))._flows["main"].context
    assert context is not None
    state = context.state("s25")
    assert state is not None
    assert context.ways.passages["s25"].elapsed == (0, 60 * sum(range(1, 26)))
    assert state.unanswered == (0, 25)
