"""Connecting without a mouse: an exit is chosen from a list, then the block it shall lead to."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from flowdesigner.app.canvas.access import short_name
from flowdesigner.app.canvas.commands import Commands
from flowdesigner.app.canvas.hits import NOTHING, Hit, What
from flowdesigner.app.canvas.stage import Stage
from flowdesigner.app.widgets.chooser import Choice, Chooser
from flowdesigner.texts import N_, translate

NEW, NOWHERE = "+", "-"
"""The keys of the choices that are no block."""


class ExitChooser(QObject):
    """Asks which exit of a block, then where it shall lead, and does it."""

    def __init__(self, stage: Stage, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._stage, self._commands, self._canvas = stage, Commands(stage), canvas
        self._block = self._exit = ""
        self.exits = Chooser(lambda: stage.theme, canvas)
        self.targets = Chooser(lambda: stage.theme, canvas)
        self.exits.pointed.connect(self._point_at_exit)
        self.exits.taken.connect(self._ask_where)
        self.exits.left.connect(self._point_at_nothing)
        self.targets.pointed.connect(self._point_at_target)
        self.targets.taken.connect(self._lead)
        self.targets.left.connect(self._point_at_nothing)

    def begin(self) -> None:
        """Ask for an exit of the one selected block; for its only one at once where it leads."""
        card = self._stage.scene.cards.get(self._stage.focus.block or "")
        if card is None or not card.rows or self._stage.focus.block is None:
            return
        self._block = self._stage.focus.block
        if len(card.rows) == 1:
            self._ask_where(card.rows[0].id)
            return
        name = short_name(self._stage.scene, self._block)
        question = translate(N_("Which way out of {block}?"), block=name)
        self.exits.ask(question, list(self._exits()), self._spot(), self._canvas)
        self._point_at_exit(card.rows[0].id)

    def _exits(self) -> Iterator[Choice]:
        scene, exits = self._stage.scene, self._stage.flow.blocks[self._block].exits
        for row in scene.cards[self._block].rows:
            target = exits.get(row.id)
            if target in scene.cards:
                name = short_name(scene, target)
                words = translate(N_("{exit}: on to {block}"), exit=row.name, block=name)
            elif row.state == "optional":
                words = translate(N_("{exit}: not used"), exit=row.name)
            else:
                words = translate(N_("{exit}: leads nowhere yet"), exit=row.name)
            yield Choice(row.id, words)

    def _ask_where(self, exit: str) -> None:
        card = self._stage.scene.cards.get(self._block)
        row = card.row(exit) if card else None
        if row is None:
            return
        self._exit = exit
        question = translate(N_("“{exit}” leads to…"), exit=row.name)
        self.targets.ask(question, list(self._targets()), self._spot(), self._canvas)
        self._point_at_exit(exit)

    def _targets(self) -> Iterator[Choice]:
        """A new block, nowhere, then the blocks, the nearest first."""
        scene, blocks = self._stage.scene, self._stage.flow.blocks
        yield Choice(NEW, translate(N_("A new block…")), "plus", always=True)
        if self._exit in blocks[self._block].exits:
            yield Choice(NOWHERE, translate(N_("Nowhere for now")), "unlink", always=True)
        x, y, _, _ = scene.boxes[self._block]
        far = {id: abs(box[0] - x) + abs(box[1] - y) for id, box in scene.boxes.items()}
        for id in sorted(far, key=far.__getitem__):
            look = blocks[id].look
            yield Choice(id, short_name(scene, id), look.icon, look.group)

    def _lead(self, to: str) -> None:
        self._point_at_nothing()
        flow, stage = self._stage.flow, self._stage
        if self._block not in flow.blocks:
            return
        if to == NEW:
            box = stage.scene.boxes[self._block]
            stage.add_requested.emit((box[2] + 88, box[1] + 20), (self._block, self._exit))
        elif to == NOWHERE:
            self._commands.disconnect(self._block, self._exit)
        else:
            self._commands.connect(self._block, self._exit, to)

    # What is lit meanwhile.

    def _point_at_exit(self, exit: str) -> None:
        self._stage.hover(Hit(What.PORT, self._block, exit))

    def _point_at_target(self, target: str) -> None:
        self._stage.aim(target if target in self._stage.scene.cards else None)

    def _point_at_nothing(self) -> None:
        self._stage.hover(NOTHING)
        self._stage.aim(None)

    def _spot(self) -> QPoint:
        """Beside the block, in the canvas."""
        box = self._stage.scene.boxes[self._block]
        x, y = self._stage.viewport.to_widget(box[2], box[1])
        return QPoint(round(x) + 12, round(y))
