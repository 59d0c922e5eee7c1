"""Which path is lit: of the block the pointer rests on, or one that was asked for or told."""

from PySide6.QtCore import QObject, QTimer

from flowdesigner.app.canvas.hits import Hit, What
from flowdesigner.app.canvas.path import Steps, path_along, path_through
from flowdesigner.app.canvas.stage import Stage

REST = 500
"""Milliseconds the pointer rests on a block before its path lights up."""


class Tracing(QObject):
    """Lights a path, and keeps it right while the flow is edited."""

    def __init__(self, stage: Stage, parent: QObject) -> None:
        super().__init__(parent)
        self._stage = stage
        self._asked: str | None = None
        self._told: Steps = ()
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self.rested)

    def point_at(self, hit: Hit) -> None:
        """The pointer came over something else; what it lit goes out."""
        if hit.what is What.BLOCK:
            if hit.id != self._stage.path.block:
                self.show_again()
                self._rest.start()
        else:
            self.stop()

    def rested(self) -> None:
        """The pointer rests where it is."""
        hovered = self._stage.hovered
        if hovered.what is What.BLOCK:
            self._show(hovered.id)

    def stop(self) -> None:
        """The pointer does something else."""
        self._rest.stop()
        self.show_again()

    def ask(self, block: str | None) -> None:
        """Light the path of a block until it is asked for again; nothing for none."""
        self._asked, self._told = None if block == self._asked else block, ()
        self._rest.stop()
        self.show_again()

    def tell(self, steps: Steps) -> None:
        """Light the way along these steps until something else is asked for; none to hide it."""
        if steps or self._told:
            self._asked, self._told = None, steps
            self._rest.stop()
            self.show_again()

    @property
    def asked(self) -> str | None:
        """The block whose path was asked for."""
        return self._asked

    @property
    def stays(self) -> bool:
        """Whether a path is lit that the pointer does not put out."""
        return bool(self._asked or self._told)

    def show_again(self) -> None:
        """Light what was asked for, such as after an edit."""
        if self._asked not in self._stage.scene.cards:
            self._asked = None
        self._show(self._asked or "")

    def _show(self, block: str) -> None:
        scene = self._stage.scene
        path = path_through(scene, block) if block else path_along(scene, self._told)
        if path != self._stage.path:
            self._stage.path = path
            self._stage.repaint.emit()
