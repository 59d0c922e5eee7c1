"""What stands in the inspector when several blocks are selected."""

from PySide6.QtWidgets import QWidget

from flowdesigner.app.inspector.editor import column
from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.app.widgets.plain_label import PlainLabel
from flowdesigner.texts import N_, ntranslate, translate


class SeveralPage(QWidget):
    """How many there are, and what can be done with all of them."""

    def __init__(self, count: int, theme: Theme) -> None:
        super().__init__()
        self._count = count
        self.title, self.hint = PlainLabel(), PlainLabel(wrap=True)
        self.title.embolden()
        box = column(self, SPACE)
        box.addWidget(self.title)
        box.addWidget(self.hint)
        box.addStretch(1)
        self.retranslate()
        self.set_theme(theme)

    def refresh(self) -> None:
        """Nothing here depends on the project."""

    def retranslate(self) -> None:
        """Speak the language in use."""
        self.title.setText(ntranslate("{n} block selected", "{n} blocks selected", self._count))
        self.hint.setText(
            translate(
                N_(
                    "Drag to move them together. Copy, duplicate or delete them from the Edit "
                    "menu. Click one of them to fill it in."
                )
            )
        )

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.title.set_colour(theme.text)
        self.hint.set_colour(theme.muted)
