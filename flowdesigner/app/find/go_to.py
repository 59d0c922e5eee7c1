"""Going to a flow or a block by its name."""

from collections.abc import Sequence

from flowdesigner.app.document import Document
from flowdesigner.app.find.lookup import Entry
from flowdesigner.app.focus import Focus
from flowdesigner.edits.edit import Where
from flowdesigner.find.named import Named, everything_named, ranked

MOST = 60
"""More are not listed; whoever does not see it among them types more of its name."""


class GoTo:
    """What fits typed letters among the flows and blocks of the project, as it is on opening."""

    def __init__(self, document: Document, focus: Focus) -> None:
        self._focus = focus
        self._names = tuple(everything_named(document.project, focus.language))
        self._fitting: Sequence[Named] = self._names
        self._typed = ""

    def find(self, typed: str) -> Sequence[Entry]:
        """The best of them first."""
        further = self._typed and typed.startswith(self._typed)
        self._fitting = ranked(self._fitting if further else self._names, typed, self._focus.flow)
        self._typed = typed
        return [self._entry(each) for each in self._fitting[:MOST]]

    def _entry(self, named: Named) -> Entry:
        detail = " · ".join(each for each in (named.kind, named.block and named.flow_title) if each)
        return Entry(named, named.title, detail, named.icon, named.group)

    def go(self, named: Named) -> None:
        """Look at it."""
        blocks = (named.block,) if named.block else ()
        self._focus.go_to(Where(named.flow, blocks))
