"""Carrying out what blocks answer: go, wait, ask a web service, call a flow, finish."""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from flowdesigner.model.block import Block
from flowdesigner.model.duration import after
from flowdesigner.model.outgoing import Outgoing
from flowdesigner.model.run import (
    Answered,
    Call,
    Delivery,
    Finish,
    Go,
    Input,
    Request,
    Returned,
    Said,
    Step,
    TimedOut,
    Wait,
)
from flowdesigner.model.values import Value
from flowdesigner.simulate.inputs import Scripted
from flowdesigner.simulate.session import Frame, Session, Waiting
from flowdesigner.texts import N_, Message, message

MOST_STEPS = 1000
"""How many blocks may follow one another without waiting."""

DEEPEST = 100
"""How many flows may be under way, one called by another."""


def run_on(session: Session) -> Session:
    """Go from block to block until the conversation waits, ends or stops."""
    for _ in range(MOST_STEPS):
        if session.state != "running":
            return session
        session = _enter(session)
    if session.state != "running":
        return session
    return session.stopped(
        message(
            N_("The conversation went through {count} blocks without waiting for the customer."),
            count=MOST_STEPS,
        )
    )


def begin(session: Session, frame: Frame) -> Session:
    """Start a flow on top of those under way."""
    if len(session.frames) >= DEEPEST:
        return session.stopped(
            message(
                N_("Flows call one another without end: {path}."),
                path=" → ".join((*_ring(session, frame.flow), frame.flow)),
            )
        )
    flow = session.project.flows.get(frame.flow)
    if flow is None:
        return session.stopped(message(N_("There is no flow “{flow}”."), flow=frame.flow))
    started = replace(
        session, state="running", frames=(*session.frames, replace(frame, block=flow.first))
    )
    if flow.first not in flow.blocks:
        return started.stopped(
            message(N_("The flow “{flow}” has no first block."), flow=flow.name or frame.flow)
        )
    return started


def _ring(session: Session, flow: str) -> tuple[str, ...]:
    """The calls since a flow was last begun, each as flow and block."""
    calls = [f"{each.flow}.{each.block}" for each in session.frames]
    begun = [at for at, each in enumerate(session.frames) if each.flow == flow]
    return tuple(calls[begun[-1] :] if begun else calls[-4:])


def resume(session: Session, block: Block, input: Input) -> Session:
    """Hand something to the block that waits, and do what it answers."""
    return carry_out(session, block.resume(session.run(), input))


def leave(session: Session, exit: str) -> Session:
    """Leave the block at hand by an exit and stand at the next one."""
    block, frame = session.block, session.frame
    if block is None or frame is None:
        return session
    target = block.target(exit)
    session = session.left(exit)
    if target is None:
        return session.stopped(
            message(
                N_("The way out “{exit}” of {block} leads nowhere."),
                exit=_exit_name(session, block, exit),
                block=_block_name(session),
            )
        )
    if session.project.block(frame.flow, target) is None:
        return session.stopped(
            message(N_("{block} leads to a block that does not exist."), block=_block_name(session))
        )
    moved = replace(frame, block=target, memory={}, waiting=None)
    return replace(session.with_frame(moved), state="running")


def carry_out(session: Session, step: Step) -> Session:
    """Do what the block at hand answered."""
    match step:
        case Go():
            return leave(_went(session, step), step.exit)
        case Wait():
            return _stand(_say(session, step.say), step)
        case Request():
            return _request(session, step)
        case Call():
            return begin(session, Frame(flow=step.flow, values=_given(step), take=step.take))
        case Finish():
            return finish(session, step.outcome)


def finish(session: Session, outcome: str) -> Session:
    """The flow under way is over: go on in the one that called it or that it interrupted."""
    frame = session.frame
    if frame is None or len(session.frames) == 1:
        ended = session.noted(message(N_("The conversation ended: {outcome}."), outcome=outcome))
        return replace(ended, state="ended", outcome=outcome)
    kept = (*frame.kept, *session.kept)
    below = replace(session, frames=session.frames[:-1], kept=kept)
    if frame.keyword:
        return _go_on_where_it_was(below)
    if below.block is None:
        return below.stopped(
            message(N_("The block that called this flow does not exist any more."))
        )
    values = {name: frame.values[name] for name in frame.take if name in frame.values}
    return resume(below, below.block, Returned(outcome, values))


def answer(session: Session, script: Scripted) -> Session:
    """Answer the web service at hand as scripted, and leave its block so."""
    frame, block = session.frame, session.block
    request = frame.waiting.request if frame and frame.waiting else None
    if block is None or request is None:
        return session
    ok = script.exit != "failed"
    data = script.data if script.data is not None or not ok else request.sample
    came = Answered(ok, data)
    line = N_("The answer was given by hand.") if ok else N_("The request was made to fail.")
    told = session.noted(message(line), answered=came)
    step = block.resume(told.run(), came)
    return carry_out(told, replace(step, exit=script.exit) if isinstance(step, Go) else step)


