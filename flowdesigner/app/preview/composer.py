"""The line in which the author writes as the customer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from flowdesigner.app.icons import icon
from flowdesigner.app.preview.wording import MEDIA_ICONS, MEDIA_TITLES
from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.app.widgets.icon_button import IconButton
from flowdesigner.app.widgets.line import Line
from flowdesigner.model.run import Said, Sent
from flowdesigner.texts import N_, translate

_FILES = {"image": "photo.jpg", "document": "document.pdf"}
_PLACE = {"latitude": -6.2, "longitude": 106.8}
SENDABLE = ("image", "document", "location")


class Composer(QWidget):
    """A field, a button that sends it, and a menu of things to send."""

    sent = Signal(object)
    """A `Said` or a `Sent`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.attach = IconButton("plus", N_("Send a picture, a document or a location"), theme)
        self.attach.setPopupMode(IconButton.ToolButtonPopupMode.InstantPopup)
        self.attach.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.menu = QMenu(self.attach)
        self.attach.setMenu(self.menu)
        self.line = Line()
        self.line.returnPressed.connect(self._send)
        self.send = IconButton("send", N_("Send"), theme)
        self.send.clicked.connect(lambda _=False: self._send())
        self.line.textChanged.connect(lambda _text: self._show_ready())
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        row.setSpacing(SPACE // 2)
        row.addWidget(self.attach)
        row.addWidget(self.line, 1)
        row.addWidget(self.send)
        self.set_theme(theme)

    def allow(self, wanted: bool, why_not: str = "") -> None:
        """Let the author write, or say why not."""
        for each in (self.line, self.attach):
            each.setEnabled(wanted)
        self.line.setPlaceholderText(translate(N_("Write as the customer")) if wanted else why_not)
        self._show_ready()

    def take_keyboard(self) -> None:
        """Let the author type here."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.attach.set_theme(theme)
        self.send.setIcon(icon("send", theme.accent))
        self.line.setStyleSheet("QLineEdit { border-radius: 15px; padding: 5px 12px; }")
        self._fill_menu()

    def retranslate(self) -> None:
        """Speak the language in use."""
        self.attach.retranslate()
        self.send.retranslate()
        self.line.setAccessibleName(translate(N_("Message of the customer")))
        self._fill_menu()

    def _fill_menu(self) -> None:
        self.menu.clear()
        for kind in SENDABLE:
            picture = icon(MEDIA_ICONS.get(kind, "file-text"), self._theme.muted)
            action = self.menu.addAction(picture, translate(MEDIA_TITLES[kind]))
            action.triggered.connect(lambda _=False, kind=kind: self.sent.emit(_something(kind)))

    def _show_ready(self) -> None:
        self.send.setEnabled(self.line.isEnabled() and bool(self.line.text().strip()))

    def _send(self) -> None:
        text = self.line.text()
        if text.strip():
            self.line.clear()
            self.sent.emit(Said(text))


def _something(kind: str) -> Sent:
    """A file or a place to try with; nothing is read from the disk."""
    if kind == "location":
        return Sent(kind, dict(_PLACE))
    return Sent(kind, {"kind": kind, "file": _FILES[kind]})
