"""A small project as a FLOIP container."""

import json
from pathlib import Path

import pytest

from flowdesigner.formats.floip import FLOIP
from flowdesigner.formats.floip.conditions import test_of as expression_of
from flowdesigner.formats.floip.expressions import Expressions, Texts
from flowdesigner.model.condition import Condition
from flowdesigner.model.facts import Facts
from flowdesigner.model.project import Project
from flowdesigner.model.variable import Variable
from tests.formats.golden import assert_golden, project_in, small

GOLDEN = Path(__file__).parent / "golden"

FACTS = Facts(
    languages=("id", "en"),
    variables={
        "n": Variable(type="number"),
        "word": Variable(type="text"),
        "name": Variable(type="text"),
    },
)


def test_the_container_of_a_small_project() -> None:
    assert_golden(GOLDEN, FLOIP.write(small()).files)


def container(project: Project) -> dict[str, list[dict[str, object]]]:
    found: dict[str, list[dict[str, object]]] = json.loads(
        FLOIP.write(project).files["container.json"]
    )
    return found


def test_every_id_that_is_named_is_there_and_none_is_there_twice() -> None:
    found = container(small())
    blocks = [block for flow in found["flows"] for block in flow["blocks"]]  # type: ignore[attr-defined]
    ids = [
        *(flow["uuid"] for flow in found["flows"]),
        *(block["uuid"] for block in blocks),
        *(exit["uuid"] for block in blocks for exit in block["exits"]),
        *(resource["uuid"] for resource in found["resources"]),
    ]
    assert len(set(ids)) == len(ids)
    named = [exit.get("destination_block") for block in blocks for exit in block["exits"]]
    assert set(named) - {None} <= {block["uuid"] for block in blocks}
    prompts = {block["config"]["prompt"] for block in blocks if "prompt" in block["config"]}
    assert prompts <= {resource["uuid"] for resource in found["resources"]}


def test_ids_stay_when_something_else_changes() -> None:
    written = (Path(__file__).parents[1] / "small.flow.yaml").read_text("utf-8")
    changed = project_in(written.replace('id: "Di mana?"', 'id: "Di mana, Kak?"'))
    before, after = container(small()), container(changed)
    assert [flow["blocks"] for flow in before["flows"]] == [
        flow["blocks"] for flow in after["flows"]
    ]


@pytest.mark.parametrize(
    ("written", "language", "text"),
    [
        ("a@b.c", "en", "a@@b.c"),
        (
            "Hi {{ word }}!",
            "en",
            'Hi @(if(and(contact.word != "", contact.word != "contact.word"), contact.word, ""))!',
        ),
        (
            "{{ name }}",
            "en",
            '@(if(and(contact.journey_name != "", contact.journey_name != "contact.journey_name"), '
            'contact.journey_name, ""))',
        ),
        (
            "{{ n }}",
            "id",
            '@(if(and(contact.n != "", contact.n != "contact.n"), '
            'substitute(fixed(if(is_number(contact.n), contact.n, 0), 3, true), ",", "."), ""))',
        ),
    ],
)
def test_texts(written: str, language: str, text: str) -> None:
    assert Texts(Expressions(FACTS)).text(written, language) == text


@pytest.mark.parametrize(
    ("condition", "expression"),
    [
        ({"variable": "n", "op": "above", "value": 7}, "contact.n > 7"),
        ({"variable": "n", "op": "below", "value": -7}, 'contact.n < "-7"'),
        ({"variable": "word", "op": "is", "value": " Yes"}, 'lower(contact.word) = "yes"'),
        ({"variable": "word", "op": "in", "value": ["a"]}, 'lower(contact.word) = "a"'),
        (
            {"variable": "word", "op": "starts_with", "value": "Ab"},
            'left(lower(contact.word), 2) = "ab"',
        ),
        ({"variable": "contact.channel", "op": "is", "value": "sms"}, 'channel.mode = "SMS"'),
        ({"variable": "word", "op": "matches", "value": "a+"}, "false"),
    ],
)
def test_rows_of_conditions(condition: dict[str, object], expression: str) -> None:
    found = expression_of(Condition.model_validate(condition), Expressions(FACTS))
    assert found.startswith("and(and(")
    assert found.endswith(f", {expression})")


