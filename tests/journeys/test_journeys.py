"""Twelve journeys as businesses draw them: no rule finds fault with any of them."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from flowdesigner.checks.check import check
from flowdesigner.checks.rule import Severity
from flowdesigner.formats.native.dump import write_project
from flowdesigner.model.project import Project
from flowdesigner.simulate.conversation import run_conversations
from flowdesigner.storage.project_file import open_file
from flowdesigner.texts import english

FILES: Mapping[str, Path] = {
    path.name.removesuffix(".flow.yaml"): path
    for path in sorted(Path(__file__).parent.glob("*.flow.yaml"))
}
TWELVE = {
    "order_status", "delivery", "one_time_code", "abandoned_cart", "appointment", "faq",
    "complaint", "survey", "broadcast", "payment_reminder", "lead", "outage",
}  # fmt: skip


@pytest.fixture(params=sorted(TWELVE))
def file(request: pytest.FixtureRequest) -> Path:
    name: str = request.param
    return FILES[name]


@pytest.fixture
def project(file: Path) -> Project:
    return open_file(file).project


def test_there_are_twelve() -> None:
    assert set(FILES) == TWELVE


def test_no_rule_finds_an_error_or_a_warning(project: Project) -> None:
    found = [
        (issue.rule, issue.flow, issue.block, issue.field, english(issue.message))
        for issue in check(project)
        if issue.severity is not Severity.HINT
    ]
    assert found == []


def test_its_conversations_go_as_saved(project: Project) -> None:
    assert len(project.conversations) >= 2
    different = {
        each.conversation: each.difference for each in run_conversations(project) if not each.ok
    }
    assert different == {}


def test_it_speaks_both_languages_everywhere(project: Project) -> None:
    missing = [
        (flow, id, spot.path)
        for flow, id, block in project.all_blocks()
        for spot in block.texts
        if set(spot.text) != {"id", "en"}
    ]
    assert missing == []
    assert {each.language for each in project.conversations.values()} == {"id", "en"}


def test_it_is_in_canonical_style_and_drawn(file: Path, project: Project) -> None:
    assert file.read_text("utf-8") == write_project(project)
    for flow in project.flows.values():
        assert set(flow.layout.blocks) == set(flow.blocks)
