"""What the first picture of the window does without, and the one door to it.

Loading and making the panels takes longer than all the rest. So the window is painted with the
canvas and empty panels; then they are made one a turn, and at once when one is needed earlier.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar, cast

from PySide6.QtCore import QObject, QTimer, Signal

from flowdesigner.app.document import Document
from flowdesigner.app.focus import Focus
from flowdesigner.app.guarded import guarded
from flowdesigner.app.theme import Theme
from flowdesigner.model.project import Project
from flowdesigner.storage.project_file import OpenFile

if TYPE_CHECKING:
    from flowdesigner.app.canvas.view import FlowCanvas
    from flowdesigner.app.costs.panel import CostPanel
    from flowdesigner.app.find.finding import Finding
    from flowdesigner.app.find.history import HistoryPanel
    from flowdesigner.app.find.panel import FindPanel
    from flowdesigner.app.inspector.inspector import Inspector
    from flowdesigner.app.main_window import MainWindow
    from flowdesigner.app.outline.panel import OutlinePanel
    from flowdesigner.app.palette.panel import PalettePanel
    from flowdesigner.app.preferences import Preferences
    from flowdesigner.app.preview.panel import PreviewPanel
    from flowdesigner.app.problems.live import LiveChecks
    from flowdesigner.app.problems.panel import ProblemsPanel
    from flowdesigner.app.start.page import StartPage

T = TypeVar("T")

SEEN = ("palette", "inspector", "checks", "problems", "preview", "outline")
"""What is made after the first picture, in this order; the rest waits until it is asked for."""


class Panel(Protocol):
    """What speaks a language and has colours."""

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""

    def retranslate(self) -> None:
        """Speak the language in use."""


class Panels(QObject):
    """The panels, the start page and the checks: each is made once and then at hand."""

    made = Signal(str)
    """A part of the window was made: its name."""
    completed = Signal()
    """All that can be seen is there."""

    def __init__(self, document: Document, focus: Focus, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._focus, self.theme = document, focus, theme
        self._parts: dict[str, object] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._make_one)

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def there(self) -> tuple[Panel, ...]:
        """What is made so far and can be seen."""
        shown = (part for name, part in self._parts.items() if name != "checks")
        return cast("tuple[Panel, ...]", tuple(shown))

    def begin(self) -> None:
        """Make what is missing, one a turn."""
        self._timer.start()

    def complete(self) -> None:
        """Make what is missing, now."""
        while not all(name in self for name in SEEN):
            self._make_one()

    @guarded(None)
    def _make_one(self) -> None:
        missing = next((name for name in SEEN if name not in self), None)
        if missing is not None:
            getattr(self, missing)
        else:
            self._timer.stop()
            self.completed.emit()

    def _part(self, name: str, make: Callable[[], T]) -> T:
        if name not in self:
            self._parts[name] = make()
            self.made.emit(name)
        return cast("T", self._parts[name])

    # ---------------------------------------------------------------- one by one

    @property
    def palette(self) -> "PalettePanel":
        """The types of block."""
        from flowdesigner.app.palette.panel import PalettePanel

        return self._part("palette", lambda: PalettePanel(self.theme))

    @property
    def inspector(self) -> "Inspector":
        """The form of what is selected."""
        from flowdesigner.app.inspector.inspector import Inspector

        return self._part("inspector", lambda: Inspector(self._document, self._focus, self.theme))

    @property
    def checks(self) -> "LiveChecks":
        """The problems, as they are found."""
        from flowdesigner.app.problems.live import LiveChecks

        return self._part("checks", lambda: LiveChecks(self._document, self))

    @property
    def problems(self) -> "ProblemsPanel":
        """The list of problems."""
        from flowdesigner.app.problems.panel import ProblemsPanel

        return self._part(
            "problems",
            lambda: ProblemsPanel(self._document, self._focus, self.checks, self.theme),
        )

    @property
    def preview(self) -> "PreviewPanel":
        """The chat."""
        from flowdesigner.app.preview.panel import PreviewPanel

        return self._part("preview", lambda: PreviewPanel(self._document, self._focus, self.theme))

    @property
    def outline(self) -> "OutlinePanel":
        """The flow as lines."""
        from flowdesigner.app.outline.panel import OutlinePanel

        return self._part("outline", lambda: OutlinePanel(self._document, self._focus, self.theme))

    @property
    def find(self) -> "FindPanel":
        """Where words of the whole project are found and replaced."""
        from flowdesigner.app.find.panel import FindPanel

        return self._part("find", lambda: FindPanel(self._document, self._focus, self.theme))

    @property
    def history(self) -> "HistoryPanel":
        """The steps of the history."""
        from flowdesigner.app.find.history import HistoryPanel

        return self._part("history", lambda: HistoryPanel(self._document, self.theme))

    @property
    def costs(self) -> "CostPanel":
        """What a month costs."""
        from flowdesigner.app.costs.panel import CostPanel

        return self._part("costs", lambda: CostPanel(self._document, self._focus, self.theme))

    def finding(
        self,
        window: "MainWindow",
        canvas: "FlowCanvas",
        preferences: "Preferences",
        add_block: Callable[[str], None],
    ) -> "Finding":
        """What finds, goes to and filters."""
        from flowdesigner.app.find.finding import Desk, Finding

        desk = Desk(
            self._document, self._focus, window, canvas, preferences,
            lambda: self.find, lambda: self.history, lambda: self.checks, add_block,
        )  # fmt: skip
        return self._part("finding", lambda: Finding(desk, self.theme, self))

    @property
    def start_page(self) -> "StartPage":
        """What can be begun with."""
        from flowdesigner.app.start.page import StartPage

        return self._part("start_page", lambda: StartPage(self.theme))


def show_dialog(name: str, *given: object) -> None:
    """Open one of the dialogs by the name of its function."""
    from flowdesigner.app import dialogs

    getattr(dialogs, name)(*given)


def save_project(path: Path, project: Project, like: OpenFile | None) -> OpenFile:
    """Put a project into a file; see `flowdesigner.storage.save_project.save_as`."""
    from flowdesigner.storage.save_project import save_as

    return save_as(path, project, like)
