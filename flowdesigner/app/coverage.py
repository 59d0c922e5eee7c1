"""Which ways of the journey saved conversations take, kept right while the project is edited."""

from collections import Counter
from collections.abc import Iterator, Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from flowdesigner.app.document import Document
from flowdesigner.app.guarded import guarded
from flowdesigner.simulate.conversation import run_conversation

PAUSE = 600
"""Milliseconds after an edit until the conversations are run again."""

Taken = Mapping[str, Mapping[str, Mapping[str, int]]]
"""By flow, block and exit, how many conversations left by it."""


class Coverage(QObject):
    """Runs the saved conversations, one a turn of the window, while somebody wants to know."""

    changed = Signal(object)
    """What is taken now; nothing when nobody wants to know."""

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self.wanted = False
        self._work: Iterator[None] = iter(())
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._begin)
        self._turns = QTimer(self, interval=0)
        self._turns.timeout.connect(self._go_on)
        document.changed.connect(self._follow)
        document.replaced.connect(self._follow)

    def toggle(self) -> None:
        """Begin to tell, or stop."""
        self.wanted = not self.wanted
        if self.wanted:
            self._begin()
        else:
            self._pause.stop()
            self._turns.stop()
            self.changed.emit(None)

    def finish(self) -> None:
        """Run at once what is still to be run."""
        if self._pause.isActive():
            self._begin()
        while self._turns.isActive():
            self._go_on()

    def _follow(self, *_what: object) -> None:
        if self.wanted:
            self._pause.start()

    def _begin(self) -> None:
        self._pause.stop()
        self._work = self._run()
        self._turns.start()

    @guarded(None)
    def _go_on(self) -> None:
        if next(self._work, self) is self:
            self._turns.stop()

    def _run(self) -> Iterator[None]:
        project = self._document.project
        found: Counter[tuple[str, str, str]] = Counter()
        for id in project.conversations:
            found.update(set(run_conversation(project, id).session.taken))
            yield
        self.changed.emit(_by_place(found))


def _by_place(found: Mapping[tuple[str, str, str], int]) -> Taken:
    taken: dict[str, dict[str, dict[str, int]]] = {}
    for (flow, block, exit), count in found.items():
        taken.setdefault(flow, {}).setdefault(block, {})[exit] = count
    return taken
