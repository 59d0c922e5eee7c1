"""What the canvas does without until somebody wants it, and the door to it.

Loading these takes as long as the rest of the canvas, so the first picture does not wait for them.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from flowdesigner.app.canvas.stage import Stage
from flowdesigner.app.theme import Theme

if TYPE_CHECKING:
    from flowdesigner.app.canvas.clipboard import Clipboard
    from flowdesigner.app.canvas.note_editor import NoteEditor
    from flowdesigner.app.canvas.quick_add import QuickAdd


def quick_add(theme: Callable[[], Theme], parent: QWidget) -> "QuickAdd":
    """Where a type of block is searched for."""
    from flowdesigner.app.canvas.quick_add import QuickAdd

    return QuickAdd(theme, parent)


def clipboard(stage: Stage) -> "Clipboard":
    """What copies and pastes blocks."""
    from flowdesigner.app.canvas.clipboard import Clipboard

    return Clipboard(stage)


def note_editor(stage: Stage, parent: QWidget) -> "NoteEditor":
    """Where the words of a note are written."""
    from flowdesigner.app.canvas.note_editor import NoteEditor

    return NoteEditor(stage, parent)
