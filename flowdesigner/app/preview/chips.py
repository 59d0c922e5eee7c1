"""Words the customer could write, as small buttons in lines."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from flowdesigner.app.guarded import guarded
from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.texts import N_, translate

MOST = 8
_GAP = 6


class Chips(QWidget):
    """Suggestions above the field; tapping one writes it."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self.buttons: list[QPushButton] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.set_theme(theme)
        self.offer(())

    def offer(self, words: Sequence[str]) -> None:
        """Offer these; none to be out of the way."""
        wanted = tuple(words[:MOST])
        self.setVisible(bool(wanted))
        if wanted == self._words:
            return
        self._words = wanted
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = [self._button(each) for each in wanted]
        self.retranslate()
        self._arrange()

    def _button(self, word: str) -> QPushButton:
        button = QPushButton(word.replace("&", "&&"), self)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda _=False: self.chosen.emit(word))
        button.show()
        return button

    def retranslate(self) -> None:
        """Speak the language in use."""
        for word, button in zip(self._words, self.buttons, strict=True):
            button.setAccessibleName(translate(N_("Write “{words}”"), words=word))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.setStyleSheet(
            f"QPushButton {{ border: 1px solid {theme.accent}; color: {theme.accent};"
            f" background: {theme.surface}; border-radius: 13px; padding: 4px 12px; }}"
            f"QPushButton:hover, QPushButton:focus {{ background: {theme.accent_soft}; }}"
        )

    def _arrange(self) -> None:
        x, y, line = SPACE, SPACE, 0
        for button in self.buttons:
            hint = button.sizeHint()
            width = min(hint.width(), max(self.width() - 2 * SPACE, 40))
            if x > SPACE and x + width > self.width() - SPACE:
                x, y = SPACE, y + line + _GAP
            button.setGeometry(x, y, width, hint.height())
            x, line = x + width + _GAP, hint.height()
        self.setFixedHeight(y + line if self.buttons else 0)

    @guarded(QSize(100, 0))
    def sizeHint(self) -> QSize:
        return QSize(100, self.height())

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
