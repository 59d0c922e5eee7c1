"""What the pages of the blocks say, taken from what the blocks declare."""

import re
from collections.abc import Iterator

import pytest

from flowdesigner.blocks import BLOCK_TYPES, BY_TYPE
from flowdesigner.checks.rules import RULES
from flowdesigner.formats.features import FEATURES
from flowdesigner.formats.platforms import FORMATS
from flowdesigner.model.block import Block
from flowdesigner.model.fields import Kind, fields_of, part_type_of
from flowdesigner.model.flow import Flow
from flowdesigner.model.media import Variant
from flowdesigner.model.part import Part
from flowdesigner.model.settings import Settings
from flowdesigner.model.variable import Variable
from flowdesigner.reference.block_page import page
from flowdesigner.reference.exits import exits_of, word_of
from tests.checks.cases import each_case, issues_of, project_of

EVERY_PART = (*BLOCK_TYPES, Settings, Flow, Variable, Variant)


def rows(text: str, heading: str) -> list[list[str]]:
    """The cells of the table below a heading, without its head."""
    below = text.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    lines = [each for each in below.splitlines() if each.startswith("|")]
    return [re.split(r"(?<!\\) \| ", each.strip("| ")) for each in lines[2:]]


def row_of(word: str, key: str) -> list[str]:
    found = rows(page(BY_TYPE[word]), "What is filled in")
    return next(each for each in found if each[-1] == f"`{key}`")


def every_field(owner: type[Part], within: str = "") -> Iterator[tuple[str, str]]:
    """The keys of all fields, those within others too, with what is said of each."""
    for name, field in fields_of(owner).items():
        yield f"{within}{name}", field.help
        if field.kind in (Kind.PART, Kind.PARTS):
            yield from every_field(part_type_of(owner, name), f"{within}{name}.")


@pytest.mark.parametrize("part", EVERY_PART, ids=lambda each: each.__name__)
def test_every_field_says_in_a_sentence_what_it_is_for(part: type[Part]) -> None:
    silent = [key for key, help in every_field(part) if not help.rstrip().endswith((".", "…"))]
    assert silent == []


@pytest.mark.parametrize("block_type", BLOCK_TYPES, ids=word_of)
def test_every_exit_says_when_it_is_taken(block_type: type[Block]) -> None:
    assert [way.id for way in exits_of(block_type) if not way.help.endswith(".")] == []


@pytest.mark.parametrize("block_type", BLOCK_TYPES, ids=word_of)
def test_a_page_has_a_row_for_every_field_exit_and_feature(block_type: type[Block]) -> None:
    text, word = page(block_type), word_of(block_type)
    keys = {key for key, _help in every_field(block_type)}
    assert {row[-1].strip("`") for row in rows(text, "What is filled in")} == keys

    exits = rows(text, "How it can go on") if word != "end" else []
    assert len(exits) == len(tuple(exits_of(block_type)))

    features = [each.title for name, each in FEATURES.items() if name.startswith(f"{word}.")]
    told = [row[0] for row in rows(text, "What each platform makes of it")]
    assert told == [block_type.look.title, *features]


def test_a_field_says_what_can_be_chosen_and_when_it_is_asked_for() -> None:
    assert row_of("wait", "at_most") == [
        "At most",
        "no",
        "How long to wait; then it goes on by “Waited too long”. Asked for only when “Wait” is "
        "“Until something happens” or “Until the last message is delivered or read”.",
        "`at_most`",
    ]
    assert "Asked for only while “Open” is empty." in row_of("hours", "ranges")[2]
    assert (
        "One of: In business hours; Outside quiet hours; At hours of its own."
        in (row_of("hours", "window")[2])
    )
    assert row_of("menu", "options.words")[2].endswith("Stands under “More”.")


def test_exits_of_every_way_to_fill_it_in_are_told() -> None:
    assert [each.id for each in exits_of(BY_TYPE["wait"])] == ["next", "happened", "timeout"]
    assert {each.id for each in exits_of(BY_TYPE["consent"])} == {
        "next", "given", "refused", "no_reply", "has", "has_not",
    }  # fmt: skip
    assert rows(page(BY_TYPE["menu"]), "How it can go on")[-1] == [
        "One for each: Answers to choose from",
        "This answer was tapped, or typed.",
        "is a problem",
        "its id",
    ]
    assert "One for each: Ways" in page(BY_TYPE["split"])
    assert "One for each: Buttons" in page(BY_TYPE["template"])


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("ask", "- The variable chosen in “Save the answer in”."),
        ("ask", "- In the example below, `guests` has a value after “Answered”."),
        ("hours", "- In the example below, `hours.opens_at` has a value after “Next”."),
        ("consent", "`consent.marketing` has a value after “Agrees”."),
        ("webhook", "- The variable chosen in “Keep from the answer”."),
        ("menu", "- The variable chosen in “Answers from a list: Save the chosen row in”."),
    ],
)
def test_it_says_which_variables_are_written(word: str, told: str) -> None:
    assert told in page(BY_TYPE[word])


def test_it_says_what_each_channel_makes_of_the_example() -> None:
    shown = dict(rows(page(BY_TYPE["menu"]), "On each channel"))
    assert shown["[WhatsApp](channels/whatsapp.md)"] == "buttons"
    assert shown["[SMS](channels/sms.md)"] == "numbered text"
    assert "## On each channel" not in page(BY_TYPE["set"])


def test_it_says_how_well_each_platform_says_it() -> None:
    words = {"supported": "fully", "approximated": "nearly", "unsupported": "not at all"}
    for row in rows(page(BY_TYPE["webhook"]), "What each platform makes of it"):
        thing = "webhook" if row[0] == "Ask a system" else "webhook.retries"
        sayings = [each.support(thing) for each in FORMATS]
        assert row[1:] == [f"**{words[each.status]}**: {each.how}" for each in sayings]


def test_every_block_in_which_a_check_finds_something_names_the_check() -> None:
    pages = {word: page(block_type) for word, block_type in BY_TYPE.items()}
    unnamed = set()
    for rule, case in each_case(RULES, "fails"):
        project = project_of(case)
        for issue in issues_of(rule, project):
            block = project.block(issue.flow or "", issue.block or "")
            text = pages.get(block.type) if block is not None else None
            if text is not None and f"](checks/{rule.name}.md)" not in text:
                unnamed.add((rule.name, block.type))
    assert unnamed == set()
