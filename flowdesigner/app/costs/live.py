"""The forecast of the open project, worked out in slices while its panel is seen."""

import time
from collections.abc import Generator
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from flowdesigner.app.document import Document
from flowdesigner.app.guarded import guarded
from flowdesigner.costs.forecast import Asked, Forecast, forecasting
from flowdesigner.costs.likely_ways import LikelyWay, likely_ways

SLICE = 0.004
"""Seconds of work before the window gets a turn."""
REST = 250
"""Milliseconds without a change before the work begins anew."""


class LiveCosts(QObject):
    """What the project costs as of a day, soon up to date."""

    changed = Signal()

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self.day = date.today()
        self.forecast: Forecast | None = None
        self.ways: tuple[LikelyWay, ...] = ()
        self._work: Generator[None, None, Forecast] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)
        self._later = QTimer(self, singleShot=True, interval=REST)
        self._later.timeout.connect(self.begin)

    @property
    def busy(self) -> bool:
        """Whether the forecast may be behind the project."""
        return self._timer.isActive() or self._later.isActive()

    def begin(self) -> None:
        """Work it out anew."""
        self._work = forecasting(self._document.project, Asked(as_of=self.day))
        self._timer.start()

    def begin_soon(self) -> None:
        """Work it out when the author rests."""
        self._timer.stop()
        self._later.start()

    def finish(self) -> None:
        """Do all the work now."""
        if self._later.isActive():
            self._later.stop()
            self.begin()
        while self.busy:
            self._go_on()

    @guarded(None)
    def _go_on(self) -> None:
        until = time.perf_counter() + SLICE
        try:
            while self._work is not None and time.perf_counter() < until:
                next(self._work)
        except StopIteration as done:
            self._timer.stop()
            self._work = None
            self.forecast = done.value
            self.ways = likely_ways(done.value)
            self.changed.emit()
