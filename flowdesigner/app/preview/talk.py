"""The page of the chat: what begins it, its lines, what it waits for, the field, what it knows."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from flowdesigner.app.preview.bar import Bar
from flowdesigner.app.preview.chat import ChatView
from flowdesigner.app.preview.chips import Chips
from flowdesigner.app.preview.composer import Composer
from flowdesigner.app.preview.empty import EmptyChat
from flowdesigner.app.preview.lines import lines_of
from flowdesigner.app.preview.player import Player
from flowdesigner.app.preview.replies import why_silent
from flowdesigner.app.preview.saved_runs import verdict
from flowdesigner.app.preview.sheet import ListSheet
from flowdesigner.app.preview.strips import PromptStrip, Strip
from flowdesigner.app.preview.variables import VariablesView
from flowdesigner.app.preview.waits import Waits
from flowdesigner.app.preview.wording import channel_title, words_of
from flowdesigner.app.theme import Theme
from flowdesigner.model.outgoing import Rendered
from flowdesigner.model.project import Project
from flowdesigner.model.run import Said, Tapped
from flowdesigner.simulate.conversation import Result
from flowdesigner.simulate.inputs import Put
from flowdesigner.simulate.session import Session
from flowdesigner.texts import N_, Message, message, translate

_FIRST_WORDS = 8
"""How many of the words that start a flow are offered."""
_NEWS = 6000
"""Milliseconds for which news is shown."""


class Talk(QWidget):
    """Shows a chat, live or as it was saved, and tells what the author lets come in."""

    sent = Signal(object)
    """Something that comes in."""
    left_result = Signal()
    """The author goes back from a saved conversation to the chat."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.bar = Bar(theme)
        self.chat = ChatView(theme)
        self.empty = EmptyChat(theme)
        self.waits = Waits(theme)
        self.result = Strip("history", theme, quiet=True)
        self.result.add_button(N_("Back to the chat"), self.left_result.emit, below=True)
        self.prompt = PromptStrip(theme)
        self.chips = Chips(theme)
        self.composer = Composer(theme)
        self.variables = VariablesView(theme)
        self.news = Strip("circle-check", theme, quiet=True)
        self._news_over = QTimer(self)
        self._news_over.setSingleShot(True)
        self._news_over.timeout.connect(lambda: self.news.say(""))
        self.sheet: ListSheet | None = None
        self._lay_out()
        self.chat.tapped.connect(lambda option: self.sent.emit(Tapped(option)))
        self.chat.list_asked.connect(self._open_list)
        self.chat.focus_lost.connect(self.find_keyboard)
        self.waits.sent.connect(self.sent)
        self.chips.chosen.connect(lambda words: self.sent.emit(Said(words)))
        self.composer.sent.connect(self.sent)
        self.variables.changed.connect(lambda name, value: self.sent.emit(Put({name: value})))

    def _lay_out(self) -> None:
        self._pane = QStackedWidget()
        self._pane.addWidget(self.empty)
        self._pane.addWidget(self.chat)
        self._rule = QFrame()
        self._rule.setFixedHeight(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._pane, 1)
        for each in (
            self.waits, self.result, self.prompt, self.news, self.chips, self.composer,
            self._rule, self.variables,
        ):  # fmt: skip
            column.addWidget(each)

    # ------------------------------------------------------------------ showing

    def show_chat(self, project: Project, player: Player, *, anew: bool = False) -> None:
        """Show the chat under way."""
        self._close_list()
        session = player.session
        self.bar.show_state(project, player)
        self.result.say("")
        self.chat.show_lines(lines_of(session, player.parted), anew=anew)
        can_start = bool(player.flow) and not player.by_message
        self.empty.show_way(_how_to_begin(player), can_start=can_start)
        self._pane.setCurrentWidget(self.chat if player.begun else self.empty)
        self.waits.show_session(session, savable=player.can_save)
        self.chips.offer(_suggestions(player))
        why_not, typing = _why_not(player), self.composer.line.hasFocus()
        self.composer.allow(why_not is None, str(why_not or ""))
        if why_not and typing:
            self.find_keyboard()
        self.variables.setEnabled(True)
        self.variables.show_session(session)

    def show_result(self, result: Result, *, anew: bool = False) -> None:
        """Show how a saved conversation went; nothing can be done in it."""
        self._close_list()
        self.chat.show_lines(lines_of(result.session, at_rest=True), anew=anew)
        self._pane.setCurrentWidget(self.chat)
        name = result.conversation.replace("_", " ")
        self.result.say(f"{name}\n{verdict(result)}")
        self.waits.show_session(None)
        self.chips.offer(())
        self.composer.allow(False, translate(N_("This is a saved conversation")))
        self.variables.show_session(result.session)
        self.variables.setEnabled(False)

    def tell(self, news: str) -> None:
        """Show a sentence for a while."""
        self.news.say(news)
        self._news_over.start(_NEWS)

    def announce(self, before: Session, now: Session) -> None:
        """Let a screen reader say what the bot answered."""
        new = now.transcript[len(before.transcript) :]
        words = "\n".join(words_of(each) for each in new if each.who != "customer")
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.chat, words))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        for each in (
            self.bar, self.chat, self.empty, self.waits, self.result, self.prompt, self.news,
            self.chips, self.composer, self.variables,
        ):  # fmt: skip
            each.set_theme(theme)
        self._rule.setStyleSheet(f"background: {theme.border};")

    def retranslate(self) -> None:
        """Speak the language in use."""
        for each in (
            self.bar, self.chat, self.empty, self.waits, self.result, self.prompt, self.chips,
            self.composer, self.variables,
        ):  # fmt: skip
            each.retranslate()
        self._rule.setStyleSheet(f"background: {self._theme.border};")

    # ------------------------------------------------------------------ the keyboard

    def find_keyboard(self) -> None:
        """The keyboard goes to what can be tapped, or to the field, or to what is offered."""
        buttons = self.chat.live_buttons() if self.chat.isVisible() else ()
        within = self.focusWidget()
        if buttons and within is not None and self.chat.isAncestorOf(within):
            buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.composer.line.isEnabled():
            self.composer.take_keyboard()
        else:
            wanted = self.empty.start if self.empty.start.isVisible() else self.waits.first_button
            if wanted is not None:
                wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------------ lists

    def _open_list(self, message: Rendered) -> None:
        self._close_list()
        self.sheet = ListSheet(message, self._theme, self.chat)
        self.sheet.chosen.connect(lambda option: self.sent.emit(Tapped(option)))
        self.sheet.closed.connect(self._forget_list)

    def _close_list(self) -> None:
        if self.sheet is not None:
            self.sheet.dismiss()

    def _forget_list(self, had_keyboard: bool) -> None:
        self.sheet = None
        if had_keyboard:
            self.find_keyboard()


