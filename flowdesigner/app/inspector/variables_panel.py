"""The variables of the project: what each is, where it is used."""

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from flowdesigner.app.document import Document
from flowdesigner.app.inspector.editor import bare
from flowdesigner.app.inspector.project_form import own_undo
from flowdesigner.app.inspector.variable_page import VariablePage
from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.app.widgets.line import Line
from flowdesigner.app.widgets.plain_label import PlainLabel
from flowdesigner.edits.variables import SetVariable
from flowdesigner.model.ids import make_id
from flowdesigner.model.project import Project
from flowdesigner.model.variable import TYPE_LABELS, Variable
from flowdesigner.texts import N_, translate

_NAME = Qt.ItemDataRole.UserRole


def uses_of(project: Project) -> Counter[str]:
    """In how many blocks each variable is named."""
    counted: Counter[str] = Counter()
    for _flow, _id, block in project.all_blocks():
        read = {each.variable.partition(".")[0] for each in block.readings}
        counted.update(read | {name for name, _path in block.writings})
    return counted


class VariablesPanel(QWidget):
    """A list of the variables, and the form of the one that is chosen."""

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._theme = document, theme
        self._uses: Counter[str] = Counter()
        self._showing = False
        self.list = QListWidget()
        self.list.setSpacing(SPACE // 2)
        self.name, self.add = Line(), QPushButton()
        self.empty = PlainLabel(wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.page: VariablePage | None = None
        self._lay_out()
        own_undo(self, document)
        self.list.currentItemChanged.connect(self._chosen)
        self.add.clicked.connect(self.add_variable)
        self.name.returnPressed.connect(self.add_variable)
        document.changed.connect(self.refresh)
        document.replaced.connect(self.refresh)
        self.retranslate()
        if self.list.count():
            self.list.setCurrentRow(0)

    def _lay_out(self) -> None:
        foot = bare(QHBoxLayout(), 4)
        foot.addWidget(self.name, 1)
        foot.addWidget(self.add)
        left = bare(QVBoxLayout(), SPACE)
        left.addWidget(self.list, 1)
        left.addLayout(foot)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        right = bare(QVBoxLayout(), 0)
        right.addWidget(self.empty)
        right.addWidget(self._area, 1)
        box = bare(QHBoxLayout(self), SPACE * 2)
        box.addLayout(left, 2)
        box.addLayout(right, 3)

    # ------------------------------------------------------------------ edits

    def add_variable(self) -> None:
        """Declare a variable under the name that was typed."""
        project = self._document.project
        name = make_id(self.name.text(), project.variables, fallback="variable")
        self.name.clear()
        self._document.do(SetVariable(name, Variable(type="text")))
        self.choose(name)

    def choose(self, name: str) -> None:
        """Show the form of a variable."""
        for at in range(self.list.count()):
            if self.list.item(at).data(_NAME) == name:
                self.list.setCurrentRow(at)

    # ------------------------------------------------------------------ showing

    @property
    def chosen(self) -> str | None:
        """The variable that is chosen."""
        item = self.list.currentItem()
        return str(item.data(_NAME)) if item is not None else None

    def _chosen(self, *_items: object) -> None:
        if not self._showing:
            self._show_page()

    def refresh(self, *_change: object) -> None:
        """Show the variables as they are now."""
        self._uses = uses_of(self._document.project)
        self._fill()
        self._show_page()

    def _fill(self) -> None:
        variables = self._document.project.variables
        chosen, row = self.chosen, self.list.currentRow()
        self._showing = True
        try:
            names = [self.list.item(at).data(_NAME) for at in range(self.list.count())]
            if names != list(variables):
                self.list.clear()
                for name in variables:
                    item = QListWidgetItem()
                    item.setData(_NAME, name)
                    self.list.addItem(item)
                if chosen in variables:
                    self.choose(str(chosen))
                elif variables:
                    self.list.setCurrentRow(min(max(row, 0), len(variables) - 1))
            for at, (name, each) in enumerate(variables.items()):
                kind, uses = translate(TYPE_LABELS[each.type]), self._uses[name]
                words = f"{name}\n{kind} · {used(uses)}"
                if self.list.item(at).text() != words:
                    self.list.item(at).setText(words)
        finally:
            self._showing = False

    def _show_page(self) -> None:
        name = self.chosen
        self.empty.setVisible(name is None)
        self._area.setVisible(name is not None)
        if name is None:
            self.page = None
            return
        if self.page is None or not self.page.shows(name):
            self.page = VariablePage(self._document, name, self._theme)
            old = self._area.takeWidget()
            if old is not None:  # later: it may be what asked for the change
                old.hide()
                old.deleteLater()
            self._area.setWidget(self.page)
        self.page.refresh(self._uses[name])

    def retranslate(self) -> None:
        """Speak the language in use."""
        self.list.setAccessibleName(translate(N_("Variables")))
        self.name.setAccessibleName(translate(N_("Name of a new variable")))
        self.name.setPlaceholderText(translate(N_("New variable")))
        self.add.setText(translate(N_("Add")))
        self.add.setAccessibleName(translate(N_("Add a variable")))
        self.empty.setText(
            translate(N_("A variable keeps what a customer answered or a system told."))
        )
        if self.page is not None:
            self.page.retranslate()
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        if self.page is not None:
            self.page.set_theme(theme)


def used(uses: int) -> str:
    """In how many blocks a variable is used, in words."""
    if not uses:
        return translate(N_("not used"))
    return translate(N_("in 1 block") if uses == 1 else N_("in {n} blocks"), n=uses)
