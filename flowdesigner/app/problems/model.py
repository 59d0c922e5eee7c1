"""The list of problems for Qt's views."""

from collections.abc import Container

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from flowdesigner.app.focus import Focus
from flowdesigner.app.guarded import guarded
from flowdesigner.app.naming import block_name, flow_name
from flowdesigner.app.outline.stretches import Difference
from flowdesigner.app.problems.live import LiveChecks
from flowdesigner.checks.rule import SEVERITY_LABELS, Issue, Severity
from flowdesigner.model.project import Project
from flowdesigner.texts import translate

ISSUE = Qt.ItemDataRole.UserRole
PLACE = Qt.ItemDataRole.UserRole + 1

PART = 200
"""So many rows are made at a time; a view looks at each of them, however many can be seen."""

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class ProblemsModel(QAbstractListModel):
    """The issues of the kinds that are wanted."""

    def __init__(self, checks: LiveChecks, focus: Focus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._checks, self._focus = checks, focus
        self._project = Project()
        self._shown: tuple[Issue, ...] = ()
        self._rows = 0
        """So many of them have rows; the others get some when the author scrolls to them."""

    def show(self, project: Project, severities: Container[Severity]) -> None:
        """Take the issues anew; rows come and go only where something else stands now."""
        issues = self._checks.issues
        if not all(each in severities for each in Severity):
            issues = tuple(each for each in issues if each.severity in severities)
        self._project = project
        self._change(issues, max(self._rows, PART))

    def _change(self, issues: tuple[Issue, ...], rows: int) -> None:
        """Let other issues stand in so many rows."""
        before, now = self._shown[: self._rows], issues[:rows]
        if before == now:
            self._shown = issues
            return
        difference = Difference(before, now)
        at, gone, new = difference.at, len(difference.gone), len(difference.new)
        if gone:
            self.beginRemoveRows(_ROOT, at, at + gone - 1)
            self._shown, self._rows = before[:at] + before[at + gone :], len(before) - gone
            self.endRemoveRows()
        if new:
            self.beginInsertRows(_ROOT, at, at + new - 1)
            self._shown, self._rows = issues, len(now)
            self.endInsertRows()
        self._shown = issues

    def follow(self, project: Project) -> None:
        """Call the places what they are called in the project as it is now.

        Whoever shows them paints again; told of a change, a view would lay every row out anew.
        """
        self._project = project

    def issue(self, row: int) -> Issue | None:
        """The issue of a row."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, issue: Issue) -> int:
        """Where an issue stands, or -1; it has a row then."""
        row = next((at for at, each in enumerate(self._shown) if each is issue), -1)
        if row < 0 and issue in self._shown:
            row = self._shown.index(issue)
        self._change(self._shown, max(self._rows, row + 1))
        return row

    @guarded(0)
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._rows

    @guarded(False)
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._rows < len(self._shown)

    @guarded(None)
    def fetchMore(self, parent: Index) -> None:
        self._change(self._shown, self._rows + PART)

    @guarded(None)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        issue = self.issue(index.row())
        if issue is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return str(issue.message)
        if role == PLACE:
            return self.place(issue)
        if role == ISSUE:
            return issue
        if role == Qt.ItemDataRole.AccessibleTextRole:
            severity = translate(SEVERITY_LABELS[issue.severity])
            return f"{severity}. {issue.message} {self.place(issue)}"
        return None

    def place(self, issue: Issue) -> str:
        """Where the issue is, in the author's words."""
        if issue.flow is None:
            return ""
        name = flow_name(self._project, issue.flow)
        block = self._project.block(issue.flow, issue.block) if issue.block else None
        if block is None:
            return name
        told = block_name(self._project, block, self._focus.language)
        return f"{told}  ·  {name}" if len(self._project.flows) > 1 else told
