"""`flowdesigner check --format sarif`, as the specification of SARIF 2.1.0 wants it."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from flowdesigner.checks.check import check
from flowdesigner.checks.rules import RULES
from flowdesigner.cli.replacements import replacements
from flowdesigner.cli.sarif import uri_of
from flowdesigner.formats.native.read import read_project
from tests.cli.conftest import SMALL, Run

BROKEN = SMALL.replace('label: {en: "Tea"}', "label: {}").replace("other: bye", "other: gone")
KEPT = BROKEN.replace(
    "      drink:\n", '      drink:\n        ignore: {unknown-block: "x", field-missing: "later"}\n'
)


@pytest.fixture
def log(run: Run, small: Path) -> Mapping[str, Any]:
    small.write_text(BROKEN, "utf-8")
    return run("check", small, "--format", "sarif").json


def results(log: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    found: Sequence[Mapping[str, Any]] = log["runs"][0]["results"]
    return found


def test_the_log_says_which_tool_has_run_and_by_which_rules(log: Mapping[str, Any]) -> None:
    [ran] = log["runs"]
    driver = ran["tool"]["driver"]
    assert log["version"] == "2.1.0"  # §3.13.2
    assert log["$schema"].endswith("sarif-schema-2.1.0.json")
    assert driver["name"]  # §3.19.8
    assert [each["id"] for each in driver["rules"]] == [rule.name for rule in RULES]
    for each in driver["rules"]:
        assert each["shortDescription"]["text"]
        assert each["help"]["text"]
        assert each["defaultConfiguration"]["level"] in ("error", "warning", "note")
    assert ran["invocations"] == [{"executionSuccessful": True}]


def test_every_issue_is_a_result_at_its_place(log: Mapping[str, Any], small: Path) -> None:
    issues = check(read_project(BROKEN.encode()).project)
    found = results(log)
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    lines = BROKEN.splitlines()
    assert [each["ruleId"] for each in found] == [issue.rule for issue in issues]
    for each in found:
        assert rules[each["ruleIndex"]]["id"] == each["ruleId"]  # §3.27.6
        assert each["message"]["text"]
        assert each["suppressions"] == []  # §3.27.23
        [location] = each["locations"]
        region = location["physicalLocation"]["region"]
        assert 1 <= region["startLine"] <= len(lines)
        assert 1 <= region["startColumn"] <= len(lines[region["startLine"] - 1]) + 1
        assert location["physicalLocation"]["artifactLocation"]["uri"] == small.as_uri()
    [missing] = [each for each in found if each["ruleId"] == "field-missing"]
    assert missing["level"] == "error"
    [logical] = missing["locations"][0]["logicalLocations"]
    assert logical["fullyQualifiedName"] == "main.drink"
    assert len({each["partialFingerprints"]["place/v1"] for each in found}) == len(found)


def test_a_way_is_a_code_flow(log: Mapping[str, Any]) -> None:
    ways = [each["codeFlows"] for each in results(log) if "codeFlows" in each]
    assert ways
    for [way] in ways:  # §3.36.3: at least one thread flow, §3.37.6: at least one location
        [thread] = way["threadFlows"]
        assert thread["locations"]


def test_what_may_stay_is_told_as_such(run: Run, small: Path) -> None:
    small.write_text(KEPT, "utf-8")
    found = results(run("check", small, "--format", "sarif").json)
    kept = [each for each in found if each["suppressions"]]
    told = [{"kind": "inSource", "status": "accepted", "justification": "later"}]  # §3.35
    assert [(each["ruleId"], each["suppressions"]) for each in kept] == [("field-missing", told)]


def test_a_fix_mends_the_file(log: Mapping[str, Any]) -> None:
    mended = [(each, fix) for each in results(log) for fix in each.get("fixes", ())]
    assert mended
    before = [issue.rule for issue in check(read_project(BROKEN.encode()).project)]
    for result, fix in mended:
        assert fix["description"]["text"]
        [change] = fix["artifactChanges"]
        after = with_replacements(BROKEN, change["replacements"])
        rules = [issue.rule for issue in check(read_project(after.encode()).project)]
        assert rules.count(result["ruleId"]) < before.count(result["ruleId"])


def with_replacements(text: str, replaced: Sequence[Mapping[str, Any]]) -> str:
    """The text after replacements, made from the last to the first so that lines keep numbers."""
    lines = text.splitlines(keepends=True)
    for each in reversed(replaced):
        region = each["deletedRegion"]
        assert (region["startColumn"], region["endColumn"]) == (1, 1)
        inserted = [each["insertedContent"]["text"]] if each["insertedContent"]["text"] else []
        lines[region["startLine"] - 1 : region["endLine"] - 1] = inserted
    return "".join(lines)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a\nb\nc\n", "a\nB\nc\n"),
        ("a\nb\nc\n", "a\nc\n"),
        ("a\nc\n", "a\nb\nc\n"),
        ("a\na\na\n", "a\na\n"),
        ("a\nb\nc\nd\ne\n", "A\nb\nc\nd\nE\nf\n"),
        ("a\n", "a\n"),
        ("a\r\nb\r\n", "a\r\nc\r\n"),
    ],
)
def test_replacements_lead_from_one_text_to_the_other(before: str, after: str) -> None:
    lines = before.split("\n")
    for each in reversed(replacements(before, after)):
        lines[each.first - 1 : each.end - 1] = each.lines.split("\n")[:-1]
    assert "\n".join(lines) == after


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("shop.flow.yaml", "shop.flow.yaml"),
        ("my shop/50%.flow.yaml", "my%20shop/50%25.flow.yaml"),
        ("toko/café.flow.yaml", "toko/caf%C3%A9.flow.yaml"),
    ],
)
def test_files_are_named_as_addresses(name: str, uri: str) -> None:
    assert uri_of(name) == uri


def test_an_unreadable_file_is_no_complete_run(run: Run, small: Path, tmp_path: Path) -> None:
    ended = run("check", small, tmp_path / "none.flow.yaml", "--format", "sarif")
    assert ended.code == 2
    assert ended.json["runs"][0]["invocations"] == [{"executionSuccessful": False}]
