"""The bar above the chat: which flow, on which channel, in which language."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from flowdesigner.app.icons import icon
from flowdesigner.app.naming import flow_name, language_name
from flowdesigner.app.preview.player import Player
from flowdesigner.app.preview.starts import START_ICONS, start_words
from flowdesigner.app.preview.wording import channel_title, plain_tip
from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.app.widgets.choice import Choice
from flowdesigner.app.widgets.icon_button import IconButton
from flowdesigner.channels import BY_ID
from flowdesigner.model.project import Project
from flowdesigner.texts import N_, translate


class Bar(QWidget):
    """Three rows: what is tried and how to begin anew; how it begins; where and how one speaks."""

    flow_chosen = Signal(str)
    start_chosen = Signal(int)
    """Which of the flow's starts begins it."""
    channel_chosen = Signal(str)
    language_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.flow, self.channel, self.language = Choice(), Choice(), Choice()
        self.start = Choice()
        self.back = IconButton("step-back", N_("Take the last step back"), theme)
        self.restart = IconButton("rotate-ccw", N_("Begin anew"), theme)
        self.more = IconButton("ellipsis-vertical", N_("More"), theme)
        self.more.setPopupMode(IconButton.ToolButtonPopupMode.InstantPopup)
        self.more.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.menu = QMenu(self.more)
        self.more.setMenu(self.menu)
        self._lay_out()
        self._connect(self.flow, self.flow_chosen)
        self._connect(self.start, self.start_chosen)
        self._connect(self.channel, self.channel_chosen)
        self._connect(self.language, self.language_chosen)
        self.retranslate()

    def _connect(self, choice: Choice, told: object) -> None:
        choice.activated.connect(lambda _at: told.emit(choice.currentData()))  # type: ignore[attr-defined]

    def _lay_out(self) -> None:
        for choice in (self.flow, self.start, self.channel, self.language):
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
        column.addWidget(self.start)
        column.addLayout(second)
        # In the order in which they are read, the keyboard too.
        QWidget.setTabOrder(self.more, self.start)
        QWidget.setTabOrder(self.start, self.channel)

    def show_state(self, project: Project, player: Player) -> None:
        """Show what is chosen and what is possible."""
        session = player.session
        self.flow.offer((id, flow_name(project, id)) for id in project.flows)
        self.flow.choose(player.flow)
        self._show_starts(player)
        self.channel.offer((id, channel_title(id)) for id in project.channels)
        for at in range(self.channel.count()):
            known = BY_ID.get(str(self.channel.itemData(at)))
            if known is not None:
                self.channel.setItemIcon(at, icon(known.icon, known.colour))
        self.channel.choose(session.channel)
        self.language.offer((code, language_name(code)) for code in project.languages)
        self.language.choose(session.own_language)
        self.back.setEnabled(player.can_step_back)
        self.restart.setEnabled(player.begun)

    def _show_starts(self, player: Player) -> None:
        starts = player.starts
        self.start.offer(
            (at, start_words(each, player.languages)) for at, each in enumerate(starts)
        )
        for at, each in enumerate(starts):
            picture = START_ICONS[each.trigger or "call"]
            self.start.setItemIcon(at, icon(picture, self._theme.muted))
        self.start.choose(player.start_at)
        self.start.setPlaceholderText(translate(N_("Nothing starts this flow yet")))
        self.start.setEnabled(bool(starts))
        self.start.setToolTip(plain_tip(self.start.currentText()))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        for button in (self.back, self.restart, self.more):
            button.set_theme(theme)

    def retranslate(self) -> None:
        """Speak the language in use."""
        self.flow.setAccessibleName(translate(N_("Flow to try")))
        self.start.setAccessibleName(translate(N_("How the flow begins")))
        self.channel.setAccessibleName(translate(N_("Channel")))
        self.language.setAccessibleName(translate(N_("Language of the customer")))
        for button in (self.back, self.restart, self.more):
            button.retranslate()
