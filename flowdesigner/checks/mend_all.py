"""Mending everything of a kind at once."""

from collections.abc import Iterator, Sequence
from contextlib import suppress

from flowdesigner.checks.check import Checker
from flowdesigner.checks.rule import Fix, Issue
from flowdesigner.edits.edit import Edit, Several, Where
from flowdesigner.model.project import Project
from flowdesigner.texts import Message

MOST_ROUNDS = 20
"""So often it is looked again; so many things are mended in one block at most."""


def alike(issues: Sequence[Issue], rule: str, title: Message) -> Iterator[tuple[Issue, Fix]]:
    """The issues of a rule that can be mended in one way, each with its fix."""
    for issue in issues:
        if issue.rule == rule:
            fix = next((each for each in issue.fixes if each.title.msgid == title.msgid), None)
            if fix is not None:
                yield issue, fix


def mend_all(project: Project, issues: Sequence[Issue], rule: str, title: Message) -> Several:
    """All that can be mended in one way, as one step.

    A fix knows the project as it was when it was found, so where one was mended it is looked
    again before more is mended.
    """
    edits: list[Edit] = []
    checker, left = Checker(), len(issues) + 1
    for _round in range(MOST_ROUNDS):
        found = [fix.edit for _issue, fix in alike(issues, rule, title)]
        if not found or len(found) >= left:
            break
        left = len(found)
        for edit in _one_each_place(found):
            with suppress(KeyError):  # its place has gone with what was mended before
                project = edit.apply(project)
                edits.append(edit)
        if len(edits) == left == len(found):
            break  # all of it in the first round
        checker.update(project)
        for _slice in checker.slices():
            pass
        issues = checker.issues
    return Several(tuple(edits), title, Where())


def _one_each_place(edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """Those that touch different blocks, the first of each."""
    first: dict[tuple[object, ...], Edit] = {}
    for edit in edits:
        first.setdefault((edit.where.flow, edit.where.blocks), edit)
    return tuple(first.values())
