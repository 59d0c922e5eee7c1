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
