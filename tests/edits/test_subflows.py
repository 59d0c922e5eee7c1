"""Blocks made a flow of their own and put back: exits, variables, conversations."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from flowdesigner.app.inspector.part_ids import names_of_exits
from flowdesigner.blocks import Ask, End, Message, Set, Subflow
from flowdesigner.edits.extract import ExtractFlow
from flowdesigner.edits.inline import InlineFlow
from flowdesigner.model.block import Block
from flowdesigner.model.flow import Flow, Layout, LeaveOn, Start
from flowdesigner.model.part import changed
from flowdesigner.model.project import Project
from flowdesigner.places import samples_folder
from flowdesigner.simulate.conversation import run_conversations
from flowdesigner.storage.project_file import open_file
from tests import strategies
from tests.edits.laws import astray, done, new_ids

SAMPLES = sorted(samples_folder().glob("*.flow.yaml"))
full = strategies.projects().filter(lambda each: any(f.blocks for f in each.flows.values()))


def extracting(flow: str, ids: tuple[str, ...], new: str = "part") -> ExtractFlow:
    return ExtractFlow(flow, ids, new, "Part", Subflow(), End(), names_of_exits())


def inlining(flow: str, block: str) -> InlineFlow:
    return InlineFlow(flow, block, End(), Set())


def contents(flow: Flow) -> Counter[str]:
    """The blocks without their links."""
    return Counter(repr(changed(block, exits={})) for block in flow.blocks.values())


@cache
def sample(path: Path) -> Project:
    """A sample whose conversations look at what is said alone, since variables live per flow."""
    project = open_file(path).project
    conversations = {
        id: changed(each, steps=tuple(step for step in each.steps if step.expect is None))
        for id, each in project.conversations.items()
        if not any(step.set for step in each.steps)
    }
    return changed(project, conversations=conversations)


@st.composite
def parts(draw: st.DrawFn, project: Project) -> tuple[str, tuple[str, ...]]:
    """Some blocks of a flow that hang together."""
    flow = draw(st.sampled_from([id for id, each in project.flows.items() if each.blocks]))
    blocks = project.flows[flow].blocks
    chosen = [draw(st.sampled_from(list(blocks)))]
    for _ in range(draw(st.integers(0, 5))):
        led = {to for id in chosen for to in blocks[id].exits.values() if to in blocks}
        more = sorted(led - set(chosen))
        if more:
            chosen.append(draw(st.sampled_from(more)))
    return flow, tuple(chosen)


@settings(max_examples=50)
@given(full, st.data())
def test_a_flow_taken_out_leaves_nothing_dangling(project: Project, data: st.DataObject) -> None:
    flow, ids = data.draw(parts(project))
    edit = extracting(flow, ids)
    after = done(edit, project)
    if edit.why_not(project):
        assert after is project
        return
    assert new_ids(dict(project.flows), dict(after.flows)) == {"part"}
    assert astray(after) <= astray(project)
    gone = project.flows[flow].blocks.keys() - after.flows[flow].blocks.keys()
    assert set(ids) >= gone - {edit.call_id(project)}
    for id, each in project.flows.items():
        if id != flow:
            assert after.flows[id] is each
    call = after.flows[flow].blocks[edit.call_id(project)]
    assert set(call.exits) <= {way.id for way in call.ways_out(after.outcomes)}
    assert after.flows["part"].first in after.flows["part"].blocks


@settings(max_examples=40)
@given(st.sampled_from(SAMPLES), st.data())
def test_conversations_go_as_before_with_a_flow_taken_out_and_put_back(
    path: Path, data: st.DataObject
) -> None:
    project = sample(path)
    flow, ids = data.draw(parts(project))
    edit = extracting(flow, ids)
    assume(edit.why_not(project) is None)
    out = done(edit, project)
    assert [each.difference for each in run_conversations(out) if not each.ok] == []
    back = inlining(flow, edit.call_id(project))
    assert back.why_not(out) is None
    put = done(back, out)
    assert list(put.flows) == list(project.flows)
    assert contents(put.flows[flow]) == contents(project.flows[flow])
    assert astray(put) == set()
    assert [each.difference for each in run_conversations(put) if not each.ok] == []


@settings(max_examples=50)
@given(full, st.data())
def test_a_flow_put_in_leaves_nothing_dangling(project: Project, data: st.DataObject) -> None:
    flow = data.draw(st.sampled_from(list(project.flows)))
    called = data.draw(st.sampled_from(list(project.flows)))
    outcome = data.draw(st.sampled_from(("done", "greet")))
    led = data.draw(st.sampled_from([*project.flows[flow].blocks, "call", "gone"]))
    call = Subflow(flow=called, exits={outcome: led}, give={"id": "{{ x1 }}"})
    blocks = {**project.flows[flow].blocks, "call": call}
    flows = {**project.flows, flow: changed(project.flows[flow], blocks=blocks, first="call")}
    project = changed(project, flows=flows)
    edit = inlining(flow, "call")
    after = done(edit, project)
    if edit.why_not(project):
        assert after is project
        return
    assert "call" not in after.flows[flow].blocks or after.flows[flow].blocks["call"] != call
    new_ids(dict(project.flows[flow].blocks), dict(after.flows[flow].blocks))
    before = {(where, exit) for where, _, exit in astray(project)}
    assert {(where, exit) for where, _, exit in astray(after)} <= before
    if flow == next(iter(project.flows)):
        assert flow in after.flows


@pytest.fixture
def project() -> Project:
    blocks = {
        "hello": Message(text={"en": "Hi"}, exits={"next": "ask"}),
        "ask": Ask.model_validate(
            {"text": {"en": "Which, {{ name }}?"}, "answer": "text", "save_to": "order",
             "exits": {"answered": "check", "invalid": "sorry"}}
        ),
        "check": Message(text={"en": "Looking"}, exits={"next": "tell"}),
        "tell": Message(text={"en": "{{ order }}"}, exits={"next": "bye"}),
        "sorry": Message(text={"en": "Sorry"}, exits={"next": "bye"}),
        "bye": End(outcome="told"),
    }  # fmt: skip
    layout = Layout(blocks={"ask": (300, 0), "check": (600, 0), "hello": (0, 0)})
    starts = (Start(trigger="call", gives=("name",)),)
    flow = Flow(first="hello", blocks=blocks, layout=layout, starts=starts)
    return Project(
        languages=("en",), flows={"main": flow}, translated_from={"id": {"main.ask.text": "12"}}
    )


def test_each_place_that_is_led_to_becomes_an_outcome(project: Project) -> None:
    after = done(extracting("main", ("ask", "check")), project)
    main, part = after.flows["main"], after.flows["part"]
    assert list(main.blocks) == ["hello", "part", "tell", "sorry", "bye"]
    assert main.blocks["hello"].exits == {"next": "part"}
    assert main.blocks["part"] == Subflow(
        flow="part", give={"name": "{{ name }}"}, take=("order",),
        exits={"sorry": "sorry", "tell": "tell"},
    )  # fmt: skip
    assert (part.first, part.outcomes, part.name) == ("ask", ("sorry", "tell"), "Part")
    assert part.blocks["ask"].exits == {"answered": "check", "invalid": "end_sorry"}
    assert part.blocks["end_sorry"] == End(outcome="sorry")
    assert main.layout.blocks == {"hello": (0, 0), "part": (300, 0)}
    assert part.layout.blocks["check"] == (600, 0)
    assert after.translated_from == {"id": {"part.ask.text": "12"}}


def test_one_place_that_is_led_to_is_the_usual_outcome(project: Project) -> None:
    after = done(extracting("main", ("tell", "bye")), project)
    assert after.flows["main"].blocks["part"].exits == {"done": "bye"}
    assert after.flows["part"].blocks["end_done"] == End()
    assert after.flows["part"].outcomes is None


@pytest.mark.parametrize(
    ("ids", "told"),
    [
        ((), "Select the blocks first"),
        (("bye",), "Select the blocks first"),
        (("tell", "sorry"), "A flow begins at one block"),
    ],
)
def test_why_blocks_cannot_be_a_flow_is_told(
    project: Project, ids: tuple[str, ...], told: str
) -> None:
    edit = extracting("main", ids)
    assert str(edit.why_not(project)).startswith(told)
    assert edit.apply(project) is project


CALLED = {
    "question": Ask.model_validate(
        {"text": {"en": "{{ topic }}?"}, "save_to": "reply", "exits": {"answered": "end"}}
    ),
    "end": End(),
}


def calling(call: Subflow, *more: Block, called: Flow | None = None) -> Project:
    blocks = {"call": call, "bye": End(), **{f"m{at}": each for at, each in enumerate(more)}}
    other = called or Flow(first="question", blocks=CALLED)
    return Project(flows={"main": Flow(first="call", blocks=blocks), "other": other})


def test_what_was_given_is_set_before(project: Project) -> None:
    call = Subflow(flow="other", give={"topic": "orders"}, take=("reply",), exits={"done": "bye"})
    after = done(inlining("main", "call"), calling(call))
    assert list(after.flows) == ["main"]
    main = after.flows["main"]
    assert main.first == "call_values"
    assert main.blocks["call_values"].as_written() == {
        "changes": ({"variable": "topic", "to": "orders"},),
        "exits": {"next": "question"},
    }
    assert main.blocks["question"].exits == {"answered": "bye"}


@pytest.mark.parametrize(
    ("project", "told"),
    [
        (calling(Subflow(flow="nowhere")), "There is nothing in the flow"),
        (calling(Subflow(flow="main")), "A flow that runs itself"),
        (
            calling(Subflow(flow="other"), Message(text={"en": "{{ reply }}"})),
            "Both flows use “reply”",
        ),
        (
            calling(
                Subflow(flow="other"),
                called=Flow(first="a", blocks={"a": Message(exits={"failed": "b"}), "b": End()}),
            ),
            "First connect the way out “done”",
        ),
        (
            calling(
                Subflow(flow="other"),
                called=Flow(first="end", blocks=CALLED, leave_on=(LeaveOn(event="paid"),)),
            ),
            "The flow is left when something happens",
        ),
    ],
)
def test_why_a_flow_cannot_be_put_in_is_told(project: Project, told: str) -> None:
    edit = inlining("main", "call")
    assert str(edit.why_not(project)).startswith(told)
    assert edit.apply(project) is project


def test_a_flow_that_is_begun_elsewhere_stays() -> None:
    call = Subflow(flow="other", take=("reply",), give={"topic": "{{ topic }}"})
    alone = calling(call)
    other = changed(alone.flows["other"], starts=(Start(trigger="message"),))
    after = done(inlining("main", "call"), changed(alone, flows={**alone.flows, "other": other}))
    assert after.flows["other"] is other
    assert "question" in after.flows["main"].blocks