def blocks(written: str) -> dict[str, dict[str, object]]:
    project = project_in(
        "flowdesigner: 1\nid: p\nlanguages: [en]\nchannels: [whatsapp]\n"
        "settings: {business_hours: {mon_fri: '08:00-21:00'}}\n"
        f"flows: {{m: {{first: a, blocks: {{a: {written}, b: {{type: end}}}}}}}}\n"
    )
    (flow,) = container(project)["flows"]
    return {block["name"]: block for block in flow["blocks"]}  # type: ignore[attr-defined]


def ways(block: dict[str, object]) -> dict[str, str | None]:
    """The exits of a block in order, with their tests."""
    return {exit["tag"]: exit.get("test") for exit in block["exits"]}  # type: ignore[attr-defined]


def test_a_contact_is_drawn_once() -> None:
    found = blocks("{type: split, salt: offer, arms: [{id: x, weight: 1}, {id: y, weight: 3}]}")
    (change,) = found["a"]["config"]["set_contact_property"]  # type: ignore[index]
    kept = 'and(contact.drawn_offer_4 != "", contact.drawn_offer_4 != "contact.drawn_offer_4")'
    assert change == {
        "property_key": "drawn_offer_4",
        "property_value": f"if({kept}, contact.drawn_offer_4, rand_between(1, 4))",
    }
    assert ways(found["a_looks"]) == {"x": "contact.drawn_offer_4 <= 1", "y": None}


def test_consent_is_a_property_of_the_contact() -> None:
    looks = blocks("{type: consent, action: look, purpose: service}")["a"]
    assert ways(looks) == {"has": "contact.consent_service = true", "has_not": None}
    asks = blocks("{type: consent, action: ask, purpose: service, text: {en: q}}")["a"]
    assert asks["config"]["set_contact_property"] == [  # type: ignore[index]
        {
            "property_key": "consent_service",
            "property_value": 'concatenate(if(block.value = "given", "true", "false"))',
        }
    ]


@pytest.mark.parametrize(
    ("written", "name", "type", "exits"),
    [
        ("{type: wait, kind: duration, duration: 1h}", "a", "Wait", ["next"]),
        (
            "{type: wait, kind: event, event: paid, at_most: 1h}",
            "a",
            "Wait",
            ["happened", "timeout"],
        ),
        ("{type: hours, window: business, hold: true}", "a_waits", "Wait", ["opened"]),
        ("{type: otp, text: {en: c}}", "a", "OneTimeCode", ["verified", "failed", "expired"]),
        ("{type: answer, source: faq}", "a", "Answer", ["answered", "unsure", "failed"]),
        ("{type: handoff, hours: business}", "a_hands_over", "Handoff", ["closed", "unavailable"]),
    ],
)
def test_blocks_of_our_own(written: str, name: str, type: str, exits: list[str]) -> None:
    block = blocks(written)[name]
    assert block["type"] == f"FlowDesigner.{type}"
    assert list(ways(block)) == exits


def test_what_the_platform_gives_is_kept_where_a_flow_begins() -> None:
    project = project_in(
        "flowdesigner: 1\nid: p\nlanguages: [en]\nvariables: {x: {type: text}, y: {type: text}}\n"
        "flows: {m: {starts: [{trigger: event, name: e, gives: [x]}], first: a,\n"
        "  blocks: {a: {type: end}}}}\n"
    )
    (flow,) = container(project)["flows"]
    begin = flow["blocks"][0]["config"]["set_contact_property"]  # type: ignore[index]
    assert {each["property_key"]: each["property_value"] for each in begin} == {
        "x": 'if(contact.x = "contact.x", "", contact.x)',
        "y": 'concatenate("")',
    }


def test_other_words_for_an_answer_are_told_with_the_block() -> None:
    found = blocks("{type: menu, text: {en: q}, options: [{id: x, words: {en: [yes]}}, {id: y}]}")
    assert found["a"]["vendor_metadata"] == {"flowdesigner": {"words": {"x": {"en": ["yes"]}}}}
