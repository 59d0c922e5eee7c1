"""Chatting with a journey in the terminal."""

from collections.abc import Callable, Mapping

from flowdesigner.cli.command import Refused
from flowdesigner.cli.inputs import duration_of, put_of, scripted_of
from flowdesigner.cli.output import say
from flowdesigner.cli.transcript import tell
from flowdesigner.model.run import AgentClosed, AgentSaid, Happened, Said, Tapped
from flowdesigner.simulate.engine import send
from flowdesigner.simulate.inputs import Passed, SessionInput, SkippedWait
from flowdesigner.simulate.session import Session
from flowdesigner.texts import N_, translate

_HELP = N_(
    "Type what the customer says. Also: /tap ID, /wait 30m, /skip (to the end of the wait), "
    "/event NAME, /set VARIABLE=VALUE, /answer FLOW.BLOCK=EXIT, /agent TEXT, /close, /quit."
)


def chat(session: Session) -> Session:
    """Talk until the conversation is over or nobody types any more."""
    say(translate(_HELP))
    tell(session.transcript)
    while session.state not in ("ended", "stopped"):
        try:
            line = input("> ").strip()
        except EOFError:
            say()
            break
        if line == "/quit":
            break
        if line:
            session = _answered(session, line)
    return session


def _answered(session: Session, line: str) -> Session:
    try:
        came = _input(line, session)
    except Refused as refused:
        say(str(refused))
        return session
    after = send(session, came)
    new = after.transcript[len(session.transcript) :]
    # What was typed stands on the screen already.
    tell(new[1:] if isinstance(came, Said) else new)
    return after


def _input(line: str, session: Session) -> SessionInput:
    if not line.startswith("/"):
        return Said(line)
    word, _space, rest = line[1:].partition(" ")
    made = _COMMANDS.get(word)
    if made is None:
        raise Refused(translate(_HELP))
    return made(rest.strip(), session)


_COMMANDS: Mapping[str, Callable[[str, Session], SessionInput]] = {
    "tap": lambda rest, _: Tapped(rest),
    "wait": lambda rest, _: Passed(duration_of(rest)),
    "skip": lambda _rest, _: SkippedWait(),
    "event": lambda rest, _: Happened(rest),
    "set": lambda rest, session: put_of(rest, session.project),
    "answer": lambda rest, session: scripted_of(rest, session.project),
    "agent": lambda rest, _: AgentSaid(rest),
    "close": lambda _rest, _: AgentClosed(),
}
