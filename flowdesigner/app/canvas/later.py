"""What the canvas does without until somebody wants it, and the one door to it.

Loading these takes as long as the rest of the canvas, so the first picture does not wait for them.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from flowdesigner.app.canvas.hits import Hit, What
from flowdesigner.app.canvas.stage import Stage

if TYPE_CHECKING:
    from flowdesigner.app.canvas.accessible import CanvasInterface
    from flowdesigner.app.canvas.arranging import Arranging
    from flowdesigner.app.canvas.choose_exit import ExitChooser
    from flowdesigner.app.canvas.clipboard import Clipboard
    from flowdesigner.app.canvas.frame_editor import FrameEditor
    from flowdesigner.app.canvas.minimap import Minimap
    from flowdesigner.app.canvas.note_editor import NoteEditor
    from flowdesigner.app.canvas.notice import Notice
    from flowdesigner.app.canvas.overlay import CardEditor
    from flowdesigner.app.canvas.quick_add import QuickAdd
    from flowdesigner.app.canvas.restructure import Restructure


class Later(QObject):
    """Each is made once, when it is first asked for."""

    made = Signal(str)
    """Its name."""

    def __init__(self, stage: Stage, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._stage, self._canvas = stage, canvas

    @cached_property
    def quick_add(self) -> "QuickAdd":
        """Where a type of block is searched for."""
        from flowdesigner.app.canvas.quick_add import QuickAdd

        self.__dict__["quick_add"] = QuickAdd(lambda: self._stage.theme, self._canvas)
        self.made.emit("quick_add")
        return self.quick_add

    def write_in(self, on: Hit) -> None:
        """Let the author write in a note, or the title of a frame."""
        if on.what is What.NOTE:
            self.note_editor.write_in(on.id)
        elif on.what in (What.FRAME, What.FOLD):
            self.frame_editor.write_in(on.id)

    @cached_property
    def note_editor(self) -> "NoteEditor":
        """Where the words of a note are written."""
        from flowdesigner.app.canvas.note_editor import NoteEditor

        self.__dict__["note_editor"] = NoteEditor(self._stage, self._canvas)
        self.made.emit("note_editor")
        return self.note_editor

    @cached_property
    def card_editor(self) -> "CardEditor":
        """Where the words of a card are written."""
        from flowdesigner.app.canvas.overlay import CardEditor

        self.__dict__["card_editor"] = CardEditor(self._stage, self._canvas)
        self.made.emit("card_editor")
        return self.card_editor

    @cached_property
    def restructure(self) -> "Restructure":
        """What moves blocks from flow to flow."""
        from flowdesigner.app.canvas.restructure import Restructure

        return Restructure(self._stage)

    @cached_property
    def notice(self) -> "Notice":
        """Where the author is told something of what was done."""
        from flowdesigner.app.canvas.notice import Notice

        return Notice(self._stage, self._canvas)

    @cached_property
    def frame_editor(self) -> "FrameEditor":
        """Where the title of a frame is written."""
        from flowdesigner.app.canvas.frame_editor import FrameEditor

        self.__dict__["frame_editor"] = FrameEditor(self._stage, self._canvas)
        self.made.emit("frame_editor")
        return self.frame_editor

    @cached_property
    def minimap(self) -> "Minimap":
        """The whole flow in a corner."""
        from flowdesigner.app.canvas.minimap import Minimap

        self.__dict__["minimap"] = Minimap(self._stage, self._canvas)
        self.made.emit("minimap")
        return self.minimap

    @cached_property
    def accessible(self) -> "CanvasInterface":
        """What screen readers walk through."""
        from flowdesigner.app.canvas.accessible import CanvasInterface

        stage = self._stage
        return CanvasInterface(self._canvas, stage, stage.edit_requested.emit)

    @cached_property
    def arranging(self) -> "Arranging":
        """What tidies blocks up, aligns them and spreads them."""
        from flowdesigner.app.canvas.arranging import Arranging

        return Arranging(self._stage)

    @cached_property
    def exit_chooser(self) -> "ExitChooser":
        """Where exits are connected without a mouse."""
        from flowdesigner.app.canvas.choose_exit import ExitChooser

        return ExitChooser(self._stage, self._canvas)

    @cached_property
    def clipboard(self) -> "Clipboard":
        """What copies and pastes blocks."""
        from flowdesigner.app.canvas.clipboard import Clipboard

        return Clipboard(self._stage)
