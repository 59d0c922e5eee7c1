"""What the menu “Find” does: words, blocks by name, only some blocks, variables, commands."""

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from flowdesigner.app.canvas.view import FlowCanvas
from flowdesigner.app.document import Document
from flowdesigner.app.find.commands import all_commands, ranked_commands
from flowdesigner.app.find.filter_bar import FilterBar, Severities
from flowdesigner.app.find.go_to import GoTo
from flowdesigner.app.find.history import HistoryPanel
from flowdesigner.app.find.lookup import Entry, Lookup
from flowdesigner.app.find.panel import FindPanel
from flowdesigner.app.find.visit import visit
from flowdesigner.app.focus import Focus
from flowdesigner.app.main_window import MainWindow
from flowdesigner.app.preferences import Preferences
from flowdesigner.app.problems.live import LiveChecks
from flowdesigner.app.rename_variable import rename_variable
from flowdesigner.app.theme import Theme
from flowdesigner.app.widgets.caret import select_in, selected_words, variable_at_caret
from flowdesigner.find.fuzzy import WORST, best
from flowdesigner.find.named import Named
from flowdesigner.find.search import Hit
from flowdesigner.model.variable import TYPE_LABELS
from flowdesigner.texts import N_, translate

_ROOM = 320
"""So high is the panel made, so that some hits can be seen."""


class Desk(Struct, frozen=True):
    """What it works with; panels and checks are made when they are wanted."""

    document: Document
    focus: Focus
    window: MainWindow
    canvas: FlowCanvas
    preferences: Preferences
    panel: Callable[[], FindPanel]
    history: Callable[[], HistoryPanel]
    checks: Callable[[], LiveChecks]
    add_block: Callable[[str], None]


class Finding(QObject):
    """The small windows that find, and what becomes of what was chosen there."""

    def __init__(self, desk: Desk, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._theme = desk, theme
        self.lookup = Lookup(theme, desk.window)
        self.filter = FilterBar(desk.document, desk.canvas, self._severities, theme)
        desk.checks().changed.connect(self.filter.refresh)
        self._take: Callable[[object], object] = lambda key: None
        self.lookup.chosen.connect(lambda key: self._take(key))
        panel = desk.panel()
        panel.asked_for.connect(self._visit)
        panel.left.connect(self._leave_panel)
        self._actions: Mapping[str, Callable[[], object]] = {
            "find": lambda: self.find(replace=False),
            "replace": lambda: self.find(replace=True),
            "next_hit": lambda: self._step(forward=True),
            "previous_hit": lambda: self._step(forward=False),
            "go_to": self.go_to,
            "filter": self.filter.ask,
            "rename_variable": self.rename_variable,
            "commands": self.commands,
            "history": self.show_history,
        }

    def do(self, action: str) -> None:
        """Do what an entry of the menus says."""
        self._actions[action]()

    # ---------------------------------------------------------------- words

    def find(self, *, replace: bool) -> None:
        """Open the panel; words that are selected somewhere are looked for."""
        words = selected_words(QApplication.focusWidget())
        self._raise("find_panel")
        window, dock = self._desk.window, self._desk.window.docks["find_panel"]
        if dock.height() < _ROOM:
            window.resizeDocks([dock], [_ROOM], Qt.Orientation.Vertical)
        self._desk.panel().ask(replace=replace, words=words)

    def _step(self, *, forward: bool) -> None:
        panel = self._desk.panel()
        if not panel.words.text():
            self.find(replace=False)
            return
        self._raise("find_panel")
        panel.next_hit() if forward else panel.previous_hit()

    def _visit(self, hit: Hit, type: bool) -> None:
        """Show the block and the field; let type in it, or leave the keyboard where it is."""
        before = QApplication.focusWidget()
        if type:
            self._raise("inspector_panel")
        visit(hit, self._desk.focus, self._desk.canvas)
        now = QApplication.focusWidget()
        if now is not before:
            select_in(now, hit)
            if before is not None and not type:
                before.setFocus()

    def _leave_panel(self) -> None:
        self._desk.window.docks["find_panel"].hide()
        self._desk.canvas.setFocus()

    # ---------------------------------------------------------------- names

    def go_to(self) -> None:
        """Let the author go to a block or flow by its name."""
        names = GoTo(self._desk.document, self._desk.focus)
        question = translate(N_("Go to a block or a flow: its name, words or id"))

        def go(key: object) -> None:
            if isinstance(key, Named):
                names.go(key)
                self._desk.canvas.setFocus()

        self._ask(question, names.find, go)

    def rename_variable(self) -> None:
        """Rename the variable at the caret, or one that is chosen."""
        at_caret = variable_at_caret(QApplication.focusWidget())
        variables = self._desk.document.project.variables
        if at_caret in variables:
            self._rename(at_caret)
            return
        entries = [
            Entry(name, name, translate(TYPE_LABELS[each.type]), "braces")
            for name, each in variables.items()
        ]

        def find(typed: str) -> list[Entry]:
            words = typed.lower().strip()
            return sorted(
                (each for each in entries if best(words, (each.title,)) < 2 * WORST),
                key=lambda entry: best(words, (entry.title,)),
            )

        self._ask(translate(N_("Which variable shall be renamed?")), find, self._rename)

    def _rename(self, name: object) -> None:
        rename_variable(self._desk.document, str(name), self._theme, self._desk.window)

    # ---------------------------------------------------------------- commands

    def commands(self) -> None:
        """Let the author choose from all that can be done."""
        window = self._desk.window
        listed = tuple(
            all_commands(
                window.actions_by_id,
                window.panel_titles,
                editing=window.actions_by_id["paste"].isEnabled(),
            )
        )
        recent = self._desk.preferences.commands
        self._ask(
            translate(N_("What do you want to do?")),
            lambda typed: ranked_commands(listed, recent, typed),
            self._run,
        )

    def _run(self, key: object) -> None:
        self._desk.preferences.remember_command(str(key))
        kind, _, id = str(key).partition(":")
        if kind == "add":
            self._desk.add_block(id)
        elif kind == "panel":
            self._desk.window.toggle_panel(self._desk.window.docks[id])
        else:
            self._desk.window.actions_by_id[id].trigger()

    # ---------------------------------------------------------------- the rest

    def show_history(self) -> None:
        """Show the steps of the history."""
        self._raise("history_panel")
        self._desk.history().setFocus()

    def _ask(
        self,
        question: str,
        find: Callable[[str], Sequence[Entry]],
        take: Callable[[object], object],
    ) -> None:
        self._take = take
        self.lookup.ask(question, find, back=QApplication.focusWidget())

    def _raise(self, panel: str) -> None:
        dock = self._desk.window.docks[panel]
        dock.show()
        dock.raise_()

    def _severities(self, flow: str) -> Severities:
        found: dict[str, frozenset[str]] = {}
        for issue in self._desk.checks().issues:
            if issue.flow == flow and issue.block is not None:
                found[issue.block] = found.get(issue.block, frozenset()) | {str(issue.severity)}
        return found

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.lookup.set_theme(theme)
        self.filter.set_theme(theme)

    def retranslate(self) -> None:
        """Speak the language in use."""
        self.lookup.leave()
        self.filter.retranslate()
