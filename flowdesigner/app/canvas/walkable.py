"""The canvas for who works without a mouse, or without seeing it."""

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from flowdesigner.app.canvas.access import told
from flowdesigner.app.canvas.later import Later
from flowdesigner.app.canvas.neighbours import Direction, neighbour
from flowdesigner.app.canvas.sheets import pick_next
from flowdesigner.app.canvas.steerable import SteerableCanvas
from flowdesigner.app.document import Document
from flowdesigner.app.focus import Focus
from flowdesigner.app.theme import Theme


class WalkableCanvas(SteerableCanvas):
    """Walks from block to block, from note to note and along exits, and tells where it is."""

    def __init__(
        self, document: Document, focus: Focus, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(document, focus, theme, parent)
        self.later = Later(self.stage, self)
        let_walk()
        focus.blocks_changed.connect(self._tell)
        self._follower.followed.connect(self._tell)

    def connect_exit(self) -> None:
        """Let the author choose an exit of the selected block, and where it shall lead."""
        self.later.exit_chooser.begin()

    def next_sheet(self) -> None:
        """Pick the note or frame that follows the picked one."""
        pick_next(self.stage)
        self._tell()

    def _walk(self, direction: Direction, further: bool) -> None:
        scene, focus = self.stage.scene, self.stage.focus
        if not scene.cards:
            return
        start = self.stage.flow.first or ""
        beginning = start if start in scene.cards else next(iter(scene.cards))
        to = neighbour(scene, focus.blocks[-1], direction) if focus.blocks else beginning
        if to:
            kept = tuple(id for id in focus.blocks if id != to) if further else ()
            self.stage.select(*kept, to)
            self.show_block(to)

    def _tell(self) -> None:
        """Keep the words for whoever asks, and say them aloud where something listens."""
        words = told(self.stage)
        known = words == self.accessibleDescription()
        self.setAccessibleDescription(words)
        walked = self.later.__dict__.get("accessible")
        if walked is not None:
            walked.follow()
        if known or not QAccessible.isActive() or not self.hasFocus():
            return
        if walked is not None and self.stage.focus.block:
            walked.focus(self.stage.focus.block)
        else:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))


@cache
def let_walk() -> None:
    """Let screen readers walk through the blocks of every canvas there will be."""
    QAccessible.installFactory(_interface_of)


def _interface_of(_class: str, widget: QObject) -> QAccessibleInterface | None:
    return widget.later.accessible if isinstance(widget, WalkableCanvas) else None
