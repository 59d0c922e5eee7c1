"""A small button that opens a list of choices."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from flowdesigner.app.theme import Theme
from flowdesigner.app.widgets.icon_button import IconButton
from flowdesigner.texts import translate


class MenuButton(IconButton):
    """An icon with words to choose from; its name says what is chosen."""

    chosen = Signal(str)

    def __init__(self, name: str, title: str, theme: Theme, parent: QWidget | None = None) -> None:
        self._named = title
        self._choices: tuple[tuple[str, str], ...] = ()
        self._word = ""
        super().__init__(name, title, theme, parent)
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    @property
    def word(self) -> str:
        """What is chosen."""
        return self._word

    def offer(self, choices: Iterable[tuple[str, str]]) -> None:
        """Offer these words under these titles; what is chosen stays chosen, else the first is."""
        wanted = tuple(choices)
        if wanted == self._choices:
            return
        self._choices = wanted
        self._menu.clear()
        group = QActionGroup(self._menu)
        for word, title in wanted:
            action = self._menu.addAction(title.replace("&", "&&"))
            action.setCheckable(True)
            action.setActionGroup(group)
            action.setData(word)
            action.triggered.connect(lambda _on=False, word=word: self._take(word))
        known = [word for word, _title in wanted]
        self.choose(self._word if self._word in known else next(iter(known), ""))

    def choose(self, word: str) -> None:
        """Show a word as the chosen one, and tell nobody."""
        self._word = word
        for action in self._menu.actions():
            action.setChecked(action.data() == word)
        self.retranslate()

    def _take(self, word: str) -> None:
        self.choose(word)
        self.chosen.emit(word)

    def retranslate(self) -> None:
        """Speak the language in use."""
        title = dict(self._choices).get(self._word, "")
        told = ": ".join(filter(None, (translate(self._named), title)))
        self.setToolTip(told)
        self.setAccessibleName(told)
