"""The preview: chat through the journey as the customer, with a clock that can be moved."""

import json

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from flowdesigner.app.document import Document
from flowdesigner.app.focus import Focus
from flowdesigner.app.preview.more_menu import MenuCalls, fill_menu
from flowdesigner.app.preview.player import Player
from flowdesigner.app.preview.saved_page import SavedPage
from flowdesigner.app.preview.saved_runs import SavedRuns
from flowdesigner.app.preview.talk import Talk
from flowdesigner.app.preview.wording import transcript
from flowdesigner.app.theme import Theme
from flowdesigner.edits.edit import Where
from flowdesigner.edits.project import SetConversation
from flowdesigner.model.ids import make_id
from flowdesigner.model.run import AgentSaid, Delivery, Happened
from flowdesigner.simulate.entry import Place
from flowdesigner.simulate.inputs import Put, Scripted, SessionInput
from flowdesigner.texts import N_, translate

_REST = 300
"""Milliseconds without an edit before saved conversations that are shown are run again."""


class PreviewPanel(QWidget):
    """Tries the open project out: a chat, and the saved conversations."""

    active_changed = Signal(str, str)
    """Flow and block where the chat stands; empty when it stands nowhere."""

    def __init__(
        self, document: Document, focus: Focus, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._focus, self._theme = document, focus, theme
        self._shown: str | None = None
        self.player = Player(document, self)
        self.runs = SavedRuns(document, self)
        self.talk = Talk(theme)
        self.saved = SavedPage(self.runs, theme)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.talk)
        self._pages.addWidget(self.saved)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._pages)
        self._rerun = QTimer(self)
        self._rerun.setSingleShot(True)
        self._rerun.timeout.connect(self.runs.run)
        self._connect()
        self.setMinimumWidth(300)
        self.retranslate()

    def _connect(self) -> None:
        player, talk, bar = self.player, self.talk, self.talk.bar
        player.changed.connect(self._refresh)
        player.active_changed.connect(self.active_changed)
        talk.sent.connect(self._send)
        talk.left_result.connect(self._leave_result)
        talk.chat.picked.connect(self._go_to)
        talk.empty.start_asked.connect(self.start)
        talk.waits.restart_asked.connect(self.restart)
        talk.waits.save_asked.connect(self.ask_to_save)
        talk.waits.answer_asked.connect(self._ask_answer)
        bar.flow_chosen.connect(self._choose)
        bar.start_chosen.connect(self._begin_by)
        bar.channel_chosen.connect(lambda id: self._begin_otherwise(channel=id))
        bar.language_chosen.connect(lambda code: self._begin_otherwise(language=code))
        bar.back.clicked.connect(lambda _=False: self.step_back())
        bar.restart.clicked.connect(lambda _=False: self.restart())
        bar.menu.aboutToShow.connect(self._fill_menu)
        self.saved.chosen.connect(self.show_result)
        self.saved.unwanted.connect(self._delete_saved)
        self.saved.closed.connect(self._show_talk)
        self.runs.changed.connect(self._show_result_anew)
        self._document.changed.connect(self._on_change)
        self._document.replaced.connect(self._leave_result)
        self._focus.blocks_changed.connect(self._light)
        self._focus.flow_changed.connect(self._light)

    # ------------------------------------------------------------------ for the window

    def start(self) -> None:
        """Let the author begin: the keyboard goes to the field, or the flow begins."""
        self._show_talk()
        self._leave_result()
        if not self.player.begun and not self.player.by_message:
            self.player.begin()
        self.talk.find_keyboard()

    def start_here(self) -> None:
        """Begin at the one selected block; the variables have their samples."""
        if self._focus.block is not None:
            self._show_talk()
            self._leave_result()
            self.player.begin_at(self._focus.flow, self._focus.block)

    def restart(self) -> None:
        """Begin the chat anew."""
        self._leave_result()
        self.player.restart()
        self.talk.find_keyboard()

    def step_back(self) -> None:
        """Take the last thing back that came in."""
        self._leave_result()
        self.player.step_back()

    def run_conversations(self) -> None:
        """Run all saved conversations and show how they went."""
        self._pages.setCurrentWidget(self.saved)
        self.saved.list.setCurrentRow(max(self.saved.list.currentRow(), 0))
        self.saved.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.runs.run()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.talk.set_theme(theme)
        self.saved.set_theme(theme)
        self._refresh(anew=True)

    def retranslate(self) -> None:
        """Speak the language in use."""
        self.setAccessibleName(translate(N_("Preview")))
        self.talk.retranslate()
        self.saved.retranslate()
        self._refresh(anew=True)

    # ------------------------------------------------------------------ showing

    def _refresh(self, *, anew: bool = False) -> None:
        if self._shown is None:
            self.talk.show_chat(self._document.project, self.player, anew=anew)
            self._light()
        else:
            self.talk.bar.show_state(self._document.project, self.player)
            self._show_result_anew(anew=anew)

    def _light(self, _flow: str = "") -> None:
        flow = self._focus.flow
        self.talk.chat.light(frozenset((flow, block) for block in self._focus.blocks))

    def _show_talk(self) -> None:
        self._pages.setCurrentWidget(self.talk)

    def _go_to(self, place: Place | None) -> None:
        if place is not None:
            self._focus.go_to(Where(place[0], (place[1],)))

    # ------------------------------------------------------------------ what is done

    def _send(self, input: SessionInput) -> None:
        before = self.player.session
        self.talk.chat.scroll_to_end()
        self.player.send(input)
        self.talk.announce(before, self.player.session)
        if not isinstance(input, Put | AgentSaid):
            self.talk.find_keyboard()

    def _choose(self, flow: str) -> None:
        self._leave_result()
        self.player.choose(flow)

    def _begin_by(self, at: int) -> None:
        self._leave_result()
        self.player.begin_by(at)
        self.talk.find_keyboard()

    def _begin_otherwise(self, **values: object) -> None:
        self._leave_result()
        self.player.open_with(**values)

    def _fill_menu(self) -> None:
        calls = MenuCalls(
            start_here=self.start_here if self._focus.block else None,
            set_variable=self.talk.variables.unfold,
            name_contact=self._ask_name,
            chat_as=self.player.chat_as,
            news=lambda status: self._send(Delivery(status)),
            leave_by=self.player.leave_by,
            happen=lambda name: self._send(Happened(name)),
            other_event=self._ask_event,
            ask_webhooks=lambda wanted: self.player.open_with(ask_webhooks=wanted),
            save=self.ask_to_save,
            run_saved=self.run_conversations,
            copy=self.copy,
        )
        fill_menu(self.talk.bar.menu, self._document.project, self.player, calls, self._theme)

    def _ask_name(self) -> None:
        given = str(self.player.opening.contact.get("name") or "")
        question = translate(N_("What is the contact's name?"))
        self.talk.prompt.ask(question, given, lambda name: self.player.know(name=name))

    def _ask_event(self) -> None:
        question = translate(N_("Which event happens?"))
        self.talk.prompt.ask(question, "", lambda name: self._send(Happened(name)))

    def _ask_answer(self) -> None:
        """What a web service answers instead of its sample."""
        place, waiting = self.player.session.place, self.player.session.waiting
        if place is None or waiting is None or waiting.request is None:
            return
        sample = json.dumps(waiting.request.sample or {}, ensure_ascii=False)
        question = translate(N_("What does it answer? Change the values as you need them."))
        self.talk.prompt.ask(question, sample, lambda typed: self._answer(place, typed))

    def _answer(self, place: Place, typed: str) -> None:
        try:
            data = json.loads(typed)
        except ValueError:
            self.talk.tell(translate(N_("That cannot be read: keep the quotes and the brackets.")))
            return
        self._send(Scripted(*place, "ok", data))

    def copy(self) -> None:
        """Put the chat on the clipboard, as plain text."""
        QGuiApplication.clipboard().setText(transcript(self.player.session.transcript))

    # ------------------------------------------------------------------ saved conversations

    def ask_to_save(self) -> None:
        """Ask for a name and save the chat as a conversation."""
        question = translate(N_("What is this conversation about?"))
        self.talk.prompt.ask(question, "", self.save_as)

    def save_as(self, name: str) -> None:
        """Save the chat under an id made from a name."""
        conversation = self.player.record()
        id = make_id(name, self._document.project.conversations, fallback="chat")
        self._document.do(SetConversation(id, conversation))
        self.talk.tell(translate(N_("Saved as “{name}”"), name=id.replace("_", " ")))

    def _delete_saved(self, id: str) -> None:
        self._document.do(SetConversation(id, None))
        self.runs.run()

    def show_result(self, id: str) -> None:
        """Show how a saved conversation went."""
        self._shown = id
        self._show_talk()
        self._show_result_anew()
        self.talk.chat.scroll_to_end()

    def _show_result_anew(self, *, anew: bool = False) -> None:
        if self._shown is None:
            return
        result = self.runs.results.get(self._shown)
        if result is not None:
            self.talk.show_result(result, anew=anew)
        elif self._shown not in self._document.project.conversations:
            self._leave_result()

    def _leave_result(self) -> None:
        if self._shown is not None:
            self._shown = None
            self._refresh()
            self.talk.chat.scroll_to_end()

    def _on_change(self, _change: object) -> None:
        if self._shown is not None or self._pages.currentWidget() is self.saved:
            self._rerun.start(_REST)
