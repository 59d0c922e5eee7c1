"""What an edit touches is known before the rest, and nothing else is looked at for it."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flowdesigner.blocks.message import Message
from flowdesigner.checks.check import Checker, check
from flowdesigner.checks.context import FlowContext
from flowdesigner.checks.node import edges, node_of
from flowdesigner.checks.results import Results
from flowdesigner.checks.rule import Finding, Manual, Rule, Severity
from flowdesigner.checks.rules import RULES
from flowdesigner.edits.blocks import AddBlock, DeleteBlocks, SetValue
from flowdesigner.edits.connections import Connect
from flowdesigner.edits.edit import Edit
from flowdesigner.model.change import compare
from flowdesigner.model.flow import Flow
from flowdesigner.model.project import Project

SIZE = 40
CHAIN = Flow(
    first="b0",
    blocks={
        f"b{at}": Message(text={"en": f"Hello {at}"}, exits={"next": f"b{at + 1}"})
        for at in range(SIZE)
    },
)
PROJECT = Project(languages=("en",), channels=("sms",), flows={"main": CHAIN})
IDS = st.integers(0, SIZE - 1).map("b{}".format)
EDITS: st.SearchStrategy[Edit] = st.one_of(
    st.builds(Connect, st.just("main"), IDS, st.just("next"), IDS),
    st.builds(lambda id: DeleteBlocks("main", (id,)), IDS),
    st.builds(lambda id: AddBlock("main", id, Message(exits={"next": "b3"}), (0, 0)), IDS),
)


def looked_at(project: Project) -> Checker:
    checker = Checker()
    checker.update(project)
    for _pause in checker.slices():
        pass
    return checker


def test_an_open_exit_is_told_while_the_rest_is_not_known_yet() -> None:
    checker = looked_at(PROJECT)
    after = Connect("main", "b5", "next", None).apply(PROJECT)

    checker.update(after, compare(PROJECT, after))
    assert not checker.touched_known
    slices = checker.slices()
    while not checker.touched_known:
        next(slices)

    assert not checker.done
    of_b5 = {issue.rule for issue in checker.by_block("main")["b5"]}
    assert "exit-leads-nowhere" in of_b5
    assert any(issue.rule == "unreachable-block" for issue in checker.by_block("main")["b6"])


def test_blocks_that_stay_the_same_keep_the_same_issues() -> None:
    checker = looked_at(PROJECT)
    before = checker.by_block("main")
    after = SetValue("main", "b5", ("text",), None).apply(PROJECT)

    checker.update(after, compare(PROJECT, after))
    for _pause in checker.slices():
        pass

    now = checker.by_block("main")
    assert {id for id, issues in now.items() if issues is not before[id]} == {"b5"}
    assert checker.issues == check(after)


def test_a_rule_of_nodes_looks_only_where_something_is_other() -> None:
    seen: list[str] = []

    def look(_context: FlowContext, id: str) -> Iterator[Finding | None]:
        seen.append(id)
        return iter(())

    manual = Manual(means="", why="", cure="")
    rule = Rule(name="node", severity=Severity.HINT, title="", manual=manual, of_node=look)
    results = Results([rule])
    looked = {}
    for name, project in (
        ("all", PROJECT),
        ("again", PROJECT),
        ("linked", Connect("main", "b5", "next", "b9").apply(PROJECT)),
        ("deleted", DeleteBlocks("main", ("b20",)).apply(PROJECT)),
    ):
        seen.clear()
        for _pause in results.work(project):
            pass
        looked[name] = set(seen)

    assert looked["all"] == set(CHAIN.blocks)
    assert looked["again"] == set()
    assert looked["linked"] == {"b5"}
    assert looked["deleted"] == {"b5", "b19"}


@given(st.lists(EDITS, max_size=5))
@settings(max_examples=40, deadline=None)
def test_edges_that_are_patched_are_those_found_anew(steps: list[Edit]) -> None:
    project = PROJECT
    nodes, known = {}, {}
    for edit in steps:
        try:
            project = edit.apply(project)
        except KeyError:
            continue
        blocks = project.flows["main"].blocks
        after = {
            id: nodes[id] if id in nodes and nodes[id].exits is block.exits
            else node_of(block, {}, block.ways_out(), project.settings)
            for id, block in blocks.items()
        }  # fmt: skip
        found = edges(after, nodes, known)
        assert found == edges(after)
        assert list(found) == list(blocks)
        nodes, known = after, found


@pytest.mark.parametrize("steps", range(1, 8))
def test_what_was_left_half_done_is_done_again(steps: int) -> None:
    results = Results(RULES)
    for _pause in results.work(PROJECT):
        pass
    cut = Connect("main", "b5", "next", None).apply(PROJECT)
    work = results.work(cut)
    for _step in range(steps):
        next(work)
    for _pause in results.work(PROJECT):
        pass
    assert results.issues(PROJECT) == check(PROJECT)


def test_a_rule_that_is_soon_is_asked_before_all_others() -> None:
    asked: list[str] = []

    def rule(name: str, *, soon: bool) -> Rule:
        def look(_context: FlowContext) -> Iterator[Finding | None]:
            asked.append(name)
            return iter(())

        return Rule(
            name=name, severity=Severity.HINT, title="", soon=soon, of_flow=look,
            manual=Manual(means="", why="", cure=""),
        )  # fmt: skip

    results = Results([rule("slow", soon=False), rule("quick", soon=True)])
    for _pause in results.work(PROJECT):
        if results.touched_known:
            break
    assert asked == ["quick"]
