"""A line in which the id of a thing is changed, everywhere at once."""

from collections.abc import Callable, Container

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from flowdesigner.app.guarded import guarded
from flowdesigner.app.inspector.editor import Hint, column
from flowdesigner.app.theme import Theme
from flowdesigner.app.widgets.line import Line
from flowdesigner.model.ids import is_id
from flowdesigner.texts import N_, translate


class IdLine(QWidget):
    """Keeps what is typed until Enter is pressed or the keyboard goes elsewhere."""

    def __init__(
        self,
        rename: Callable[[str, str], None],
        taken: Callable[[], Container[str]],
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._rename, self._taken = rename, taken
        self._id = ""
        self._showing = False
        self.line = Line()
        self.hint = Hint(theme.warning)
        box = column(self)
        box.addWidget(self.line)
        box.addWidget(self.hint)
        self.line.typed.connect(lambda word: self.hint.say(self._complaint(word)))
        self.line.returnPressed.connect(self.commit)
        # Later: the keyboard may leave because the form is being replaced.
        self.line.left.connect(lambda: QTimer.singleShot(0, self, self.commit))

    def show_id(self, id: str) -> None:
        """Show the id."""
        if id != self._id or not self.line.hasFocus():
            self._id = id
            self._showing = True
            self.line.show_text(id)
            self._showing = False
            self.hint.say("")

    def _complaint(self, word: str) -> str:
        word = word.strip()
        if word == self._id:
            return ""
        if not is_id(word):
            return translate(N_("Use small letters, digits and _ only, a letter first."))
        if word in self._taken():
            return translate(N_("“{name}” is taken already."), name=word)
        return ""

    def commit(self) -> None:
        """Rename, when the word is good; else go back to what it was."""
        word = self.line.text().strip()
        if self._showing or word == self._id:
            return
        if self._complaint(word):
            self.cancel()
            return
        old, self._id = self._id, word
        self._rename(old, word)

    def cancel(self) -> None:
        """Go back to what it was."""
        self.line.show_text(self._id)
        self.hint.say("")

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
        else:
            super().keyPressEvent(event)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.hint.colour(theme.warning)
