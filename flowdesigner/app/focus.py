"""What the author looks at: a flow, blocks, a field, a language. No part of the project."""

from PySide6.QtCore import QObject, Signal

from flowdesigner.app.document import Document
from flowdesigner.edits.edit import Where


class Focus(QObject):
    """The flow that is open, the blocks that are selected, the language texts are shown in."""

    flow_changed = Signal(str)
    blocks_changed = Signal()
    language_changed = Signal(str)
    field_asked = Signal(object)
    """A path: the form shall show this field of the one selected block and let type in it."""
    place_asked = Signal(object)
    """A `Where`: the canvas shall bring these blocks into view."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.flow = ""
        self.blocks: tuple[str, ...] = ()
        self.language = ""
        document.changed.connect(self._keep_valid)
        document.replaced.connect(self._begin)
        document.went_to.connect(self.go_to)
        self._begin()

    @property
    def block(self) -> str | None:
        """The one selected block, if it is one."""
        return self.blocks[0] if len(self.blocks) == 1 else None

    def open_flow(self, flow: str) -> None:
        """Look at another flow."""
        if flow == self.flow:
            return
        self.flow = flow
        self.blocks = ()
        self._document.end_typing()
        self.flow_changed.emit(flow)
        self.blocks_changed.emit()

    def select(self, *blocks: str) -> None:
        """Select blocks of the flow; none to select nothing."""
        if blocks != self.blocks:
            self.blocks = blocks
            self._document.end_typing()
            self.blocks_changed.emit()

    def speak(self, language: str) -> None:
        """Show texts in another language."""
        if language != self.language:
            self.language = language
            self._document.end_typing()
            self.language_changed.emit(language)

    def go_to(self, where: Where) -> None:
        """Look at a place: open its flow, select its blocks, bring them into view."""
        project = self._document.project
        if where.flow not in project.flows:
            return
        self.open_flow(where.flow)
        there = tuple(id for id in where.blocks if id in project.flows[where.flow].blocks)
        if there or where.blocks:
            self.select(*there)
        self.place_asked.emit(Where(where.flow, there, where.field))
        if where.field and len(there) == 1:
            self.field_asked.emit(where.field)

    def _begin(self) -> None:
        project = self._document.project
        self.flow, self.blocks = next(iter(project.flows), ""), ()
        if self.language != project.base_language:
            self.language = project.base_language
            self.language_changed.emit(self.language)
        self.flow_changed.emit(self.flow)
        self.blocks_changed.emit()

    def _keep_valid(self, _change: object) -> None:
        project = self._document.project
        if self.flow not in project.flows:
            self.open_flow(next(iter(project.flows), ""))
        if self.language not in project.languages:
            self.speak(project.base_language)
        flow = project.flows.get(self.flow)
        self.select(*(id for id in self.blocks if flow and id in flow.blocks))
