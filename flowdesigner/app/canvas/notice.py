"""What is told at the lower edge of the canvas, and goes away by itself."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget

from flowdesigner.app.canvas.stage import Stage
from flowdesigner.app.theme import RADIUS
from flowdesigner.app.widgets.plain_label import PlainLabel
from flowdesigner.texts import Message

READING = 9000
"""Milliseconds that it stays."""
WIDEST = 460


class Notice(PlainLabel):
    """A few words over the canvas; what is told at once stands together."""

    def __init__(self, stage: Stage, canvas: QWidget) -> None:
        super().__init__("", canvas)
        self._stage, self._canvas = stage, canvas
        self._timer = QTimer(self, singleShot=True, interval=READING)
        self._timer.timeout.connect(self.hide)
        self._new = QTimer(self, singleShot=True, interval=0)
        self.setWordWrap(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def tell(self, words: Message) -> None:
        """Show some words, and have them read out."""
        theme = self._stage.theme
        together = self.isVisible() and self._new.isActive()
        self.setText(f"{self.text()}\n{words}" if together else str(words))
        self._new.start()
        self.setStyleSheet(
            f"background: {theme.text}; color: {theme.card}; padding: 8px 14px;"
            f" border-radius: {RADIUS}px;"
        )
        room = self._canvas.width()
        self.setFixedWidth(min(self.sizeHint().width() + 40, WIDEST, room - 32))
        self.adjustSize()
        at_x = (room - self.width()) // 2
        self.move(at_x, self._canvas.height() - self.height() - 24)
        self.show()
        self.raise_()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
