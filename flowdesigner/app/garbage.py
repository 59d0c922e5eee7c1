"""Garbage is collected on the window's thread, between events, and thoroughly only while it rests.

Qt's objects may only die there; and a full collection of a large project's values takes longer
than a keystroke may.
"""

import gc
import time

from PySide6.QtCore import QObject, QTimer

from flowdesigner.app.document import Document

OFTEN = 200
"""Milliseconds between collections of what was made since the last one."""
MANY = 50_000
"""So much that stays is what was found out of a large project: no garbage, and long to look at."""
PLANS = ((60.0, 5.0, 2), (5.0, 1.5, 1))
"""Seconds since the last such collection, seconds of rest, and how thorough it is."""


class Garbage(QObject):
    """Takes Python's collector over until it is stopped."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._edited = time.monotonic()
        self._last = {generation: self._edited for _seldom, _rest, generation in PLANS}
        self._timer = QTimer(self)
        self._timer.setInterval(OFTEN)
        self._timer.timeout.connect(self._collect)
        document.changed.connect(self._note)
        # What was just read is no garbage; to look through it would take longer than reading did.
        document.replaced.connect(lambda: QTimer.singleShot(0, gc.freeze))
        gc.disable()
        gc.collect()
        gc.freeze()
        self._timer.start()

    def stop(self) -> None:
        """Give the collector back."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    def _note(self, _change: object) -> None:
        self._edited = time.monotonic()

    def _collect(self) -> None:
        now = time.monotonic()
        for seldom, rest, generation in PLANS:
            if now - self._last[generation] > seldom and now - self._edited > rest:
                self._last[generation] = now
                if len(gc.get_objects(generation=1)) > MANY:
                    gc.freeze()
                gc.collect(generation)
                return
        gc.collect(0)
