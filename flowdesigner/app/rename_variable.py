"""Renaming a variable everywhere, with all the places shown before."""

from collections.abc import Container

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from flowdesigner.app.document import Document
from flowdesigner.app.place_names import field_of, room_of, thing_at
from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.app.widgets.line import Line
from flowdesigner.app.widgets.plain_label import PlainLabel
from flowdesigner.edits.variables import RenameVariable
from flowdesigner.find.differing import Differing, differing
from flowdesigner.model.fields import fields_of
from flowdesigner.model.ids import is_id
from flowdesigner.model.part import Part
from flowdesigner.model.place import value_at
from flowdesigner.model.project import Project
from flowdesigner.texts import N_, ntranslate, translate

_MARK = "\ufdd0"
"""Stands for the new name until it is typed; no text of a project holds it."""


def rename_variable(document: Document, name: str, theme: Theme, parent: QWidget) -> str:
    """Ask for another name and rename; what the variable is called then."""
    dialog = RenameVariableDialog(document.project, name, theme, parent)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return name
    document.end_typing()
    document.do(RenameVariable(name, dialog.new_name))
    return dialog.new_name


def places_of(project: Project, name: str) -> tuple[Differing, ...]:
    """Every place that names a variable, with `_MARK` where its new name will be."""
    after = RenameVariable(name, _MARK).apply(project)
    return tuple(each for each in differing(project, after) if not _is_its_own(each))


def _is_its_own(each: Differing) -> bool:
    """Whether it is no place that names the variable, but its entry or what follows from it."""
    is_entry = each.root[0] == "variables" and not each.path
    return is_entry or each.root[0] == "translated_from"


class RenameVariableDialog(QDialog):
    """A line for the new name over the places that will have it, old and new side by side."""

    def __init__(self, project: Project, name: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._project, self._name = project, name
        self._places = places_of(project, name)
        self.line, self.hint = Line(self), PlainLabel("", self)
        self.hint.set_colour(theme.warning)
        self.told = PlainLabel("", self)
        self.told.set_colour(theme.muted)
        self.list = QTreeWidget(self)
        self._items: list[QTreeWidgetItem] = []
        self.cancel, self.rename = QPushButton(self), QPushButton(self)
        self._lay_out()
        self._word()
        self.line.setText(name)
        self.line.selectAll()
        self.line.typed.connect(self._show)
        self.cancel.clicked.connect(self.reject)
        self.rename.clicked.connect(self.accept)
        self._list_places()
        self._show(name)

    @property
    def new_name(self) -> str:
        """What was typed."""
        return self.line.text().strip()

    def _lay_out(self) -> None:
        self.resize(820, 480)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.rename)
        self.rename.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE * 2, SPACE * 2, SPACE * 2, SPACE * 2)
        column.setSpacing(SPACE)
        for widget in (self.line, self.hint, self.told):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        column.addLayout(foot)

    def _word(self) -> None:
        self.setWindowTitle(translate(N_("Rename the variable “{name}”"), name=self._name))
        self.line.setAccessibleName(translate(N_("New name")))
        self.list.setAccessibleName(translate(N_("Places that will change")))
        heads = (N_("Where"), N_("Now"), N_("Then"))
        self.list.setHeaderLabels([translate(each) for each in heads])
        self.cancel.setText(translate(N_("Cancel")))
        self.rename.setText(translate(N_("Rename everywhere")))
        self.told.setText(
            ntranslate("It is named in {n} place.", "It is named in {n} places.", len(self._places))
            if self._places
            else translate(N_("No text, condition or conversation names it."))
        )

    def _list_places(self) -> None:
        header = self.list.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.resizeSection(0, 280)
        header.resizeSection(1, 220)
        for each in self._places:
            item = QTreeWidgetItem([_where(self._project, each), _short(each.before, self._name)])
            item.setToolTip(1, each.before)
            self._items.append(item)
        self.list.addTopLevelItems(self._items)

    def _show(self, typed: str) -> None:
        complaint = self._complaint(typed.strip(), self._project.variables)
        self.hint.setText(complaint)
        self.hint.setVisible(bool(complaint))
        self.rename.setEnabled(not complaint and typed.strip() != self._name)
        for at, each in enumerate(self._places):
            then = _short(each.after, _MARK).replace(_MARK, typed.strip() or "…")
            self._items[at].setText(2, then)

    def _complaint(self, word: str, taken: Container[str]) -> str:
        if word == self._name:
            return ""
        if not is_id(word):
            return translate(N_("Use small letters, digits and _ only, a letter first."))
        if word in taken:
            return translate(N_("“{name}” is taken already."), name=word)
        return ""


def _short(text: str, name: str) -> str:
    """The part of a text around a name, on one line."""
    start = max(0, text.find(name) - 24)
    return ("…" if start else "") + text[start:].replace("\n", " ")


def _where(project: Project, place: Differing) -> str:
    language = project.base_language
    thing = thing_at(project, place.root, language)
    held = value_at(project, place.root)
    declared = fields_of(type(held)) if isinstance(held, Part) else {}
    own = place.path[2:] if place.path[:1] == ("variants",) else place.path
    field = declared.get(str(own[0])) if own else None
    words = field_of(field.label if field else "", place.path, project.languages)
    return " · ".join(filter(None, (words, thing, room_of(project, place.root))))
