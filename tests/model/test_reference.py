"""The reference of the block types."""

import pytest

from flowdesigner.blocks import BLOCK_TYPES, BY_TYPE
from flowdesigner.model.reference import exits_of, page, word_of


@pytest.mark.parametrize("block_type", BLOCK_TYPES, ids=word_of)
def test_every_field_and_exit_is_on_the_page(block_type) -> None:
    text = page(block_type)

    assert text.startswith(f"# {block_type.look.title}\n")
    assert f"`type: {word_of(block_type)}`" in text
    for way in block_type().ways_out():
        assert (str(way.title) or way.id) in text


def test_exits_of_every_way_to_fill_it_in_are_told() -> None:
    assert [each.id for each in exits_of(BY_TYPE["wait"])] == ["next", "happened", "timeout"]
    assert {each.id for each in exits_of(BY_TYPE["consent"])} == {
        "next", "given", "refused", "no_reply", "has", "has_not",
    }  # fmt: skip
    assert [each.id for each in exits_of(BY_TYPE["hours"])] == ["open", "closed", "next"]


def test_what_the_author_lists_has_exits_of_its_own() -> None:
    assert "One for each: Answers to choose from" in page(BY_TYPE["menu"])
    assert "One for each: Ways" in page(BY_TYPE["split"])
    assert "One for each: Buttons" in page(BY_TYPE["template"])
