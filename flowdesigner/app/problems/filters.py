"""The row of buttons and fields above the problems: which are wanted, and in what order."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from flowdesigner.app.icons import icon
from flowdesigner.app.naming import flow_name, language_name
from flowdesigner.app.problems.row import SIGNS, severity_colour
from flowdesigner.app.problems.wanted import (
    GROUPING_LABELS,
    SCOPE_LABELS,
    Grouping,
    Scope,
    Wanted,
)
from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.app.widgets.choice import Choice
from flowdesigner.app.widgets.line import Line
from flowdesigner.app.widgets.menu_button import MenuButton
from flowdesigner.app.widgets.wrapped_row import WrappedRow
from flowdesigner.checks.rule import SEVERITY_LABELS, Severity
from flowdesigner.model.project import Project
from flowdesigner.texts import N_, translate

_REST = 150
"""Milliseconds after a keystroke in which another one may come."""
_FLOW = "flow:"


class Filters(QWidget):
    """What the author chooses of the problems."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.severities: Mapping[Severity, QToolButton] = {
            each: self._severity_button() for each in Severity
        }
        self.line = Line(self)
        self.scope = Choice(self)
        self.language = MenuButton("languages", N_("Language of the texts"), theme, self)
        self.by = MenuButton("list", N_("Grouped"), theme, self)
        self._later = QTimer(self, singleShot=True, interval=_REST)
        self._later.timeout.connect(self.changed)
        self._lay_out()
        self.line.typed.connect(lambda _words: self._later.start())
        self.scope.activated.connect(lambda _at: self.changed.emit())
        for choice in (self.language, self.by):
            choice.chosen.connect(lambda _word: self.changed.emit())

    def _severity_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setCheckable(True)
        button.setChecked(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.toggled.connect(lambda _on: self.changed.emit())
        return button

    def _lay_out(self) -> None:
        row = WrappedRow(self, gap=SPACE, line_gap=SPACE // 2)
        self.setContentsMargins(SPACE, SPACE // 2, SPACE, SPACE // 2)
        self.line.setMinimumWidth(150)
        for widget in (*self.severities.values(), self.line, self.scope, self.language, self.by):
            row.addWidget(widget)
        self.scope.setMinimumContentsLength(13)

    # ------------------------------------------------------------------ what is chosen

    @property
    def wanted(self) -> Wanted:
        """Where and in which language problems are wanted."""
        scope = str(self.scope.currentData() or Scope.EVERYWHERE)
        language = self.language.word
        if scope.startswith(_FLOW):
            return Wanted(flow=scope.removeprefix(_FLOW), language=language)
        return Wanted(scope=Scope(scope), language=language)

    @property
    def words(self) -> str:
        """What a problem has to say somewhere."""
        return self.line.text().strip().casefold()

    @property
    def grouping(self) -> Grouping:
        """What problems stand under."""
        return Grouping(self.by.word or Grouping.SEVERITY)

    @property
    def severities_wanted(self) -> frozenset[Severity]:
        """The severities of which problems are wanted."""
        return frozenset(each for each, button in self.severities.items() if button.isChecked())

    def clear(self) -> None:
        """Want everything again."""
        for button in self.severities.values():
            button.blockSignals(True)
            button.setChecked(True)
            button.blockSignals(False)
        self.line.show_text("")
        self.scope.choose(Scope.EVERYWHERE.value)
        self.language.choose("")
        self.changed.emit()

    # ------------------------------------------------------------------ showing

    def count(self, counts: Mapping[Severity, int]) -> None:
        """Tell how many problems of each severity there are."""
        for severity, button in self.severities.items():
            number = str(counts[severity])
            if button.text() != number:
                button.setText(number)
                name = translate(SEVERITY_LABELS[severity])
                button.setAccessibleName(f"{name}: {number}")

    def offer(self, project: Project) -> None:
        """Offer the flows and languages of a project."""
        flows = [(f"{_FLOW}{id}", flow_name(project, id)) for id in project.flows]
        scopes = [(each.value, translate(label)) for each, label in SCOPE_LABELS.items()]
        self.scope.offer(scopes + (flows if len(flows) > 1 else []))
        languages = [(code, language_name(code)) for code in project.languages]
        self.language.offer([("", translate(N_("All languages"))), *languages])
        self.language.setVisible(len(languages) > 1)
        if self.scope.currentIndex() < 0:
            self.scope.setCurrentIndex(0)

    def retranslate(self) -> None:
        """Speak the language in use."""
        for severity, button in self.severities.items():
            button.setIcon(icon(SIGNS[severity], severity_colour(self._theme, severity)))
            button.setToolTip(translate(SEVERITY_LABELS[severity]))
            button.setText("")
        self.line.setPlaceholderText(translate(N_("Filter by words")))
        self.line.setAccessibleName(translate(N_("Filter by words")))
        self.scope.setAccessibleName(translate(N_("Where")))
        self.by.offer([(each.value, translate(label)) for each, label in GROUPING_LABELS.items()])
        self.by.retranslate()
        self.language.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.language.set_theme(theme)
        self.by.set_theme(theme)
