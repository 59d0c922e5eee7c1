"""The panel of problems in the words of an author."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from flowdesigner.app.problems.model import Heading
from flowdesigner.app.problems.panel import ProblemsPanel
from flowdesigner.checks.rule import Issue
from flowdesigner.model.project import Project
from tests.app.drivers.window import WindowDriver


class ProblemsDriver:
    """Looks at the list of problems, chooses, filters and mends."""

    def __init__(self, window: WindowDriver, project: Project) -> None:
        self.window = window
        window.desk.document.open(project)
        window.desk.show_drawing()
        window.settle()

    @property
    def panel(self) -> ProblemsPanel:
        return self.window.desk.panels.problems

    @property
    def project(self) -> Project:
        return self.window.desk.document.project

    @property
    def rows(self) -> list[str]:
        """What the rows say; headings end with how many are below, and whether they are open."""
        model = self.panel.list.model()
        told = []
        for at in range(model.rowCount()):
            line = self.panel.list.model().index(at, 0)
            words, entry = str(line.data()), self._line(at)
            if isinstance(entry, Heading):
                words = f"{words} {entry.count}" + ("" if entry.is_open else " …")
            told.append(words)
        return told

    def _line(self, row: int) -> object:
        return self.panel._model.line(row)

    def choose(self, words: str) -> None:
        """Choose the row that says something."""
        row = next(at for at, told in enumerate(self.rows) if words in told)
        self.panel.list.choose(row)
        self.window.settle()

    def choose_issue(self, issue: Issue) -> None:
        """Choose the row of a problem."""
        lines = [self._line(at) for at in range(len(self.rows))]
        self.panel.list.choose(lines.index(issue))
        self.window.settle()

    def key(self, key: Qt.Key) -> None:
        """Press a key in the list."""
        QTest.keyClick(self.panel.list, key)
        self.window.settle()

    def press(self, words: str) -> None:
        """Press a button of the details."""
        self._button(words).click()
        self.panel.mending.finish()
        self.window.settle()

    def _button(self, words: str) -> QPushButton:
        buttons = self.panel.details.findChildren(QPushButton)
        return next(each for each in buttons if each.text() == words)

    @property
    def buttons(self) -> list[str]:
        """What can be done about the chosen problem."""
        return [each.text() for each in self.panel.details.findChildren(QPushButton)]

    @property
    def told(self) -> list[str]:
        """What is told of the chosen problem."""
        return [each.text() for each in self.panel.details.findChildren(QLabel)]

    def filter(self, words: str) -> None:
        """Type words that problems have to say."""
        self.panel.filters.line.show_text(words)
        self.panel.filters.changed.emit()
        self.window.settle()

    def pick(self, choice: str, word: str) -> None:
        """Take one of the choices above the list."""
        box = getattr(self.panel.filters, choice)
        box.choose(word)
        self.panel.filters.changed.emit()
        self.window.settle()
