"""The preview: chat through the journey as the customer, with a clock that can be moved."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from flowdesigner.app.document import Document
from flowdesigner.app.focus import Focus
from flowdesigner.app.preview.bar import Bar
from flowdesigner.app.preview.chat import ChatView
from flowdesigner.app.preview.chips import Chips
from flowdesigner.app.preview.composer import Composer
from flowdesigner.app.preview.empty import EmptyChat
from flowdesigner.app.preview.lines import lines_of
from flowdesigner.app.preview.more_menu import MenuCalls, fill_menu
from flowdesigner.app.preview.player import Player
from flowdesigner.app.preview.saved_page import SavedPage
from flowdesigner.app.preview.saved_runs import SavedRuns, verdict
from flowdesigner.app.preview.sheet import ListSheet
from flowdesigner.app.preview.strips import PromptStrip, Strip
from flowdesigner.app.preview.variables import VariablesView
from flowdesigner.app.preview.waits import Waits
from flowdesigner.app.preview.wording import transcript
from flowdesigner.app.theme import Theme
from flowdesigner.edits.edit import Where
from flowdesigner.edits.project import SetConversation
from flowdesigner.model.ids import make_id
from flowdesigner.model.outgoing import Rendered
from flowdesigner.model.run import Said, Tapped
from flowdesigner.simulate.entry import Place
from flowdesigner.simulate.inputs import Happened, Put, SessionInput
from flowdesigner.simulate.session import Session
from flowdesigner.texts import N_, translate


class PreviewPanel(QWidget):
    """The chat, what begins it, what it waits for, and what it knows."""

    active_changed = Signal(str, str)
    """Flow and block where the chat stands; empty when it stands nowhere."""

    def __init__(
        self, document: Document, focus: Focus, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._focus, self._theme = document, focus, theme
        self._shown_result: str | None = None
        self.player = Player(document, self)
        self.runs = SavedRuns(document, self)
        self.bar = Bar(theme)
        self.chat = ChatView(theme)
        self.empty = EmptyChat(theme)
        self.saved = SavedPage(self.runs, theme)
        self.waits = Waits(theme)
        self.result = Strip("history", theme)
        self.result.add_button(N_("Back to the chat"), self._leave_result, below=True)
        self.prompt = PromptStrip(theme)
        self.chips = Chips(theme)
        self.composer = Composer(theme)
        self.variables = VariablesView(theme)
        self.sheet: ListSheet | None = None
        self._rerun = QTimer(self)
        self._rerun.setSingleShot(True)
        self._rerun.timeout.connect(self._run_again)
        self._lay_out()
        self._connect()
        self.setMinimumWidth(300)
        self.retranslate()

    # ------------------------------------------------------------------ building

    def _lay_out(self) -> None:
        self._pane = QStackedWidget()
        self._pane.addWidget(self.empty)
        self._pane.addWidget(self.chat)
        talk = QWidget()
        column = QVBoxLayout(talk)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._pane, 1)
        for each in (self.waits, self.result, self.prompt, self.chips, self.composer):
            column.addWidget(each)
        self._rule = QFrame()
        self._rule.setFixedHeight(1)
        column.addWidget(self._rule)
        column.addWidget(self.variables)
        self._pages = QStackedWidget()
        self._pages.addWidget(talk)
        self._pages.addWidget(self.saved)
        self._talk = talk
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._pages)

    def _connect(self) -> None:
        player = self.player
        player.changed.connect(self._refresh)
        player.active_changed.connect(self.active_changed)
        self._document.changed.connect(self._on_change)
        self._focus.blocks_changed.connect(self._light)
        self._focus.flow_changed.connect(lambda _flow: self._light())
        self.bar.flow_chosen.connect(self._choose_flow)
        self.bar.channel_chosen.connect(lambda id: player.open_with(channel=id))
        self.bar.language_chosen.connect(lambda code: player.open_with(language=code))
        self.bar.back.clicked.connect(lambda _=False: player.step_back())
        self.bar.restart.clicked.connect(lambda _=False: self.restart())
        self.bar.menu.aboutToShow.connect(self._fill_menu)
        self.chat.tapped.connect(self._tap)
        self.chat.list_asked.connect(self._open_list)
        self.chat.picked.connect(self._go_to)
        self.chat.focus_lost.connect(self._find_keyboard)
        self.empty.start_asked.connect(player.begin)
        self.waits.sent.connect(self._send)
        self.waits.restart_asked.connect(self.restart)
        self.waits.save_asked.connect(self.ask_to_save)
        self.chips.chosen.connect(lambda words: self._send(Said(words)))
        self.composer.sent.connect(self._send)
        self.variables.changed.connect(lambda name, value: self._send(Put({name: value})))
        self.saved.chosen.connect(self.show_result)
        self.saved.closed.connect(self._close_saved)
        self.runs.changed.connect(self._show_result_anew)

    # ------------------------------------------------------------------ for the window

    def start(self) -> None:
        """Let the author begin: the keyboard goes to the field, or the flow begins."""
        self._close_saved()
        self._leave_result()
        if not self.player.begun and not self.player.by_message:
            self.player.begin()
        self._find_keyboard()

    def restart(self) -> None:
        """Begin the chat anew."""
        self._leave_result()
        self.player.restart()
        self._find_keyboard()

    def run_conversations(self) -> None:
        """Run all saved conversations and show how they went."""
        self._pages.setCurrentWidget(self.saved)
        self.saved.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.runs.run()

    def start_here(self) -> None:
        """Begin at the one selected block; the variables have their samples."""
        if self._focus.block is not None:
            self._leave_result()
            self.player.begin_at(self._focus.flow, self._focus.block)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        for each in (
            self.bar, self.chat, self.empty, self.saved, self.waits, self.result, self.prompt,
            self.chips, self.composer, self.variables,
        ):  # fmt: skip
            each.set_theme(theme)
        self._rule.setStyleSheet(f"background: {theme.border};")
        self._refresh(anew=True)

    def retranslate(self) -> None:
        """Speak the language in use."""
        self.setAccessibleName(translate(N_("Preview")))
        for each in (
            self.bar, self.chat, self.empty, self.saved, self.waits, self.result, self.prompt,
            self.composer, self.variables,
        ):  # fmt: skip
            each.retranslate()
        self._rule.setStyleSheet(f"background: {self._theme.border};")
        self._refresh(anew=True)

    # ------------------------------------------------------------------ showing

    def _refresh(self, *, anew: bool = False) -> None:
        player, project = self.player, self._document.project
        self.bar.show_state(project, player)
        if self._shown_result is not None:
            self._show_result_anew()
            return
        self._close_list()
        session = player.session
        self.chat.show_lines(lines_of(session, player.parted), anew=anew)
        self._light()
        self.empty.show_way(player.by_message, bool(project.flows))
        self._pane.setCurrentWidget(self.chat if player.begun else self.empty)
        savable = bool(session.inputs) and not player.begins_in_the_middle
        self.waits.show_session(session, savable=savable)
        self.chips.offer(self._suggestions(session))
        self._allow_writing(session)
        self.variables.setEnabled(True)
        self.variables.show_session(session)

    def _suggestions(self, session: Session) -> tuple[str, ...]:
        """What the customer could write: words that start the flow, numbers of answers."""
        if session.state == "new":
            return self.player.first_words()
        last = next((e for e in reversed(session.transcript) if e.who == "bot"), None)
        numbered = last is not None and any(m.shape == "numbered" for m in last.messages)
        if session.options and numbered:
            return tuple(str(n) for n in range(1, len(session.options) + 1))
        return ()

    def _allow_writing(self, session: Session) -> None:
        waiting = session.waiting
        if session.state in ("ended", "stopped"):
            self.composer.allow(False, translate(N_("The conversation is over")))
        elif session.state == "new" and not self.player.by_message:
            self.composer.allow(False, translate(N_("Press Start to begin")))
        elif waiting is not None and waiting.request is not None:
            self.composer.allow(False, translate(N_("The web service has to answer first")))
        else:
            self.composer.allow(True)

    def _light(self) -> None:
        flow = self._focus.flow
        self.chat.light(frozenset((flow, block) for block in self._focus.blocks))

    def _find_keyboard(self) -> None:
        """The keyboard goes to what can be tapped, or to the field, or to what is offered."""
        buttons = self.chat.live_buttons() if self.chat.isVisible() else ()
        if buttons and self.chat.isAncestorOf(self.focusWidget() or self):
            buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.composer.line.isEnabled():
            self.composer.take_keyboard()
        elif self.waits.over.isVisible():
            self.waits.over.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.empty.start.isVisible():
            self.empty.start.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------------ what is done

    def _send(self, input: SessionInput) -> None:
        self.chat.scroll_to_end()
        self.player.send(input)
        if isinstance(input, Said | Tapped):
            self._find_keyboard()

    def _tap(self, option: str) -> None:
        self._send(Tapped(option))

    def _choose_flow(self, flow: str) -> None:
        self._leave_result()
        self.player.choose(flow)

    def _go_to(self, place: Place | None) -> None:
        if place is not None:
            self._focus.go_to(Where(place[0], (place[1],)))

    def _open_list(self, message: Rendered) -> None:
        self._close_list()
        self.sheet = ListSheet(message, self._theme, self.chat)
        self.sheet.chosen.connect(self._tap)
        self.sheet.closed.connect(self._forget_list)

    def _close_list(self) -> None:
        if self.sheet is not None:
            self.sheet.dismiss()

    def _forget_list(self, had_keyboard: bool) -> None:
        self.sheet = None
        if had_keyboard:
            self._find_keyboard()

    def _fill_menu(self) -> None:
        calls = MenuCalls(
            start_here=self.start_here if self._focus.block else None,
            set_variable=self.variables.unfold,
            name_contact=self._ask_name,
            leave_by=self.player.leave_by,
            happen=lambda name: self._send(Happened(name)),
            other_event=self._ask_event,
            ask_webhooks=lambda wanted: self.player.open_with(ask_webhooks=wanted),
            save=self.ask_to_save,
            run_saved=self.run_conversations,
            copy=self.copy,
        )
        fill_menu(self.bar.menu, self._document.project, self.player, calls, self._theme)

    def copy(self) -> None:
        """Put the chat on the clipboard, as plain text."""
        QGuiApplication.clipboard().setText(transcript(self.player.session.transcript))

    def _ask_name(self) -> None:
        given = str(self.player.opening.contact.get("name") or "")
        question = translate(N_("What is the contact's name?"))
        self.prompt.ask(question, given, lambda name: self.player.know(name=name))

    def _ask_event(self) -> None:
        question = translate(N_("Which event happens?"))
        self.prompt.ask(question, "", lambda name: self._send(Happened(name)))

    # ------------------------------------------------------------------ saved conversations

    def ask_to_save(self) -> None:
        """Ask for a name and save the chat as a conversation."""
        question = translate(N_("What is this conversation about?"))
        self.prompt.ask(question, "", self.save_as)

    def save_as(self, name: str) -> None:
        """Save the chat under an id made from a name."""
        conversation = self.player.record()
        id = make_id(name, self._document.project.conversations, fallback="chat")
        self._document.do(SetConversation(id, conversation))

    def show_result(self, id: str) -> None:
        """Show how a saved conversation went."""
        self._shown_result = id
        self._pages.setCurrentWidget(self._talk)
        self._show_result_anew()
        self.chat.scroll_to_end()

    def _show_result_anew(self) -> None:
        result = self.runs.results.get(self._shown_result or "")
        if self._shown_result is None or result is None:
            return
        self._close_list()
        self._pane.setCurrentWidget(self.chat)
        self.chat.show_lines(lines_of(result.session, at_rest=True))
        name = result.conversation.replace("_", " ")
        self.result.say(f"{name}\n{verdict(result)}")
        self.waits.show_session(None)
        self.chips.offer(())
        self.composer.allow(False, translate(N_("This is a saved conversation")))
        self.variables.show_session(result.session)
        self.variables.setEnabled(False)

    def _leave_result(self) -> None:
        if self._shown_result is not None:
            self._shown_result = None
            self.result.say("")
            self._refresh()
            self.chat.scroll_to_end()

    def _close_saved(self) -> None:
        self._pages.setCurrentWidget(self._talk)

    def _on_change(self, _change: object) -> None:
        if self._shown_result is not None or self._pages.currentWidget() is self.saved:
            self._rerun.start(300)

    def _run_again(self) -> None:
        self.runs.run()
