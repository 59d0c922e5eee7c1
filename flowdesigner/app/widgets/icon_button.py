"""A small button that is a picture, with a name for those who do not see it."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QToolButton, QWidget

from flowdesigner.app.icons import icon
from flowdesigner.app.theme import Theme
from flowdesigner.texts import translate


class IconButton(QToolButton):
    """A flat button with an icon of the theme; its name is its tooltip too."""

    def __init__(self, name: str, title: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._title = name, title
        self.setAutoRaise(True)
        self.setIconSize(QSize(16, 16))
        self.set_theme(theme)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in use."""
        self.setToolTip(translate(self._title))
        self.setAccessibleName(translate(self._title))

    def set_title(self, title: str) -> None:
        """Call it otherwise; an English key."""
        self._title = title
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.setIcon(icon(self._name, theme.muted))
