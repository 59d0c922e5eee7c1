"""The strips of a chat, shown by where it stands: waiting, with a colleague, asking, over."""

from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from flowdesigner.app.preview.replies import why_no_answer
from flowdesigner.app.preview.strips import AgentStrip, Strip
from flowdesigner.app.preview.wording import clock, day_and_clock
from flowdesigner.app.theme import Theme
from flowdesigner.blocks.wait import STATUS_LABELS
from flowdesigner.model.run import AgentClosed, AgentSaid, Delivery, Happened
from flowdesigner.model.spoken_duration import spoken_length
from flowdesigner.simulate.engine import send
from flowdesigner.simulate.inputs import Passed, Scripted, SkippedWait, TypedCode
from flowdesigner.simulate.session import Session, Waiting
from flowdesigner.texts import N_, translate


class Waits(QWidget):
    """What the chat waits for, each with what can be done about it."""

    sent = Signal(object)
    """Something that comes in."""
    restart_asked = Signal()
    save_asked = Signal()
    answer_asked = Signal()
    """The author wants to write what the web service answers."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self.deaf = Strip("info", theme, quiet=True)
        self.code = Strip("key-round", theme)
        self.code.add_button(N_("Type the right code"), lambda: self._type(True), below=True)
        self.code.add_button(N_("Type a wrong code"), lambda: self._type(False), below=True)
        self.late = self.code.add_button(N_("Let it run out"), self._run_out, below=True)
        self.news = Strip("check", theme)
        for status, title in STATUS_LABELS.items():
            if status != "replied":
                self._add_news(status, title)
        self.happening = Strip("bell", theme)
        self.happening.add_button(N_("Let it happen"), self._happen)
        self.wait = Strip("hourglass", theme, quiet=True)
        self.wait.add_button(N_("Skip"), lambda: self.sent.emit(SkippedWait()))
        self.agent = AgentStrip(theme)
        self.agent.said.connect(lambda text: self.sent.emit(AgentSaid(text)))
        self.agent.closed.connect(lambda: self.sent.emit(AgentClosed()))
        self.web = Strip("webhook", theme)
        self.web.add_button(N_("As in the sample"), lambda: self._answer("ok"), below=True)
        self.web.add_button(N_("Otherwise…"), self.answer_asked.emit, below=True)
        self.web.add_button(N_("Let it fail"), lambda: self._answer("failed"), below=True)
        self.over = Strip("flag", theme, quiet=True)
        self.over.add_button(N_("Begin anew"), self.restart_asked.emit, below=True)
        self.save = self.over.add_button(
            N_("Save as conversation…"), self.save_asked.emit, below=True
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for strip in self._strips:
            column.addWidget(strip)

    @property
    def _strips(self) -> tuple[Strip, ...]:
        waited = (self.deaf, self.code, self.news, self.happening, self.wait)
        return *waited, self.agent, self.web, self.over

    @property
    def first_button(self) -> QPushButton | None:
        """What the keyboard goes to when nothing can be written."""
        shown = (each for strip in self._strips for each in strip.buttons if each.isVisible())
        return next(shown, None)

    def _add_news(self, status: str, title: str) -> None:
        self.news.add_button(title, lambda: self.sent.emit(Delivery(status)), below=True)

    def show_session(self, session: Session | None, *, savable: bool = False) -> None:
        """Show what a state waits for; nothing when there is none to act on."""
        self._session = session
        waiting = session.waiting if session is not None else None
        self.deaf.say(" ".join(map(str, why_no_answer(session) if session else ())))
        self.code.say(_code_words(waiting))
        self.late.setVisible(session is not None and session.due is not None)
        self.news.say(_news_words(waiting))
        self.happening.say(_event_words(waiting))
        self.wait.say(_wait_words(session))
        colleague = waiting is not None and waiting.mute
        self.agent.say(translate(N_("A colleague has the chat")) if colleague else "")
        asked = waiting is not None and waiting.request is not None
        self.web.say(translate(N_("What does the web service answer?")) if asked else "")
        over = session is not None and session.state in ("ended", "stopped")
        self.over.say(self._end_words(session) if over else "")
        self.save.setVisible(savable)

    def _end_words(self, session: Session | None) -> str:
        if session is not None and session.state == "stopped":
            return translate(N_("The conversation cannot go on"))
        return translate(N_("The conversation has ended"))

    def _answer(self, exit: str) -> None:
        place = self._session.place if self._session else None
        if place is not None:
            self.sent.emit(Scripted(*place, exit))

    def _type(self, right: bool) -> None:
        self.sent.emit(TypedCode(right))

    def _run_out(self) -> None:
        """As much time goes by as the block at hand waits in all, whatever it does meanwhile."""
        if self._session is not None:
            self.sent.emit(Passed(time_left(self._session)))

    def _happen(self) -> None:
        waiting = self._session.waiting if self._session else None
        if waiting is not None:
            self.sent.emit(Happened(waiting.event))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for strip in self._strips:
            strip.set_theme(theme)

    def retranslate(self) -> None:
        """Speak the language in use."""
        for strip in self._strips:
            strip.retranslate()


_MOST_WAITS = 100


def time_left(session: Session) -> timedelta:
    """How long the block at hand still waits in all, when nothing comes in meanwhile."""
    ahead = session
    for _ in range(_MOST_WAITS):
        if ahead.due is None or ahead.taken != session.taken:
            break
        ahead = send(ahead, SkippedWait())
    return ahead.now - session.now


def _wait_words(session: Session | None) -> str:
    """How long something is waited for; nothing when it may take for ever."""
    waiting = session.waiting if session else None
    if session is None or waiting is None or session.due is None:
        return ""
    same_day = session.due.date() == session.now.date()
    until = clock(session.due) if same_day else day_and_clock(session.due)
    if same_day and session.due.second:
        until = f"{session.due:%H:%M:%S}"
    if waiting.at_most is None:
        asks = N_("Waits for an answer until {until}") if waiting.hears else N_("Until {until}")
        return translate(asks, until=until)
    if waiting.mute:
        told = N_("Waits {time} for the colleague, until {until}")
    elif waiting.hears:
        told = N_("Waits {time} for an answer, until {until}")
    else:
        told = N_("Waits {time}, until {until}")
    return translate(told, time=spoken_length(waiting.at_most), until=until)


def _code_words(waiting: Waiting | None) -> str:
    if waiting is None or not waiting.code:
        return ""
    return translate(N_("The customer has to type {code}"), code=waiting.code)


def _news_words(waiting: Waiting | None) -> str:
    if waiting is None or not waiting.delivery:
        return ""
    return translate(N_("What becomes of the last message?"))


def _event_words(waiting: Waiting | None) -> str:
    if waiting is None or not waiting.event:
        return ""
    return translate(N_("Waits until “{event}” happens"), event=waiting.event)
