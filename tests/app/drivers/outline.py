"""The outline in the words of an author: go to this line, press a key, read what is there."""

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from flowdesigner.app.document import Document
from flowdesigner.app.focus import Focus
from flowdesigner.app.outline.panel import OutlinePanel
from flowdesigner.app.theme import LIGHT
from flowdesigner.app.widgets.chooser import Chooser
from flowdesigner.model.flow import Flow
from flowdesigner.model.project import Project


class OutlineDriver:
    """Reads lines and presses keys in an outline."""

    def __init__(self, document: Document, focus: Focus) -> None:
        self.document, self.focus = document, focus
        self.panel = OutlinePanel(document, focus, LIGHT)
        self.panel.resize(420, 700)
        self.panel.show()
        self.panel.tree.setFocus()
        QApplication.processEvents()

    @classmethod
    def of(cls, project: Project) -> "OutlineDriver":
        """An outline of a project, with nothing else around it."""
        document = Document(project)
        return cls(document, Focus(document))

    @property
    def flow(self) -> Flow:
        return self.document.project.flows[self.focus.flow]

    def lines(self) -> list[str]:
        """What can be read, top to bottom, indented as it is shown; `+` for what can be opened."""
        return list(self._under(QModelIndex(), 0))

    def _under(self, parent: QModelIndex, depth: int) -> list[str]:
        model, tree = self.panel.model, self.panel.tree
        found = []
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            closed = model.rowCount(index) > 0 and not tree.isExpanded(index)
            found.append("  " * depth + ("+ " if closed else "") + str(index.data()))
            if not closed:
                found += self._under(index, depth + 1)
        return found

    def go_to(self, block: str, exit: str = "") -> None:
        """Put the keyboard on a line."""
        self.panel.tree.setCurrentIndex(self.panel.model.index_of(block, exit))

    @property
    def current(self) -> str:
        """What stands on the line that has the keyboard."""
        return str(self.panel.tree.currentIndex().data())

    def keys(self, written: str) -> None:
        """Press keys, written as in a menu, wherever the keyboard is."""
        combination = QKeySequence(written)[0]
        QTest.keyClick(
            QApplication.focusWidget() or self.panel.tree,
            combination.key(),
            combination.keyboardModifiers(),
        )
        QApplication.processEvents()

    def type(self, words: str) -> None:
        """Type where the keyboard is."""
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClicks(widget, words)

    @property
    def offered(self) -> list[str]:
        """What the open search lists."""
        (chooser,) = [each for each in self.panel.findChildren(Chooser) if each.isVisible()]
        return chooser.words

    def undo(self) -> None:
        self.document.undo()
