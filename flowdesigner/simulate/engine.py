"""Opening a conversation and moving it on by what comes in from outside.

Everything is a function from session to session, without clock, chance or network of its own.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from msgspec.structs import replace

from flowdesigner.model.duration import after, later
from flowdesigner.model.flow import Flow
from flowdesigner.model.project import Project
from flowdesigner.model.run import (
    AgentClosed,
    AgentSaid,
    Delivery,
    Happened,
    Said,
    Sent,
    Tapped,
)
from flowdesigner.simulate.entry import Entry
from flowdesigner.simulate.inputs import Passed, Put, Scripted, SessionInput, SkippedWait, TypedCode
from flowdesigner.simulate.opening import Opening, moment, shared_values, zone_of
from flowdesigner.simulate.session import Frame, Session
from flowdesigner.simulate.starts import flow_for, keyword_for, main_flow, plain, words_of
from flowdesigner.simulate.steps import (
    MOST_STEPS,
    answer,
    begin,
    finish,
    leave,
    resume,
    run_on,
    time_out,
)
from flowdesigner.texts import N_, message


def start(project: Project, opening: Opening | None = None) -> Session:
    """Open a conversation; its flow begins at once, or waits for the first message."""
    opening = opening or Opening()
    channel = opening.channel or next(iter(project.channels), "whatsapp")
    language = opening.language or project.base_language
    shared = shared_values(opening, channel, language)
    session = Session(
        project=project,
        opening=opening,
        now=moment(opening.at, zone_of(project, shared.get("contact.time_zone"))),
        channel=channel,
        own_language=language,
        shared=shared,
        state="new",
    )
    return session if opening.trigger == "message" else _begun(session, {})


def send(session: Session, input: SessionInput) -> Session:
    """What follows when something comes in."""
    recorded = replace(session, inputs=(*session.inputs, input))
    return run_on(_HANDLERS[type(input)](recorded, input))


def send_all(session: Session, inputs: Iterable[SessionInput]) -> Session:
    """What follows when several things come in, one after another."""
    for each in inputs:
        session = send(session, each)
    return session


def replay(project: Project, opening: Opening, inputs: Iterable[SessionInput]) -> Session:
    """The same conversation with another state of the project; after an edit."""
    return send_all(start(project, opening), inputs)


def _begun(session: Session, values: Mapping[str, Any]) -> Session:
    flow = session.opening.flow or main_flow(session.project)
    if flow is None:
        return session.stopped(message(N_("The project has no flow yet.")))
    given = {**session.opening.variables, **values}
    return run_on(begin(session, Frame(flow=flow, values=given)))


# --------------------------------------------------------------------------- the customer


def _said(session: Session, input: Said) -> Session:
    session = replace(_heard(session, input.text), heard=input.text)
    if session.state == "new":
        return _first_message(session, input.text)
    waiting, block = session.waiting, session.block
    if waiting is None or block is None or waiting.mute or waiting.request:
        return session
    interrupted = _interrupted(session, input)
    if interrupted is not None:
        return interrupted
    if waiting.hears:
        return resume(session, block, input)
    return _kept(session, input)


def _kept(session: Session, input: Said | Sent | Tapped) -> Session:
    """What comes in while nothing is asked; it may be what the block waits for, as a reply."""
    waiting, block = session.waiting, session.block
    if not isinstance(input, Tapped):
        session = replace(session, kept=(*session.kept, input))
    if waiting is None or block is None or "replied" not in waiting.delivery:
        return session
    return resume(session, block, Delivery("replied"))


def _typed_code(session: Session, input: TypedCode) -> Session:
    code = session.waiting.code if session.waiting else ""
    wrong = "0" * len(code) if code.strip("0") else "1" * max(len(code), 1)
    return _said(session, Said(code if input.right and code else wrong))


def _first_message(session: Session, text: str) -> Session:
    chosen = session.opening.flow or flow_for(session.project, text)
    if chosen is None:
        return session.noted(
            message(N_("No flow begins with these words, so nobody answers them."))
        )
    flow = session.project.flows.get(chosen)
    starts = flow.starting_with("message") if flow else ()
    keyword = keyword_for(session.project, text)
    known = (keyword is not None and keyword.flow == chosen) or any(
        plain(text) in words_of(each.words) for each in starts
    )
    opened = replace(session, opening=replace(session.opening, flow=chosen))
    begun = _begun(opened, {"keyword": plain(text)} if known else {})
    return replace(begun, opening=session.opening)


def _interrupted(session: Session, input: Said) -> Session | None:
    """A whole message that is a keyword calls its flow, unless the block itself knows it."""
    keyword, block = keyword_for(session.project, input.text), session.block
    if keyword is None or block is None:
        return None
    if session.waiting and plain(input.text) in map(plain, session.waiting.knows):
        return None
    if keyword.flow not in session.project.flows:
        return session.noted(
            message(N_("The keyword “{words}” leads to no flow."), words=plain(input.text))
        )
    # The same keyword again begins its flow anew instead of piling it up.
    again = [
        at for at, each in enumerate(session.frames) if each.keyword and each.flow == keyword.flow
    ]
    below = session.frames[: again[0]] if again else session.frames
    before = (*(session.frames[again[0]].kept if again else ()), *session.kept)
    frame = Frame(
        flow=keyword.flow, values={"keyword": plain(input.text)}, keyword=True, kept=before
    )
    return begin(replace(session, frames=below, kept=()), frame)


def _tapped(session: Session, input: Tapped) -> Session:
    labels = {each.id: each.label for each in session.options}
    session = _heard(session, labels.get(input.option) or input.option)
    return _handed(session, input)


def _sent(session: Session, input: Sent) -> Session:
    return _handed(_heard(session, f"[{input.kind}]"), input)


def _handed(session: Session, input: Tapped | Sent) -> Session:
    waiting, block = session.waiting, session.block
    if waiting is None or block is None or waiting.mute or waiting.request:
        return session
    return resume(session, block, input) if waiting.hears else _kept(session, input)


def _heard(session: Session, text: str) -> Session:
    return session.wrote(
        Entry(
            at=session.now, who="customer", text=text, block=session.place, channel=session.channel
        )
    )


# --------------------------------------------------------------------------- time


def _passed(session: Session, input: Passed) -> Session:
    target = after(session.now, max(input.length, timedelta()))
    if target is None:
        return session.noted(message(N_("The calendar does not go that far.")))
    return _moved_to(session, target)


def _skipped(session: Session, _input: SkippedWait) -> Session:
    return _moved_to(session, session.due) if session.due is not None else session


def _moved_to(session: Session, target: datetime) -> Session:
    for _ in range(MOST_STEPS):
        due = session.due
        if due is None or due.timestamp() > target.timestamp() or session.block is None:
            return replace(session, now=later(target, session.now))
        then = replace(session, now=later(due, session.now))
        session = run_on(time_out(then))
    return session.stopped(
        message(N_("The conversation timed out {count} times in a row."), count=MOST_STEPS)
    )


# --------------------------------------------------------------------------- colleagues, systems


def _agent_said(session: Session, input: AgentSaid) -> Session:
    session = session.wrote(
        Entry(
            at=session.now, who="agent", text=input.text, block=session.place,
            channel=session.channel,
        )
    )  # fmt: skip
    return _to_agents_block(session, input)


def _agent_closed(session: Session, input: AgentClosed) -> Session:
    return _to_agents_block(
        session.noted(message(N_("The colleague closed the conversation."))), input
    )


def _to_agents_block(session: Session, input: AgentSaid | AgentClosed) -> Session:
    waiting, block = session.waiting, session.block
    if waiting is None or block is None or not waiting.mute:
        return session.noted(message(N_("No colleague has the conversation now.")))
    return resume(session, block, input)


def _happened(session: Session, input: Happened) -> Session:
    """An event ends the outermost flow that is left on it, unless that flow waits for it itself."""
    session = session.noted(message(N_("The event “{name}” came."), name=input.name))
    if session.state not in ("waiting", "running"):
        return session
    session = replace(session, frames=tuple(_told(each, session, input) for each in session.frames))
    for depth, frame in enumerate(session.frames, 1):
        outcome = _left_on(session.project.flows.get(frame.flow), input.name)
        if outcome is not None and not (frame.waiting and frame.waiting.came):
            left = replace(session, frames=session.frames[:depth]).saved(input.values)
            return finish(replace(left, state="running"), outcome)
    session = session.saved(input.values)
    waiting, block = session.waiting, session.block
    return resume(session, block, input) if waiting and waiting.came and block else session


def _told(frame: Frame, session: Session, input: Happened) -> Frame:
    """A flow that waits for an event has it, even while a keyword's flow is under way."""
    waiting = frame.waiting
    if waiting is None or not input.name or waiting.event != input.name:
        return frame
    late = waiting.due is not None and waiting.due.timestamp() < session.now.timestamp()
    return frame if late else replace(frame, waiting=replace(waiting, came=waiting.came or input))


