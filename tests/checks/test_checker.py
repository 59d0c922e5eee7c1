"""Issues follow a project that is being edited: the same as looked at whole, but with less work."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flowdesigner.blocks.end import End
from flowdesigner.blocks.message import Message
from flowdesigner.blocks.subflow import Subflow
from flowdesigner.checks.check import Checker, check
from flowdesigner.checks.context import BlockContext, FlowContext
from flowdesigner.checks.results import Results
from flowdesigner.checks.rule import Finding, Manual, Rule, Severity
from flowdesigner.checks.rules import RULES
from flowdesigner.edits.blocks import AddBlock, DeleteBlocks, MoveBlocks, RenameBlock, SetValue
from flowdesigner.edits.connections import Connect, SetFirst
from flowdesigner.edits.edit import Edit
from flowdesigner.edits.flows import SetFlowValue
from flowdesigner.edits.project import SetProjectValue
from flowdesigner.edits.variables import SetVariable
from flowdesigner.model.change import compare
from flowdesigner.model.project import Project
from flowdesigner.model.settings import Keyword
from flowdesigner.model.variable import Variable
from tests.checks.reading import project_of

PROJECT = project_of("""
languages: [en, id]
channels: [whatsapp, sms]
variables: {name: {type: text}, state: {type: choice, values: [{id: sent}]}}
flows:
  main:
    starts: [{trigger: message}]
    first: ask
    blocks:
      ask:
        type: ask
        text: {en: "Name?", id: "Nama?"}
        answer: text
        save_to: name
        exits: {answered: hi, invalid: other}
      hi: {type: message, text: {en: "Hi {{ name }}", id: "Hai {{ name }}"}, exits: {next: which}}
      which:
        type: condition
        cases: [{id: sent, when: {variable: state, op: is, value: sent}}]
        exits: {sent: done, else: other}
      other: {type: subflow, flow: other, exits: {done: done}}
      done: {type: end}
  other:
    first: hello
    blocks:
      hello: {type: message, text: {en: "Hello {{ name }}", id: Halo}, exits: {next: over}}
      over: {type: end}
