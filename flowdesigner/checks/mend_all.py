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


class Mended(Several, frozen=True, kw_only=True):
    """Fixes that are one step, and what they make of the project they were found in."""

    before: Project
    after: Project

    def apply(self, project: Project) -> Project:
        """What is known already; in another project, one fix after the other."""
        return self.after if project is self.before else super().apply(project)


def alike(issues: Sequence[Issue], rule: str, title: Message) -> Iterator[tuple[Issue, Fix]]:
    """The issues of a rule that can be mended in one way, each with its fix."""
    for issue in issues:
        if issue.rule == rule:
            fix = next((each for each in issue.fixes if each.title.msgid == title.msgid), None)
            if fix is not None:
                yield issue, fix


class MendAll:
    """Mends all that can be mended in one way, a little at a time; the result is one step.

    A fix knows the project as it was when it was found, so where one was mended it is looked
    again before more is mended.
    """

    def __init__(
        self, project: Project, issues: Sequence[Issue], rule: str, title: Message
    ) -> None:
        self.before = self._after = project
        self._issues, self._rule, self._title = issues, rule, title
        self._edits: list[Edit] = []

    @property
    def edit(self) -> Mended:
        """What was mended so far."""
        return Mended(
            tuple(self._edits), self._title, Where(), before=self.before, after=self._after
        )

    def slices(self) -> Iterator[None]:
        """Do it; every step may pause."""
        checker, left = Checker(), len(self._issues) + 1
        for _round in range(MOST_ROUNDS):
            found = [fix.edit for _issue, fix in alike(self._issues, self._rule, self._title)]
            if not found or len(found) >= left:
                return
            left = len(found)
            here = _one_each_place(found)
            yield from self._apply(here)
            if len(here) == len(found):
                return
            checker.update(self._after)
            yield from checker.slices()
            self._issues = checker.issues

    def _apply(self, edits: Sequence[Edit]) -> Iterator[None]:
        for edit in edits:
            with suppress(KeyError):  # its place has gone with what was mended before
                self._after = edit.apply(self._after)
                self._edits.append(edit)
            yield


def mend_all(project: Project, issues: Sequence[Issue], rule: str, title: Message) -> Mended:
    """All that can be mended in one way, as one step."""
    mending = MendAll(project, issues, rule, title)
    for _pause in mending.slices():
        pass
    return mending.edit


def _one_each_place(edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """Those that touch different blocks, the first of each."""
    first: dict[tuple[object, ...], Edit] = {}
    for edit in edits:
        first.setdefault((edit.where.flow, edit.where.blocks), edit)
    return tuple(first.values())
