"""Running the saved conversations, one a turn of the window."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from flowdesigner.app.document import Document
from flowdesigner.simulate.conversation import Result, run_conversation
from flowdesigner.texts import N_, translate


class SavedRuns(QObject):
    """How each saved conversation goes in the project as it is now."""

    changed = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._left: list[str] = []
        self._results: dict[str, Result] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._next)
        document.replaced.connect(self.forget)

    @property
    def results(self) -> Mapping[str, Result]:
        """What is known so far."""
        return self._results

    @property
    def ids(self) -> tuple[str, ...]:
        """All saved conversations."""
        return tuple(self._document.project.conversations)

    @property
    def running(self) -> bool:
        """Whether some are still to be run."""
        return bool(self._left)

    def run(self) -> None:
        """Run them all again."""
        self._left = list(self.ids)
        self._results = {id: each for id, each in self._results.items() if id in self._left}
        self._timer.start()
        self.changed.emit()

    def forget(self) -> None:
        """Know nothing, of another project."""
        self._left, self._results = [], {}
        self._timer.stop()
        self.changed.emit()

    def finish(self) -> None:
        """Run what is left at once."""
        while self._left:
            self._next()

    def _next(self) -> None:
        project = self._document.project
        if not self._left:
            self._timer.stop()
            return
        id = self._left.pop(0)
        if id in project.conversations:
            self._results[id] = run_conversation(project, id)
        if not self._left:
            self._timer.stop()
        self.changed.emit()


def verdict(result: Result | None) -> str:
    """How a conversation went, in a sentence."""
    if result is None:
        return translate(N_("Not run yet"))
    if result.difference is None:
        return translate(N_("As it was saved"))
    found = result.difference
    return translate(
        N_("Step {step}, expected: {expected}\nInstead: {got}"),
        step=found.step,
        expected=found.expected,
        got=found.got,
    )
