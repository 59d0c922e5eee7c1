"""The file behind the open project: new, open, save, and nothing lost on the way."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from flowdesigner.app.ask import Answer, ask_to_save, tell
from flowdesigner.app.document import Document
from flowdesigner.app.panels import save_project
from flowdesigner.app.preferences import Preferences
from flowdesigner.app.reading import read_beside
from flowdesigner.errors import FlowDesignerError, describe
from flowdesigner.model.project import Project
from flowdesigner.storage.project_file import OpenFile
from flowdesigner.texts import N_, translate

ENDING = ".flow.yaml"


class Files(QObject):
    """Opens and saves the project of a document."""

    opened = Signal()
    """Another project is open."""
    saved = Signal()
    """The same project was saved, perhaps under another name."""

    def __init__(self, document: Document, preferences: Preferences, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._preferences, self._window = document, preferences, window
        self._file: OpenFile | None = None
        self._untitled = True

    @property
    def path(self) -> Path | None:
        """Where the project is saved, if it is."""
        return self._file.path if self._file and not self._untitled else None

    def folder(self) -> Path | None:
        """Where the project lies, if it is saved."""
        return self.path.absolute().parent if self.path else None

    @property
    def read_only(self) -> bool:
        """Whether the file may not be written over, for example since a newer program made it."""
        return self._file is not None and self._file.read_only and not self._untitled

    @property
    def modified(self) -> bool:
        """Whether there are changes that are not saved."""
        return not self._document.history.isClean()

    def begin(self, project: Project) -> bool:
        """Begin with a new project, when the open one may go."""
        if not self.may_leave():
            return False
        self._file, self._untitled = None, True
        self._document.open(project)
        self.opened.emit()
        return True

    def open_sample(self, path: Path) -> bool:
        """Begin with a copy of a sample."""
        return self._open(path, untitled=True)

    def open(self, path: Path) -> bool:
        """Open a file, when the open project may go."""
        return self._open(path, untitled=False)

    def _open(self, path: Path, *, untitled: bool) -> bool:
        if not self.may_leave():
            return False
        try:
            file = read_beside(path)
        except FlowDesignerError as error:
            tell(self._window, translate(N_("The file cannot be opened")), describe(error))
            return False
        self._file, self._untitled = file, untitled
        self._document.open(file.project)
        if not untitled:
            self._preferences.remember(path.absolute())
        self.opened.emit()
        return True

    def ask_and_open(self) -> bool:
        """Ask for a file and open it."""
        name, _kind = QFileDialog.getOpenFileName(
            self._window, translate(N_("Open a project")), self._folder(), _kinds()
        )
        return bool(name) and self.open(Path(name))

    def save(self) -> bool:
        """Save to the file, or ask where to when there is none."""
        if self._file is None or self._untitled or self.read_only:
            return self.ask_and_save()
        return self._save(self._file.path, self._file)

    def ask_and_save(self) -> bool:
        """Ask for a name and save under it."""
        suggestion = self.path or Path(self._folder()) / f"{self._name()}{ENDING}"
        name, _kind = QFileDialog.getSaveFileName(
            self._window, translate(N_("Save the project")), str(suggestion), _kinds()
        )
        if not name:
            return False
        path = Path(name)
        if not path.name.endswith((".yaml", ".yml")):
            path = path.with_name(path.name + ENDING)
        return self.save_to(path)

    def save_to(self, path: Path) -> bool:
        """Save under a name, and go on with it."""
        return self._save(path, self._file)

    def _save(self, path: Path, like: OpenFile | None) -> bool:
        self._document.end_typing()
        try:
            self._file = save_project(path, self._document.project, like)
        except FlowDesignerError as error:
            tell(self._window, translate(N_("The project could not be saved")), describe(error))
            return False
        self._untitled = False
        self._document.history.setClean()
        self._preferences.remember(self._file.path.absolute())
        self.saved.emit()
        return True

    def may_leave(self) -> bool:
        """Whether the open project may be left, asking when it has changes."""
        if not self.modified:
            return True
        answer = ask_to_save(self._window, self.title())
        if answer is Answer.SAVE:
            return self.save()
        return answer is Answer.DISCARD

    def title(self) -> str:
        """What to call the project."""
        if self.path:
            return self.path.name
        return self._document.project.name or translate(N_("Untitled"))

    def _name(self) -> str:
        return self._document.project.id or "project"

    def _folder(self) -> str:
        recent = self._preferences.recent
        return str(self.path.parent if self.path else recent[0].parent if recent else Path.home())


def _kinds() -> str:
    return translate(N_("Flow Designer projects")) + f" (*{ENDING} *.yaml *.yml)"
