"""The checks, run in slices on the window's thread so that typing never waits for them."""

import time
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from flowdesigner.app.document import Document
from flowdesigner.app.guarded import guarded
from flowdesigner.checks.check import Checker
from flowdesigner.checks.rule import Issue, Severity
from flowdesigner.model.change import Change
from flowdesigner.texts import current_language

SLICE = 0.004
"""Seconds of work before the window gets a turn."""
REST = 120
"""Milliseconds that the checks wait after the author moved about."""
_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.HINT: 2}


class Badge(NamedTuple):
    """What a block's picture says of its problems."""

    severity: str
    number: int
    message: str


class LiveChecks(QObject):
    """The issues of the open project, always soon up to date."""

    changed = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.issues: tuple[Issue, ...] = ()
        self._checker = Checker()
        self._work: Iterator[None] = iter(())
        self._said: dict[int, tuple[Issue, str, str]] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)
        self._later = QTimer(self, singleShot=True, interval=REST)
        self._later.timeout.connect(self._timer.start)
        document.changed.connect(self._update)
        document.replaced.connect(self._begin)
        self._begin()

    @property
    def busy(self) -> bool:
        """Whether the issues may be behind the project."""
        return self._timer.isActive() or self._later.isActive()

    def wait(self) -> None:
        """Somebody moves about: what is left to do is done afterwards."""
        if self.busy:
            self._timer.stop()
            self._later.start()

    def badges(self, flow: str) -> Mapping[str, Badge]:
        """The problems of a flow's blocks, the worst one named."""
        found: dict[str, Badge] = {}
        language = current_language()
        for issue in self.issues:
            if issue.flow == flow and issue.block is not None:
                before = found.get(issue.block)
                found[issue.block] = (
                    Badge(before.severity, before.number + 1, before.message)
                    if before
                    else Badge(issue.severity, 1, self._in_words(issue, language))
                )
        return found

    def _in_words(self, issue: Issue, language: str) -> str:
        """What an issue says; most issues stay the same objects from check to check."""
        known = self._said.get(id(issue))
        if known is None or known[0] is not issue or known[1] != language:
            known = self._said[id(issue)] = issue, language, str(issue.message)
        return known[2]

    def finish(self) -> None:
        """Do all the work now; for an export, which must not miss an error."""
        if self._later.isActive():
            self._later.stop()
            self._timer.start()
        while self.busy:
            self._go_on()

    def _begin(self) -> None:
        self._checker.update(self._document.project)
        self._restart()

    def _update(self, change: Change) -> None:
        self._checker.update(self._document.project, change)
        self._restart()

    def _restart(self) -> None:
        self._work = self._checker.slices()
        self._timer.start()

    @guarded(None)
    def _go_on(self) -> None:
        until = time.perf_counter() + SLICE
        while time.perf_counter() < until:
            if next(self._work, self) is self:
                self._timer.stop()
                self._tell()
                return

    def _tell(self) -> None:
        issues = tuple(sorted(self._checker.issues, key=lambda issue: _ORDER[issue.severity]))
        if issues != self.issues:
            self.issues = issues
            here = set(map(id, issues))
            self._said = {key: said for key, said in self._said.items() if key in here}
            self.changed.emit()
