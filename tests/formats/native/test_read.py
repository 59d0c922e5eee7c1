"""A file becomes a project; what is of the wrong kind is told in the words of the form."""

from pathlib import Path

import pytest

from flowdesigner.blocks.webhook import Webhook
from flowdesigner.errors import FileError, NewerVersion, WrongShape
from flowdesigner.formats.native.read import read_project
from flowdesigner.model.block import UnknownBlock
from flowdesigner.model.part import changed

EXAMPLE = Path(__file__).with_name("order_status.flow.yaml").read_text(encoding="utf-8")


def with_one(old: str, new: str) -> bytes:
    """The example with one place in it written otherwise."""
    assert old in EXAMPLE
    return EXAMPLE.replace(old, new, 1).encode()


def complaint(old: str, new: str) -> str:
    """What is said about the example when one place in it is written otherwise."""
    with pytest.raises(WrongShape) as caught:
        read_project(with_one(old, new))
    return str(caught.value)


def test_the_example_is_understood() -> None:
    opened = read_project(EXAMPLE.encode())
    project = opened.project
    assert opened.notes == ()
    assert not opened.read_only
    assert isinstance(project.block("main", "look_up"), Webhook)
    assert project.flows["main"].layout.blocks == {"greet": (40, 40), "ask_order": (40, 200)}
    assert project.flows["talk_to_us"].layout.blocks == {}
    assert project.variables["state"].values is not None
    assert [step.kind() for step in project.conversations["shipped"].steps][:2] == ["say", "bot"]


WRONG = {
    "a number for a text": (
        '        text:\n          id: "Halo', '        text: 5\n        x:\n          id: "Halo',
        "Line 37, column 15: The block “greet” has a number where “Text” needs words for each "
        "language.",
    ),
    "words in one language only, not named": (
        'text: {id: "Nomor pesanannya berapa, Kak?", en: "What is your order number?"}',
        'text: "Nomor?"',
        "Line 46, column 15: The block “ask_order” has text where “Question” needs words for each "
        "language.",
    ),
    "deep inside a block": (
        "times: 2", "times: two",
        "Line 51, column 18: The block “ask_order” has text where “When the answer is not "
        "understood > Further tries” needs a whole number.",
    ),
    "a word that is none of the choices": (
        "method: POST", "method: FETCH",
        "Line 57, column 17: The block “look_up” has the word “FETCH” where “Method” needs one of "
        "GET, POST, PUT, PATCH, DELETE.",
    ),
    "a list that is none": (
        '          - id: on_its_way\n            when:', '          on_its_way:\n            when:',
        "Line 65, column 9: The block “which” has named values where “Cases” needs a list.",
    ),
    "no type": (
        "        type: ask\n", "",
        "Line 44, column 7: The block “ask_order” does not say what type of block it is.",
    ),
    "a type that is no word": (
        "type: ask", "type: 5",
        "Line 45, column 15: The block “ask_order” has a number where “type” needs a word.",
    ),
    "a block that is none": (
        "  talk_to_us:\n", "  x:\n    blocks: {hello: 5}\n  talk_to_us:\n",
        "Line 81, column 21: The block “hello” must be written as 'name: value' lines; here is a "
        "number.",
    ),
    "a flow that is none": (
        "  talk_to_us:\n", "  x: [a]\n  talk_to_us:\n",
        "Line 80, column 6: The flow “x” must be written as 'name: value' lines; here is a list.",
    ),
    "blocks that are none": (
        "  talk_to_us:\n", "  x: {blocks: [a]}\n  talk_to_us:\n",
        "Line 80, column 15: The flow “x” has a list where “blocks” needs named values.",
    ),
    "a variable without type": (
        "    type: choice\n", "",
        "Line 19, column 3: The variable “state” has no “Type”.",
    ),
    "a place of one number": (
        "[40, 40]", "[40]",
        "Line 116, column 21: The layout of the flow “main” has a list where “blocks > greet” "
        "needs two numbers.",
    ),
    "a place in words": (
        "[40, 40]", "[40, top]",
        "Line 116, column 26: The layout of the flow “main” has text where “blocks > greet > 2” "
        "needs a number.",
    ),
    "a setting": (
        "currency: IDR", "currency: [IDR]",
        "Line 9, column 13: The part “settings” has a list where “Currency” needs text.",
    ),
    "a conversation": (
        "ended: done", "ended: [done]",
        "Line 111, column 16: The conversation “shipped” has a list where “steps > 7 > ended” "
        "needs text.",
    ),
    "one of two shapes": (
        "- ended: done", "- event: {name: 4}",
        "Line 111, column 23: The conversation “shipped” has a number where "
        "“steps > 7 > event > name” needs text.",
    ),
    "a condition in a condition": (
        "when: {variable: state, op: is, value: shipped}", "when: {any: [{not: {variable: 5}}]}",
        "Line 67, column 43: The block “which” has a number where "
        "“Cases > 1 > When > any > 1 > not > Variable” needs text.",
    ),
    "the project itself": (
        "languages: [id, en]", "languages: id",
        "Line 5, column 12: The project has text where “languages” needs a list.",
    ),
    "not a project at all": (
        "flowdesigner: 1\n", "",
        "Line 1, column 1: This is not a Flow Designer project: it does not begin with "
        "'flowdesigner: 1'.",
    ),
    "a version in words": (
        "flowdesigner: 1\n", "flowdesigner: yes\n",
        "Line 2, column 1: This is not a Flow Designer project: it does not begin with "
        "'flowdesigner: 1'.",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "sentence"), WRONG.values(), ids=WRONG)
