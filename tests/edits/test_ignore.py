"""Letting problems stand, and taking that back."""

import pytest

from flowdesigner.checks.check import check
from flowdesigner.edits.blocks import SetValue
from flowdesigner.edits.ignore import (
    Ignore,
    Ignored,
    ignored_in,
    ignoring_nothing,
    may_stay_otherwise,
)
from flowdesigner.formats.native.dump import write_project
from flowdesigner.formats.native.read import read_project
from flowdesigner.model.change import compare
from flowdesigner.model.part import changed
from flowdesigner.model.project import Project

SHOP = """
flowdesigner: 1
id: shop
languages: [en]
channels: [whatsapp]
settings: {checks: {nothing-like-it: hint}}
flows:
  main:
    first: hi
    blocks:
      hi: {type: message, exits: {next: gone}}
"""


def shop() -> Project:
    return read_project(SHOP.encode()).project


def found(project: Project) -> set[tuple[str, str | None, str | None]]:
    return {(issue.rule, issue.flow, issue.block) for issue in check(project)}


@pytest.mark.parametrize("at", sorted(found(shop()), key=str))
def test_what_may_stay_is_not_told_any_more(at: tuple[str, str | None, str | None]) -> None:
    project = shop()
    ignored = Ignored(*at, "we know")
    after = Ignore(ignored).apply(project)
    assert found(after) == found(project) - {at}
    assert list(ignored_in(after)) == [ignored]


def test_it_is_found_where_blocks_flows_and_settings_have_problems() -> None:
    places = {(flow is None, block is None) for _rule, flow, block in found(shop())}
    assert places == {(True, True), (False, True), (False, False)}


def test_taken_back_nothing_is_left_in_the_file() -> None:
    project = shop()
    after = project
    for at in found(project):
        after = Ignore(Ignored(*at, "we know")).apply(after)
    assert found(after) == set()
    assert write_project(ignoring_nothing(after)) == write_project(project)


@pytest.mark.parametrize("at", sorted(found(shop()), key=str))
def test_a_change_tells_whether_other_problems_may_stay(
    at: tuple[str, str | None, str | None],
) -> None:
    project = shop()
    after = Ignore(Ignored(*at, "we know")).apply(project)
    words = SetValue("main", "hi", ("text", "en"), "Hi").apply(after)
    assert may_stay_otherwise(compare(project, after))
    assert not may_stay_otherwise(compare(after, words))
    assert may_stay_otherwise(compare(after, changed(after, flows={})))


def test_the_reason_can_be_written_anew() -> None:
    problem = Ignored("field-missing", "main", "hi", "for now")
    again = Ignored("field-missing", "main", "hi", "for good")
    after = Ignore(again).apply(Ignore(problem).apply(shop()))
    assert list(ignored_in(after)) == [again]
