"""What the pass says of every block holds in every conversation that the real engine has."""

import math
import random
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import Struct

from flowdesigner.checks.context import FlowContext
from flowdesigner.checks.results import Results
from flowdesigner.checks.ways.state import State
from flowdesigner.model.project import Project
from flowdesigner.model.run import AgentClosed, Happened, Said, Tapped
from flowdesigner.simulate import steps
from flowdesigner.simulate.engine import send, start
from flowdesigner.simulate.inputs import SessionInput, SkippedWait, TypedCode
from flowdesigner.simulate.opening import Opening
from flowdesigner.simulate.session import Session
from tests.checks.reading import project_from

NAMES = [f"b{number}" for number in range(8)]
OTHERS = [f"c{number}" for number in range(5)]
TEXT = {"en": "Words"}
LENGTHS = st.sampled_from(["20s", "1m", "30m", "5h", "23h", "2d"])
MAYBE = st.none() | LENGTHS

Block = dict[str, object]


def exits(draw: st.DrawFn, names: list[str], *ways: str) -> dict[str, str]:
    return {way: draw(st.sampled_from(names)) for way in ways}


@st.composite
def blocks(draw: st.DrawFn, names: list[str], calls: bool) -> Block:
    """One block of any type that the pass knows something of, leading anywhere."""
    kinds = list(MADE) + (["subflow"] if calls else [])
    kind = draw(st.sampled_from(kinds))
    if kind == "subflow":
        return {"type": kind, "flow": "other", "exits": exits(draw, names, "done", "left")}
    block, ways = MADE[kind](draw)
    return {"type": kind.partition(" ")[0], **block, "exits": exits(draw, names, *ways)}


def asked(draw: st.DrawFn) -> Block:
    tries = draw(st.integers(0, 2))
    late = draw(MAYBE)
    retry = {"retry": {"times": tries, "text": TEXT}} if tries else {}
    return retry | ({"no_reply_after": late} if late else {})


def ask(draw: st.DrawFn) -> tuple[Block, tuple[str, ...]]:
    variable = draw(st.sampled_from(["x", "y"]))
    block = {"text": TEXT, "answer": "number", "save_to": variable, **asked(draw)}
    return block, ("answered", "invalid", "no_reply")


def menu(draw: st.DrawFn) -> tuple[Block, tuple[str, ...]]:
    options = [{"id": "one", "label": {"en": "One"}}]
    return {"text": TEXT, "options": options, **asked(draw)}, ("one", "other", "no_reply")


def template(draw: st.DrawFn) -> tuple[Block, tuple[str, ...]]:
    category = draw(st.sampled_from(["utility", "authentication"]))
    block = {"name": "t", "category": category, "body": TEXT}
    if draw(st.booleans()):
        return block, ("next",)
    late = draw(MAYBE)
    block["buttons"] = [{"id": "one", "kind": "reply", "label": {"en": "One"}}]
    return block | ({"no_reply_after": late} if late else {}), ("one", "other", "no_reply")


def consent(draw: st.DrawFn) -> tuple[Block, tuple[str, ...]]:
    action = draw(st.sampled_from(["ask", "grant", "withdraw", "look"]))
    late = draw(MAYBE) if action == "ask" else None
    block = {"action": action, "purpose": "marketing", "text": TEXT}
    ways = {"ask": ("given", "refused", "no_reply"), "look": ("has", "has_not")}
    return block | ({"no_reply_after": late} if late else {}), ways.get(action, ("next",))


def otp(draw: st.DrawFn) -> tuple[Block, tuple[str, ...]]:
    rungs = draw(st.integers(0, 2))
    ladder = [{"channel": "whatsapp"}, {"channel": "sms", "after": "30s"}][:rungs]
    block = {"text": TEXT, "expires_after": "5m", "attempts": 2, "ladder": ladder}
    return block, ("verified", "failed", "expired")


def wait(draw: st.DrawFn) -> tuple[Block, tuple[str, ...]]:
    match draw(st.sampled_from(["duration", "until", "event"])):
        case "duration":
            return {"kind": "duration", "duration": draw(LENGTHS)}, ("next",)
        case "until":
            days = draw(st.sampled_from([{}, {"weekdays": ["mon", "thu"]}]))
            return {"kind": "until", "until": "09:10", **days}, ("next",)
    late = draw(MAYBE)
    block = {"kind": "event", "event": "paid"}
    return block | ({"at_most": late} if late else {}), ("happened", "timeout")


