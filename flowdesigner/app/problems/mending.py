"""Mending many problems while the window goes on living."""

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from flowdesigner.app.document import Document
from flowdesigner.app.guarded import guarded
from flowdesigner.app.problems.live import SLICE, LiveChecks
from flowdesigner.checks.mend_all import MendAll
from flowdesigner.texts import Message


class Mending(QObject):
    """Mends all of a kind in slices, and makes it one step of the history."""

    changed = Signal()
    """It has begun, or it is over."""

    def __init__(self, document: Document, checks: LiveChecks, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._checks = document, checks
        self._mending: MendAll | None = None
        self._work: Iterator[None] = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)
        document.changed.connect(self._give_up)
        document.replaced.connect(self._give_up)

    @property
    def busy(self) -> bool:
        """Whether it is at work."""
        return self._mending is not None

    def begin(self, rule: str, title: Message) -> None:
        """Mend all that a rule finds and that can be mended in this way."""
        self._mending = MendAll(self._document.project, self._checks.issues, rule, title)
        self._work = self._mending.slices()
        self._timer.start()
        self.changed.emit()

    def finish(self) -> None:
        """Do all the work now."""
        while self.busy:
            self._go_on()

    def _give_up(self, *_change: object) -> None:
        """The author has changed something else: what was found may be wrong by now."""
        if self.busy:
            self._end()

    def _end(self) -> None:
        self._mending = None
        self._timer.stop()
        self.changed.emit()

    @guarded(None)
    def _go_on(self) -> None:
        until = time.perf_counter() + SLICE
        while self._mending and time.perf_counter() < until:
            if next(self._work, self) is self:
                edit = self._mending.edit
                self._end()
                self._document.end_typing()
                self._document.do(edit)
