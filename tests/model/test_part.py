"""What a changed part shares with the one before, and what is checked of it."""

import pytest
from pydantic_core import ValidationError

from flowdesigner.blocks.end import End
from flowdesigner.blocks.message import Message
from flowdesigner.model.block import UnknownBlock
from flowdesigner.model.flow import Flow, Layout
from flowdesigner.model.part import changed

HELLO = Message.model_validate({"text": {"en": "Hello"}, "exits": {"next": "b"}, "x-mine": 1})
FLOW = Flow(
    first="a", blocks={"a": HELLO, "b": End()}, layout=Layout(blocks={"a": (0, 0), "b": (9, 9)})
)


def test_what_stays_the_same_is_the_same_object() -> None:
    moved = changed(FLOW, layout=changed(FLOW.layout, blocks={"b": (9, 9), "a": (1, 1)}))

    assert moved.blocks is FLOW.blocks
    assert moved.first is FLOW.first


def test_entries_of_a_mapping_stay_and_are_not_checked_again() -> None:
    place = FLOW.layout.blocks["b"]
    given: dict[str, object] = {"b": place, "a": [1, 2]}

    after = changed(FLOW.layout, blocks=given)

    assert after.blocks == {"b": (9, 9), "a": (1, 2)}
    assert list(after.blocks) == ["b", "a"]
    assert after.blocks["b"] is place
    assert given == {"b": place, "a": [1, 2]}


@pytest.mark.parametrize("blocks", [{"a": "text"}, {"a": (1, 2, 3)}, {1: (1, 2)}])
def test_new_entries_are_checked(blocks: object) -> None:
    with pytest.raises(ValidationError, match="blocks"):
        changed(FLOW.layout, blocks=blocks)


def test_the_part_before_stays_as_it_was() -> None:
    changed(HELLO, title="Greeting", text={"en": "Hi", "id": "Hai"}, **{"x-mine": 2})

    assert HELLO.as_written() == {
        "text": {"en": "Hello"}, "exits": {"next": "b"}, "x-mine": 1,
    }  # fmt: skip


def test_what_is_taken_away_is_not_given_any_more() -> None:
    after = changed(HELLO, text=None, exits=None, **{"x-mine": None})

    assert after == Message()
    assert after.as_written() == {}
    assert after.exits == {}


def test_what_a_part_needs_cannot_be_taken_away() -> None:
    block = UnknownBlock(type="later")

    with pytest.raises(ValidationError, match="type"):
        changed(block, type=None)


def test_what_was_worked_out_of_a_part_is_not_taken_along() -> None:
    assert [each.text for each in HELLO.texts] == [{"en": "Hello"}]

    after = changed(HELLO, text={"en": "Bye"})

    assert [each.text for each in after.texts] == [{"en": "Bye"}]