def _suggestions(player: Player) -> tuple[str, ...]:
    """What the customer could write: words that start the flow, numbers of answers."""
    session = player.session
    if session.state == "new":
        return player.first_words()[:_FIRST_WORDS]
    last = next((each for each in reversed(session.transcript) if each.who == "bot"), None)
    numbered = last is not None and any(each.shape == "numbered" for each in last.messages)
    if session.options and numbered:
        return tuple(str(number) for number in range(1, len(session.options) + 1))
    return ()


def _how_to_begin(player: Player) -> Message:
    """What the author does to begin the flow."""
    if not player.flow:
        return message(N_("The project has no flow yet."))
    if player.first_words():
        return message(
            N_("Write the first message below, or tap one of the words that start the flow.")
        )
    if player.by_message:
        return message(N_("Write the first message below; any words start this flow."))
    if not player.heard:
        return message(
            N_("Customers cannot write by {channel}, so this flow begins when you say so."),
            channel=channel_title(player.session.channel),
        )
    return message(N_("No message of the customer starts this flow, so it begins when you say so."))


def _why_not(player: Player) -> Message | None:
    """Why the customer cannot write now; nothing when they can."""
    session = player.session
    if session.state in ("ended", "stopped"):
        return message(N_("The conversation is over"))
    if session.state == "new" and not player.flow:
        return message(N_("The project has no flow yet."))
    if session.state == "new" and not player.by_message:
        return message(N_("Press Start to begin"))
    if session.waiting is not None and session.waiting.request is not None:
        return message(N_("The web service has to answer first"))
    return why_silent(session)
