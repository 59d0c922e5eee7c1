"""What the author is asked in the search over the canvas: which block to add, or to change to."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint

from flowdesigner.app.canvas.commands import Commands
from flowdesigner.app.canvas.later import Later
from flowdesigner.app.canvas.links import LinkKey
from flowdesigner.app.canvas.stage import Stage
from flowdesigner.app.canvas.suggest import Habits, situation
from flowdesigner.blocks import BY_TYPE
from flowdesigner.texts import N_

Spot = tuple[float, float]


class Asking(QObject):
    """Opens the search with a question, and does what was chosen there."""

    def __init__(
        self, stage: Stage, later: Later, commands: Commands, add: Callable[..., str]
    ) -> None:
        super().__init__(stage)
        self._stage, self._later, self._commands, self._add = stage, later, commands, add
        self.habits = Habits()
        """What this author took before; whoever keeps it puts another one here."""
        self.link: tuple[LinkKey, Spot] | None = None
        """The link that hangs in the air while it is asked what shall come at its end."""
        self._chosen: Callable[[str], object] | None = None

    @property
    def open(self) -> bool:
        """Whether something is asked."""
        return self._chosen is not None

    def what_to_add(self, at: Spot, after: LinkKey | None) -> None:
        """Ask for a block to add at a point of the scene, after an exit."""
        block, exit = after or ("", "")
        where = situation(self._stage.flow.blocks.get(block), exit)

        def add(word: str) -> None:
            self.habits.note(where, word)
            self._add(word, at, after)

        self.link = (after, at) if after else None
        self._ask(at, 6 if after else 0, self.habits.ranked(where, BY_TYPE), add)

    def what_to_change_to(self, block: str) -> None:
        """Ask for the type that a block shall be of instead."""
        box = self._stage.scene.boxes[block]
        types = [word for word in BY_TYPE if word != self._stage.flow.blocks[block].type]
        self._ask(
            (box[0], box[1] + 60), 20, types,
            lambda word: self._commands.change_type(block, word),
            N_("Search for a type to change it to"),
        )  # fmt: skip

    def choose(self, word: str) -> None:
        """Do what was asked for."""
        chosen = self._chosen
        self.finish()
        if chosen is not None:
            chosen(word)

    def finish(self) -> None:
        """Nothing is asked any more."""
        self._chosen = self.link = None

    def _ask(
        self,
        at: Spot,
        aside: int,
        words: list[str],
        chosen: Callable[[str], object],
        hint: str = N_("Search for a block to add"),
    ) -> None:
        self._chosen = chosen
        x, y = self._stage.viewport.to_widget(*at)
        self._later.quick_add.ask(QPoint(round(x) + aside, round(y) - 20), words, hint)
        self._stage.repaint.emit()
