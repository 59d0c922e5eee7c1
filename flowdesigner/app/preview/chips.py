"""Words the customer could write, as small buttons in lines."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from flowdesigner.app.preview.flowing import Flowing
from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.texts import N_, translate

MOST = 20
"""More would leave the chat no room."""


class Chips(Flowing):
    """Suggestions above the field; tapping one writes it."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, side=SPACE, above=SPACE)
        self._words: tuple[str, ...] = ()
        self.set_theme(theme)
        self.offer(())

    def offer(self, words: Sequence[str]) -> None:
        """Offer these; none to be out of the way."""
        wanted = tuple(words[:MOST])
        self.setVisible(bool(wanted))
        if wanted == self._words:
            return
        self._words = wanted
        self.clear()
        for each in wanted:
            self.add(self._button(each))
        self.retranslate()

    def _button(self, word: str) -> QPushButton:
        button = QPushButton(word.replace("&", "&&"))
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda _=False: self.chosen.emit(word))
        return button

    def retranslate(self) -> None:
        """Speak the language in use."""
        for word, button in zip(self._words, self.buttons, strict=True):
            button.setAccessibleName(translate(N_("Write “{words}”"), words=word))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.setStyleSheet(
            f"QPushButton {{ border: 1px solid {theme.accent}; color: {theme.accent};"
            f" background: {theme.surface}; border-radius: 11px; padding: 4px 12px; }}"
            f"QPushButton:hover, QPushButton:focus {{ background: {theme.accent_soft}; }}"
        )
