"""What stands in the place of the list when there is no problem in it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from flowdesigner.app.icons import icon
from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.app.widgets.plain_label import PlainLabel
from flowdesigner.texts import N_, translate

_SIGN = 28


class Empty(QWidget):
    """Nothing is wrong, or nothing of what is wanted."""

    everything_asked = Signal()
    """The author wants to see all problems again."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self._sign, self._words = QLabel(self), PlainLabel("", self, wrap=True)
        self._words.setObjectName("muted")
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._everything = QPushButton(self)
        self._everything.clicked.connect(lambda _=False: self.everything_asked.emit())
        box = QVBoxLayout(self)
        box.setSpacing(SPACE)
        box.addStretch(1)
        box.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addWidget(self._words)
        box.addWidget(self._everything, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(1)

    def show_reason(self, *, filtered: bool) -> None:
        """Say why nothing is listed."""
        name, colour = (
            ("search", self.theme.muted) if filtered else ("circle-check", self.theme.good)
        )
        sign = icon(name, colour).pixmap(QSize(_SIGN, _SIGN), self.devicePixelRatioF())
        self._sign.setPixmap(sign)
        self._words.setText(
            translate(N_("No problem is like that."))
            if filtered
            else translate(N_("No problems. Try the conversation out with F5."))
        )
        self._everything.setText(translate(N_("Show all problems")))
        self._everything.setVisible(filtered)
