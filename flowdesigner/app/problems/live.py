"""The checks, run in slices on the window's thread so that typing never waits for them."""

import time
from collections.abc import Callable, Iterator, Mapping
from itertools import chain

from PySide6.QtCore import QObject, QTimer, Signal

from flowdesigner.app.canvas.card import Problems
from flowdesigner.app.document import Document
from flowdesigner.app.guarded import guarded
from flowdesigner.app.problems.badges import Badges
from flowdesigner.checks.check import Checker
from flowdesigner.checks.rule import Issue, Severity
from flowdesigner.model.change import Change
from flowdesigner.texts import current_language

SLICE = 0.003
"""Seconds of work before the window gets a turn; the last piece of it may take a little longer."""
MOST_HELD = 2.0
"""Seconds after which the checks go on whatever else shall go before."""
REST = 120
"""Milliseconds that the checks wait after the author moved about."""


class LiveChecks(QObject):
    """The issues of the open project, always soon up to date."""

    changed = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.issues: tuple[Issue, ...] = ()
        """The worst first."""
        self._found: tuple[Issue, ...] = ()
        """The same as the checker tells them."""
        self.counts: Mapping[Severity, int] = dict.fromkeys(Severity, 0)
        self._checker = Checker()
        self._work: Iterator[None] = iter(())
        self._badges = Badges()
        self._told_touched = True
        self._held_until = 0.0
        self.held: Callable[[], bool] = lambda: False
        """Whether something goes before; whoever knows puts another one here."""
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self.go_on)
        self._later = QTimer(self, singleShot=True, interval=REST)
        self._later.timeout.connect(self._timer.start)
        document.changed.connect(self._update)
        document.replaced.connect(self.begin)
        self.begin()

    @property
    def busy(self) -> bool:
        """Whether the issues may be behind the project."""
        return self._timer.isActive() or self._later.isActive()

    @property
    def touched_known(self) -> bool:
        """Whether the issues are at least those of the blocks and links that were touched."""
        return self._told_touched

    def wait(self) -> None:
        """Somebody moves about: what is left to do is done afterwards."""
        if self.busy:
            self._timer.stop()
            self._later.start()

    def badges(self, flow: str) -> Mapping[str, Problems]:
        """The problems of a flow's blocks, the worst one named."""
        if self._badges.of != (flow, current_language()):
            self._badges = Badges(flow, current_language())
        for _pause in self._badges.follow(self._checker.by_block(flow)):
            pass
        return self._badges.all()

    def finish(self) -> None:
        """Do all the work now; for an export, which must not miss an error."""
        if self._later.isActive():
            self._later.stop()
            self._timer.start()
        while self.busy:
            self._work_on()

    def begin(self) -> None:
        """Look at everything anew."""
        self._checker.update(self._document.project)
        self._restart()

    def _update(self, change: Change) -> None:
        self._checker.update(self._document.project, change)
        self._restart()

    def _restart(self) -> None:
        self._work = self._steps()
        self._told_touched = self._checker.touched_known
        self._held_until = time.perf_counter() + MOST_HELD
        self._timer.start()

    def _steps(self) -> Iterator[None]:
        """Check, and tell twice: what was touched, and at last the rest."""
        for _pause in self._checker.slices():
            if self._checker.touched_known and not self._told_touched:
                yield from self._tell()
                self._told_touched = True
            yield
        yield from self._tell()
        self._told_touched = True

    @guarded(None)
    def go_on(self) -> None:
        """Work for a slice, unless something goes before."""
        if time.perf_counter() > self._held_until or not self.held():
            self._work_on()

    def _work_on(self) -> None:
        until = time.perf_counter() + SLICE
        while time.perf_counter() < until:
            if next(self._work, self) is self:
                self._timer.stop()
                return

    def _tell(self) -> Iterator[None]:
        yield from self._badges.follow(self._checker.by_block(self._badges.flow))
        found = self._checker.issues
        if found is self._found:
            return
        self._found = found
        # Severities are compared, since looking one up in a dictionary takes ten times as long.
        by_severity = {each: [i for i in found if i.severity is each] for each in Severity}
        issues = tuple(chain.from_iterable(by_severity.values()))
        if issues != self.issues:
            self.issues = issues
            self.counts = {each: len(found) for each, found in by_severity.items()}
            self.changed.emit()
