"""The journeys that come with the program are what we would have others make."""

import re
from itertools import combinations
from pathlib import Path

import pytest

from flowdesigner.app.start.samples import SAMPLES as OFFERED
from flowdesigner.checks.check import check
from flowdesigner.checks.rule import Severity
from flowdesigner.formats.native.dump import write_project
from flowdesigner.model.conversation import Conversation
from flowdesigner.model.flow import Flow
from flowdesigner.model.project import Project
from flowdesigner.places import samples_folder
from flowdesigner.simulate.conversation import run_conversation, run_conversations
from flowdesigner.simulate.coverage import all_exits, taken_by
from flowdesigner.storage.project_file import open_file
from flowdesigner.texts import english

SAMPLES = sorted(samples_folder().glob("*.flow.yaml"))
FEWEST = 6
WIDTH, LOWEST = 280, 80
"""How wide a card is, and how high the lowest."""
GAP = 40
TIMED = {"no_reply", "unavailable"}
"""Exits that only time takes."""


@pytest.fixture(params=SAMPLES, ids=lambda path: path.stem)
def sample(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


@pytest.fixture
def project(sample: Path) -> Project:
    return open_file(sample).project


def test_every_sample_is_offered_at_the_start() -> None:
    assert {each.file for each in OFFERED} == {path.name for path in SAMPLES}


def test_the_page_on_samples_says_what_it_leaves_out(sample: Path) -> None:
    page = (samples_folder().parent / "docs" / "samples.md").read_text("utf-8")
    titles = {each.file: each.title for each in OFFERED}
    first = sample.name == "order_status.flow.yaml"

    assert f"[{titles[sample.name]}](../samples/{sample.name})" in page
    assert first or f"- **{titles[sample.name]}.**" in page


def test_it_has_no_errors_and_no_warnings(project: Project) -> None:
    found = [
        (issue.rule, issue.flow, issue.block, english(issue.message))
        for issue in check(project)
        if issue.severity is not Severity.HINT
    ]
    assert found == []


def test_it_is_in_canonical_style(sample: Path, project: Project) -> None:
    assert sample.read_text("utf-8") == write_project(project)


def test_its_conversations_go_as_saved(project: Project) -> None:
    assert len(project.conversations) >= FEWEST
    different = {
        each.conversation: each.difference for each in run_conversations(project) if not each.ok
    }
    assert different == {}


def test_its_conversations_take_every_exit(project: Project) -> None:
    taken = taken_by(run_conversations(project))

    assert all_exits(project) - taken == set()


def test_conversations_without_waiting_take_every_exit_that_needs_none() -> None:
    """What time alone leads to, such as a reminder, is left out."""
    project = open_file(samples_folder() / "order_status.flow.yaml").project
    quick = [id for id, each in project.conversations.items() if not waits(each)]
    reminder = project.flows["main"].blocks["still_there"]
    taken = taken_by(run_conversation(project, id) for id in quick)
    left = {each for each in all_exits(project) - taken if each[2] not in TIMED}

    assert len(quick) >= FEWEST
    assert left == {
        *(("main", "still_there", exit) for exit in reminder.exits if exit not in TIMED),
        ("main", "close", "next"),
    }


def waits(conversation: Conversation) -> bool:
    return any(step.kind() == "wait" for step in conversation.steps)


def test_each_of_its_languages_and_channels_is_in_a_conversation(project: Project) -> None:
    saved = project.conversations.values()

    assert {each.language for each in saved} == set(project.languages)
    spoken = {
        entry.channel
        for each in run_conversations(project)
        for entry in each.transcript
        if entry.who == "bot"
    }
    assert spoken == set(project.channels)


def test_every_text_is_in_every_language(project: Project) -> None:
    missing = [
        (flow, id, spot.path)
        for flow, id, block in project.all_blocks()
        for spot in block.texts
        if set(spot.text) != set(project.languages)
    ]
    assert missing == []


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_order_status_is_one_part_by_sms(language: str) -> None:
    """Every conversation once more by SMS, whatever channel it was saved on."""
    project = open_file(samples_folder() / "order_status.flow.yaml").project
    everywhere = project.model_copy(
        update={
            "conversations": {
                id: saved.model_copy(update={"channel": "sms", "language": language, "steps": bare})
                for id, saved in project.conversations.items()
                for bare in [without_words(saved)]
            }
        }
    )
    sent = [
        message
        for each in run_conversations(everywhere)
        for entry in each.transcript
        for message in entry.messages
    ]
    assert sent
    assert [each.text for each in sent if each.parts != 1] == []


def test_what_goes_out_by_sms_is_one_part(project: Project) -> None:
    long = [
        message.text
        for each in run_conversations(project)
        for entry in each.transcript
        if entry.channel == "sms"
        for message in entry.messages
        if message.parts != 1
    ]
    assert long == []


def without_words(saved: Conversation):
    return tuple(step.model_copy(update={"text": None}) for step in saved.steps)


def test_whatsapp_buttons_are_short_enough(project: Project) -> None:
    labels = [
        entry_option.label
        for each in run_conversations(project)
        for entry in each.transcript
        for entry_option in entry.options
    ]
    assert labels
    assert [label for label in labels if len(label) > 20] == []


def test_its_blocks_lie_tidily(project: Project) -> None:
    for flow in project.flows.values():
        assert set(flow.layout.blocks) == set(flow.blocks)
        assert overlaps(flow) == []


def test_the_order_status_lies_on_a_wide_grid() -> None:
    for flow in open_file(samples_folder() / "order_status.flow.yaml").project.flows.values():
        near = [
            (a, b)
            for (a, (ax, ay)), (b, (bx, by)) in combinations(flow.layout.blocks.items(), 2)
            if abs(ax - bx) < 320 and abs(ay - by) < 320
        ]
        assert near == []


def overlaps(flow: Flow) -> list[tuple[str, str]]:
    """Blocks that lie nearer to one another than a gap."""
    return [
        (a, b)
        for (a, (ax, ay)), (b, (bx, by)) in combinations(flow.layout.blocks.items(), 2)
        if abs(ax - bx) < WIDTH + GAP and abs(ay - by) < LOWEST + GAP
    ]


def test_it_names_no_real_company_or_person(sample: Path) -> None:
    addresses = re.findall(r"[\w.-]+\.(?:com|id|net|org|example)\b", sample.read_text("utf-8"))

    assert {address for address in addresses if not address.endswith(".example")} == set()
