"""The editor of a stretch of the day."""

from PySide6.QtWidgets import QWidget

from flowdesigner.app.inspector.editor import Editor, Hint, column
from flowdesigner.app.inspector.slot import Slot
from flowdesigner.app.theme import Theme
from flowdesigner.app.widgets.span_box import SpanBox, over_midnight
from flowdesigner.texts import translate


class SpanEditor(Editor):
    """From one time of day to another; says when that is the next day."""

    def __init__(self, slot: Slot, parent: QWidget) -> None:
        super().__init__(slot, parent)
        self.box = SpanBox()
        self.hint = Hint(slot.bench.theme.muted)
        held = column(self)
        held.addWidget(self.box)
        held.addWidget(self.hint)
        self.box.changed.connect(self._changed)
        self.box.left.connect(slot.end_typing)

    def target(self) -> QWidget:
        """The first of the two boxes."""
        return self.box.begins

    def _changed(self, span: str, typing: bool) -> None:
        empty = not self.box.begins.time and not self.box.ends.time
        if span or empty:
            self.slot.set(span or None, typing=typing)
        self._tell()

    def refresh(self) -> None:
        """Show the stretch, unless a half of it is being written."""
        value = self.slot.value
        half = bool(self.box.begins.time) != bool(self.box.ends.time)
        if value is not None or not half:
            self.box.show_span(value if isinstance(value, str) else "")
        self._tell()

    def _tell(self) -> None:
        self.hint.say(over_midnight(self.box.span))

    def retranslate(self) -> None:
        """Speak the language in use."""
        super().retranslate()
        self.box.name(translate(self.slot.field.label))
        self._tell()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.hint.colour(theme.muted)
