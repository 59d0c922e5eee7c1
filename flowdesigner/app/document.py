"""The open project and its history."""

from collections.abc import Hashable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from flowdesigner.app.guarded import guarded
from flowdesigner.edits.edit import Edit, Where
from flowdesigner.model.change import Change, compare, differ
from flowdesigner.model.project import Project

LONGEST_HISTORY = 1000


class Document(QObject):
    """Holds the project that is open; the only place where it is replaced.

    Widgets show `project`, ask for changes with `do` and listen to `changed`. They never change
    the project themselves.
    """

    changed = Signal(object)
    """A `Change`: the entries that differ after an edit, an undo or a redo."""
    replaced = Signal()
    """Another project was opened; everything differs and there is no history."""
    went_to = Signal(object)
    """A `Where`: the place of the step that was just undone or redone."""

    def __init__(self, project: Project, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self.history = QUndoStack(self)
        self.history.setUndoLimit(LONGEST_HISTORY)
        self._typing = 0
        self._busy = self._leaping = False

    @property
    def project(self) -> Project:
        """The project as it is now."""
        return self._project

    def do(self, edit: Edit) -> None:
        """Apply an edit and remember it; one that changes nothing is dropped."""
        if self._busy:
            raise RuntimeError("an edit was asked for while another was being shown")
        after = edit.apply(self._project)
        change = compare(self._project, after)
        if change:
            self.history.push(_Step(self, edit, after, change, self._typing))

    def end_typing(self) -> None:
        """Let the next keystroke begin a step of its own."""
        self._typing += 1

    def undo(self) -> None:
        """Take the last step back."""
        self.end_typing()
        self.history.undo()

    def redo(self) -> None:
        """Take the next step again."""
        self.end_typing()
        self.history.redo()

    def go_to(self, where: Where) -> None:
        """Tell the place of a step that was undone or redone; for the history alone."""
        if not self._leaping:
            self.went_to.emit(where)

    def go_to_step(self, number: int) -> None:
        """Take so many steps back or again that this many are done; all are shown at once."""
        self.end_typing()
        before, self._leaping = self._project, True
        try:
            self.history.setIndex(number)
        finally:
            self._leaping = False
        after, self._project = self._project, before
        self.show(after)
        step = self.history.command(max(self.history.index() - 1, 0))
        if isinstance(step, _Step):
            self.went_to.emit(step.where)

    def step_name(self, at: int) -> str:
        """What a step of the history is called; empty when there is none."""
        step = self.history.command(at) if 0 <= at < self.history.count() else None
        return str(step.message) if isinstance(step, _Step) else ""

    def open(self, project: Project) -> None:
        """Make this the project, with no history."""
        self._project = project
        self.history.clear()
        self.history.setClean()
        self.end_typing()
        self.replaced.emit()

    def show(self, project: Project, change: Change | None = None) -> None:
        """Make this the project that is open; for the history alone, which may know the change."""
        before, self._project = self._project, project
        if self._leaping:
            return
        if change is None:
            change = compare(before, project)
        if not change:  # such as after steps that cancel one another
            return
        self._busy = True
        try:
            self.changed.emit(change)
        finally:
            self._busy = False


class _Step(QUndoCommand):
    """A step of the history: the projects before and after an edit."""

    def __init__(
        self, document: Document, edit: Edit, after: Project, change: Change, typing: int
    ) -> None:
        super().__init__(str(edit.title))
        self.message = edit.title
        """Its name, worded when it is shown."""
        self._document = document
        self.where: Where = edit.where
        """What it was about."""
        self._key: Hashable | None = edit.merge_key
        self._typing = typing
        self._before = document.project
        self._after = after
        self._change: Change | None = change
        """What it did, until that was shown."""
        self._done = False

    @guarded(None)
    def redo(self) -> None:
        change, self._change = self._change, None
        self._document.show(self._after, change)
        if self._done:
            self._document.go_to(self.where)
        self._done = True

    @guarded(None)
    def undo(self) -> None:
        self._document.show(self._before)
        self._document.go_to(self.where)

    @guarded(-1)
    def id(self) -> int:
        return -1 if self._key is None else 1

    @guarded(False)
    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Step) or (other._key, other._typing) != (self._key, self._typing):
            return False
        self._after = other._after
        self.setObsolete(not differ(self._before, self._after))
        return True
