"""The problems of the block that is shown, each with its fixes."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from flowdesigner.app.icons import icon
from flowdesigner.app.inspector.editor import bare, column
from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.app.widgets.card import Card
from flowdesigner.app.widgets.plain_label import PlainLabel
from flowdesigner.checks.rule import SEVERITY_LABELS, Issue, Severity
from flowdesigner.texts import translate

_SIGNS = {
    Severity.ERROR: "circle-alert",
    Severity.WARNING: "triangle-alert",
    Severity.HINT: "lightbulb",
}
_MOST_FIXES = 2


class IssueList(QWidget):
    """A box for each problem."""

    fix_asked = Signal(object)
    """A `Fix`."""
    place_asked = Signal(object)
    """The path of the field that the problem is in."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._issues: tuple[Issue, ...] = ()
        self._box = column(self, 4)
        self.hide()

    def show_issues(self, issues: Sequence[Issue]) -> None:
        """Show these problems."""
        if tuple(issues) != self._issues:
            self._issues = tuple(issues)
            self._fill()

    def _fill(self) -> None:
        while (item := self._box.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for issue in self._issues:
            self._box.addWidget(self._row(issue))
        self.setVisible(bool(self._issues))

    def _row(self, issue: Issue) -> QWidget:
        colour = {"error": self._theme.error, "warning": self._theme.warning}.get(
            issue.severity, self._theme.hint
        )
        row = Card(self._theme, self, bar=colour)
        sign = QLabel()
        sign.setPixmap(
            icon(_SIGNS[issue.severity], colour).pixmap(QSize(16, 16), self.devicePixelRatioF())
        )
        sign.setToolTip(translate(SEVERITY_LABELS[issue.severity]))
        words = PlainLabel(str(issue.message), wrap=True)
        words.setAccessibleName(f"{translate(SEVERITY_LABELS[issue.severity])}. {issue.message}")
        head = bare(QHBoxLayout(), SPACE)
        head.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(words, 1)
        box = QVBoxLayout(row)
        box.setContentsMargins(SPACE, 6, 6, 6)
        box.setSpacing(4)
        box.addLayout(head)
        for fix in issue.fixes[:_MOST_FIXES]:
            button = QPushButton(str(fix.title))
            button.clicked.connect(lambda _=False, fix=fix: self.fix_asked.emit(fix))
            box.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return row

    def retranslate(self) -> None:
        """Speak the language in use."""
        self._fill()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self._fill()
