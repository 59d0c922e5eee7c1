"""Going through parts by what their fields declare, and replacing what stands at a path."""

import pytest

from flowdesigner.blocks.ask import Ask
from flowdesigner.blocks.menu import Menu
from flowdesigner.blocks.subflow import Subflow
from flowdesigner.blocks.webhook import Webhook
from flowdesigner.model.block import Block
from flowdesigner.model.place import value_at, with_value
from flowdesigner.model.walk import Path

MENU = Menu.model_validate(
    {
        "type": "menu",
        "text": {"en": "Hi {{ name }}", "id": "Hai {{ name | default: \"Kak\" }}"},
        "options": [
            {"id": "tea", "label": {"en": "Tea {{ price }}"}, "words": {"en": ["cuppa"]}},
            {"label": {"en": "Unnamed"}},
        ],
        "save_to": "drink",
        "variants": {"sms": {"text": {"en": "Hi"}, "options": {"tea": {"label": {"en": "T"}}}}},
    }
)  # fmt: skip


def test_every_text_is_found_with_its_path() -> None:
    assert {spot.path for spot in MENU.texts} == {
        ("text",),
        ("options", "tea", "label"),
        ("options", 1, "label"),
        ("variants", "sms", "text"),
        ("variants", "sms", "options", "tea", "label"),
    }


def test_every_reading_and_writing_of_a_variable_is_found() -> None:
    webhook = Webhook.model_validate(
        {
            "type": "webhook",
            "url": "https://x.example/{{ a }}",
            "body": {"list": ["{{ b.c }}"]},
            "save": {"state": "$.state"},
        }
    )
    subflow = Subflow(type="subflow", flow="x", give={"y": "{{ z }}"}, take=("w",))

    assert [(each.variable, each.path, each.has_default) for each in MENU.readings] == [
        ("name", ("text", "en"), False),
        ("name", ("text", "id"), True),
        ("price", ("options", "tea", "label", "en"), False),
    ]
    assert [each.variable for each in webhook.readings] == ["a", "b.c"]
    assert [each.variable for each in subflow.readings] == ["z"]
    assert MENU.writings == (("drink", ("save_to",)),)
    assert webhook.writings == (("state", ("save", "state")),)
    assert subflow.writings == (("w", ("take",)),)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("text", "en"), "Hi {{ name }}"),
        (("options", "tea", "label", "en"), "Tea {{ price }}"),
        (("options", 1, "label", "en"), "Unnamed"),
        (("options", "gone", "label"), None),
        (("options", 7), None),
        (("variants", "sms", "options", "tea", "label", "en"), "T"),
        (("save_to", "deeper"), None),
    ],
)
def test_what_stands_at_a_path(path: Path, value: object) -> None:
    assert value_at(MENU, path) == value


@pytest.mark.parametrize(
    ("block", "path", "value"),
    [
        (MENU, ("text", "en"), "New"),
        (MENU, ("options", "tea", "label", "id"), "Teh"),
        (MENU, ("variants", "whatsapp", "text", "en"), "New"),
        (MENU, ("retry", "times"), 3),
        (Ask(type="ask"), ("accept", "min"), 1),
        (Ask(type="ask"), ("text", "en"), "New"),
    ],
)
def test_a_value_put_at_a_path_stands_there_and_only_there(
    block: Block, path: Path, value: object
) -> None:
    after = with_value(block, path, value)

    assert value_at(after, path) == value
    before = value_at(block, path)
    assert with_value(after, path, before) == block


def test_taking_away_the_last_value_takes_what_held_it() -> None:
    block = with_value(Ask(type="ask"), ("retry", "text", "en"), "Again?")

    assert with_value(block, ("retry", "text", "en"), None) == Ask(type="ask")


def test_a_listed_part_that_is_not_there_cannot_be_changed() -> None:
    with pytest.raises(KeyError):
        with_value(MENU, ("options", "gone", "label", "en"), "x")
