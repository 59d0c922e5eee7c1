"""Frames that are painted, since a style sheet on a container costs all that is in it."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from flowdesigner.app.guarded import guarded
from flowdesigner.app.theme import RADIUS, Theme

_BAR = 3.0


class Card(QWidget):
    """A sheet with a border, and a bar of colour at its left if wished."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, bar: str = "") -> None:
        super().__init__(parent)
        self._card_theme, self._bar = theme, bar

    def set_card_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._card_theme = theme
        self.update()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._card_theme.border), 1))
        painter.setBrush(QColor(self._card_theme.surface))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        if self._bar:
            painter.fillRect(QRectF(0, RADIUS, _BAR, self.height() - 2 * RADIUS), QColor(self._bar))
        painter.end()


class Indented(QWidget):
    """What belongs to what is above it, with a line at its left."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, marked: bool = True) -> None:
        super().__init__(parent)
        self._card_theme, self._marked = theme, marked

    def set_card_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._card_theme = theme
        self.update()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._marked:
            painter.fillRect(0, 0, 2, self.height(), QColor(self._card_theme.border))
        painter.end()
