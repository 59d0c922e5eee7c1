"""The way into the flow that is shown: the flows from whose blocks one went on into it."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from flowdesigner.app.document import Document
from flowdesigner.app.focus import Focus
from flowdesigner.app.icons import icon
from flowdesigner.app.naming import flow_name
from flowdesigner.app.theme import Theme
from flowdesigner.app.widgets.plain_label import PlainLabel
from flowdesigner.blocks.subflow import Subflow
from flowdesigner.edits.edit import Where
from flowdesigner.texts import N_, translate


class Trail(QWidget):
    """A row of flow names; a click goes back to the block from which one came."""

    def __init__(self, document: Document, focus: Focus, theme: Theme) -> None:
        super().__init__()
        self._document, self._focus, self._theme = document, focus, theme
        self._came: tuple[tuple[str, str], ...] = ()
        """The flows and blocks through which one came, the first one first."""
        self._at = focus.flow
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        focus.flow_changed.connect(self._follow)
        document.changed.connect(self._follow)
        document.replaced.connect(self._follow)
        self._show()

    @property
    def came(self) -> tuple[str, ...]:
        """The flows through which one came."""
        return tuple(flow for flow, _block in self._came)

    def enter(self, block: str) -> None:
        """Go from a block into the flow that it runs."""
        flow = self._focus.flow
        found = self._document.project.block(flow, block)
        to = found.flow if isinstance(found, Subflow) else None
        if to in self._document.project.flows and to != flow:
            self._came, self._at = (*self._came, (flow, block)), to
            self._focus.open_flow(to)

    def go_back_to(self, at: int) -> None:
        """Go back to one of the flows through which one came."""
        flow, block = self._came[at]
        self._focus.go_to(Where(flow, (block,)))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._show()

    def retranslate(self) -> None:
        """Speak the language in use."""
        self._show()

    def _follow(self, *_what: object) -> None:
        """Another flow is shown: one on the way, or one somewhere else."""
        flow = self._focus.flow
        if flow in self.came:
            self._came = self._came[: self.came.index(flow)]
        elif flow != self._at:
            self._came = ()
        self._at = flow
        self._show()

    def _show(self) -> None:
        while self._row.count():
            item = self._row.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.deleteLater()
        self.setVisible(bool(self._came))
        project = self._document.project
        for at, flow in enumerate(self.came):
            button = QToolButton()
            button.setAutoRaise(True)
            name = flow_name(project, flow)
            button.setText(name.replace("&", "&&"))
            button.setToolTip(translate(N_("Back to “{name}”"), name=name))
            button.clicked.connect(lambda _=False, at=at: self.go_back_to(at))
            self._row.addWidget(button)
            arrow = QLabel()
            arrow.setPixmap(icon("chevron-right", self._theme.muted).pixmap(14, 14))
            self._row.addWidget(arrow)
        if self._came:
            self._row.addWidget(PlainLabel(flow_name(project, self._focus.flow)))
