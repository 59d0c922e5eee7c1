"""The list of problems for Qt's views."""

from collections.abc import Container

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from flowdesigner.app.focus import Focus
from flowdesigner.app.guarded import guarded
from flowdesigner.app.naming import block_name, flow_name
from flowdesigner.app.problems.live import LiveChecks
from flowdesigner.checks.rule import SEVERITY_LABELS, Issue, Severity
from flowdesigner.model.project import Project
from flowdesigner.texts import translate

ISSUE = Qt.ItemDataRole.UserRole
PLACE = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class ProblemsModel(QAbstractListModel):
    """The issues of the kinds that are wanted."""

    def __init__(self, checks: LiveChecks, focus: Focus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._checks, self._focus = checks, focus
        self._project = Project()
        self._shown: tuple[Issue, ...] = ()

    def show(self, project: Project, severities: Container[Severity]) -> None:
        """Take the issues anew."""
        self.beginResetModel()
        self._project = project
        self._shown = tuple(each for each in self._checks.issues if each.severity in severities)
        self.endResetModel()

    def follow(self, project: Project) -> None:
        """Call the places what they are called in the project as it is now.

        Whoever shows them paints again; told of a change, a view would lay every row out anew.
        """
        self._project = project

    def issue(self, row: int) -> Issue | None:
        """The issue of a row."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, issue: Issue) -> int:
        """Where an issue stands, or -1."""
        return self._shown.index(issue) if issue in self._shown else -1

    @guarded(0)
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

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
