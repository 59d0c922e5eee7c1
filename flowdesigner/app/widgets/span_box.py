"""Two boxes for a stretch of the day."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from flowdesigner.app.theme import SPACE
from flowdesigner.app.widgets.plain_label import PlainLabel
from flowdesigner.app.widgets.time_box import TimeBox
from flowdesigner.texts import N_, translate


def over_midnight(span: str) -> str:
    """What to say of a stretch that ends on another day; nothing of one that does not."""
    begins, _dash, ends = span.partition("-")
    if not ends or ends > begins:
        return ""
    if ends == begins:
        return translate(N_("All day and all night."))
    return translate(N_("Until {time} the next day."), time=ends)


class SpanBox(QWidget):
    """From one time of day to another."""

    changed = Signal(str, bool)
    """The stretch, `08:00-21:00`, or nothing when it is not whole; and whether it was typed."""
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.begins, self.ends = TimeBox(self), TimeBox(self)
        self._dash = PlainLabel("\N{EN DASH}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE // 2)
        row.addWidget(self.begins, 1)
        row.addWidget(self._dash)
        row.addWidget(self.ends, 1)
        for box in (self.begins, self.ends):
            box.activated.connect(lambda _at: self.changed.emit(self.span, False))
            box.line.typed.connect(lambda _text: self.changed.emit(self.span, True))
            box.line.left.connect(self.left)
        self.setFocusProxy(self.begins)

    @property
    def span(self) -> str:
        """What stands there."""
        begins, ends = self.begins.time, self.ends.time
        return f"{begins}-{ends}" if begins and ends else ""

    def show_span(self, span: str) -> None:
        """Show a stretch."""
        begins, _dash, ends = span.partition("-")
        self.begins.show_time(begins)
        self.ends.show_time(ends)

    def name(self, label: str) -> None:
        """Tell those who cannot see the label what this is."""
        self.begins.setAccessibleName(translate(N_("{label}: from"), label=label))
        self.ends.setAccessibleName(translate(N_("{label}: to"), label=label))
