"""`flowdesigner rules`, `explain` and `schema`."""

import pytest

from flowdesigner.checks.rules import RULES
from flowdesigner.formats.native.schema import schema_text
from tests.cli.conftest import Run


def test_the_rules_are_listed(run: Run) -> None:
    text, data = run("rules"), run("rules", "--format", "json")

    assert [line.split()[0] for line in text.out.splitlines()] == [each.name for each in RULES]
    assert [each["rule"] for each in data.json["rules"]] == [each.name for each in RULES]


@pytest.mark.parametrize("rule", [each.name for each in RULES])
def test_every_rule_is_explained(run: Run, rule: str) -> None:
    ended = run("explain", rule)

    assert ended.code == 0
    assert ended.out.startswith(rule)
    assert "Why it matters" in ended.out


def test_a_rule_that_is_not_there_is_told_with_the_nearest(run: Run) -> None:
    near = RULES[0].name
    ended = run("explain", near[:-1])

    assert ended.code == 2
    assert ended.err == f"There is no rule “{near[:-1]}”. Did you mean “{near}”?\n"


def test_the_schema_is_printed_as_it_is_published(run: Run) -> None:
    assert run("schema").out == schema_text()
