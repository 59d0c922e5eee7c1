"""The panel of problems: what is wrong, where, why it matters, and a button that mends it."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QInputDialog,
    QLineEdit,
    QListView,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from flowdesigner.app.document import Document
from flowdesigner.app.focus import Focus
from flowdesigner.app.icons import icon
from flowdesigner.app.problems.live import LiveChecks
from flowdesigner.app.problems.model import ProblemsModel
from flowdesigner.app.problems.row import SIGNS, ProblemRow, severity_colour
from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.app.widgets.plain_label import PlainLabel
from flowdesigner.checks.rule import SEVERITY_LABELS, Fix, Issue, Severity
from flowdesigner.checks.rules import BY_NAME
from flowdesigner.edits.blocks import SetValue
from flowdesigner.edits.edit import Where
from flowdesigner.model.change import Change
from flowdesigner.texts import N_, message, ntranslate, translate


class ProblemsPanel(QWidget):
    """The live list of problems, with the details of the one that is chosen."""

    path_shown = Signal(object)
    """The way through the flow that shows the chosen problem, as blocks and exits."""
    help_asked = Signal(str)
    """The name of the rule on which more is wanted."""

    def __init__(
        self,
        document: Document,
        focus: Focus,
        checks: LiveChecks,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._focus, self._checks, self._theme = document, focus, checks, theme
        self._model = ProblemsModel(checks, focus, self)
        self._row = ProblemRow(theme, self)
        self._list = QListView(self)  # never without a parent: it would be shown as a window
        self._list.setModel(self._model)
        self._list.setItemDelegate(self._row)
        self._list.setMouseTracking(True)
        self._list.setUniformItemSizes(True)
        self._list.setLayoutMode(QListView.LayoutMode.Batched)
        self._list.setFrameShape(QListView.Shape.NoFrame)
        self._filters = {each: self._filter_button() for each in Severity}
        self._good = PlainLabel()
        self._good.setObjectName("muted")
        self._good.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._details = QVBoxLayout()
        self._lay_out()
        self._list.clicked.connect(self._go_to)
        self._list.activated.connect(self._go_to)
        self._list.selectionModel().currentChanged.connect(self._show_details)
        checks.changed.connect(self._refresh)
        document.changed.connect(self._follow)
        self.retranslate()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(SPACE, SPACE // 2, SPACE, 0)
        for button in self._filters.values():
            bar.addWidget(button)
        bar.addStretch(1)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._good)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE // 2)
        column.addLayout(bar)
        column.addLayout(self._stack, 1)
        right = QScrollArea()
        right.setWidgetResizable(True)
        right.setFrameShape(QScrollArea.Shape.NoFrame)
        holder = QWidget()
        holder.setLayout(self._details)
        right.setWidget(holder)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(left)
        split.addWidget(right)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setSizes([600, 400])
        split.setChildrenCollapsible(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(split)
        self._split, self._right = split, right

    def _filter_button(self) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setChecked(True)
        button.setAutoRaise(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.toggled.connect(self._refresh)
        return button

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = self._row.theme = theme
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in use."""
        self._list.setAccessibleName(translate(N_("Problems")))
        for severity, button in self._filters.items():
            button.setIcon(icon(SIGNS[severity], severity_colour(self._theme, severity)))
        self._refresh()

    def next_problem(self) -> None:
        """Choose the problem after the chosen one, and go to it."""
        row = self._list.currentIndex().row() + 1
        if row >= self._model.rowCount() and self._model.canFetchMore(QModelIndex()):
            self._model.fetchMore(QModelIndex())
        if count := self._model.rowCount():
            row %= count
            self._list.setCurrentIndex(self._model.index(row))
            self._go_to(self._model.index(row))

    def _follow(self, _change: Change) -> None:
        self._model.follow(self._document.project)
        self._list.viewport().update()

    def _refresh(self, _checked: bool = False) -> None:
        chosen = self._model.issue(self._list.currentIndex().row())
        counts = self._checks.counts
        for severity, button in self._filters.items():
            button.setText(f"{counts[severity]}")
            name = translate(SEVERITY_LABELS[severity])
            button.setAccessibleName(f"{name}: {counts[severity]}")
            button.setToolTip(name)
        wanted = {each for each, button in self._filters.items() if button.isChecked()}
        self._model.show(self._document.project, wanted)
        row = self._model.row_of(chosen) if chosen else -1
        if row >= 0:
            self._list.setCurrentIndex(self._model.index(row))
        else:
            self._list.setCurrentIndex(QModelIndex())
        self._show_details()
        empty = self._model.rowCount() == 0
        self._stack.setCurrentWidget(self._good if empty else self._list)
        self._good.setText(
            translate(N_("No problems. Try the conversation out with F5."))
            if not self._checks.issues
            else translate(N_("Nothing of the chosen kinds."))
        )

    def _go_to(self, index: QModelIndex) -> None:
        issue = self._model.issue(index.row())
        if issue is not None:
            blocks = (issue.block,) if issue.block else ()
            self._focus.go_to(Where(issue.flow, blocks, issue.field))
            self.path_shown.emit(issue.path)

    def _show_details(self, *_indexes: object) -> None:
        while (item := self._details.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        issue = self._model.issue(self._list.currentIndex().row())
        self._right.setVisible(issue is not None)
        if issue is None:
            return
        self._add_text(str(issue.message), "subheading")
        rule = BY_NAME.get(issue.rule)
        if rule is not None:
            self._add_text(translate(rule.manual.why), "muted")
            self._add_text(translate(rule.manual.cure), "")
        for fix in issue.fixes:
            self._details.addWidget(self._fix_button(fix))
        if issue.block is not None:
            ignore = QPushButton(translate(N_("Ignore here…")))
            ignore.clicked.connect(lambda _=False, issue=issue: self._ignore(issue))
            self._details.addWidget(ignore)
        more = QPushButton(translate(N_("More on this check")))
        more.setIcon(icon("circle-question-mark", self._theme.muted))
        more.clicked.connect(lambda _=False, rule=issue.rule: self.help_asked.emit(rule))
        self._details.addWidget(more)
        self._details.addStretch(1)

    def _add_text(self, text: str, name: str) -> None:
        if text:
            label = PlainLabel(text, wrap=True)
            label.setObjectName(name)
            self._details.addWidget(label)

    def _fix_button(self, fix: Fix) -> QPushButton:
        button = QPushButton(str(fix.title).replace("&", "&&"))
        button.setIcon(icon("wrench", self._theme.on_accent))
        button.setObjectName("primary")
        button.clicked.connect(lambda _=False: self._document.do(fix.edit))
        return button

    def _ignore(self, issue: Issue) -> None:
        if issue.flow is None or issue.block is None:
            return
        reason, ok = QInputDialog.getText(
            self,
            translate(N_("Ignore this problem")),
            translate(N_("Why it may stay (your colleagues will read this):")),
            QLineEdit.EchoMode.Normal,
        )
        if ok and reason.strip():
            self._document.do(
                SetValue(
                    issue.flow, issue.block, ("ignore", issue.rule), reason.strip(),
                    named=message(N_("Ignore a problem")),
                )
            )  # fmt: skip

    @property
    def chosen_rule(self) -> str:
        """The rule of the chosen problem, if one is chosen."""
        issue = self._model.issue(self._list.currentIndex().row())
        return issue.rule if issue is not None else ""

    def summary(self) -> str:
        """How many problems there are, for the status bar."""
        count = len(self._checks.issues)
        if not count:
            return translate(N_("No problems"))
        return ntranslate("{n} problem", "{n} problems", count)
