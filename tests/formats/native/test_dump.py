"""A project becomes a canonical file: what was given, in the order and the style of the format."""

from pathlib import Path

import pytest

from flowdesigner.blocks.condition import Case, Condition
from flowdesigner.blocks.handoff import Handoff
from flowdesigner.blocks.menu import Menu, Option
from flowdesigner.blocks.message import Message
from flowdesigner.blocks.set import Set, VariableChange
from flowdesigner.errors import FormatError
from flowdesigner.formats.native.dump import SCHEMA_COMMENT, plain, write_project
from flowdesigner.formats.native.read import read_project
from flowdesigner.formats.native.tree import Word
from flowdesigner.model.block import Block, UnknownBlock
from flowdesigner.model.condition import Condition as When
from flowdesigner.model.flow import Flow, Layout, Note
from flowdesigner.model.part import changed
from flowdesigner.model.project import Project
from flowdesigner.model.settings import Settings
from flowdesigner.model.variable import Variable
from flowdesigner.places import samples_folder

EXAMPLE = Path(__file__).with_name("order_status.flow.yaml")
CANONICAL = [EXAMPLE, *sorted(samples_folder().glob("*.flow.yaml"))]


def written(block: Block) -> str:
    """The lines of a block."""
    text = write_project(Project(flows={"main": Flow(blocks={"it": block})}), head="")
    return text.partition("      it:\n")[2]


@pytest.mark.parametrize("path", CANONICAL, ids=lambda path: path.stem)
def test_the_example_and_the_samples_are_written_byte_for_byte(path: Path) -> None:
    data = path.read_bytes()
    assert write_project(read_project(data).project).encode() == data


def test_a_new_project_says_only_what_it_is() -> None:
    assert write_project(Project()) == f"{SCHEMA_COMMENT}flowdesigner: 1\n"


def test_a_block_fresh_from_the_palette_is_its_type() -> None:
    assert written(Message()) == "        type: message\n"


def test_what_says_nothing_is_not_written() -> None:
    settings = Settings()
    flow = Flow(blocks={}, layout=Layout(blocks={}), first=None)
    project = Project(settings=settings, variables={}, flows={"main": flow}, conversations={})
    assert plain(project) == {"flowdesigner": 1, "flows": {"main": {}}}


def test_what_is_empty_but_says_something_is_written() -> None:
    project = Project(languages=(), flows={"main": Flow(outcomes=())})
    assert plain(project) == {
        "flowdesigner": 1, "languages": [], "flows": {"main": {"outcomes": []}},
    }  # fmt: skip
    assert read_project(write_project(project).encode()).project == project


def test_the_words_of_the_vocabulary_stand_without_quotes() -> None:
    block = Menu(
        title="no",
        channel="sms",
        text={"id": "ya", "en": "yes"},
        options=(Option(id="yes_choice", words={"id": ("ya",)}),),
        save_to="answer",
        draw_as="list",
        no_reply_after="30m",
        exits={"yes_choice": "on", "other": "bye"},
    )
    assert written(block) == (
        "        type: menu\n"
        '        title: "no"\n'
        "        channel: sms\n"
        '        text: {id: "ya", en: "yes"}\n'
        "        options:\n"
        "          - id: yes_choice\n"
        '            words: {id: ["ya"]}\n'
        "        save_to: answer\n"
        "        draw_as: list\n"
        "        no_reply_after: 30m\n"
        '        exits: {yes_choice: "on", other: bye}\n'
    )


def test_a_condition_stands_on_one_line() -> None:
    when = When(value="shipped", op="is", variable="state")
    both = When.model_validate({"any": [when, {"not": {"variable": "order.city", "op": "is_set"}}]})
    block = Condition(cases=(Case(id="one", when=when), Case(id="two", when=both)))
    assert written(block) == (
        "        type: condition\n"
        "        cases:\n"
        "          - id: one\n"
        "            when: {variable: state, op: is, value: shipped}\n"
        "          - id: two\n"
        "            when:\n"
        "              any:\n"
        "                - {variable: state, op: is, value: shipped}\n"
        "                - not: {variable: order.city, op: is_set}\n"
    )


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("shipped", "shipped"),
        ("Jakarta Selatan", '"Jakarta Selatan"'),
        ("12345678", '"12345678"'),
        ("yes", '"yes"'),
        (["a", "B"], '[a, "B"]'),
        ({"variable": "contact.name"}, "{variable: contact.name}"),
        (5, "5"),
        (True, "true"),
    ],
)
def test_a_literal_that_could_be_an_id_is_written_as_one(value: object, shown: str) -> None:
    change = VariableChange.model_validate({"variable": "state", "to": value})
    assert f"to: {shown}\n" in written(Set(changes=(change,)))


def test_unknown_keys_come_last_and_data_keeps_its_order() -> None:
    block = Handoff.model_validate(
        {"x-b": {"z": 1, "a": None}, "exits": {"closed": "bye"}, "mood": 1, "queue": "cs"}
    )
    assert written(block) == (
        "        type: handoff\n"
        '        queue: "cs"\n'
        "        exits: {closed: bye}\n"
        "        x-b: {z: 1, a: null}\n"
        "        mood: 1\n"
    )
    project = Project.model_validate(
        {"x-team": "us", "flows": {"main": Flow(layout=Layout(blocks={"a": (1, 2)}))}}
    )
    assert list(plain(project)) == ["flowdesigner", "flows", "layout", "x-team"]


def test_the_exits_of_an_unknown_block_come_last() -> None:
    block = UnknownBlock.model_validate(
        {"exits": {"next": "bye"}, "type": "hologram", "size": 3, "title": "T"}
    )
    assert written(block) == (
        '        type: hologram\n        title: "T"\n        size: 3\n        exits: {next: bye}\n'
    )


def test_the_layout_follows_the_blocks_and_then_the_ids() -> None:
    layout = Layout(
        blocks={"gone": (5, 5), "away": (6, 6), "b": (1, 1), "c": (2, 2)},
        notes={"z": Note(text="Z"), "a": Note(color="yellow")},
    )
    flow = Flow(blocks={"c": Message(), "b": Message()}, layout=layout)
    laid = plain(Project(flows={"main": flow, "other": Flow()}))["layout"]
    assert list(laid) == ["main"]
    assert list(laid["main"]["blocks"]) == ["c", "b", "away", "gone"]
    assert list(laid["main"]["notes"]) == ["a", "z"]
    assert isinstance(laid["main"]["notes"]["a"]["color"], Word)


def test_a_changed_part_writes_no_more_than_it_was_given() -> None:
    project = read_project(EXAMPLE.read_bytes()).project
    block = project.flows["main"].blocks["greet"]
    assert written(changed(block, title="Hi")) == written(block).replace(
        "type: message\n", 'type: message\n        title: "Hi"\n', 1
    )


def test_what_no_file_can_hold_is_said() -> None:
    with pytest.raises(FormatError):
        write_project(Project(name="bell \a"))
    with pytest.raises(FormatError):
        write_project(Project(variables={"n": Variable(type="number", sample=10**18)}))
