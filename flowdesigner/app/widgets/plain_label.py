"""A label that shows text as it is."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from flowdesigner.app.guarded import guarded


class PlainLabel(QLabel):
    """A label for anything that comes from a project: never read as rich text.

    Qt guesses rich text from a `<` and would then load pictures and follow links of a file that
    a stranger wrote.
    """

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, wrap: bool = False
    ) -> None:
        super().__init__(parent)
        self._colour = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setText(text)

    def set_colour(self, colour: str) -> None:
        """Write in a colour; by the palette, since a style sheet of its own costs a label dear."""
        if colour != self._colour:
            self._colour = colour
            self._apply_colour()

    def _apply_colour(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(self._colour))
        self.setPalette(palette)

    @guarded(None)
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # The window's style sheet forgets palettes when a widget comes to another parent.
        if event.type() == QEvent.Type.StyleChange and self._colour:
            self._apply_colour()

    def embolden(self) -> None:
        """Write in the weight of a heading."""
        font = self.font()
        font.setWeight(QFont.Weight.DemiBold)
        self.setFont(font)
