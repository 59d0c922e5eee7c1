"""Saved conversations, run on the engine: does the journey still go as it was agreed?"""

from collections.abc import Callable, Mapping
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from flowdesigner.model.condition import Condition, holds
from flowdesigner.model.conversation import Conversation, ExitStep, Step, WebhookStep
from flowdesigner.model.duration import FIRST_YEAR, LAST_YEAR, parse_duration
from flowdesigner.model.project import Project
from flowdesigner.model.run import AgentClosed, AgentSaid, Delivery, Happened, Said, Sent, Tapped
from flowdesigner.model.values import Value, look_up, raw
from flowdesigner.simulate.engine import send, start
from flowdesigner.simulate.entry import Entry
from flowdesigner.simulate.inputs import Passed, Put, Scripted, SessionInput, SkippedWait, TypedCode
from flowdesigner.simulate.opening import DEFAULT_AT, Opening, Trigger
from flowdesigner.simulate.session import Session
from flowdesigner.simulate.starts import flow_on_event
from flowdesigner.texts import N_, Message, message

_CUSTOMER = ("say", "tap", "media", "code")
_OUTSIDE = (*_CUSTOMER, "event", "status", "wait", "agent", "agent_closes", "set")


class Difference(Struct, frozen=True, kw_only=True):
    """Where a conversation went another way than was saved."""

    step: int
    """Which of its steps, counted from 1; one more than there are, when it went on after them."""
    expected: Message
    got: Message


class Result(Struct, frozen=True, kw_only=True):
    """How a saved conversation went this time."""

    conversation: str
    difference: Difference | None
    session: Session

    @property
    def ok(self) -> bool:
        """Whether it went as it was saved."""
        return self.difference is None

    @property
    def transcript(self) -> tuple[Entry, ...]:
        """What was said this time."""
        return self.session.transcript


def run_conversation(project: Project, id: str) -> Result:
    """Run one of the project's conversations to its first difference."""
    saved = project.conversations[id]
    at = _Standing(start(project, opening_of(project, saved)), 0)
    at = replace(at, session=_scripts_ahead(at.session, saved.steps, 0))
    try:
        for number, step in enumerate(saved.steps):
            at = _follow(at, step, saved.steps, number)
        _all_heard(at, len(saved.steps))
    except _DiffersError as found:
        return Result(conversation=id, difference=found.difference, session=found.session)
    return Result(conversation=id, difference=None, session=at.session)


def run_conversations(project: Project) -> tuple[Result, ...]:
    """Run all of the project's conversations."""
    return tuple(run_conversation(project, id) for id in project.conversations)


def opening_of(project: Project, saved: Conversation) -> Opening:
    """How a saved conversation begins; a customer's line at its head is what begins it."""
    begins = saved.starts_with
    event = begins.event if begins else None
    first = saved.steps[0].kind() if saved.steps else None
    trigger: Trigger = "message" if first in _CUSTOMER and not event else "at_once"
    return Opening(
        flow=(begins.flow if begins else None)
        or (flow_on_event(project, event) if event else None),
        channel=saved.channel or "",
        language=saved.language or "",
        at=read_moment(saved.at),
        contact=saved.contact or {},
        variables={**(saved.variables or {}), **((begins.values if begins else None) or {})},
        trigger=trigger,
    )


def read_moment(written: str | None) -> datetime:
    """A moment as conversations write it; the usual one when it is not written so."""
    try:
        at = datetime.fromisoformat(written or "")
    except ValueError:
        return DEFAULT_AT
    return at if FIRST_YEAR <= at.year <= LAST_YEAR else DEFAULT_AT


class _Standing(Struct, frozen=True):
    """How far a conversation has been followed."""

    session: Session
    heard: int
    """How many lines of the transcript have been compared."""

    def next_said(self) -> tuple[int, Entry] | None:
        """The bot's next message that has not been compared."""
        for at, entry in enumerate(self.session.transcript[self.heard :], self.heard):
            if entry.who == "bot":
                return at, entry
        return None


class _DiffersError(Exception):
    """A difference was found; ends the run."""

    def __init__(self, at: _Standing, number: int, expected: Message, got: Message) -> None:
        super().__init__()
        self.session = at.session
        self.difference = Difference(step=number + 1, expected=expected, got=got)


def _follow(at: _Standing, step: Step, steps: tuple[Step, ...], number: int) -> _Standing:
    kind = step.kind()
    if kind == "bot":
        return _hear(at, step, number)
    if kind == "webhook" or kind == "exit":
        return _take_exit(at, step, number)
    if kind in ("ended", "stopped"):
        return _over(at, step, number)
    if kind == "expect":
        return _compare_value(at, step, number)
    input = _input_of(step)
    if input is None or kind not in _OUTSIDE:
        raise _DiffersError(
            at,
            number,
            message(N_("a step this version knows")),
            message(N_("the step “{kind}”"), kind=kind or "…"),
        )
    _all_heard(at, number)
    ready = _scripts_ahead(at.session, steps, number + 1)
    return replace(at, session=send(ready, input))


def _input_of(step: Step) -> SessionInput | None:
    made = _INPUTS.get(step.kind() or "")
    return made(step) if made else None


def _media(step: Step) -> Sent:
    if isinstance(step.media, Mapping):
        return Sent(str(step.media.get("kind", "document")), dict(step.media))
    return Sent(str(step.media or "document"))


def _code(step: Step) -> Said | TypedCode:
    """The code that was sent, a wrong one, or one that is written out."""
    return Said(step.code) if isinstance(step.code, str) else TypedCode(bool(step.code))


