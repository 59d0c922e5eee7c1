"""What the window says of its state: its title, what its menus allow, and how many problems."""

from typing import Protocol

from PySide6.QtCore import QObject

from flowdesigner.app.canvas.view import FlowCanvas
from flowdesigner.app.document import Document
from flowdesigner.app.files import Files
from flowdesigner.app.focus import Focus
from flowdesigner.app.looking import Looking
from flowdesigner.app.main_window import MainWindow
from flowdesigner.app.panels import Panels
from flowdesigner.app.status_line import StatusLine
from flowdesigner.app.theme import Theme
from flowdesigner.texts import N_, current_language, translate


class Desk(Protocol):
    """What lies on the desk that the window tells about."""

    document: Document
    focus: Focus
    files: Files
    looking: Looking
    panels: Panels
    canvas: FlowCanvas
    window: MainWindow
    status: StatusLine
    theme: Theme

    @property
    def open_for_editing(self) -> bool:
        """Whether a project is shown."""


class WindowState(QObject):
    """Keeps title, menus and status line true."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def refresh(self, *_what: object) -> None:
        """Say everything anew."""
        desk = self._desk
        self._allow()
        actions = desk.window.actions_by_id
        for id, ticked in desk.looking.ticks().items():
            actions[id].setChecked(ticked)
        actions["light"].setChecked(not desk.theme.dark)
        actions["dark"].setChecked(desk.theme.dark)
        actions["english"].setChecked(current_language() == "en")
        actions["indonesian"].setChecked(current_language() == "id")
        self._title()
        self.count_problems()

    def count_problems(self) -> None:
        """Say how many problems there are."""
        desk = self._desk
        known = desk.open_for_editing and "problems" in desk.panels
        desk.status.problems.setText(desk.panels.problems.summary() if known else "")

    def _allow(self) -> None:
        """Let only those lines of the menus be chosen that would do something."""
        desk = self._desk
        history, shown = desk.document.history, desk.open_for_editing
        desk.window.enable(
            {
                "project": shown,
                "selection": shown and bool(desk.focus.blocks),
                "anything": shown and (bool(desk.focus.blocks) or desk.canvas.has_picked),
                "undo": shown and history.canUndo(),
                "redo": shown and history.canRedo(),
                **{need: shown and there for need, there in desk.looking.needs().items()},
            }
        )
        for dock in desk.window.docks.values():
            dock.widget().setEnabled(shown)
        self._name_step("undo", N_("Undo: {step}"), N_("&Undo"), history.index() - 1)
        self._name_step("redo", N_("Redo: {step}"), N_("&Redo"), history.index())

    def _name_step(self, id: str, named: str, plain: str, at: int) -> None:
        action = self._desk.window.actions_by_id[id]
        step = self._desk.document.step_name(at)
        action.setText(translate(named, step=step) if step else translate(plain))

    def _title(self) -> None:
        desk, shown = self._desk, self._desk.open_for_editing
        desk.window.setWindowModified(desk.files.modified)
        title = desk.files.title() if shown else translate(N_("Welcome"))
        desk.window.setWindowTitle(f"{title}[*] — Flow Designer")
        saved = N_("Not saved yet") if desk.files.modified or not desk.files.path else N_("Saved")
        desk.status.saved.setText(translate(saved) if shown else "")