def _enter(session: Session) -> Session:
    block = session.block
    if block is None:
        return session.stopped(message(N_("The block where the conversation stood is gone.")))
    step = block.enter(session.run())
    script = next((s for s in session.scripts if (s.flow, s.block) == session.place), None)
    if script is None:
        return carry_out(session, step)
    rest = list(session.scripts)
    rest.remove(script)
    return _as_scripted(replace(session, scripts=tuple(rest)), step, script)


def _as_scripted(session: Session, step: Step, script: Scripted) -> Session:
    """Leave the block at hand by a given exit, having said what it would have said."""
    match step:
        case Go():
            return carry_out(session, replace(step, exit=script.exit))
        case Wait():
            return leave(_say(session, step.say), script.exit)
        case Request():
            return answer(_stand_at(session, Waiting(request=step)), script)
        case Call():
            return leave(session, script.exit)
        case Finish():
            return carry_out(session, step)


def _say(session: Session, words: Iterable[Outgoing]) -> Session:
    for each in words:
        session = session.said(each)
    return session


def _stand(session: Session, step: Wait) -> Session:
    frame = session.frame
    if frame is None:
        return session
    offered = next((each.options for each in reversed(step.say) if each.options), ())
    due = after(session.now, step.at_most) if step.at_most is not None else step.until
    waiting = Waiting(
        at_most=step.at_most, due=due, event=step.event, delivery=step.delivery, code=step.code,
        knows=step.knows, hears=step.hears, mute=step.mute, offered=offered,
    )  # fmt: skip
    if step.mute and not (frame.waiting and frame.waiting.mute):
        session = session.noted(_handed_over(step.brief))
    remembered = session.with_frame(replace(frame, memory=step.memory))
    standing = _answered_by_kept(_stand_at(remembered, waiting))
    return time_out(standing) if standing.is_over else standing


def time_out(session: Session) -> Session:
    """Tell the block that waits that its time is over."""
    waiting, block = session.waiting, session.block
    if waiting is None or block is None:
        return session
    if waiting.for_failure and session.given_up:
        told = session.noted(message(N_("The last message was not delivered in time.")))
        return resume(told, block, Delivery("failed"))
    told = session
    if waiting.mute:
        told = session.noted(message(N_("No colleague came in time.")))
    elif waiting.hears and not waiting.code:
        told = session.noted(message(N_("No reply.")))
    return resume(told, block, TimedOut())


def _answered_by_kept(session: Session) -> Session:
    """What the customer wrote while nothing was asked answers the question now at hand."""
    waiting, block = session.waiting, session.block
    if not session.kept or waiting is None or block is None or waiting.mute or not waiting.hears:
        return session
    first, *rest = session.kept
    heard = first.text if isinstance(first, Said) else session.heard
    return resume(replace(session, kept=tuple(rest), heard=heard), block, first)


def _went(session: Session, step: Go) -> Session:
    """With what going on says, keeps, reaches and lets know."""
    session = _say(session, step.say).saved(step.save)
    if step.note is not None:
        session = session.noted(step.note)
    if step.goal is None:
        return session
    told = session.noted(message(N_("Goal reached: {name}."), name=step.goal.name or "…"))
    return replace(told, goals=(*session.goals, step.goal))


def _handed_over(brief: str) -> Message:
    if not brief:
        return message(N_("A colleague has the conversation; the bot is silent."))
    return message(
        N_("A colleague has the conversation; the bot is silent. They read:\n{brief}"), brief=brief
    )


def _stand_at(session: Session, waiting: Waiting) -> Session:
    frame = session.frame
    if frame is None:
        return session
    return replace(session.with_frame(replace(frame, waiting=waiting)), state="waiting")


def _request(session: Session, request: Request) -> Session:
    """Nothing is sent: the sample answers, unless somebody wants to answer by hand."""
    block = session.block
    if session.opening.ask_webhooks or block is None:
        told = session.noted(
            message(N_("Waiting for the answer of {url}."), url=request.url or "…")
        )
        return _stand_at(told, Waiting(request=request))
    came = Answered(request.sample is not None, request.sample)
    line = (
        N_("Answered with the sample.")
        if came.ok
        else N_("The block has no sample answer, so the request fails here.")
    )
    return resume(session.noted(message(line), answered=came), block, came)


def _given(call: Call) -> Mapping[str, Value]:
    return {name: value for name, value in call.give.items() if value is not None}


def _go_on_where_it_was(session: Session) -> Session:
    """A keyword's flow is over; the block that waited goes on waiting and says nothing again."""
    frame, block = session.frame, session.block
    if frame is None or frame.waiting is None or block is None:
        return session
    waiting = frame.waiting
    told = session.noted(message(N_("The conversation goes on where it was.")))
    if waiting.came is not None:
        return resume(told.saved(waiting.came.values), block, waiting.came)
    # Who was asked something gets the whole time again; a wait that is for no one runs on.
    again = waiting.at_most if waiting.hears else None
    due = after(session.now, again) if again is not None else waiting.due
    standing = _stand_at(told, replace(waiting, due=due))
    return time_out(standing) if standing.is_over else standing


def _exit_name(session: Session, block: Block, exit: str) -> str:
    way = block.exit(exit)
    return way.name(session.project.facts, session.language) if way else exit


def _block_name(session: Session) -> str:
    block, place = session.block, session.place
    return (block.title if block else None) or (place[1] if place else "…")
