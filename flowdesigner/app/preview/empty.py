"""What stands in the chat pane before anybody said anything."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from flowdesigner.app.icons import icon
from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.app.widgets.plain_label import PlainLabel
from flowdesigner.texts import N_, Message, message, translate


class EmptyChat(QWidget):
    """Says how to begin; offers a button when no message begins the flow."""

    start_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = message(N_("The project has no flow yet."))
        self._can_start = False
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setObjectName("empty_chat")
        self._sign = QLabel()
        self._title = PlainLabel("", wrap=True)
        self._title.setObjectName("subheading")
        self._words = PlainLabel("", wrap=True)
        self._words.setObjectName("muted")
        self.start = QPushButton()
        self.start.setObjectName("primary")
        self.start.clicked.connect(lambda _=False: self.start_asked.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE * 4, SPACE * 2, SPACE * 4, SPACE * 2)
        column.setSpacing(SPACE)
        column.addStretch(1)
        for label in (self._sign, self._title, self._words):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addSpacing(SPACE)
        column.addWidget(self.start, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self.set_theme(theme)
        self.retranslate()

    def show_way(self, told: Message, *, can_start: bool) -> None:
        """Say how the chosen flow begins; a button begins it when nobody's message does."""
        self._told, self._can_start = told, can_start
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._sign.setPixmap(icon("message-circle", theme.accent).pixmap(40, 40))
        self.setStyleSheet(f"QWidget#empty_chat {{ background: {theme.canvas}; }}")

    def retranslate(self) -> None:
        """Speak the language in use."""
        self._title.setText(translate(N_("Chat as your customer")))
        self.start.setText(translate(N_("Start")))
        self.start.setVisible(self._can_start)
        self._words.setText(str(self._told))
