"""The bar above the chat: which flow, on which channel, in which language."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from flowdesigner.app.icons import icon
from flowdesigner.app.naming import flow_name, language_name
from flowdesigner.app.preview.player import Player
from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.app.widgets.choice import Choice
from flowdesigner.app.widgets.icon_button import IconButton
from flowdesigner.channels import BY_ID
from flowdesigner.model.project import Project
from flowdesigner.texts import N_, translate


class Bar(QWidget):
    """Two rows: what is tried and how to begin anew; on what and in what language."""

    flow_chosen = Signal(str)
    channel_chosen = Signal(str)
    language_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.flow, self.channel, self.language = Choice(), Choice(), Choice()
        self.back = IconButton("step-back", N_("Take the last step back"), theme)
        self.restart = IconButton("rotate-ccw", N_("Begin anew"), theme)
        self.more = IconButton("ellipsis-vertical", N_("More"), theme)
        self.more.setPopupMode(IconButton.ToolButtonPopupMode.InstantPopup)
        self.more.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.menu = QMenu(self.more)
        self.more.setMenu(self.menu)
        self._lay_out()
        self._connect(self.flow, self.flow_chosen)
        self._connect(self.channel, self.channel_chosen)
        self._connect(self.language, self.language_chosen)
        self.retranslate()

    def _connect(self, choice: Choice, told: object) -> None:
        choice.activated.connect(lambda _at: told.emit(choice.currentData()))  # type: ignore[attr-defined]

    def _lay_out(self) -> None:
        for choice in (self.flow, self.channel, self.language):
            choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(2)
        first.addWidget(self.flow, 1)
        first.addSpacing(4)
        for button in (self.back, self.restart, self.more):
            first.addWidget(button)
        second.setSpacing(6)
        second.addWidget(self.channel, 1)
        second.addWidget(self.language, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.setSpacing(6)
        column.addLayout(first)
        column.addLayout(second)

    def show_state(self, project: Project, player: Player) -> None:
        """Show what is chosen and what is possible."""
        session = player.session
        self.flow.offer((id, flow_name(project, id)) for id in project.flows)
        self.flow.choose(player.flow)
        self.channel.offer((id, _channel_title(id)) for id in project.channels)
        for at in range(self.channel.count()):
            known = BY_ID.get(str(self.channel.itemData(at)))
            if known is not None:
                self.channel.setItemIcon(at, icon(known.icon, known.colour))
        self.channel.choose(session.channel)
        self.language.offer((code, language_name(code)) for code in project.languages)
        self.language.choose(session.own_language)
        self.back.setEnabled(player.can_step_back)
        self.restart.setEnabled(player.begun)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        for button in (self.back, self.restart, self.more):
            button.set_theme(theme)

    def retranslate(self) -> None:
        """Speak the language in use."""
        self.flow.setAccessibleName(translate(N_("Flow to try")))
        self.channel.setAccessibleName(translate(N_("Channel")))
        self.language.setAccessibleName(translate(N_("Language of the customer")))
        for button in (self.back, self.restart, self.more):
            button.retranslate()


def _channel_title(id: str) -> str:
    return BY_ID[id].title if id in BY_ID else id
