"""Blocks of another type: what carries over, and that nothing else is touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowdesigner.blocks import BLOCK_TYPES, BY_TYPE, Menu, Message, Template
from flowdesigner.edits.change_type import ChangeType, carried
from flowdesigner.model.block import Block
from flowdesigner.model.flow import Flow
from flowdesigner.model.project import Project
from tests import strategies
from tests.edits.laws import astray, done

full = strategies.projects().filter(lambda each: any(f.blocks for f in each.flows.values()))


@given(full, st.sampled_from(BLOCK_TYPES), st.data())
def test_a_change_of_type_touches_one_block_and_leads_nowhere_new(
    project: Project, into: type[Block], data: st.DataObject
) -> None:
    flow = data.draw(st.sampled_from([id for id, f in project.flows.items() if f.blocks]))
    id = data.draw(st.sampled_from(list(project.flows[flow].blocks)))
    edit = ChangeType(flow, id, into.model_validate({"type": into.model_fields["type"].default}))
    after = done(edit, project)
    before, now = project.flows[flow].blocks[id], after.flows[flow].blocks[id]
    if before.type == edit.into.type:
        assert after is project
        return
    assert now.type == edit.into.type
    assert (now.title, now.note, now.channel) == (before.title, before.note, before.channel)
    assert set(now.exits.values()) <= set(before.exits.values())
    assert set(now.exits) <= {way.id for way in now.ways_out(project.outcomes)}
    assert astray(after) <= {(flow, id, exit) for exit in now.exits} | astray(project)
    for key, block in project.flows[flow].blocks.items():
        if key != id:
            assert after.flows[flow].blocks[key] is block
    assert list(after.flows[flow].blocks) == list(project.flows[flow].blocks)


MENU = {
    "type": "menu",
    "title": "Choice",
    "text": {"en": "What now?", "id": "Mau apa?"},
    "options": [
        {"id": "track", "label": {"en": "Track"}, "words": {"en": ["where"]}},
        {"id": "stop", "label": {"en": "Stop"}},
    ],
    "save_to": "choice",
    "retry": {"times": 2},
    "no_reply_after": "30m",
    "variants": {"sms": {"text": {"en": "1 Track 2 Stop"}, "button": {"en": "List"}}},
    "exits": {"track": "a", "stop": "b", "other": "c", "no_reply": "d"},
}
MESSAGE = {"type": "message", "text": {"en": "Hi"}, "footer": {"en": "f"}, "exits": {"next": "a"}}
CASES = {
    "type": "condition",
    "cases": [{"id": "big", "when": {"variable": "x", "op": "is_set"}}],
    "exits": {"big": "a", "else": "b"},
}


def changed_into(given: dict[str, object], word: str) -> Block:
    before = BY_TYPE[str(given["type"])].model_validate(given)
    return carried(before, BY_TYPE[word].model_validate({"type": word}), {})


@pytest.mark.parametrize(
    ("given", "word", "kept"),
    [
        (MENU, "ask", {"title", "text", "save_to", "retry", "no_reply_after", "variants"}),
        (MENU, "message", {"title", "text", "variants"}),
        (MENU, "template", {"title", "body", "buttons", "no_reply_after", "variants"}),
        (MESSAGE, "template", {"body", "footer"}),
        (MESSAGE, "handoff", {"text"}),
        (MESSAGE, "end", set()),
        (CASES, "split", {"arms"}),
        (CASES, "menu", set()),
    ],
)
def test_what_both_types_have_carries_over(
    given: dict[str, object], word: str, kept: set[str]
) -> None:
    assert changed_into(given, word).model_fields_set - {"type", "exits"} == kept


@pytest.mark.parametrize(
    ("given", "word", "exits"),
    [
        (MENU, "ask", {"answered": "a", "invalid": "c", "no_reply": "d"}),
        (MENU, "message", {"next": "a"}),
        (MENU, "template", {"track": "a", "stop": "b", "other": "c", "no_reply": "d"}),
        (MESSAGE, "ask", {"answered": "a"}),
        (MESSAGE, "end", {}),
        (CASES, "split", {"big": "a"}),
        (CASES, "hours", {"open": "a"}),
    ],
)
def test_links_stay_as_far_as_they_mean_the_same(
    given: dict[str, object], word: str, exits: dict[str, str]
) -> None:
    assert changed_into(given, word).exits == exits


def test_words_of_a_channel_come_under_the_other_name() -> None:
    after = changed_into(MENU, "template")
    assert after.variants is not None
    assert after.variants["sms"].as_written() == {"body": {"en": "1 Track 2 Stop"}}
    assert isinstance(after, Template)
    assert [(each.id, each.kind, each.label) for each in after.buttons or ()] == [
        ("track", "reply", {"en": "Track"}),
        ("stop", "reply", {"en": "Stop"}),
    ]


def test_marks_of_translations_go_along() -> None:
    project = Project(
        flows={"main": Flow(blocks={"m": Menu.model_validate(MENU)})},
        translated_from={
            "id": {
                "main.m.text": "1",
                "main.m.options.track.label": "2",
                "main.m.button": "3",
                "main.other.text": "4",
            }
        },
    )
    after = done(ChangeType("main", "m", Template()), project)
    assert after.translated_from == {
        "id": {"main.m.body": "1", "main.m.buttons.track.label": "2", "main.other.text": "4"}
    }


def test_keys_of_others_stay() -> None:
    before = Message.model_validate({**MESSAGE, "x-team": "cs", "mood": "good"})
    assert carried(before, Menu(), {}).unknown == {"x-team": "cs"}
