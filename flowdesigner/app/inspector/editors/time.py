"""The editor of a time of day."""

from PySide6.QtWidgets import QWidget

from flowdesigner.app.inspector.editor import Editor, Hint, column
from flowdesigner.app.inspector.slot import Slot
from flowdesigner.app.theme import Theme
from flowdesigner.app.widgets.time_box import TimeBox
from flowdesigner.texts import N_, translate


class TimeEditor(Editor):
    """A box that offers every half hour."""

    def __init__(self, slot: Slot, parent: QWidget) -> None:
        super().__init__(slot, parent)
        self.box = TimeBox()
        self.hint = Hint(slot.bench.theme.warning)
        held = column(self)
        held.addWidget(self.box)
        held.addWidget(self.hint)
        self.box.activated.connect(lambda _at: self._changed(typing=False))
        self.box.line.typed.connect(lambda _text: self._changed(typing=True))
        self.box.line.left.connect(slot.end_typing)

    def target(self) -> QWidget:
        """The box."""
        return self.box

    def _changed(self, *, typing: bool) -> None:
        wrong = bool(self.box.line.text().strip()) and self.box.time is None
        self.hint.say(translate(N_("Write a time such as 18:30.")) if wrong else "")
        if not wrong:
            self.slot.set(self.box.time, typing=typing)

    def refresh(self) -> None:
        """Show the time, unless what stands there means it already or is being written."""
        value = self.slot.value
        if value is None and not self.hint.isHidden():
            return
        self.box.show_time(value if isinstance(value, str) else "")

    def retranslate(self) -> None:
        """Speak the language in use."""
        super().retranslate()
        self.box.line.setPlaceholderText(translate(self.slot.field.placeholder))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.hint.colour(theme.warning)
