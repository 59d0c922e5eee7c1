"""The form of the project: name, languages, channels, and facts about the business."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from flowdesigner.app.document import Document
from flowdesigner.app.inspector.editor import Editor, bare
from flowdesigner.app.inspector.editors import make_editor
from flowdesigner.app.inspector.editors.choice import LanguageEditor
from flowdesigner.app.inspector.editors.promises import PromisesEditor
from flowdesigner.app.inspector.form import Form
from flowdesigner.app.inspector.language_list import LanguageList
from flowdesigner.app.inspector.slot import Bench, Slot
from flowdesigner.app.inspector.subject import SettingsSubject
from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.app.widgets.check_box import CheckBox
from flowdesigner.app.widgets.line import Line
from flowdesigner.app.widgets.plain_label import PlainLabel
from flowdesigner.app.widgets.wrapped_row import WrappedRow
from flowdesigner.channels import CHANNELS
from flowdesigner.edits.project import SetProjectValue
from flowdesigner.model.fields import fields_of
from flowdesigner.model.settings import Settings
from flowdesigner.model.walk import Path
from flowdesigner.texts import N_, translate

PROJECT = N_("Project")

PAGES: Mapping[str, tuple[str, ...]] = {
    PROJECT: ("brand", "currency", "time_zone", "eu_customers"),
    N_("Hours"): ("business_hours", "quiet_hours", "offers_pause"),
    N_("Keywords"): ("keywords",),
    N_("Senders"): ("senders", "email", "sms"),
    N_("Promises"): ("promises",),
    N_("Contacts"): ("contacts",),
}
"""The pages of the settings, and what stands on each."""


def own_undo(form: QWidget, document: Document) -> None:
    """Let undo and redo work in a form that stands in a dialog of its own."""
    for keys, step in (
        (QKeySequence.StandardKey.Undo, document.undo),
        (QKeySequence.StandardKey.Redo, document.redo),
    ):
        QShortcut(QKeySequence(keys), form, step)


class ProjectForm(QWidget):
    """What all flows of the project share."""

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.name = Line()
        self.languages = LanguageList(document, theme)
        self.channels = {each.id: CheckBox(each.title) for each in CHANNELS}
        self._bench = Bench(document, SettingsSubject(), theme, _make_editor)
        self.pages = {
            title: Form(self._bench, (), Settings, self, skip=_without(names))
            for title, names in PAGES.items()
        }
        self.tabs = QTabWidget()
        self._labels = [PlainLabel() for _each in _TITLES]
        self._lay_out()
        own_undo(self, document)
        self.name.typed.connect(self._name_typed)
        self.name.left.connect(document.end_typing)
        for box in self.channels.values():
            box.clicked.connect(self._channels_ticked)
        document.changed.connect(self.refresh)
        document.replaced.connect(self.refresh)
        self.retranslate()
        self.set_theme(theme)

    def _lay_out(self) -> None:
        ticks = QWidget()
        row = WrappedRow(ticks, SPACE * 2)
        for each in self.channels.values():
            row.addWidget(each)
        first = QWidget()
        box = QVBoxLayout(first)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(SPACE + 2)
        for label, content in zip(self._labels, (self.name, self.languages, ticks), strict=True):
            pair = bare(QVBoxLayout(), 3)
            pair.addWidget(label)
            pair.addWidget(content)
            box.addLayout(pair)
        bare(QVBoxLayout(self)).addWidget(self.tabs)
        for title, form in self.pages.items():
            above = (first,) if title == PROJECT else ()
            self.tabs.addTab(_page((*above, form)), "")

    def _name_typed(self, name: str) -> None:
        self._document.do(SetProjectValue(("name",), name or None, typing=True))

    def _channels_ticked(self) -> None:
        ticked = tuple(id for id, box in self.channels.items() if box.isChecked())
        others = tuple(id for id in self._document.project.channels if id not in self.channels)
        self._document.do(SetProjectValue(("channels",), (*ticked, *others)))

    def refresh(self, *_change: object) -> None:
        """Show the values as they are now."""
        project = self._document.project
        self.name.show_text(project.name or "")
        self.languages.refresh()
        for id, box in self.channels.items():
            box.setChecked(id in project.channels)
        for form in self.pages.values():
            form.refresh()

    def retranslate(self) -> None:
        """Speak the language in use."""
        for label, title in zip(self._labels, _TITLES, strict=True):
            label.setText(translate(title))
        self.name.setAccessibleName(translate(_TITLES[0]))
        self.languages.retranslate()
        for at, (title, form) in enumerate(self.pages.items()):
            self.tabs.setTabText(at, translate(title))
            form.retranslate()
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._bench.theme = theme
        for label in self._labels:
            label.set_colour(theme.muted)
        self.languages.set_theme(theme)
        for form in self.pages.values():
            form.set_theme(theme)

    def reveal(self, path: Path) -> QWidget | None:
        """Bring a setting forward; who gets the keyboard then."""
        for at, (title, names) in enumerate(PAGES.items()):
            if path[0] in names:
                self.tabs.setCurrentIndex(at)
                return self.pages[title].reveal(path)
        return None


def _page(contents: Sequence[QWidget]) -> QScrollArea:
    """Contents below one another; what is too long scrolls."""
    inner = QWidget()
    box = QVBoxLayout(inner)
    box.setContentsMargins(SPACE, SPACE * 2, SPACE, SPACE)
    box.setSpacing(SPACE + 2)
    for each in contents:
        box.addWidget(each)
    box.addStretch(1)
    area = QScrollArea()
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(inner)
    return area


def _make_editor(slot: Slot, parent: QWidget) -> Editor:
    """A contact speaks one of the project's languages; promises are sentences."""
    own = {"language": LanguageEditor, "promises": PromisesEditor}
    return own.get(slot.name, make_editor)(slot, parent)


def _without(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(each for each in fields_of(Settings) if each not in names)


_TITLES = (N_("Name of the project"), N_("Languages"), N_("Channels"))
