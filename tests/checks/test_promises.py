"""What is promised is held to by one rule each, on every way, in time that follows the blocks."""

import time
from collections.abc import Iterable
from typing import get_args

import pytest

from flowdesigner.checks.check import check
from flowdesigner.checks.rules import PROMISES
from flowdesigner.model.project import Project
from flowdesigner.model.promise import PROMISE_SENTENCES, PromiseKind
from tests.checks.reading import project_from

BROKEN = {
    "person": {"times": 0}, "code": {"times": 0}, "offer_hours": {"hours": "08:00-08:15"},
    "no_question_twice": {}, "in_a_row": {"times": 0}, "outcome": {}, "private": {"host": "x.y"},
}  # fmt: skip
"""Promises that nobody keeps."""

BAD = {
    "ask": {"type": "ask", "text": {"en": "Who?"}, "answer": "text", "save_to": "who",
            "exits": {"answered": "again", "invalid": "again"}},
    "again": {"type": "ask", "text": {"en": "Who?"}, "answer": "text", "save_to": "who",
              "exits": {"answered": "code", "invalid": "code"}},
    "code": {"type": "otp", "text": {"en": "{{ code }}"}, "attempts": 3, "expires_after": "5m",
             "exits": {"verified": "offer", "failed": "offer", "expired": "offer"}},
    "offer": {"type": "template", "category": "marketing", "name": "sale", "body": {"en": "Sale"},
              "exits": {"next": "tell"}},
    "tell": {"type": "webhook", "method": "GET", "url": "https://x.y/{{ contact.phone }}",
             "exits": {"ok": "end", "failed": "end"}},
    "end": {"type": "end"},
}  # fmt: skip


def project(blocks: dict[str, object], promises: Iterable[str], **flows: object) -> Project:
    made = [{"promise": each, **BROKEN[each]} for each in promises]
    start = {"trigger": "message", "words": {"en": ["hi"]}}
    main = {"starts": [start], "first": next(iter(blocks)), "blocks": blocks}
    return project_from({
        "languages": ["en"], "channels": ["whatsapp"], "settings": {"promises": made},
        "variables": {"who": {"type": "text"}}, "flows": {"main": main, **flows},
    })  # fmt: skip


def told(project: Project) -> list[str]:
    rules = {each.name for each in PROMISES.values()}
    return [each.rule for each in check(project) if each.rule in rules]


@pytest.mark.parametrize("kind", get_args(PromiseKind))
def test_every_promise_is_held_to_by_its_rule(kind: PromiseKind) -> None:
    assert {*told(project(BAD, [kind]))} == {PROMISES[kind].name}
    assert told(project(BAD, [])) == []


def test_flows_that_call_each_other_are_gone_through_once() -> None:
    call = {"type": "subflow", "flow": "main", "exits": {"done": "end"}}
    other = {"starts": [{"trigger": "call"}], "first": "back",
             "blocks": {"back": call, "end": {"type": "end"}}}  # fmt: skip
    blocks = {
        "hi": {"type": "message", "text": {"en": "Hi"}, "exits": {"next": "call"}},
        "call": {"type": "subflow", "flow": "other", "exits": {"done": "end"}},
        "end": {"type": "end"},
    }
    assert told(project(blocks, ["in_a_row"], other=other)) == ["promised-messages"]


def ladder(rungs: int) -> dict[str, object]:
    """Diamonds in a row: each doubles the ways."""
    blocks: dict[str, object] = {}
    for at in range(rungs):
        arms = [{"id": "left", "weight": 1}, {"id": "right", "weight": 1}]
        ways = {"left": f"l{at}", "right": f"r{at}"}
        blocks[f"s{at}"] = {"type": "split", "arms": arms, "exits": ways}
        for side in "lr":
            blocks[f"{side}{at}"] = {"type": "set", "exits": {"next": f"s{at + 1}"}}
    return {**blocks, f"s{rungs}": {"type": "end"}}


def nested(depth: int) -> dict[str, object]:
    """Flows that call the next one twice each: the ways double with every one."""
    flows: dict[str, object] = {}
    for at in range(depth):
        call = {"type": "subflow", "flow": f"f{at + 1}"}
        blocks = {
            "one": {**call, "exits": {"done": "two"}},
            "two": {**call, "exits": {"done": "end"}},
            "end": {"type": "end"},
        }
        flows[f"f{at}"] = {"starts": [{"trigger": "call"}], "first": "one", "blocks": blocks}
    last = {"end": {"type": "end"}}
    return {**flows, f"f{depth}": {"starts": [{"trigger": "call"}], "first": "end", "blocks": last}}


def test_ways_that_double_do_not_double_the_time() -> None:
    begun = time.perf_counter()
    assert told(project(ladder(25), PROMISE_SENTENCES)) == []
    start = {"in": {"type": "subflow", "flow": "f0", "exits": {"done": "end"}}}
    deep = project({**start, "end": {"type": "end"}}, PROMISE_SENTENCES, **nested(30))
    assert told(deep) == []
    assert time.perf_counter() - begun < 5
