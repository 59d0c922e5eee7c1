"""The panel of problems: what is wrong, where, why it matters, and a button that mends it."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QInputDialog,
    QLineEdit,
    QMenu,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from flowdesigner.app.document import Document
from flowdesigner.app.focus import Focus
from flowdesigner.app.problems.details import Details, Remedy
from flowdesigner.app.problems.difference import differences
from flowdesigner.app.problems.empty import Empty
from flowdesigner.app.problems.filters import Filters
from flowdesigner.app.problems.list import ProblemList
from flowdesigner.app.problems.live import LiveChecks
from flowdesigner.app.problems.mending import Mending
from flowdesigner.app.problems.model import ProblemsModel
from flowdesigner.app.problems.row import ProblemRow
from flowdesigner.app.problems.said import Said
from flowdesigner.app.problems.touched import Touched
from flowdesigner.app.problems.wanted import IGNORED, Group, Here, grouped
from flowdesigner.app.theme import Theme
from flowdesigner.checks.mend_all import alike
from flowdesigner.checks.rule import Issue, Severity
from flowdesigner.edits.edit import Where
from flowdesigner.edits.ignore import Ignore, Ignored, ignored_in, may_stay_otherwise
from flowdesigner.model.change import Change
from flowdesigner.texts import N_, current_language, ntranslate, translate

_REST = 60
"""Milliseconds after an edit before the details of the chosen problem are looked at again."""


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
        self._ignored: tuple[Ignored, ...] = ()
        self._model = ProblemsModel(focus, self)
        self._said = Said(self._model)
        self._touched = Touched(document, self)
        self.mending = Mending(document, checks, self)
        self._row = ProblemRow(theme, self)
        self.filters = Filters(theme, self)
        self.list = ProblemList(self._model, self)
        self.list.setItemDelegate(self._row)
        self.details = Details(theme, self)
        self._empty = Empty(theme, self)
        self._shown: object = self  # nothing was shown yet
        self._told: tuple[str, Sequence[Remedy]] = ("", ())
        self._again = QTimer(self, singleShot=True, interval=_REST)
        self._again.timeout.connect(self._look_again)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        left = QWidget(self)
        self._stack = QStackedLayout(left)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(left)
        split.addWidget(self.details)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setSizes([600, 400])
        split.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        column.addWidget(split, 1)

    def _connect(self) -> None:
        self.filters.changed.connect(self._refresh)
        self.filters.line.returnPressed.connect(self.next_problem)
        self._empty.everything_asked.connect(self.filters.clear)
        self.list.gone_to.connect(self._go_to)
        self.list.menu_asked.connect(self._show_menu)
        self.list.selectionModel().currentChanged.connect(self._choose)
        self._model.dataChanged.connect(lambda *_rows: self._choose())
        self._model.modelReset.connect(lambda: self._choose())
        self.details.fix_asked.connect(lambda fix: self._document.do(fix.edit))
        self.details.all_asked.connect(lambda fix: self.mending.begin(self.chosen_rule, fix.title))
        self.mending.changed.connect(lambda: self.details.setEnabled(not self.mending.busy))
        self.details.ignore_asked.connect(self.ask_and_ignore)
        self.details.take_back_asked.connect(self.take_back)
        self.details.help_asked.connect(self.help_asked)
        self._checks.changed.connect(self._refresh)
        self._document.changed.connect(self._follow)
        self._document.replaced.connect(self._begin)
        self._focus.flow_changed.connect(self._look_elsewhere)
        self._focus.blocks_changed.connect(self._look_elsewhere)

    # ------------------------------------------------------------------ what is listed

    def _begin(self) -> None:
        self._ignored = tuple(ignored_in(self._document.project))
        self._shown = self
        self._take_project()
        self._refresh()

    def _take_project(self) -> None:
        self._model.follow(self._document.project)
        self.filters.offer(self._document.project)

    def _follow(self, change: Change) -> None:
        self._take_project()
        self.list.viewport().update()
        self._again.start()
        if may_stay_otherwise(change):
            ignored = tuple(ignored_in(self._document.project))
            if ignored != self._ignored:
                self._ignored = ignored
                self._refresh()

    def _look_elsewhere(self, *_what: object) -> None:
        chosen, selected = self.chosen, self._focus.blocks
        if not isinstance(chosen, Issue) or selected != ((chosen.block,) if chosen.block else ()):
            self.path_shown.emit(())
        if self.filters.wanted.scope in ("flow", "selected"):
            self._refresh()

    def _refresh(self) -> None:
        project, here = self._document.project, self._here()
        found = self.filters.wanted.chosen(self._checks.issues, here)
        found = self._said.saying(found, self.filters.words)
        counts = Counter(each.severity for each in found)
        self.filters.count({each: counts[each] for each in Severity})
        severities = self.filters.severities_wanted
        if len(severities) < len(Severity):
            found = [each for each in found if each.severity in severities]
        groups = grouped(found, self.filters.grouping, project)
        if self._ignored:
            groups = (*groups, Group(IGNORED, self._ignored))
        self._model.show(groups)
        self._stack.setCurrentWidget(self.list if groups else self._empty)
        self.details.setVisible(bool(groups))
        if not groups:
            self._empty.show_reason(filtered=bool(self._checks.issues))
        self._choose()

    def _here(self) -> Here:
        flow = self._focus.flow
        selected = frozenset((flow, block) for block in self._focus.blocks)
        return Here(flow, selected, self._touched.blocks)

    # ------------------------------------------------------------------ the chosen one

    @property
    def chosen(self) -> Issue | Ignored | None:
        """The chosen problem, if one is chosen."""
        line = self._model.line(self.list.currentIndex().row())
        return line if isinstance(line, Issue | Ignored) else None

    @property
    def chosen_rule(self) -> str:
        """The rule of the chosen problem, if one is chosen."""
        chosen = self.chosen
        return chosen.rule if chosen else ""

    def _choose(self, *_indexes: object) -> None:
        """Show the details of what is chosen, unless they are shown already."""
        chosen = self.chosen
        seen = (chosen, current_language(), self._theme.id) if chosen else None
        if seen == self._shown:
            return
        self._shown = seen
        self._show_details()
        if isinstance(chosen, Issue):
            self._light(chosen)

    def _look_again(self) -> None:
        """The project became another: a fix may change something else now."""
        chosen = self.chosen
        if not self.isVisible() or not isinstance(chosen, Issue):
            return
        if self._told != (self._model.place(chosen), self._remedies(chosen)):
            self._show_details()

    def _show_details(self) -> None:
        chosen = self.chosen
        if isinstance(chosen, Issue):
            self._told = self._model.place(chosen), self._remedies(chosen)
            self.details.show_issue(chosen, *self._told)
        elif isinstance(chosen, Ignored):
            self.details.show_ignored(chosen, self._model.place(chosen))
        else:
            self.details.show_nothing()

    def _remedies(self, issue: Issue) -> Sequence[Remedy]:
        project, language = self._document.project, self._focus.language
        found = []
        for fix in issue.fixes:
            changes = differences(project, fix.edit.apply(project), language)
            count = sum(1 for _each in alike(self._checks.issues, issue.rule, fix.title))
            found.append(Remedy((fix, changes, count)))
        return found

    def _light(self, issue: Issue) -> None:
        """Show on the canvas the way that leads to a problem of the flow that is open."""
        steps = [(step.block, step.exit) for step in issue.path if step.flow == issue.flow]
        here = issue.flow == self._focus.flow and len(steps) > 1
        self.path_shown.emit(tuple(steps) if here else ())

    def _go_to(self, row: int) -> None:
        line = self._model.line(row)
        if isinstance(line, Issue | Ignored):
            blocks = (line.block,) if line.block else ()
            field = line.field if isinstance(line, Issue) else ()
            self._focus.go_to(Where(line.flow, blocks, field))
        if isinstance(line, Issue):
            self._light(line)

    def next_problem(self) -> None:
        """Choose the problem after the chosen one, and go to it."""
        row = self._model.next_issue(self.list.currentIndex().row())
        if row >= 0:
            self.list.choose(row)
            self._go_to(row)

    # ------------------------------------------------------------------ what can be done

    def ask_and_ignore(self) -> None:
        """Let the chosen problem stand, for a reason that is asked for."""
        issue = self.chosen
        if not isinstance(issue, Issue):
            return
        reason, ok = QInputDialog.getText(
            self,
            translate(N_("Ignore this problem")),
            translate(N_("Why it may stay (your colleagues will read this):")),
            QLineEdit.EchoMode.Normal,
        )
        if ok and reason.strip():
            self._document.do(Ignore(Ignored(issue.rule, issue.flow, issue.block, reason.strip())))

    def take_back(self) -> None:
        """Let the chosen problem that is ignored be one again."""
        chosen = self.chosen
        if isinstance(chosen, Ignored):
            self._document.do(Ignore(Ignored(chosen.rule, chosen.flow, chosen.block, "")))

    def _show_menu(self, at: QPoint) -> None:
        chosen = self.chosen
        if chosen is None:
            return
        menu = QMenu(self)
        row = self.list.currentIndex().row()
        menu.addAction(translate(N_("Go there"))).triggered.connect(lambda: self._go_to(row))
        for fix in chosen.fixes if isinstance(chosen, Issue) else ():
            action = menu.addAction(str(fix.title).replace("&", "&&"))
            action.triggered.connect(lambda _=False, fix=fix: self._document.do(fix.edit))
        menu.addSeparator()
        if isinstance(chosen, Issue):
            menu.addAction(translate(N_("Ignore…"))).triggered.connect(self.ask_and_ignore)
        else:
            menu.addAction(translate(N_("Stop ignoring it"))).triggered.connect(self.take_back)
        more = menu.addAction(translate(N_("More on this check")))
        more.triggered.connect(lambda: self.help_asked.emit(chosen.rule))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    # ------------------------------------------------------------------ looks and words

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = self._row.theme = self.details.theme = self._empty.theme = theme
        self.filters.set_theme(theme)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in use."""
        self.list.setAccessibleName(translate(N_("Problems")))
        self.details.setAccessibleName(translate(N_("The chosen problem")))
        with QSignalBlocker(self.filters):
            self.filters.retranslate()
        self._shown = self
        self._begin()
        self.list.viewport().update()

    def summary(self) -> str:
        """How many problems there are, for the status bar."""
        count = len(self._checks.issues)
        if not count:
            return translate(N_("No problems"))
        return ntranslate("{n} problem", "{n} problems", count)