def hours(draw: st.DrawFn) -> tuple[Block, tuple[str, ...]]:
    ranges = draw(st.sampled_from([{"mon_fri": "08:40-17:05"}, {"mon_sun": "20:00-06:30"}]))
    if draw(st.booleans()):
        return {"ranges": ranges, "hold": True}, ("next",)
    return {"ranges": ranges}, ("open", "closed")


def handoff(draw: st.DrawFn) -> tuple[Block, tuple[str, ...]]:
    longest = draw(MAYBE)
    block = {"queue": "cs", "text": TEXT} | ({"longest_wait": longest} if longest else {})
    return block, ("closed", "unavailable")


def condition(draw: st.DrawFn) -> tuple[Block, tuple[str, ...]]:
    row = draw(
        st.sampled_from(
            [
                {"variable": "x", "op": "is_set"},
                {"variable": "consent.marketing", "op": "is", "value": True},
                {"variable": "consent.marketing", "op": "is_not", "value": True},
            ]
        )
    )
    when = draw(st.sampled_from([row, {"not": row}, {"all": [row]}]))
    return {"cases": [{"id": "yes", "when": when}]}, ("yes", "else")


def changes(draw: st.DrawFn) -> tuple[Block, tuple[str, ...]]:
    change = draw(
        st.sampled_from(
            [
                {"variable": "x", "clear": True},
                {"variable": "y", "to": 1},
                {"variable": "consent.marketing", "to": False},
            ]
        )
    )
    return {"changes": [change]}, ("next",)


MADE = {
    "message": lambda draw: ({"text": {"en": "{{ x }} {{ y }}"}}, ("next",)),
    "ask": ask, "menu": menu, "template": template, "consent": consent, "otp": otp, "wait": wait,
    "wait 2": wait, "hours": hours, "handoff": handoff, "condition": condition, "set": changes,
    "answer": lambda draw: (
        {"samples": [{"question": {"en": "hello"}, "reply": TEXT}]},
        ("answered", "unsure", "failed"),
    ),
    "end": lambda draw: ({"outcome": "done"}, ()),
}  # fmt: skip

STARTS = st.sampled_from(
    [
        {"trigger": "message", "words": {"en": ["hello"]}},
        {"trigger": "event", "name": "begun", "category": "service"},
        {"trigger": "schedule", "when": {"at": "18:20", "every": "weekday"}, "category": "service"},
    ]
)


@st.composite
def projects(draw: st.DrawFn) -> Project:
    own = draw(st.lists(blocks(NAMES, True), min_size=len(NAMES), max_size=len(NAMES)))
    other = draw(st.lists(blocks(OTHERS, False), min_size=len(OTHERS), max_size=len(OTHERS)))
    flows = {
        "main": {
            "starts": [draw(STARTS)],
            "first": NAMES[0],
            "blocks": dict(zip(NAMES, own, strict=True)),
        },
        "other": {
            "starts": [{"trigger": "call"}],
            "outcomes": ["done", "left"],
            "first": OTHERS[0],
            "leave_on": [{"event": "leave", "outcome": "left"}] if draw(st.booleans()) else [],
            "blocks": dict(zip(OTHERS, other, strict=True)),
        },
    }
    variables = {"x": {"type": "number"}, "y": {"type": "number"}}
    return project_from(
        {"languages": ["en"], "channels": ["whatsapp"], "variables": variables, "flows": flows}
    )


class Arrival(Struct):
    """A conversation as it comes to a block."""

    session: Session
    began_row: int
    """How many lines there were when something was last waited for, whose coming is a pause."""


