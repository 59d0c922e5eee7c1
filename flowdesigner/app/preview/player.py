"""The chat under way, without a widget: inputs in, states out, replayed after every edit."""

import time
from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal

from flowdesigner.app.document import Document
from flowdesigner.app.preview.replaying import Beginning, Chat, begin, parted_at, replayed
from flowdesigner.app.preview.replies import can_write
from flowdesigner.app.preview.starts import begun_by, first_words
from flowdesigner.model.conversation import Conversation
from flowdesigner.model.flow import Flow, Start
from flowdesigner.model.run import Said
from flowdesigner.model.settings import Contact
from flowdesigner.model.values import Value
from flowdesigner.simulate.entry import Place
from flowdesigner.simulate.inputs import Scripted, SessionInput, SkippedWait
from flowdesigner.simulate.opening import DEFAULT_AT, Opening, known_of
from flowdesigner.simulate.recording import record
from flowdesigner.simulate.session import Session
from flowdesigner.simulate.starts import flow_for, keyword_for, main_flow, plain, words_of

REST = 120
"""Milliseconds without an edit before the chat is played again."""
SLICE = 0.004
"""Seconds of replaying before the window gets its turn."""


class Player(QObject):
    """Holds the chat; widgets show `session` and send what comes in."""

    changed = Signal()
    active_changed = Signal(str, str)
    """Flow and block where the chat stands; empty when it stands nowhere."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._flow = ""
        self._start: int | None = None
        self._chat: Chat
        self._wanted: Chat
        self._active: Place | None = None
        self._replay: Iterator[Chat] | None = None
        self._reached: Chat | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._play_on)
        self.parted: int | None = None
        """The line from which the chat goes another way since an edit."""
        document.changed.connect(self._on_change)
        document.replaced.connect(self.start_over)
        self.start_over()

    # ------------------------------------------------------------------ what is shown

    @property
    def session(self) -> Session:
        """The state at hand."""
        return self._chat.now

    @property
    def begun(self) -> bool:
        """Whether anything was said yet."""
        return self._chat.begun

    @property
    def flow(self) -> str:
        """The flow that is to begin."""
        flows = self._document.project.flows
        return self._flow if self._flow in flows else main_flow(self._document.project) or ""

    @property
    def opening(self) -> Opening:
        """How the chat begins."""
        return self._chat.beginning.opening

    @property
    def can_save(self) -> bool:
        """Whether it can be saved: it began where flows begin, and no web service is asked."""
        waiting = self.session.waiting
        asked = waiting is not None and waiting.request is not None
        begun = bool(self.session.frames) and self._chat.beginning.block is None
        return begun and bool(self.session.inputs) and not asked

    @property
    def starts(self) -> tuple[Start, ...]:
        """The reasons for which the flow begins."""
        found = self._document.project.flows.get(self.flow)
        return tuple(each for each in (found.starts if found else None) or () if each.trigger)

    @property
    def start_at(self) -> int | None:
        """Which of them is tried: the chosen one, else a message, else the first."""
        starts = self.starts
        if self._start is not None and self._start < len(starts):
            return self._start
        message = (at for at, each in enumerate(starts) if each.trigger == "message")
        return next(message, 0 if starts else None)

    @property
    def start(self) -> Start | None:
        """The one that is tried."""
        return self.starts[self.start_at] if self.start_at is not None else None

    @property
    def heard(self) -> bool:
        """Whether customers can write on the channel at all."""
        return can_write(self.session)

    @property
    def by_message(self) -> bool:
        """Whether the customer's first message starts the flow."""
        return self.heard and self.start is not None and self.start.trigger == "message"

    @property
    def can_step_back(self) -> bool:
        """Whether there is an input to take back."""
        return len(self._chat.states) > 1 or (self.begun and not self.by_message)

    def first_words(self) -> tuple[str, ...]:
        """What a customer may write to start the flow, their language first."""
        return first_words(self.starts, self.languages) if self.by_message else ()

    @property
    def languages(self) -> tuple[str, ...]:
        """The project's, the customer's first."""
        return tuple(dict.fromkeys((self.session.language, *self._document.project.languages)))

    # ------------------------------------------------------------------ what is done

    def start_over(self) -> None:
        """Forget everything, for another project."""
        self._flow, self._start = "", None
        project = self._document.project
        contacts = project.settings.contacts or ()
        contact = known_of(contacts[0]) if contacts else {}
        opening = Opening(language=project.base_language, contact=contact)
        self._open(Beginning(opening=_fresh(opening)))

    def choose(self, flow: str) -> None:
        """Try another flow."""
        if flow != self.flow:
            self._flow, self._start = flow, None
            self._lay_ready()

    def begin_by(self, at: int) -> None:
        """Begin by one of the flow's starts; the customer writes its first word."""
        self._start = at
        self._lay_ready()
        if not self.by_message:
            self.begin()
        elif self.start is not None and (words := first_words((self.start,), self.languages)):
            self.send(Said(words[0]))

    def restart(self) -> None:
        """Begin anew; what was chosen stays."""
        again = self.begun and not self.by_message
        self._lay_ready()
        if again:
            self.begin()

    def begin(self) -> None:
        """Let the flow begin at once, without a first message."""
        opening = replace(self.opening, flow=self.flow)
        self._open(Beginning(opening=begun_by(self._document.project, self.start, opening)))

    def begin_at(self, flow: str, block: str) -> None:
        """Begin in the middle, the variables having their samples."""
        self._flow, self._start = flow, None
        opening = replace(self.opening, flow=flow, trigger="at_once")
        self._open(Beginning(opening=opening, block=block))

    def send(self, input: SessionInput) -> None:
        """Let something come in."""
        self.settle()
        if isinstance(input, Said) and self.session.state == "new":
            self._choose_by(input.text)
        self._take(self._chat.after(input))

    def step_back(self) -> None:
        """Take the last input back."""
        self.settle()
        if len(self._chat.states) > 1:
            self._take(self._chat.one_back())
        elif self.can_step_back:
            self._lay_ready()

    def skip(self) -> None:
        """Let the wait at hand be over."""
        self.send(SkippedWait())

    def leave_by(self, exit: str) -> None:
        """Leave the block where the chat stands by an exit, whatever it would do."""
        if self.session.place is not None:
            self.send(Scripted(*self.session.place, exit))

    def open_with(self, **values: Any) -> None:
        """Begin otherwise (`channel`, `language`, `contact`, ...) and say the same again.

        On a channel on which customers cannot write there is nothing to say again.
        """
        self.settle()
        opening = replace(self.opening, **values)
        self._replay_on(replace(self._chat.beginning, opening=opening))
        self._flush()
        if not self.heard and any(isinstance(each, Said) for each in self.session.inputs):
            self._lay_ready()

    def chat_as(self, contact: Contact) -> None:
        """Be one of the project's contacts from the beginning."""
        known = known_of(contact)
        self.open_with(contact=known, language=str(known.get("language") or self.opening.language))

    def know(self, **contact: Value) -> None:
        """Know something else of the contact from the beginning."""
        self.open_with(contact={**self.opening.contact, **contact})

    def record(self) -> Conversation:
        """The chat as it can be saved, without first messages that nobody answered."""
        self.settle()
        return record(self._chat.without_idle_words())

    # ------------------------------------------------------------------ replaying

    def settle(self) -> None:
        """Finish what waits to be replayed."""
        if self._timer.isActive() or self._replay is not None:
            self._timer.stop()
            if self._replay is None:
                self._replay_on(self._chat.beginning)
            self._flush()

    def _on_change(self, change: tuple[Any, ...]) -> None:
        if all(each.path[0] in ("layout", "conversations") for each in change):
            return
        self._replay = None
        self._timer.start(REST)

    def _play_on(self) -> None:
        if self._replay is None:
            self._replay_on(self._chat.beginning)
        until = time.monotonic() + SLICE
        while time.monotonic() < until:
            if not self._advance():
                return
        self._timer.start(0)

    def _replay_on(self, beginning: Beginning) -> None:
        project = self._document.project
        channel, language = beginning.opening.channel, beginning.opening.language
        opening = replace(
            beginning.opening,
            channel=channel if channel in project.channels else "",
            language=language if language in project.languages else "",
        )
        self._replay = replayed(project, replace(beginning, opening=opening), self._wanted)

    def _flush(self) -> None:
        while self._advance():
            pass

    def _advance(self) -> bool:
        """Replay one input more; not, when there is none and the result is shown."""
        reached = next(self._replay, None) if self._replay is not None else None
        if reached is not None:
            self._reached = reached
            return True
        self._replay = None
        if self._reached is not None:
            self._show(self._reached)
        self._reached = None
        return False

    # ------------------------------------------------------------------ keeping

    def _lay_ready(self) -> None:
        self._open(Beginning(opening=_fresh(self.opening)))

    def _open(self, beginning: Beginning) -> None:
        self._timer.stop()
        self._replay = self._reached = None
        self._take(begin(self._document.project, beginning))

    def _take(self, chat: Chat) -> None:
        """A chat that the author made: later replays are compared with it."""
        self._wanted = chat
        self._show(chat)

    def _show(self, chat: Chat) -> None:
        self._chat = chat
        self.parted = parted_at(self._wanted.now, chat.now)
        self.changed.emit()
        self._tell_active()

    def _tell_active(self) -> None:
        there = self.session.state in ("waiting", "running", "stopped")
        place = self.session.place if there else None
        if place != self._active:
            self._active = place
            self.active_changed.emit(*(place or ("", "")))

    def _choose_by(self, text: str) -> None:
        """The first message chooses the flow, as on the platform; of two, the one tried out."""
        project = self._document.project
        found = project.flows.get(self.flow)
        if found is None or flow_for(project, text) == self.flow:
            return
        known = any(_knows(each, text) for each in project.flows.values())
        for_any = self.by_message and not known and keyword_for(project, text) is None
        if _knows(found, text) or (for_any and _takes_any(found)):
            opening = replace(self.opening, flow=self.flow)
            self._chat = begin(project, Beginning(opening=opening))


def _fresh(like: Opening) -> Opening:
    return replace(like, flow=None, trigger="message", variables={}, at=DEFAULT_AT)


def _takes_any(flow: Flow) -> bool:
    return any(not words_of(each.words) for each in flow.starting_with("message"))


def _knows(flow: Flow, text: str) -> bool:
    return any(plain(text) in words_of(each.words) for each in flow.starting_with("message"))