def _event(step: Step) -> Happened:
    if isinstance(step.event, str) or step.event is None:
        return Happened(step.event or "")
    return Happened(step.event.name or "", step.event.values or {})


def _time(step: Step) -> Passed | SkippedWait:
    length = parse_duration(step.wait or "")
    return Passed(length) if length is not None else SkippedWait()


_INPUTS: Mapping[str, Callable[[Step], SessionInput]] = {
    "say": lambda step: Said(step.say or ""),
    "tap": lambda step: Tapped(step.tap or ""),
    "media": _media,
    "code": _code,
    "event": _event,
    "status": lambda step: Delivery(step.status or ""),
    "wait": _time,
    "agent": lambda step: AgentSaid(step.agent or ""),
    "agent_closes": lambda step: AgentClosed(),
    "set": lambda step: Put(step.set or {}),
}


# --------------------------------------------------------------------------- ways out by script


def _script(step: Step) -> Scripted | None:
    """What a step says of how a block is left."""
    given: WebhookStep | ExitStep | None = step.webhook or step.exit
    if given is None:
        return None
    flow, _dot, block = (given.block or "").partition(".")
    data = given.answer if isinstance(given, WebhookStep) else None
    return Scripted(flow, block, given.exit or "ok", data)


def _scripts_ahead(session: Session, steps: tuple[Step, ...], number: int) -> Session:
    """Lay ready what the steps up to the next thing from outside say of ways out."""
    scripts = []
    for step in steps[number:]:
        if step.kind() in _OUTSIDE:
            break
        if (script := _script(step)) is not None:
            scripts.append(script)
    return replace(session, scripts=tuple(scripts))


def _take_exit(at: _Standing, step: Step, number: int) -> _Standing:
    """A way out laid ready must have been taken by now, or is taken where the block waits."""
    script = _script(step)
    session = at.session
    if script is None or script not in session.scripts:
        return at
    if session.place != (script.flow, script.block):
        raise _DiffersError(
            at,
            number,
            message(N_("{block} is left by “{exit}”"), block=_ref(script), exit=script.exit),
            message(N_("the conversation did not come to it")),
        )
    rest = list(session.scripts)
    rest.remove(script)
    return replace(at, session=send(replace(session, scripts=tuple(rest)), script))


def _ref(script: Scripted) -> str:
    return f"{script.flow}.{script.block}"


# --------------------------------------------------------------------------- comparing


def _hear(at: _Standing, step: Step, number: int) -> _Standing:
    expected = message(N_("the bot says {block}"), block=step.bot or "")
    found = at.next_said()
    if found is None:
        raise _DiffersError(at, number, expected, _silence(at.session))
    position, entry = found
    if _place(entry) != step.bot:
        raise _DiffersError(at, number, expected, _words_of(entry))
    if step.text is not None and step.text.strip() != entry.text.strip():
        wanted = message(N_("the bot says “{text}”"), text=step.text)
        raise _DiffersError(at, number, wanted, message("“{text}”", text=entry.text))
    offered = tuple(each.id for each in entry.options)
    if step.options is not None and step.options != offered:
        shown = N_("the answers {options}")
        raise _DiffersError(
            at,
            number,
            message(shown, options=", ".join(step.options) or "-"),
            message(shown, options=", ".join(offered) or "-"),
        )
    return replace(at, heard=position + 1)


def _place(entry: Entry) -> str:
    return ".".join(entry.block) if entry.block else ""


def _words_of(entry: Entry) -> Message:
    return message(N_("the bot says {block}: “{text}”"), block=_place(entry), text=entry.text)


def _silence(session: Session) -> Message:
    """Why the bot says nothing more."""
    if session.state == "ended":
        return message(N_("the conversation has ended"))
    last = session.transcript[-1] if session.transcript else None
    if session.state == "stopped" and last is not None and last.note is not None:
        return last.note
    place = ".".join(session.place or ()) if session.place else "…"
    return message(N_("the bot waits at {block}"), block=place)


def _all_heard(at: _Standing, number: int) -> None:
    """Every message of the bot is in the list."""
    found = at.next_said()
    if found is not None:
        expected = message(N_("the bot says nothing more here"))
        raise _DiffersError(at, number, expected, _words_of(found[1]))


def _over(at: _Standing, step: Step, number: int) -> _Standing:
    _all_heard(at, number)
    session = at.session
    if step.kind() == "stopped":
        good, expected = session.state == "stopped", message(N_("the conversation stops"))
    else:
        good = session.state == "ended" and step.ended in (None, session.outcome)
        expected = message(N_("the conversation ends: {outcome}"), outcome=step.ended or "done")
    if not good:
        ended = message(N_("the conversation ended: {outcome}"), outcome=session.outcome or "")
        got = ended if session.state == "ended" else _silence(session)
        raise _DiffersError(at, number, expected, got)
    return at


def _compare_value(at: _Standing, step: Step, number: int) -> _Standing:
    variable = (step.expect.variable if step.expect else None) or ""
    wanted: Value = step.expect.unknown.get("is") if step.expect else None  # type: ignore[assignment]
    values = at.session.values
    if wanted is None:
        good = look_up(variable, values) in (None, "")
    else:
        row = Condition(variable=variable, op="is", value=wanted)
        good = holds(row, values, at.session.project.variables)
    if not good:
        raise _DiffersError(
            at,
            number,
            message(N_("{variable} is “{value}”"), variable=variable, value=raw(wanted)),
            message("“{value}”", value=raw(look_up(variable, values))),
        )
    return at