""")

FLOWS = st.sampled_from(["main", "other"])
BLOCKS = st.sampled_from(["ask", "hi", "which", "other", "done", "hello", "over", "new"])
TEXTS = st.sampled_from(
    ["Hi", "Hi {{ name }}", "{{ nobody }}", "👋", "x" * 2000, "", '{{ name | default: "you" }}']
)
EDITS: st.SearchStrategy[Edit] = st.one_of(
    st.builds(
        SetValue, FLOWS, BLOCKS, st.sampled_from([("text", "en"), ("text", "id")]), TEXTS
    ),
    st.builds(SetValue, FLOWS, BLOCKS, st.just(("save_to",)), st.sampled_from(["name", "state"])),
    st.builds(
        SetValue, FLOWS, BLOCKS, st.just(("ignore",)),
        st.sampled_from([None, {"variable-not-set": "We know."}]),
    ),
    st.builds(Connect, FLOWS, BLOCKS, st.sampled_from(["next", "else", "answered", "odd"]), BLOCKS),
    st.builds(DeleteBlocks, FLOWS, st.tuples(BLOCKS)),
    st.builds(
        AddBlock, FLOWS, st.just("new"),
        st.sampled_from([End(), Message(text={"en": "New"}), Subflow(flow="other")]),
        st.just((0, 0)), st.tuples(BLOCKS, st.just("next")),
    ),
    st.builds(RenameBlock, FLOWS, BLOCKS, st.just("newer")),
    st.builds(MoveBlocks, FLOWS, st.dictionaries(BLOCKS, st.just((10, 10)))),
    st.builds(SetFirst, FLOWS, BLOCKS),
    st.builds(SetFlowValue, FLOWS, st.just("channels"), st.sampled_from([None, ("sms",)])),
    st.builds(
        SetVariable, st.sampled_from(["name", "nobody"]),
        st.sampled_from([None, Variable(type="text", sample="x" * 3000)]),
    ),
    st.builds(
        SetProjectValue, st.just(("languages",)), st.sampled_from([("en",), ("id", "en", "jv")])
    ),
    st.builds(
        SetProjectValue, st.just(("settings", "checks")),
        st.sampled_from([None, {"unreachable-block": "off"}, {"variable-not-set": "hint"}]),
    ),
    st.builds(
        SetProjectValue, st.just(("settings", "keywords")),
        st.sampled_from([None, (Keyword(words={"en": ("agent",)}, flow="other"),)]),
    ),
)  # fmt: skip


def tried(project: Project, edit: Edit) -> Project:
    """The project after an edit; edits of blocks that are not there are left out."""
    try:
        return edit.apply(project)
    except KeyError:
        return project


@given(st.lists(st.tuples(EDITS, st.integers(0, 12)), max_size=12))
@settings(max_examples=80, deadline=None)
def test_issues_are_those_of_the_whole_project_however_it_came_to_be(
    steps: list[tuple[Edit, int]],
) -> None:
    results, project = Results(RULES), PROJECT
    for edit, pauses in steps:
        work = results.work(project)
        for _step in range(pauses):  # the next edit may come before the work is done
            next(work, None)
        project = tried(project, edit)
    finish(lambda: results.work(project))
    assert results.issues(project) == check(project)


@given(st.lists(EDITS, max_size=6))
@settings(max_examples=30, deadline=None)
def test_a_checker_follows_the_edits(edits: list[Edit]) -> None:
    checker, project = Checker(), PROJECT
    checker.update(project)
    for edit in edits:
        after = tried(project, edit)
        checker.update(after, compare(project, after))
        project = after
        next(checker.slices(), None)
    finish(checker.slices)
    assert checker.done
    assert checker.issues == check(project)


@pytest.mark.parametrize("steps", range(1, 12))
def test_work_that_was_left_is_taken_up_again(steps: int) -> None:
    results = Results(RULES)
    finish(lambda: results.work(PROJECT))
    after = SetProjectValue(("languages",), ("id", "en", "jv")).apply(PROJECT)
    work = results.work(after)
    for _step in range(steps):
        next(work)
    finish(lambda: results.work(after))
    assert results.issues(after) == check(after)


def test_moving_needs_no_work() -> None:
    checker = Checker()
    checker.update(PROJECT)
    assert not checker.done
    finish(checker.slices)
    moved = MoveBlocks("main", {"hi": (400, 40)}).apply(PROJECT)
    checker.update(moved, compare(PROJECT, moved))
    assert checker.done
    assert checker.issues == check(moved)


@dataclass
class Counted:
    """A rule that only counts what it is shown."""

    blocks: list[str] = field(default_factory=list)
    flows: list[str] = field(default_factory=list)

    def of_block(self, context: BlockContext) -> Iterator[Finding | None]:
        self.blocks.append(context.id)
        return iter(())

    def of_flow(self, context: FlowContext) -> Iterator[Finding | None]:
        self.flows.append(context.id)
        return iter(())

    def rule(self) -> Rule:
        return Rule(
            name="counted",
            severity=Severity.HINT,
            title="",
            manual=Manual(means="", why="", cure=""),
            of_block=self.of_block,
            of_flow=self.of_flow,
        )


@pytest.mark.parametrize(
    ("edit", "blocks", "flows"),
    [
        (SetValue("main", "hi", ("text", "en"), "Hello {{ name }}"), ["hi"], []),
        (SetValue("main", "hi", ("text", "en"), "{{ state }}"), ["hi"], ["main"]),
        (Connect("main", "hi", "next", "done"), ["hi"], ["main", "other"]),
        (MoveBlocks("main", {"hi": (400, 40)}), [], []),
        (SetFlowValue("main", "name", "Order status"), [], ["main"]),
        (SetValue("main", "other", ("give",), {"name": "Sari"}), ["other"], ["main", "other"]),
        (RenameBlock("other", "over", "gone"), ["hello", "gone"], ["other"]),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Edit) else None,
)
def test_an_edit_costs_only_what_it_touches(
    edit: Edit, blocks: list[str], flows: list[str]
) -> None:
    counted = Counted()
    results = Results([counted.rule()])
    finish(lambda: results.work(PROJECT))
    assert (len(counted.blocks), counted.flows) == (7, ["main", "other"])
    counted.blocks.clear()
    counted.flows.clear()
    finish(lambda: results.work(edit.apply(PROJECT)))
    assert (counted.blocks, counted.flows) == (blocks, flows)


def finish(work: Callable[[], Iterator[None]]) -> None:
    for _pause in work():
        pass