class Harness:
    """Has conversations in which customers write only when they are asked."""

    def __init__(self, project: Project, seed: int, agreed: bool | None) -> None:
        self.project, self.chance = project, random.Random(seed)
        self.agreed = agreed
        self.arrivals: list[Arrival] = []
        self.row = 0

    def arrive(self, session: Session) -> None:
        self.arrivals.append(Arrival(session, self.row))

    def talk(self) -> None:
        start_at = self.project.flows["main"].starts[0]
        by_customer = start_at.trigger == "message"
        minute = 0 if start_at.trigger != "schedule" else self.chance.randrange(5) + 20
        at = datetime(2026, 11, 23, 18, 20) if start_at.when else datetime(2026, 11, 21, 16, minute)
        given = {} if self.agreed is None else {"consent": {"marketing": self.agreed}}
        opening = Opening(
            flow="main", at=at, contact=given, trigger="message" if by_customer else "at_once"
        )
        session = start(self.project, opening)
        session = send(session, Said("hello")) if by_customer else session
        for _turn in range(15):
            if session.state != "waiting" or len(self.arrivals) > 100:
                return
            for each in self.inputs(session):
                if isinstance(each, Happened) or (session.waiting and session.waiting.code):
                    self.row = len(session.transcript)
                session = send(session, each)

    def inputs(self, session: Session) -> Iterator[SessionInput]:
        waiting = session.waiting
        assert waiting is not None
        leaves = session.frame and session.frame.flow == "other"
        if leaves and self.chance.random() < 0.2:
            yield Happened("leave")
            return
        choices: list[tuple[SessionInput, ...]] = [(SkippedWait(),)] * 2 if session.due else []
        if waiting.mute:
            choices.append((Said("Thanks"), AgentClosed()))
        elif waiting.code:
            choices += [(TypedCode(True),), (TypedCode(False),)]
        elif waiting.event:
            choices.append((Happened(waiting.event),))
        elif waiting.hears:
            choices += [(Said("12"),), (Said("what?"),), (Said("hello"),)]
            choices += [(Tapped(each.id),) for each in waiting.offered]
        if choices:
            yield from self.chance.choice(choices)


def lines(session: Session, who: str) -> list[datetime]:
    return [entry.at for entry in session.transcript if entry.who == who]


def in_a_row(arrival: Arrival) -> int:
    now, count = arrival.session.now, 0
    for entry in reversed(arrival.session.transcript[arrival.began_row :]):
        if entry.who == "customer" or now - entry.at >= timedelta(minutes=1):
            break
        if entry.who == "bot":
            count, now = count + 1, entry.at
    return count


def allowed(value: object, at_first: bool | None) -> set[str]:
    """The words for a consent that is so."""
    unknown = {"unknown"} if value is at_first else set()
    if value is True:
        return {"given"} | unknown
    return ({"withdrawn", "none"} if value is False else {"none"}) | unknown


def lies_within(arrival: Arrival, state: State, agreed: bool | None) -> None:
    session = arrival.session
    wrote = lines(session, "customer")
    silence = (session.now - wrote[-1]).total_seconds() if wrote else math.inf
    who = [entry.who for entry in session.transcript]
    last = max((at for at, each in enumerate(who) if each == "customer"), default=0)
    unanswered = who[last:].count("bot")
    for name, value in (("silence", silence), ("unanswered", unanswered)):
        least, most = getattr(state, name)
        assert least <= value <= most, name
    assert in_a_row(arrival) <= state.in_a_row[1]
    quarter = session.now.weekday() * 96 + session.now.hour * 4 + session.now.minute // 15
    assert state.times >> quarter & 1
    assert state.marketing & allowed(session.shared.get("consent.marketing"), agreed)


@given(
    projects(),
    st.lists(st.integers(0, 10**6), min_size=3, max_size=3),
    st.sampled_from([None, True, False]),
)
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
def test_states_hold_in_every_conversation(
    project: Project, seeds: list[int], agreed: bool | None
) -> None:
    results = Results([])
    for _pause in results.work(project):
        pass
    contexts = {id: kept.context for id, kept in results._flows.items()}
    for seed in seeds:
        harness = Harness(project, seed, agreed)
        with pytest.MonkeyPatch.context() as patch:
            enter = steps._enter
            patch.setattr(steps, "_enter", lambda s, e=enter, h=harness: (h.arrive(s), e(s))[1])
            harness.talk()
        for arrival in harness.arrivals:
            frame = arrival.session.frame
            assert frame is not None
            context = contexts[frame.flow]
            assert context is not None
            holds_at(context, str(frame.block), arrival, agreed)


def holds_at(context: FlowContext, block: str, arrival: Arrival, agreed: bool | None) -> None:
    state = context.state(block)
    assert state is not None, f"{context.id}.{block} is come to"
    lies_within(arrival, state, agreed)
    values = arrival.session.values
    for name, bit in context.ways.bits.items():
        if context.ways.sure[block] & bit:
            assert values.get(name) is not None
        if values.get(name) is not None:
            assert context.ways.possible[block] & bit
    codes = sum(
        1
        for entry in arrival.session.transcript
        if entry.who == "bot" and entry.block and sends_code(arrival.session.project, entry.block)
    )
    if context.id == "main":
        assert state.codes[0] <= codes <= state.codes[1]


def sends_code(project: Project, place: tuple[str, str]) -> bool:
    block = project.block(*place)
    return block is not None and bool(block.sends and block.sends.code)
