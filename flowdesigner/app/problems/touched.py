"""What an author has changed since the file was opened."""

from PySide6.QtCore import QObject

from flowdesigner.app.document import Document
from flowdesigner.app.problems.wanted import BlockKey
from flowdesigner.model.change import Change


class Touched(QObject):
    """Remembers the blocks that were changed, added, or had their flow changed."""

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self.blocks: set[BlockKey] = set()
        document.changed.connect(self._note)
        document.replaced.connect(self.blocks.clear)

    def _note(self, change: Change) -> None:
        for path in (each.path for each in change):
            if path[0] == "flows" and path[2:3] == ("blocks",) and len(path) > 3:
                self.blocks.add((path[1], path[3]))
            elif path[0] == "flows":
                self.blocks.add((path[1], None))
            elif path[0] != "layout":
                self.blocks.add((None, None))
