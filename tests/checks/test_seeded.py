"""Every rule finds the one fault of a project in the right place, and no other rule complains."""

from datetime import date

import pytest
import yaml
from msgspec import convert

from flowdesigner.checks.rule import Rule
from flowdesigner.checks.rules import BY_NAME, RULES
from tests.checks.seeded import JOURNEYS, SEEDED, Seed, healthy, issues_in, spoiled, where

DAY = date(2026, 11, 24)


def seed_of(rule: Rule) -> Seed:
    return convert(yaml.safe_load((SEEDED / f"{rule.name}.yaml").read_text("utf-8")), Seed)


def test_every_rule_has_a_seed() -> None:
    assert {path.stem for path in SEEDED.glob("*.yaml")} == set(BY_NAME)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_fault_is_found_where_it_is_and_nothing_else(rule: Rule) -> None:
    seed = seed_of(rule)
    found = issues_in(spoiled(seed), DAY)
    mine = [where(issue) for issue in found if issue.rule == rule.name]
    assert mine == [seed.at]
    weight = seed.at.split()[0]
    others = [(each.rule, where(each)) for each in found if each.rule != rule.name]
    assert [each for each in others if each[1].split()[0] == weight] == []


@pytest.mark.parametrize("journey", sorted(path.name for path in JOURNEYS.glob("*.flow.yaml")))
def test_the_healthy_twin_is_clean(journey: str) -> None:
    found = issues_in(healthy(journey.removesuffix(".flow.yaml")), DAY)
    assert [(each.rule, where(each)) for each in found] == []
