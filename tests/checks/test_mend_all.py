"""Everything of a kind is mended in one step."""

from collections.abc import Iterator

import pytest

from flowdesigner.checks.check import check
from flowdesigner.checks.mend_all import alike, mend_all
from flowdesigner.checks.rule import Issue
from flowdesigner.checks.rules import RULES
from flowdesigner.model.project import Project
from flowdesigner.texts import Message
from tests.checks.cases import CASES, each_case, project_of
from tests.checks.reading import project_from


def kinds() -> Iterator[tuple[str, Project, Message]]:
    """Every way to mend something that a case of a rule offers, once for each case."""
    told = tuple(rule for rule in RULES if (CASES / f"{rule.name}.yaml").exists())
    for rule, case in each_case(told, "fails"):
        project = project_of(case)
        found = [issue for issue in check(project) if issue.rule == rule.name]
        titles = {fix.title.msgid: fix.title for issue in found for fix in issue.fixes}
        for title in titles.values():
            yield rule.name, project, title


def of_a_kind(project: Project, rule: str, title: Message) -> list[Issue]:
    return [issue for issue, _fix in alike(check(project), rule, title)]


def test_every_kind_of_every_case_is_mended() -> None:
    left = []
    for rule, project, title in kinds():
        after = mend_all(project, check(project), rule, title).apply(project)
        before, now = len(of_a_kind(project, rule, title)), len(of_a_kind(after, rule, title))
        if now >= before:
            left.append((rule, title.msgid, before, now))
    assert left == [], "\n".join(map(str, left))


def many_texts(blocks: int) -> Project:
    """A flow of blocks of which each speaks of two variables that may have no value."""
    text = {"en": "{{ a }} and {{ b }}", "id": "{{ b }} dan {{ a }}"}
    flow = {
        f"b{at}": {"type": "message", "text": text, "exits": {"next": f"b{at + 1}"}}
        for at in range(blocks)
    }
    return project_from(
        {
            "languages": ["en", "id"],
            "channels": ["whatsapp"],
            "variables": {"a": {"type": "text"}, "b": {"type": "text"}},
            "flows": {"main": {"first": "b0", "blocks": flow | {f"b{blocks}": {"type": "end"}}}},
        }
    )


@pytest.mark.parametrize("blocks", [1, 30])
def test_several_at_one_place_are_mended_one_after_another(blocks: int) -> None:
    project = many_texts(blocks)
    found = [issue for issue in check(project) if issue.rule == "variable-not-set"]
    [title] = {fix.title.msgid: fix.title for issue in found for fix in issue.fixes}.values()
    after = mend_all(project, check(project), "variable-not-set", title).apply(project)
    assert len(found) >= 2 * blocks
    assert [issue for issue in check(after) if issue.rule == "variable-not-set"] == []


def test_in_another_project_it_is_done_anew() -> None:
    project = many_texts(2)
    found = [issue for issue in check(project) if issue.rule == "variable-not-set"]
    edit = mend_all(project, check(project), "variable-not-set", found[0].fixes[0].title)
    other = project.model_copy()
    assert edit.apply(other) == edit.apply(project)
    assert edit.apply(project) is edit.after


def test_nothing_to_mend_changes_nothing() -> None:
    project = many_texts(1)
    assert mend_all(project, (), "variable-not-set", Message("")).apply(project) is project
