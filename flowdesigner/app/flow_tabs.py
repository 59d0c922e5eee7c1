"""The flows of the project as tabs over the canvas."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QTabBar, QToolButton, QWidget

from flowdesigner.app.document import Document
from flowdesigner.app.focus import Focus
from flowdesigner.app.guarded import guarded
from flowdesigner.app.icons import icon
from flowdesigner.app.naming import flow_name, language_name
from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.app.trail import Trail
from flowdesigner.app.widgets.choice import Choice
from flowdesigner.edits.flows import AddFlow, SetFlowValue
from flowdesigner.model.change import Change
from flowdesigner.model.flow import Flow, Start
from flowdesigner.model.ids import make_id
from flowdesigner.texts import N_, translate


class _Bar(QTabBar):
    renamed = Signal(int)

    @guarded(None)
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = self.tabAt(event.position().toPoint())
        if at >= 0:
            self.renamed.emit(at)


class FlowTabs(QWidget):
    """Chooses the flow that is open and the language of the texts on the canvas."""

    def __init__(
        self, document: Document, focus: Focus, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._focus, self._theme = document, focus, theme
        self._ids: list[str] = []
        self._bar = _Bar()
        self._bar.setDrawBase(False)
        self._bar.setExpanding(False)
        self._bar.setUsesScrollButtons(True)
        self._add = QToolButton()
        self.trail = Trail(document, focus, theme)
        self._language = Choice()
        self._language.setMinimumWidth(130)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, SPACE, 0)
        row.addWidget(self._bar)
        row.addWidget(self._add)
        row.addWidget(self.trail)
        row.addStretch(1)
        row.addWidget(self._language)
        self._bar.currentChanged.connect(self._open)
        self._bar.renamed.connect(self._rename)
        self._add.clicked.connect(self.ask_and_add)
        self._language.activated.connect(lambda _at: focus.speak(self._language.currentData()))
        document.changed.connect(self._follow)
        document.replaced.connect(self._show)
        focus.flow_changed.connect(self._show)
        focus.language_changed.connect(self._show)
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in use."""
        self.trail.set_theme(self._theme)
        self._add.setIcon(icon("plus", self._theme.text))
        self._add.setToolTip(translate(N_("Add a flow")))
        self._add.setAccessibleName(translate(N_("Add a flow")))
        self._bar.setAccessibleName(translate(N_("Flows")))
        self._language.setAccessibleName(translate(N_("Language of the texts")))
        self._language.setToolTip(translate(N_("Language of the texts on the canvas")))
        self._show()

    def _follow(self, change: Change) -> None:
        if any(len(each.path) < 4 for each in change):  # not only blocks and their places
            self._show()

    def _show(self, *_what: object) -> None:
        project = self._document.project
        ids = list(project.flows)
        self._bar.blockSignals(True)
        if ids != self._ids:
            self._ids = ids
            while self._bar.count():
                self._bar.removeTab(0)
            for _flow in ids:
                self._bar.addTab("")
        for at, id in enumerate(ids):
            name = flow_name(project, id).replace("&", "&&")
            if self._bar.tabText(at) != name:
                self._bar.setTabText(at, name)
        if self._focus.flow in ids:
            self._bar.setCurrentIndex(ids.index(self._focus.flow))
        self._bar.blockSignals(False)
        self._show_languages()

    def _show_languages(self) -> None:
        languages = self._document.project.languages
        self._language.offer([(code, language_name(code)) for code in languages])
        self._language.choose(self._focus.language)
        self._language.setVisible(len(languages) > 1)

    def _open(self, at: int) -> None:
        if 0 <= at < len(self._ids):
            self._focus.open_flow(self._ids[at])

    def ask_and_add(self) -> None:
        """Ask for a name and add a flow."""
        name, ok = QInputDialog.getText(
            self, translate(N_("Add a flow")), translate(N_("What is it about?"))
        )
        if ok and name.strip():
            id = make_id(name, self._document.project.flows, fallback="flow")
            flow = Flow(name=name.strip(), starts=(Start(trigger="call"),))
            self._document.do(AddFlow(id, flow))
            self._focus.open_flow(id)

    def _rename(self, at: int) -> None:
        id = self._ids[at]
        name, ok = QInputDialog.getText(
            self,
            translate(N_("Rename flow")),
            translate(N_("Name")),
            text=flow_name(self._document.project, id),
        )
        if ok and name.strip():
            self._document.do(SetFlowValue(id, "name", name.strip()))
