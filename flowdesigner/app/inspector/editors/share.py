"""The editor of a share beside those of its sisters."""

from PySide6.QtWidgets import QWidget

from flowdesigner.app.inspector.editor import Hint
from flowdesigner.app.inspector.editors.number import NumberEditor
from flowdesigner.app.inspector.slot import Slot
from flowdesigner.app.theme import Theme
from flowdesigner.texts import N_, translate


class ShareEditor(NumberEditor):
    """A whole number, and what it is of the whole."""

    def __init__(self, slot: Slot, parent: QWidget) -> None:
        super().__init__(slot, parent)
        self.told = Hint(slot.bench.theme.muted)
        held = self.layout()
        if held is not None:
            held.addWidget(self.told)

    def refresh(self) -> None:
        """Show the number and its part of the whole."""
        super().refresh()
        own, whole = self.slot.value, sum(self._all())
        if isinstance(own, int) and own > 0 and whole:
            words = N_("{percent} % of the customers")
            self.told.say(translate(words, percent=round(100 * own / whole)))
        else:
            self.told.say("")

    def _all(self) -> list[int]:
        """The shares of all its sisters and its own."""
        part = self.slot.bench.part
        sisters = getattr(part, str(self.slot.path[0]), None) or ()
        found = (getattr(each, self.slot.name, None) for each in sisters)
        return [each for each in found if isinstance(each, int) and each > 0]

    def retranslate(self) -> None:
        """Speak the language in use."""
        super().retranslate()
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        super().set_theme(theme)
        self.told.colour(theme.muted)
