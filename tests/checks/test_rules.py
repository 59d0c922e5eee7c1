"""Every rule has a manual page, cases that pass, cases that fail, and fixes that work."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from flowdesigner.checks import rules
from flowdesigner.checks.check import check
from flowdesigner.checks.rule import Issue, Rule, Severity
from flowdesigner.checks.rules import BY_NAME, RULES
from flowdesigner.texts import english
from tests.checks.cases import CASES, Case, cases_of, each_case, issues_of, project_of, told

HIDDEN = {
    "unknown-variable": {"variable-not-set"},
    "duplicate-option": {"exit-leads-nowhere"},
    "start-without-category": {"offer-without-stop"},
    "offer-in-utility": {"offer-without-stop"},
}
"""Errors that can only be seen when those of another rule have been put right."""

FOLDER = Path(rules.__file__).parent


def params(kind: str) -> list[object]:
    return [
        pytest.param(rule, case, id=f"{rule.name}: {case['name']}")
        for rule, case in each_case(RULES, kind)
    ]


def test_every_file_is_a_rule_on_the_list() -> None:
    files = {path.stem.replace("_", "-") for path in FOLDER.glob("*.py")} - {"--init--"}
    assert files == set(BY_NAME)
    assert len(BY_NAME) == len(RULES)
    assert {path.stem for path in CASES.glob("*.yaml")} == files


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_has_cases_of_both_kinds_and_a_manual(rule: Rule) -> None:
    cases = cases_of(rule)
    assert cases["passes"]
    assert cases["fails"]
    manual = rule.manual
    assert all((rule.title, manual.means, manual.why, manual.cure, manual.source))


@pytest.mark.parametrize(("rule", "case"), params("passes"))
def test_passes(rule: Rule, case: Case) -> None:
    assert [told(issue) for issue in issues_of(rule, project_of(case))] == []


@pytest.mark.parametrize(("rule", "case"), params("fails"))
def test_fails(rule: Rule, case: Case) -> None:
    assert [told(issue) for issue in issues_of(rule, project_of(case))] == case["issues"]


@pytest.mark.parametrize(("rule", "case"), params("fails"))
def test_a_fix_makes_its_issue_go_away(rule: Rule, case: Case) -> None:
    project = project_of(case)
    issues = issues_of(rule, project)
    for issue in issues:
        for fix in issue.fixes:
            left = [told(each) for each in issues_of(rule, fix.edit.apply(project))]
            assert told(issue) not in left
            assert len(left) < len(issues)
            assert english(fix.edit.title)


@pytest.mark.parametrize(("rule", "case"), params("fails"))
def test_a_fix_makes_no_new_error(rule: Rule, case: Case) -> None:
    project = project_of(case)
    issues = check(project)
    before = errors(issues)
    for fix in (fix for issue in issues if issue.rule == rule.name for fix in issue.fixes):
        after = errors(check(fix.edit.apply(project)))
        assert set(after - before) <= HIDDEN.get(rule.name, set()), english(fix.title)


def errors(issues: Iterable[Issue]) -> Counter[str]:
    """How many errors each rule has found."""
    return Counter(issue.rule for issue in issues if issue.severity is Severity.ERROR)


def test_no_number_of_the_catalogue_belongs_to_two_rules() -> None:
    numbers = [number for rule in RULES for number in rule.numbers]
    assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_project_may_turn_a_rule_off_or_weigh_it_otherwise(rule: Rule) -> None:
    (case, *_others) = cases_of(rule)["fails"]
    extra = dict(case.get("project", {}))
    settings = dict(extra.get("settings", {}))
    for level, expected in (("off", set()), ("hint", {"hint"}), ("error", {"error"})):
        checks = {"settings": {**settings, "checks": {rule.name: level}}}
        found = issues_of(rule, project_of({**case, "project": {**extra, **checks}}))
        assert {str(issue.severity) for issue in found} == expected


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_block_may_silence_a_rule(rule: Rule) -> None:
    for case in cases_of(rule)["fails"]:
        blocks = case.get("blocks", {})
        quiet = {id: {**block, "ignore": {rule.name: "We know."}} for id, block in blocks.items()}
        found = issues_of(rule, project_of({**case, "blocks": quiet} if blocks else case))
        assert [issue for issue in found if issue.block in blocks and issue.flow == "main"] == []
