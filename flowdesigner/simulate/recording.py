"""Keeping a chat as a saved conversation."""

from collections.abc import Iterator

from flowdesigner.model.accepted import JsonValue
from flowdesigner.model.conversation import Conversation, Step
from flowdesigner.model.duration import write_duration
from flowdesigner.model.run import AgentClosed, AgentSaid, Delivery, Happened, Said, Sent, Tapped
from flowdesigner.model.values import Value
from flowdesigner.simulate.engine import send, start
from flowdesigner.simulate.entry import Entry
from flowdesigner.simulate.inputs import Passed, Put, Scripted, SessionInput, SkippedWait, TypedCode
from flowdesigner.simulate.session import Session

_Line = dict[str, JsonValue]


def record(session: Session) -> Conversation:
    """The conversation as it can be saved: what came in, and what the bot said to it."""
    opening = session.opening
    values: dict[str, object] = {
        "starts_with": {"flow": session.frames[0].flow if session.frames else opening.flow},
        "channel": session.channel,
        "language": session.own_language,
        "at": opening.at.isoformat(timespec="minutes"),
        "contact": dict(opening.contact) or None,
        "variables": dict(opening.variables) or None,
        "steps": [Step.model_validate(line) for line in _lines(session)],
    }
    return Conversation.model_validate({k: v for k, v in values.items() if v is not None})


def _lines(session: Session) -> Iterator[_Line]:
    """Step by step the same conversation again, each input followed by what it brought."""
    now = start(session.project, session.opening)
    yield from _heard(now, 0)
    for input in session.inputs:
        before, now = now, send(now, input)
        if (line := _came_in(input, before, now)) is not None:
            yield line
        yield from _heard(now, len(before.transcript))
    if now.state == "ended":
        yield {"ended": now.outcome}
    elif now.state == "stopped":
        yield {"stopped": True}


def _heard(session: Session, since: int) -> Iterator[_Line]:
    for entry in session.transcript[since:]:
        if entry.answered is not None:
            yield _answered(entry)
        elif entry.who == "bot":
            line: _Line = {"bot": ".".join(entry.block or ()), "text": entry.text}
            if entry.options:
                line["options"] = [each.id for each in entry.options]
            yield line


def _answered(entry: Entry) -> _Line:
    answered = entry.answered
    ok = answered is not None and answered.ok
    line: dict[str, JsonValue] = {
        "block": ".".join(entry.block or ()),
        "exit": "ok" if ok else "failed",
    }
    if ok and answered is not None and answered.data is not None:
        line["answer"] = answered.data
    return {"webhook": line}


def _came_in(input: SessionInput, before: Session, now: Session) -> _Line | None:  # noqa: C901, PLR0911 - one line a kind
    match input:
        case Said():
            return {"say": input.text}
        case Tapped():
            return {"tap": input.option}
        case TypedCode():
            return {"code": input.right}
        case Sent():
            return {"media": input.value if isinstance(input.value, dict) else input.kind}
        case AgentSaid():
            return {"agent": input.text}
        case AgentClosed():
            return {"agent_closes": True}
        case Passed() | SkippedWait():
            return {"wait": write_duration(now.now - before.now)}
        case Happened():
            values: Value = dict(input.values)
            return {"event": {"name": input.name, "values": values} if values else input.name}
        case Delivery():
            return {"status": input.status}
        case Put():
            return {"set": dict(input.values)}
        case Scripted():
            return _scripted(input, before)


def _scripted(input: Scripted, before: Session) -> _Line | None:
    """A way out given where the block waits; an answer of a web service is its own line."""
    waits = before.state == "waiting" and before.place == (input.flow, input.block)
    if not waits or (before.waiting and before.waiting.request):
        return None
    return {"exit": {"block": f"{input.flow}.{input.block}", "exit": input.exit}}
