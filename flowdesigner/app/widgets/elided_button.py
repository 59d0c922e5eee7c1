"""A button that may be narrower than its words."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter, QWidget

from flowdesigner.app.guarded import guarded

_NARROWEST = 120
_BESIDE = 28
"""What the borders take beside the words."""


class ElidedButton(QPushButton):
    """Shows as many of its words as there is room for, and all of them when it is pointed at."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words.replace("&", "&&"), parent)
        self._words = words
        self.setMinimumWidth(_NARROWEST)
        self.setToolTip(words)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.width() - _BESIDE
        if not self.icon().isNull():
            room -= self.iconSize().width()
        words = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        option.text = words.replace("&", "&&")
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.end()
