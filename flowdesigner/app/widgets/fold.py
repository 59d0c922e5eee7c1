"""A part of a form that is folded away until it is wanted."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from flowdesigner.app.icons import icon
from flowdesigner.app.theme import SPACE, Theme


class Fold(QWidget):
    """A title that opens and closes what is below it, which is made when it is first opened."""

    def __init__(
        self,
        title: str,
        make: Callable[[QWidget], QWidget],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._make, self._theme = make, theme
        self.content: QWidget | None = None
        self._is_open = False
        self.handle = QToolButton(self)
        self.handle.setObjectName("fold")
        self.handle.setAutoRaise(True)
        self.handle.setIconSize(QSize(14, 14))
        self.handle.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.handle.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.handle.clicked.connect(lambda: self.open(not self.is_open))
        self._box = box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(SPACE)
        box.addWidget(self.handle)
        self.set_title(title)
        self.set_theme(theme)

    @property
    def is_open(self) -> bool:
        """Whether what is below can be seen."""
        return self._is_open

    def set_title(self, title: str) -> None:
        """Call it otherwise; the words as they are shown."""
        self.handle.setText(title)
        self.handle.setAccessibleName(title)

    def open(self, wanted: bool = True) -> None:
        """Open or close it."""
        self._is_open = wanted
        if wanted and self.content is None:
            self.content = self._make(self)
            self._box.addWidget(self.content)
        if self.content is not None:
            self.content.setVisible(wanted)
        self.set_theme(self._theme)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        name = "chevron-down" if self.is_open else "chevron-right"
        self.handle.setIcon(icon(name, theme.muted))
