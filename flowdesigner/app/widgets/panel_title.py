"""What stands above a panel: its name, and the button that hides it."""

from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QWidget

from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.app.widgets.icon_button import IconButton
from flowdesigner.app.widgets.plain_label import PlainLabel
from flowdesigner.texts import N_


class PanelTitle(QWidget):
    """The title of a panel, drawn with our own icons, which stay sharp and seen in the dark."""

    def __init__(self, dock: QDockWidget, theme: Theme) -> None:
        super().__init__(dock)
        self.name = PlainLabel(dock.windowTitle(), self)
        self.name.embolden()
        self.hide_it = IconButton("x", N_("Hide this panel"), theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE + 4, SPACE // 2, SPACE // 2, SPACE // 2)
        row.addWidget(self.name, 1)
        row.addWidget(self.hide_it)
        dock.windowTitleChanged.connect(self.name.setText)
        self.hide_it.clicked.connect(dock.hide)
        self.set_theme(theme)

    def retranslate(self) -> None:
        """Speak the language in use."""
        self.hide_it.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.name.set_colour(theme.text)
        self.hide_it.set_theme(theme)