def test_a_wrong_kind_of_value_is_told_with_its_place(old: str, new: str, sentence: str) -> None:
    assert complaint(old, new) == sentence


def test_the_first_of_several_wrong_values_is_told() -> None:
    said = complaint("save_to: order_number\n", "save_to: 5\n        title: 7\n")
    assert "Save the answer in" in said


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("        exits: {next: ask_order}", "        exits:"),
        ("        exits: {next: ask_order}", "        exits: {next: }"),
        ('text: {id: "TokoKita: cek pesanan di aplikasi."', "text: {id: "),
        ("    first: greet", "    first: greet\n    leave_on:"),
        ("variables:\n", "variables:\nx-old:\n"),
        ("  talk_to_us:\n", "  empty:\n  talk_to_us:\n"),
        ("layout:\n", "layout:\n  talk_to_us:\n"),
        ("          - id: on_its_way\n", "          - id:\n"),
        ("          sms:\n", "          email:\n          sms:\n"),
    ],
)
def test_what_is_left_empty_counts_as_not_given(old: str, new: str) -> None:
    assert read_project(with_one(old, new)).notes == ()


def test_nothing_is_a_value_in_data() -> None:
    block = read_project(with_one('{state: "shipped"}', "{state: , more: null}")).project.block(
        "main", "look_up"
    )
    assert isinstance(block, Webhook)
    assert block.sample == {"state": None, "more": None}


def test_an_unknown_block_is_kept_whole() -> None:
    opened = read_project(with_one("type: handoff", "type: hologram"))
    block = opened.project.block("talk_to_us", "hand_over")
    assert isinstance(block, UnknownBlock)
    assert block.type == "hologram"
    assert set(block.data()) == {"queue", "text", "summary"}
    assert block.exits == {"closed": "back", "unavailable": "back"}


def test_unknown_keys_survive_a_change() -> None:
    block = read_project(with_one("answer: text", "mood: {a: [1]}\n        x-no: ")).project.block(
        "main", "ask_order"
    )
    assert block is not None
    assert block.unknown == {"mood": {"a": [1]}, "x-no": None}
    assert changed(block, title="T").unknown == block.unknown


def test_a_newer_version_can_be_looked_at() -> None:
    opened = read_project(with_one("flowdesigner: 1", "flowdesigner: 2"))
    assert opened.read_only
    assert [str(note) for note in opened.notes] == [
        "Line 2, column 1: The file was made by a newer Flow Designer (version 2 of the file). "
        "It can be looked at, not changed."
    ]


def test_a_newer_version_that_says_things_otherwise_is_refused_as_such() -> None:
    data = with_one("flowdesigner: 1", "flowdesigner: 3").replace(b"times: 2", b"times: [2]")
    with pytest.raises(NewerVersion) as caught:
        read_project(data)
    assert "version 3" in str(caught.value)
    assert "Update the program" in str(caught.value)


def test_what_is_not_used_is_told() -> None:
    data = with_one("layout:\n", "layout:\n  gone: {blocks: {a: [1, 2]}}\n").replace(
        b"    first: greet", b"    layout: 6\n    first: greet"
    )
    assert [str(note) for note in read_project(data).notes] == [
        "Line 33, column 5: “layout” inside the flow “main” is not used: it belongs at the end of "
        "the file.",
        "Line 116, column 3: The layout of the flow “gone” is not used: there is no such flow.",
    ]


@pytest.mark.parametrize("data", [b"", b"- a\n- b\n", b"just words", b"{}", b"a: [", b"\xff\xfe"])
def test_what_is_no_project_is_refused_in_one_sentence(data: bytes) -> None:
    with pytest.raises(FileError) as caught:
        read_project(data)
    assert "\n" not in str(caught.value)