def _left_on(flow: Flow | None, event: str) -> str | None:
    """The outcome by which an event ends a flow, if it does."""
    found = (each for each in (flow.leave_on if flow else None) or () if each.event == event)
    return next((each.outcome or "done" for each in found), None)


_OTHER_NEWS = N_("The last message is {status}.")

_NEWS: Mapping[str, str] = {
    "delivered": N_("The last message was delivered."),
    "read": N_("The last message was read."),
    "replied": N_("The last message was answered."),
    "failed": N_("The last message could not be delivered."),
}


def _delivered(session: Session, input: Delivery) -> Session:
    told = session.noted(message(_NEWS.get(input.status, _OTHER_NEWS), status=input.status))
    if input.status != "failed":
        told = replace(told, given_up_at=None)
    waiting, block = told.waiting, told.block
    if waiting is None or block is None or input.status not in waiting.delivery:
        return told
    return resume(told, block, input)


def _scripted(session: Session, input: Scripted) -> Session:
    if session.state != "waiting" or session.place != (input.flow, input.block):
        return replace(session, scripts=(*session.scripts, input))
    if session.waiting and session.waiting.request:
        return answer(session, input)
    return leave(session, input.exit)


def _put(session: Session, input: Put) -> Session:
    if session.frame is None:
        variables = {**session.opening.variables, **input.values}
        session = replace(session, opening=replace(session.opening, variables=variables))
    return session.saved(input.values)


_HANDLERS: Mapping[type, Callable[[Session, Any], Session]] = {
    Said: _said,
    Tapped: _tapped,
    Sent: _sent,
    TypedCode: _typed_code,
    Passed: _passed,
    SkippedWait: _skipped,
    AgentSaid: _agent_said,
    AgentClosed: _agent_closed,
    Happened: _happened,
    Delivery: _delivered,
    Scripted: _scripted,
    Put: _put,
}
