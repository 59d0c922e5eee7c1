"""The desk: the document, the panels that show it, and what the menus do with them."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from flowdesigner.app.actions import ARRANGING, FINDING
from flowdesigner.app.ask import confirm, tell
from flowdesigner.app.blank import blank_project
from flowdesigner.app.canvas.suggest import Habits
from flowdesigner.app.canvas.view import FlowCanvas
from flowdesigner.app.docking import dock_panels, make_when_seen, restore
from flowdesigner.app.document import Document
from flowdesigner.app.drawing import Drawing
from flowdesigner.app.files import Files
from flowdesigner.app.flow_tabs import FlowTabs
from flowdesigner.app.focus import Focus
from flowdesigner.app.guarded import on_failure
from flowdesigner.app.looking import Looking
from flowdesigner.app.main_window import MainWindow
from flowdesigner.app.naming import flow_name
from flowdesigner.app.panels import Panel, Panels, show_dialog
from flowdesigner.app.preferences import Preferences
from flowdesigner.app.start.samples import Sample
from flowdesigner.app.status_line import StatusLine
from flowdesigner.app.style import style_sheet
from flowdesigner.app.theme import DARK, LIGHT, Theme, palette_of
from flowdesigner.app.window_state import WindowState
from flowdesigner.edits.flows import RemoveFlow
from flowdesigner.model.project import Project
from flowdesigner.model.walk import Path as FieldPath
from flowdesigner.texts import N_, current_language, set_language, translate

READABLE = 0.6
"""The zoom below which the words on cards are hard to read."""


class Workbench(QObject):
    """Puts the window together; one window, one document."""

    def __init__(self, app: QApplication, preferences: Preferences, theme: Theme) -> None:
        super().__init__(app)
        self._app, self.preferences, self.theme = app, preferences, theme
        self.document = Document(Project(), self)
        self.focus = Focus(self.document, self)
        self.panels = Panels(self.document, self.focus, theme, self)
        self._dress()
        self.window = MainWindow(theme, self._may_close)
        self.files = Files(self.document, preferences, self.window)
        self.canvas = FlowCanvas(self.document, self.focus, theme)
        self.canvas.asking.habits = Habits(preferences.habits, preferences.keep_habits)
        self.canvas.stage.folder = self.files.folder
        self.tabs = FlowTabs(self.document, self.focus, theme)
        self.looking = Looking(self.canvas, self.tabs.trail, self.files, preferences)
        self._lay_out()
        self._state = WindowState(self, self.window)
        self._connect()
        self.window.connect_actions(self._calls())
        self._state.refresh()

    # ---------------------------------------------------------------- building

    def _lay_out(self) -> None:
        self._drawing = Drawing(self.tabs, self.canvas)
        self._center = QStackedWidget()
        self._center.addWidget(QWidget())  # nothing is open
        self._center.addWidget(self._drawing)
        self.window.setCentralWidget(self._center)
        dock_panels(self.window)
        self.status = StatusLine(self.window.add_to_status_bar)
        restore(self.window, self.preferences)

    def _connect(self) -> None:
        self.panels.made.connect(self._take_in)
        self.window.painted.connect(self.panels.begin)
        self.focus.field_asked.connect(self._ask_for)
        self.focus.flow_changed.connect(self._show_problems)
        self.focus.blocks_changed.connect(self._state.refresh)
        self.canvas.stage.picked_other.connect(self._state.refresh)
        self.document.changed.connect(self._state.refresh)
        self.document.history.cleanChanged.connect(self._state.refresh)
        self.document.history.indexChanged.connect(self._state.refresh)
        self.files.opened.connect(self._opened)
        self.files.saved.connect(self._keep_saved)
        self.canvas.edit_requested.connect(self._edit)
        self.panels.completed.connect(self.looking.begin)
        self.looking.changed.connect(self._state.refresh)
        make_when_seen(self.window, self.panels)
        self._forget_failures = on_failure(self.status.tell_failure)

    def _take_in(self, name: str) -> None:
        """Connect a part of the window that was just made, and give it its place."""
        panels, files = self.panels, self.files
        connect: Mapping[str, Callable[[], object]] = {
            "palette": lambda: panels.palette.chosen.connect(self._add_block),
            "inspector": self._take_in_inspector,
            "checks": self._take_in_checks,
            "problems": self._take_in_problems,
            "preview": lambda: panels.preview.active_changed.connect(self._follow_chat),
            "outline": self._take_in_outline,
            "history": lambda: panels.history.know_file(lambda: bool(files.path)),
            "start_page": self._take_in_start_page,
        }
        connect.get(name, lambda: None)()
        dock = self.window.docks.get(f"{name}_panel")
        if dock is not None:
            dock.setWidget(getattr(panels, name))
        self._state.refresh()

    def _take_in_inspector(self) -> None:
        panels = self.panels
        panels.inspector.set_issues(panels.checks.issues if "checks" in panels else ())
        panels.inspector.help_asked.connect(lambda type: self._help_page(f"blocks/{type}"))

    def _take_in_problems(self) -> None:
        problems = self.panels.problems
        problems.help_asked.connect(lambda rule: self._help_page(f"checks/{rule}"))
        problems.path_shown.connect(self.canvas.show_way)

    def _take_in_outline(self) -> None:
        self.panels.outline.add_asked.connect(self.canvas.add_block)
        self.panels.outline.text_asked.connect(self._edit)

    def _take_in_checks(self) -> None:
        self.panels.checks.held = lambda: not self.canvas.current
        self.panels.checks.changed.connect(self._show_problems)
        self.canvas.stage.looked.connect(self.panels.checks.wait)

    def _take_in_start_page(self) -> None:
        page = self.panels.start_page
        page.new_asked.connect(self.new)
        page.open_asked.connect(self.files.ask_and_open)
        page.recent_asked.connect(self.files.open)
        page.sample_asked.connect(self._open_sample)
        page.back_asked.connect(self.show_drawing)
        self._center.addWidget(page)

    def _calls(self) -> Mapping[str, Callable[[], object]]:
        canvas, files = self.canvas, self.files
        return {
            "new": self.new,
            "samples": self.show_start,
            "open": files.ask_and_open,
            "save": files.save,
            "save_as": files.ask_and_save,
            "export": self._export,
            "project_settings": lambda: show_dialog(
                "project_settings", self.document, self.theme, self.window
            ),
            "variables": lambda: show_dialog("variables", self.document, self.theme, self.window),
            "quit": self.window.close,
            "undo": self.document.undo,
            "redo": self.document.redo,
            "cut": canvas.cut,
            "copy": canvas.copy,
            "paste": canvas.paste,
            "duplicate": canvas.duplicate,
            "write": canvas.write_on_card,
            "change_type": canvas.change_type,
            "make_flow": canvas.make_flow,
            "put_flow_in": canvas.put_flow_in,
            "delete": canvas.delete_selection,
            "select_all": canvas.select_all,
            "add_flow": self.tabs.ask_and_add,
            "delete_flow": self._delete_flow,
            **self.looking.calls(),
            **{id: partial(self._find, id) for id in FINDING},
            **{id: partial(canvas.arrange, id) for id in ARRANGING},
            "light": lambda: self._prefer_theme(LIGHT),
            "dark": lambda: self._prefer_theme(DARK),
            "english": lambda: self._prefer_language("en"),
            "indonesian": lambda: self._prefer_language("id"),
            "preview": self._try_out,
            "next_problem": lambda: self.panels.problems.next_problem(),
            "run_conversations": self._run_conversations,
            "costs": self._show_costs,
            "manual": self._help_on_this,
            "reference": lambda: self._help_page("start"),
            "shortcuts": lambda: self._help_page("keys"),
            "about": lambda: show_dialog("about", self.window),
        }

    # ---------------------------------------------------------------- what menus do

    def new(self) -> None:
        """Begin with an empty project."""
        self.files.begin(blank_project(current_language()))

    def open(self, path: Path) -> bool:
        """Open a file."""
        return self.files.open(path)

    def _open_sample(self, sample: Sample) -> None:
        self.files.open_sample(sample.path)

    def show_start(self) -> None:
        """Show what can be begun with."""
        is_open = bool(self.document.project.flows)
        page = self.panels.start_page
        page.offer(self.preferences.recent, self.files.title() if is_open else "")
        self._center.setCurrentWidget(page)
        page.setFocus()
        self._state.refresh()

    def _opened(self) -> None:
        self.show_drawing()
        self._show_recent()
        self._state.refresh()
        if not self.looking.come_back():
            QTimer.singleShot(0, self.show_beginning)
        if self.files.read_only:
            tell(
                self.window,
                translate(N_("This project can be looked at, but not saved over")),
                translate(N_("Changes can be saved under another name.")),
            )

    def _keep_saved(self) -> None:
        self._show_recent()
        self._state.refresh()

    def show_drawing(self) -> None:
        """Show the canvas instead of the start page."""
        self._center.setCurrentWidget(self._drawing)
        self._state.refresh()

    def show_beginning(self) -> None:
        """Show the whole flow, or, when it could not be read so, its beginning."""
        self.canvas.zoom_to_fit()
        flow = self.document.project.flows.get(self.focus.flow)
        if flow and flow.first and self.canvas.stage.viewport.zoom < READABLE:
            self.canvas.zoom_reset()
            self.canvas.zoom_out()
            self.canvas.show_block(flow.first)

    def _show_recent(self) -> None:
        menu = self.window.recent_menu
        menu.clear()
        for path in self.preferences.recent:
            menu.addAction(str(path)).triggered.connect(
                lambda _=False, path=path: self.files.open(path)
            )
        menu.setEnabled(not menu.isEmpty())

    def _find(self, action: str) -> None:
        around = (self.window, self.canvas, self.preferences, self._add_block)
        self.panels.finding(*around).do(action)

    def _add_block(self, type: str) -> None:
        if self.open_for_editing:
            id = self.canvas.add_block(type)
            # Its form is made after this click; then what is typed goes into it.
            QTimer.singleShot(0, lambda: self._edit(id))

    def _edit(self, _block: str) -> None:
        self._raise("inspector_panel")
        self.panels.inspector.focus_first()

    def _ask_for(self, path: FieldPath) -> None:
        """A field is asked for; a form that is there has heard of it itself."""
        if "inspector" not in self.panels:
            self.panels.inspector.ask_for(path)

    def _try_out(self) -> None:
        self._raise("preview_panel")
        self.panels.preview.start()

    def _run_conversations(self) -> None:
        self._raise("preview_panel")
        self.panels.preview.run_conversations()

    def _show_costs(self) -> None:
        self._raise("costs_panel")
        self.panels.costs.setFocus()

    def _follow_chat(self, flow: str, block: str) -> None:
        self.canvas.light(flow, block)
        chatting = self.panels.preview.isAncestorOf(self._app.focusWidget() or self.window)
        if block and chatting:
            self.focus.open_flow(flow)
            self.canvas.show_block(block)

    def _raise(self, panel: str) -> None:
        dock = self.window.docks[panel]
        dock.show()
        dock.raise_()

    def _help_on_this(self) -> None:
        block = self.document.project.block(self.focus.flow, self.focus.block or "")
        show_dialog("manual", self._app.focusWidget(), block, self.theme, self.window)

    def _help_page(self, address: str) -> None:
        show_dialog("help_page", address, self.theme, self.window)

    def _delete_flow(self) -> None:
        flow = self.focus.flow
        name = flow_name(self.document.project, flow)
        if len(self.document.project.flows) > 1 and confirm(
            self.window,
            translate(N_("Delete the flow “{name}”?"), name=name),
            translate(N_("All its blocks go with it. You can undo this.")),
            translate(N_("Delete")),
        ):
            self.document.do(RemoveFlow(flow))

    def _export(self) -> None:
        checks = self.panels.checks
        checks.finish()
        errors = sum(each.severity == "error" for each in checks.issues)
        show_dialog("export", self.document, self.focus.language, errors, self.theme, self.window)

    # ---------------------------------------------------------------- look and language

    @property
    def open_for_editing(self) -> bool:
        """Whether a project is shown, not the start page."""
        return self._center.currentWidget() is self._drawing

    def _prefer_theme(self, theme: Theme) -> None:
        self.preferences.theme = theme.id
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Show everything in other colours."""
        self.theme = self.panels.theme = theme
        self._dress()
        for panel in self._panels():
            panel.set_theme(theme)
        self._state.refresh()

    def _dress(self) -> None:
        self._app.setPalette(palette_of(self.theme))
        self._app.setStyleSheet(style_sheet(self.theme))

    def _prefer_language(self, language: str) -> None:
        self.preferences.language = language
        self.set_language(language)

    def set_language(self, language: str) -> None:
        """Speak another language everywhere."""
        set_language(language)
        for panel in self._panels():
            panel.retranslate()
        self._state.refresh()

    def _panels(self) -> tuple[Panel, ...]:
        return self.window, self.canvas, self.tabs, *self.panels.there()

    # ---------------------------------------------------------------- what it shows

    def _show_problems(self, *_what: object) -> None:
        panels = self.panels
        if "checks" in panels:
            self.canvas.set_issues(panels.checks.badges(self.focus.flow))
            if "inspector" in panels:
                panels.inspector.set_issues(panels.checks.issues)
            self._state.count_problems()

    # ---------------------------------------------------------------- leaving

    def _may_close(self) -> bool:
        if not self.files.may_leave():
            return False
        self.looking.keep()
        self.preferences.keep_bytes("geometry", self.window.saveGeometry())
        self.preferences.keep_bytes("panels", self.window.saveState())
        return True

    def close(self) -> None:
        """Let go of what outlives the window."""
        self._forget_failures()
