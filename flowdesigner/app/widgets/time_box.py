"""A box for a time of day."""

import re
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QWidget

from flowdesigner.app.guarded import guarded
from flowdesigner.app.widgets.choice import OpenChoice

_TYPED = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?")
_STEP = 30
_HALF_HOURS = [f"{hour:02}:{minute:02}" for hour in range(24) for minute in (0, 30)]


def read_time(written: str) -> str | None:
    """A time of day as authors type it, `8`, `8.30` or `08:30`, in the form of the file."""
    match = _TYPED.fullmatch(written.strip())
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    good = minute < 60 and (hour < 24 or (hour, minute) == (24, 0))
    return f"{hour:02}:{minute:02}" if good else None


@cache
def _half_hours() -> QStandardItemModel:
    """What all boxes offer; made once, since a week has many boxes."""
    model = QStandardItemModel()
    for word, title in [("", ""), *((each, each) for each in _HALF_HOURS)]:
        item = QStandardItem(title)
        item.setData(word, Qt.ItemDataRole.UserRole)
        model.appendRow(item)
    return model


class TimeBox(OpenChoice):
    """Offers every half hour; others are typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(_half_hours())
        self.setCompleter(None)  # type: ignore[arg-type]
        self.setCurrentIndex(-1)
        self.setMaxVisibleItems(14)
        self.setMinimumContentsLength(2)
        self.line.left.connect(self._tidy)

    @property
    def time(self) -> str | None:
        """The time of day that stands there; nothing when it is none."""
        return read_time(self.line.text())

    def show_time(self, time: str) -> None:
        """Show a time of day, unless what stands there means it already."""
        if (self.time or "") != time or not time:
            self.show_word(time)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        if by and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._step(by)
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        """Go to the next half hour, or the one before."""
        now = self.time or "08:00"
        minutes = int(now[:2]) * 60 + int(now[3:])
        halves = minutes // _STEP + 1 if by > 0 else -(-minutes // _STEP) - 1
        hour, minute = divmod(halves * _STEP % (24 * 60), 60)
        self.show_word(f"{hour:02}:{minute:02}")
        self.activated.emit(self.currentIndex())

    def _tidy(self) -> None:
        if self.time is not None and self.line.text() != self.time:
            self.line.show_text(self.time)
