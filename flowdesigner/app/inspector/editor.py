"""What all editors of fields are."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from flowdesigner.app.inspector.slot import Slot
from flowdesigner.app.theme import Theme
from flowdesigner.app.widgets.plain_label import PlainLabel
from flowdesigner.model.walk import Path
from flowdesigner.texts import translate

L = TypeVar("L", bound=QLayout)


class Editor(QWidget):
    """Shows the value of a slot and asks for edits of it.

    `refresh` is called after every change of the part and must be quick when nothing differs.
    An editor never asks for an edit while it shows something.
    """

    says_its_label = False
    """Whether the field's label is part of the editor, as with a checkbox."""

    def __init__(self, slot: Slot, parent: QWidget) -> None:
        super().__init__(parent)
        self.slot = slot

    def refresh(self) -> None:
        """Show the value as it is now."""
        raise NotImplementedError

    def target(self) -> QWidget:
        """Who gets the keyboard."""
        return self

    def reveal(self, rest: Path) -> QWidget:
        """Who gets the keyboard when a place further inside is asked for."""
        return self.target()

    def tools(self) -> Sequence[QWidget]:
        """Small buttons that stand beside the label."""
        return ()

    def retranslate(self) -> None:
        """Speak the language in use."""
        self.name_target()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""

    def name_target(self) -> None:
        """Tell those who cannot see the label, and those who wonder, what this is."""
        target = self.target()
        target.setAccessibleName(translate(self.slot.field.label))
        target.setAccessibleDescription(translate(self.slot.field.help))
        target.setToolTip(translate(self.slot.field.help))


def column(owner: QWidget, spacing: int = 4) -> QVBoxLayout:
    """The owner's contents below one another, without a border."""
    box = QVBoxLayout(owner)
    return bare(box, spacing)


def bare(box: L, spacing: int = 4) -> L:
    """A layout without a border of its own."""
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(spacing)
    return box


class Hint(PlainLabel):
    """A small line below an editor that is there only when there is something to say."""

    def __init__(self, colour: str) -> None:
        super().__init__(wrap=True)
        self.setObjectName("hint")
        self.colour(colour)
        self.hide()

    def say(self, words: str) -> None:
        """Show these words, or nothing."""
        if words != self.text():
            self.setText(words)
        self.setVisible(bool(words))

    def colour(self, colour: str) -> None:
        """Take a colour."""
        self.set_colour(colour)
