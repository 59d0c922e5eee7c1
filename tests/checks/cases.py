"""The YAML cases of the rules, found by the rules' names.

A case is a project in short: `blocks` are those of one flow `main` that customers start by a
word, `flow` adds to that flow, `project` adds to the project (English and WhatsApp, unless it
says otherwise). "letters(1030)" stands for a text of so many letters, "dear letters(210)" for
one with an emoji, "weeks(2026-11-29)" for
that day of 60 weeks. A case that fails lists the rule's issues, all of them, in order.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

from flowdesigner.checks.check import check
from flowdesigner.checks.rule import Issue, Rule
from flowdesigner.model.project import Project
from flowdesigner.model.walk import dotted
from flowdesigner.texts import english
from tests.checks.reading import project_from

CASES = Path(__file__).parents[1] / "cases" / "rules"

Case = Mapping[str, Any]


def cases_of(rule: Rule) -> Mapping[str, list[Case]]:
    """The cases of a rule that pass, and those that fail."""
    return yaml.safe_load((CASES / f"{rule.name}.yaml").read_text("utf-8"))


def each_case(rules: tuple[Rule, ...], kind: str) -> Iterator[tuple[Rule, Case]]:
    """Every case of one kind."""
    for rule in rules:
        for case in cases_of(rule)[kind]:
            yield rule, case


def project_of(case: Case) -> Project:
    """The project of a case."""
    data: dict[str, Any] = {"languages": ["en"], "channels": ["whatsapp"]}
    data |= case.get("project", {})
    if "blocks" in case:
        blocks = case["blocks"]
        flow = {"starts": [{"trigger": "message", "words": {"en": ["hi"]}}], "blocks": blocks}
        flow |= {"first": next(iter(blocks), None)} | case.get("flow", {})
        data["flows"] = {"main": flow, **data.get("flows", {})}
    return project_from(_grown(data))


_WEEKS = re.compile(r"weeks\((\S+)\)")
_LETTERS = re.compile(r"(dear )?letters\((\d+)\)")


def _grown(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _grown(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_grown(each) for each in value]
    if isinstance(value, str) and (match := _WEEKS.fullmatch(value)):
        first = date.fromisoformat(match[1])
        return [str(first + timedelta(weeks=each)) for each in range(60)]
    if isinstance(value, str) and (match := _LETTERS.fullmatch(value)):
        words = ("👋 " if match[1] else "") + "halo kak " * int(match[2])
        return words[: int(match[2]) - 1] + "x"
    return value


DAY = date(2026, 11, 24)
"""The day as of which cases are checked, whatever day it is."""


def issues_of(rule: Rule, project: Project, day: date = DAY) -> list[Issue]:
    """What the rule has against a project."""
    return [issue for issue in check(project, day) if issue.rule == rule.name]


def told(issue: Issue) -> dict[str, object]:
    """An issue as the cases write it."""
    said: dict[str, object] = {"severity": str(issue.severity)}
    if issue.flow not in (None, "main"):
        said["flow"] = issue.flow
    if issue.block is not None:
        said["block"] = issue.block
    if issue.field:
        said["field"] = dotted(issue.field)
    said["message"] = english(issue.message)
    if issue.path:
        steps = [f"{step.block}.{step.exit}" if step.exit else step.block for step in issue.path]
        said["path"] = " > ".join(steps)
    if issue.fixes:
        said["fixes"] = [english(fix.title) for fix in issue.fixes]
    return said
