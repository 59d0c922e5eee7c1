"""The strips of a chat, shown by where it stands: waiting, with a colleague, asking, over."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from flowdesigner.app.preview.strips import AgentStrip, Strip
from flowdesigner.app.preview.wording import clock, day_and_clock, length
from flowdesigner.app.theme import Theme
from flowdesigner.model.run import AgentClosed, AgentSaid
from flowdesigner.simulate.inputs import Scripted, SkippedWait
from flowdesigner.simulate.session import Session
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
        return self.wait, self.agent, self.web, self.over

    def show_session(self, session: Session | None, *, savable: bool = False) -> None:
        """Show what a state waits for; nothing when there is none to act on."""
        self._session = session
        waiting = session.waiting if session is not None else None
        colleague = bool(waiting and waiting.mute)
        self.wait.say(self._wait_words(session) if waiting and waiting.due else "")
        self.agent.say(translate(N_("A colleague has the chat")) if colleague else "")
        asked = waiting is not None and waiting.request is not None
        self.web.say(translate(N_("What does the web service answer?")) if asked else "")
        over = session is not None and session.state in ("ended", "stopped")
        self.over.say(self._end_words(session) if over else "")
        self.save.setVisible(savable)

    def _wait_words(self, session: Session | None) -> str:
        waiting = session.waiting if session else None
        if session is None or waiting is None or waiting.due is None:
            return ""
        same_day = waiting.due.date() == session.now.date()
        until = clock(waiting.due) if same_day else day_and_clock(waiting.due)
        if waiting.at_most is None:
            return translate(N_("Waits for an answer until {until}"), until=until)
        told = (
            N_("Waits {time} for the colleague, until {until}")
            if waiting.mute
            else N_("Waits {time} for an answer, until {until}")
        )
        return translate(told, time=length(waiting.at_most), until=until)

    def _end_words(self, session: Session | None) -> str:
        if session is not None and session.state == "stopped":
            return translate(N_("The conversation cannot go on"))
        return translate(N_("The conversation has ended"))

    def _answer(self, exit: str) -> None:
        place = self._session.place if self._session else None
        if place is not None:
            self.sent.emit(Scripted(*place, exit))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for strip in self._strips:
            strip.set_theme(theme)

    def retranslate(self) -> None:
        """Speak the language in use."""
        for strip in self._strips:
            strip.retranslate()
