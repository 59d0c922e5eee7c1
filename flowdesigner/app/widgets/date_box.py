"""A box for a date, with a calendar."""

from PySide6.QtCore import QDate, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QDateEdit, QWidget

from flowdesigner.app.guarded import guarded
from flowdesigner.app.icons import paint_icon


class DateBox(QDateEdit):
    """A date in words; a calendar opens below it, and a wheel meant for the panel leaves it be."""

    def __init__(self, date: QDate, parent: QWidget | None = None) -> None:
        super().__init__(date, parent)
        self.setCalendarPopup(True)
        self.setDisplayFormat("d MMMM yyyy")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        box = QRectF(self.width() - 20, (self.height() - 14) / 2, 14, 14)
        painter = QPainter(self)
        paint_icon(painter, "chevron-down", self.palette().placeholderText().color().name(), box)
        painter.end()

    @guarded(None)
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
