"""A budget follows every edit, also one that changes words alone; laws and prices their day."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from flowdesigner.checks.check import Checker, check
from flowdesigner.checks.rule import Issue
from flowdesigner.checks.rules import old_prices, over_budget
from flowdesigner.edits.blocks import SetValue
from flowdesigner.model.project import Project
from tests.checks.cases import issues_of, project_of

BLOCKS: Mapping[str, Any] = {
    "sms": {"type": "message", "channel": "sms", "text": {"en": "Hello"}, "exits": {"next": "bye"}},
    "bye": {"type": "end"},
}


def project_with(**rates: object) -> Project:
    settings = {"settings": {"currency": "IDR", "rates": rates}}
    return project_of({"blocks": BLOCKS, "project": settings})


def told(checker: Checker) -> list[Issue]:
    for _slice in checker.slices():
        pass
    return [each for each in checker.issues if each.rule == "over-budget"]


def test_longer_words_cost_more() -> None:
    project = project_with(contacts=1000, budget=400_000)
    checker = Checker()
    checker.update(project)
    assert told(checker) == []

    checker.update(SetValue("main", "sms", ("text", "en"), "x" * 161).apply(project))
    (issue,) = told(checker)
    assert issue.block == "sms"


@pytest.mark.parametrize(("day", "over"), [("2026-09-30", False), ("2026-10-01", True)])
def test_what_is_free_on_a_day_costs_nothing_on_it(day: str, over: bool) -> None:
    words = {"hi": {"type": "message", "text": {"en": "Hello"}, "exits": {"next": "bye"}}}
    settings = {"settings": {"currency": "USD", "rates": {"contacts": 1000, "budget": 1}}}
    project = project_of({"blocks": words | {"bye": BLOCKS["bye"]}, "project": settings})
    found = [each.rule for each in check(project, date.fromisoformat(day))]
    assert ("over-budget" in found) is over


def test_what_is_shipped_grows_old() -> None:
    project = project_with(contacts=1)
    assert issues_of(old_prices.RULE, project, date(2027, 2, 22)) == []
    (issue,) = issues_of(old_prices.RULE, project, date(2027, 2, 23))
    assert issue.field == ("settings", "rates")
    assert over_budget.RULE.name not in {each.rule for each in check(project)}
