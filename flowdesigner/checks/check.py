"""Checking a project, whole or little by little while it is edited."""

import gc
from collections.abc import Iterator, Mapping
from datetime import date
from time import perf_counter

from flowdesigner.checks.results import Results
from flowdesigner.checks.rule import Issue
from flowdesigner.checks.rules import RULES
from flowdesigner.model.change import Change
from flowdesigner.model.project import Project

SLICE = 0.001
"""Seconds of work after which others are asked whether they want a turn."""


def check(
    project: Project, as_of: date | None = None, files: Mapping[str, int] = {}
) -> tuple[Issue, ...]:
    """Everything that is wrong with a project, in the order of its flows and blocks.

    The limits, prices and laws of a day count, today's when none is named. `files` are the bytes
    of those that lie beside the project.
    """
    results = Results(RULES, as_of, files)
    collecting = gc.isenabled()
    gc.disable()  # what is found is kept; looking through it again and again takes a fifth more
    try:
        for _pause in results.work(project):
            pass
        return results.issues(project)
    finally:
        if collecting:
            gc.enable()


class Checker:
    """Keeps the issues of a project that is being edited, doing only what an edit made necessary.

    Tell it the project with `update`, then go through `slices`, a little at a time; `issues` are
    the old ones where the work has not come to yet. After another `update` begin anew with new
    `slices`: nothing that was done is lost.
    """

    def __init__(self) -> None:
        self._results = Results(RULES)
        self._project = Project()
        self._done = self._touched = True

    @property
    def project(self) -> Project:
        """The project that is looked at."""
        return self._project

    @property
    def done(self) -> bool:
        """Whether the issues are those of the project as it is."""
        return self._done

    @property
    def touched_known(self) -> bool:
        """Whether the issues are already those of the blocks and links that were touched."""
        return self._touched

    @property
    def issues(self) -> tuple[Issue, ...]:
        """What is known to be wrong, in the order of flows and blocks."""
        return self._results.issues(self._project)

    def by_block(self, flow: str) -> Mapping[str | None, tuple[Issue, ...]]:
        """What is known to be wrong in a flow by block; the same object where it stays the same."""
        return self._results.by_block(flow)

    def update(self, project: Project, change: Change | None = None) -> None:
        """Look at this project from now on; a change that only moves things needs no work."""
        moved_only = bool(change) and all(each.path[0] == "layout" for each in change or ())
        self._done = self._done and moved_only
        self._touched = self._touched and moved_only
        self._project = project

    def slices(self) -> Iterator[None]:
        """Bring the issues up to date, a few milliseconds at a time."""
        if self._done:
            return
        project, until = self._project, perf_counter() + SLICE
        for _pause in self._results.work(project):
            touched = not self._touched and self._results.touched_known
            self._touched = self._touched or touched
            if touched or perf_counter() >= until:
                yield
                if project is not self._project:
                    return
                until = perf_counter() + SLICE
        self._done = True
