"""What an edit would do, in words."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowdesigner.app.problems.around import around_change
from flowdesigner.app.problems.difference import Difference, differences
from flowdesigner.checks.check import check
from flowdesigner.checks.rules import RULES
from flowdesigner.edits.blocks import DeleteBlocks, MoveBlocks, RenameBlock, SetValue
from flowdesigner.edits.connections import Connect
from flowdesigner.edits.edit import Edit
from flowdesigner.edits.project import SetProjectValue
from flowdesigner.model.project import Project
from tests.checks.cases import CASES, each_case, project_of
from tests.checks.reading import project_from

MENU: Mapping[str, Any] = {
    "type": "menu",
    "text": {"en": "Tea?", "id": "Teh?"},
    "options": [
        {"id": "tea", "label": {"en": "Tea", "id": "Teh"}},
        {"id": "none", "label": {"en": "Nothing", "id": "Tidak"}},
    ],
    "exits": {"tea": "bye", "none": "bye"},
}


def shop() -> Project:
    return project_from(
        {
            "languages": ["en", "id"],
            "channels": ["whatsapp"],
            "settings": {"brand": "Toko"},
            "flows": {
                "main": {
                    "name": "Shop",
                    "first": "ask",
                    "blocks": {"ask": MENU, "bye": {"type": "end", "title": "The end"}},
                }
            },
        }
    )


def told(edit: Edit) -> list[Difference]:
    project = shop()
    return list(differences(project, edit.apply(project), "en"))


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (
            SetValue("main", "ask", ("text", "id"), "Kopi?"),
            [Difference("Menu: Tea?", "Question, Indonesian", "Teh?", "Kopi?")],
        ),
        (
            SetValue("main", "ask", ("no_reply_after",), "30m"),
            [Difference("Menu: Tea?", "No reply after", "", "30 minutes")],
        ),
        (
            SetValue("main", "ask", ("options", "tea"), None),
            [Difference("Menu: Tea?", "Answers to choose from", "Tea, Teh", "")],
        ),
        (
            Connect("main", "ask", "other", "bye"),
            [Difference("Menu: Tea?", "“Something else” leads to “The end”")],
        ),
        (
            DeleteBlocks("main", ("bye",)),
            [
                Difference("Menu: Tea?", "“Tea” leads nowhere any more"),
                Difference("Menu: Tea?", "“Nothing” leads nowhere any more"),
                Difference("The end", "This block is deleted"),
            ],
        ),
        (RenameBlock("main", "bye", "end"), None),
        (
            SetProjectValue(("settings", "brand"), "Warung"),
            [Difference("Project settings", "Brand", "Toko", "Warung")],
        ),
        (
            SetProjectValue(("channels",), ("whatsapp", "sms")),
            [Difference("Project settings", "Channels", "whatsapp", "whatsapp, sms")],
        ),
        (MoveBlocks("main", {"bye": (400, 40)}), []),
    ],
)
def test_it_is_told_what_becomes_different(edit: Edit, expected: list[Difference] | None) -> None:
    if expected is None:
        assert Difference("bye", "It is called “end” from now on") in told(edit)
    else:
        assert told(edit) == expected


def test_every_fix_of_every_case_tells_something() -> None:
    rules = tuple(rule for rule in RULES if (CASES / f"{rule.name}.yaml").exists())
    silent = []
    for rule, case in each_case(rules, "fails"):
        project = project_of(case)
        for issue in check(project):
            for fix in issue.fixes:
                if not differences(project, fix.edit.apply(project), "en"):
                    silent.append((rule.name, fix.title.msgid))
    assert silent == []


LONG = "We thank you very much for your order {} of today and hope to see you again"
SHORT = "… your order {} of today and hope …"
DEFAULT = '{{ no | default: "-" }}'


@pytest.mark.parametrize(
    ("before", "after", "short"),
    [
        ("Hi", "Hello", ("Hi", "Hello")),
        (
            "Thank you for {{ a_very_long_name_of_a_variable }}",
            "Thank you for {{ a_very_long_name_of_a_variable | upcase }}",
            (
                "… {{ a_very_long_name_of_a_variable }}",
                "… {{ a_very_long_name_of_a_variable | upcase }}",
            ),
        ),
        ("", "Hello there", ("", "Hello there")),
        (
            LONG.format("{{ no }}"),
            LONG.format(DEFAULT),
            (SHORT.format("{{ no }}"), SHORT.format(DEFAULT)),
        ),
    ],
)
def test_texts_are_shown_around_what_differs(
    before: str, after: str, short: tuple[str, str]
) -> None:
    assert around_change(before, after) == short


WORDS = st.text("ab {}", max_size=60)


@given(WORDS, WORDS, WORDS, WORDS)
def test_what_differs_is_always_shown(start: str, old: str, new: str, end: str) -> None:
    before, after = start + old + end, start + new + end
    short_before, short_after = around_change(before, after)
    assert (short_before == short_after) == (before == after)
    for whole, short in ((before, short_before), (after, short_after)):
        assert short.removeprefix("… ").removesuffix(" …") in whole
