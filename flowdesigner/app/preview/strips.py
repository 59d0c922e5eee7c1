"""Strips between chat and field: what the chat waits for, and what can be done about it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from flowdesigner.app.guarded import guarded
from flowdesigner.app.icons import icon
from flowdesigner.app.preview.flowing import Flowing
from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.app.widgets.line import Line
from flowdesigner.app.widgets.plain_label import PlainLabel
from flowdesigner.texts import N_, translate


class Strip(QFrame):
    """A sentence with a picture before it and buttons after or below it."""

    def __init__(
        self, picture: str, theme: Theme, parent: QWidget | None = None, *, quiet: bool = False
    ) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self._picture, self._quiet = picture, quiet
        self._sign = QLabel()
        self.label = PlainLabel("", wrap=True)
        self._titles: dict[QPushButton, str] = {}
        self.buttons: list[QPushButton] = []
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        head.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.label, 1)
        self.head = head
        self._flowing = Flowing()
        self.below = QHBoxLayout()
        self.below.setSpacing(SPACE // 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE + 4, SPACE - 1, SPACE, SPACE - 1)
        column.setSpacing(SPACE - 2)
        column.addLayout(head)
        column.addWidget(self._flowing)
        column.addLayout(self.below)
        self.set_theme(theme)
        self.hide()

    def add_button(
        self, title: str, clicked: Callable[[], object], *, below: bool = False
    ) -> QPushButton:
        """Add a button after the sentence, or below it; its title is an English key."""
        button = self.make_button(title, clicked)
        if below:
            self._flowing.add(button)
        else:
            self.head.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return button

    def make_button(self, title: str, clicked: Callable[[], object]) -> QPushButton:
        """A button that is retranslated with the strip."""
        button = QPushButton(translate(title))
        button.clicked.connect(lambda _=False: clicked())
        self._titles[button] = title
        self.buttons.append(button)
        return button

    def say(self, text: str) -> None:
        """Show it with these words; none to hide it."""
        self.label.setText(text)
        for button in self.buttons:
            button.setAccessibleDescription(text)
        self.setVisible(bool(text))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._sign.setPixmap(icon(self._picture, theme.accent).pixmap(16, 16))
        back = theme.surface if self._quiet else theme.accent_soft
        self.setStyleSheet(
            f"QFrame#strip {{ background: {back}; border: none;"
            f" border-top: 1px solid {theme.border}; }}"
            "QPushButton { padding: 3px 10px; }"
        )

    def retranslate(self) -> None:
        """Speak the language in use."""
        for button, title in self._titles.items():
            button.setText(translate(title))


class AgentStrip(Strip):
    """While a colleague has the chat: what they write, and closing it."""

    said = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("headset", theme, parent)
        self.line = Line()
        self.line.returnPressed.connect(self._send)
        self.below.addWidget(self.line, 1)
        self.below.addWidget(self.make_button(N_("Send"), self._send))
        self.add_button(N_("Close the chat"), self.closed.emit)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in use."""
        super().retranslate()
        if hasattr(self, "line"):
            self.line.setPlaceholderText(translate(N_("Write as the colleague")))
            self.line.setAccessibleName(translate(N_("Message of the colleague")))

    def _send(self) -> None:
        text = self.line.text()
        if text.strip():
            self.line.clear()
            self.said.emit(text)


class PromptStrip(Strip):
    """Asks for one line of text, within the panel."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("pencil", theme, parent)
        self._then: Callable[[str], object] = lambda _text: None
        self.line = Line()
        self.line.returnPressed.connect(self._agree)
        self.below.addWidget(self.line, 1)
        self.below.addWidget(self.make_button(N_("OK"), self._agree))
        self.below.addWidget(self.make_button(N_("Cancel"), self.close_up))

    def ask(self, question: str, given: str, then: Callable[[str], object]) -> None:
        """Ask, with a first answer; `then` is told the answer."""
        self._then = then
        self.say(question)
        self.line.setAccessibleName(question)
        self.line.setText(given)
        self.line.selectAll()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_up(self) -> None:
        """Ask no more."""
        self.say("")

    def _agree(self) -> None:
        text = self.line.text().strip()
        if text:
            self.close_up()
            self._then(text)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_up()
        else:
            super().keyPressEvent(event)
