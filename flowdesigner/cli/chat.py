"""Chatting with a journey in the terminal."""

from flowdesigner.cli.command import Refused
from flowdesigner.cli.inputs import INPUTS, Typed, input_of
from flowdesigner.cli.output import say
from flowdesigner.cli.transcript import tell
from flowdesigner.model.run import Said
from flowdesigner.simulate.engine import send
from flowdesigner.simulate.inputs import SessionInput
from flowdesigner.simulate.session import Session
from flowdesigner.texts import N_, translate

_HELP = N_(
    "Type what the customer says. Also: /tap ID, /wait 30m, /skip (to the end of the wait), "
    "/event NAME, /status failed, /code right, /media image, /set VARIABLE=VALUE, "
    "/answer FLOW.BLOCK=EXIT, /agent TEXT, /close, /quit."
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
    if word not in INPUTS or word == "say":
        raise Refused(translate(_HELP))
    return input_of(Typed(word, rest.strip()), session.project)
