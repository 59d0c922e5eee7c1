"""The form of one variable."""

from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from flowdesigner.app.ask import confirm
from flowdesigner.app.document import Document
from flowdesigner.app.inspector.editor import Editor, bare
from flowdesigner.app.inspector.editors import make_editor
from flowdesigner.app.inspector.editors.id_line import IdLine
from flowdesigner.app.inspector.editors.literal import SampleEditor
from flowdesigner.app.inspector.form import Form
from flowdesigner.app.inspector.slot import Bench, Slot
from flowdesigner.app.inspector.subject import VariableSubject
from flowdesigner.app.rename_variable import rename_variable
from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.app.widgets.plain_label import PlainLabel
from flowdesigner.edits.variables import RenameVariable, SetVariable
from flowdesigner.model.variable import Variable
from flowdesigner.texts import N_, translate


def _make_editor(slot: Slot, parent: QWidget) -> Editor:
    """A sample is a value of the variable's own type."""
    made = SampleEditor if slot.path == ("sample",) else make_editor
    return made(slot, parent)


class VariablePage(QWidget):
    """Name, type, sample and values of a variable; rename and delete it everywhere."""

    def __init__(self, document: Document, name: str, theme: Theme) -> None:
        super().__init__()
        self._document, self.name, self._theme = document, name, theme
        self._uses = 0
        self.name_label = PlainLabel()
        self.id_line = IdLine(self._rename, self._taken, theme, self)
        self.name_label.setBuddy(self.id_line.line)
        self.bench = Bench(document, VariableSubject(name), theme, _make_editor)
        self.form = Form(self.bench, (), Variable, self)
        self.rename, self.delete = QPushButton(), QPushButton()
        for button in (self.rename, self.delete):
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, SPACE, 0)
        box.setSpacing(SPACE + 2)
        head = bare(QVBoxLayout(), 3)
        head.addWidget(self.name_label)
        head.addWidget(self.id_line)
        box.addLayout(head)
        box.addWidget(self.form)
        box.addWidget(self.rename)
        box.addWidget(self.delete)
        box.addStretch(1)
        self.rename.clicked.connect(self.rename_it)
        self.delete.clicked.connect(self.delete_it)
        self.retranslate()
        self.set_theme(theme)

    def shows(self, name: str) -> bool:
        """Whether this is the form of a variable."""
        return name == self.name

    def _taken(self) -> set[str]:
        return set(self._document.project.variables)

    def _rename(self, old: str, new: str) -> None:
        self._document.do(RenameVariable(old, new))

    def rename_it(self) -> None:
        """Show every place that names it, and rename it there."""
        rename_variable(self._document, self.name, self._theme, self)

    def delete_it(self) -> None:
        """Delete the variable; when it is used somewhere, ask first."""
        question = translate(N_("Delete the variable “{name}”?"), name=self.name)
        details = translate(
            N_("It is used in {n} blocks, which will then have a problem. You can undo this."),
            n=self._uses,
        )
        if not self._uses or confirm(self, question, details, translate(N_("Delete"))):
            self._document.do(SetVariable(self.name, None))

    def refresh(self, uses: int) -> None:
        """Show the values as they are now."""
        self._uses = uses
        self.id_line.show_id(self.name)
        self.form.refresh()

    def retranslate(self) -> None:
        """Speak the language in use."""
        self.name_label.setText(translate(N_("Name")))
        self.id_line.line.setAccessibleName(translate(N_("Name")))
        self.rename.setText(translate(N_("Rename it everywhere…")))
        self.delete.setText(translate(N_("Delete this variable")))
        self.form.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.name_label.set_colour(theme.muted)
        self.form.set_theme(theme)
