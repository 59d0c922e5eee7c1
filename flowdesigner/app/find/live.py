"""Looking for words in slices on the window's thread, so that typing never waits for it."""

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from flowdesigner.app.document import Document
from flowdesigner.app.guarded import guarded
from flowdesigner.find.query import Query
from flowdesigner.find.search import Hit, Search

SLICE = 0.004
"""Seconds of work before the window gets a turn."""
FIRST_TOLD = 0.08
"""After so many seconds what is found so far is told, when there is more to look through."""
MOST_HITS = 2_000
"""More are counted, but not listed; whoever finds so many types more."""


class LiveSearch(QObject):
    """What a query finds in the open project, always soon up to date."""

    told = Signal()
    """The hits are other ones, or more."""

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._search = Search()
        self._work: Iterator[tuple[Hit, ...]] = iter(())
        self._since, self._was_told = 0.0, False
        self._begun: list[Hit] = []
        self._counted = 0
        self.query = Query("")
        self.hits: tuple[Hit, ...] = ()
        self.count = 0
        """How many there are, listed or not."""
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """Whether there may be more hits."""
        return self._timer.isActive()

    def look_for(self, query: Query) -> None:
        """Begin to look for something else, or for the same again."""
        self.query = query
        self._work = self._search.slices(self._document.project, query)
        self._begun, self._counted = [], 0
        self._since, self._was_told = perf_counter(), False
        self._timer.start()

    def finish(self) -> None:
        """Do all the work now."""
        while self.busy:
            self._go_on()

    def every_hit(self) -> tuple[Hit, ...]:
        """All hits, also those that are not listed."""
        self.finish()
        if self.count == len(self.hits):
            return self.hits
        return self._search.all(self._document.project, self.query)

    @guarded(None)
    def _go_on(self) -> None:
        until = perf_counter() + SLICE
        while perf_counter() < until:
            found = next(self._work, None)
            if found is None:
                self._timer.stop()
                self._tell()
                return
            if found:
                self._counted += len(found)
                self._begun += found[: MOST_HITS - len(self._begun)]
        if not self._was_told and until - self._since > FIRST_TOLD:
            self._was_told = True
            self._tell()

    def _tell(self) -> None:
        self.hits, self.count = tuple(self._begun), self._counted
        self.told.emit()
