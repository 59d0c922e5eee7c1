"""What customers are promised: codes, quiet nights, colleagues, and going on where it was."""

from datetime import UTC, datetime, timedelta
from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flowdesigner.model.hours import is_open, outside
from flowdesigner.model.part import changed
from flowdesigner.model.project import Project
from flowdesigner.model.run import AgentClosed, AgentSaid, Delivery, Happened, Said, Sent, Tapped
from flowdesigner.simulate.engine import send, send_all, start
from flowdesigner.simulate.inputs import Passed, SkippedWait, TypedCode
from flowdesigner.simulate.opening import Opening
from flowdesigner.simulate.session import Session
from tests.simulate.chats import INPUTS, OPENINGS, PROJECTS
from tests.simulate.projects import project_from, project_of

MANY = settings(max_examples=150, deadline=None)


@MANY
@given(PROJECTS, OPENINGS, INPUTS)
def test_no_wait_outlasts_its_time(project: Project, opening: Opening, inputs) -> None:
    for session in accumulate(inputs, send, initial=start(project, opening)):
        assert not session.is_over


@MANY
@given(PROJECTS, OPENINGS, INPUTS)
def test_the_bot_is_silent_while_a_colleague_has_the_chat(
    project: Project, opening: Opening, inputs
) -> None:
    session = start(project, opening)
    for each in inputs:
        mute = session.waiting is not None and session.waiting.mute
        after = send(session, each)
        new = after.transcript[len(session.transcript) :]
        if mute and isinstance(each, Said | Sent | Tapped | Delivery | AgentSaid):
            assert not [line for line in new if line.who == "bot"]
            assert after.place == session.place
        session = after


CODE = project_from(
    """
    languages: [en]
    channels: [whatsapp, sms]
    settings: {keywords: [{words: {en: ["help"]}, flow: help}], time_zone: "Europe/Berlin"}
    flows:
      main:
        first: code
        blocks:
          code:
            type: otp
            text: {en: "Code {{ code }}"}
            wrong: {en: "Wrong"}
            ladder: [{channel: whatsapp}, {channel: sms, after: 40s}]
            expires_after: 5m
            attempts: 3
            resend: {times: 2, cooldown: 30s, words: {en: ["again"]}}
            exits: {verified: over, failed: over, expired: over}
          over: {type: end}
      help:
        first: ask
        blocks:
          ask: {type: ask, text: {en: "?"}, exits: {answered: over, invalid: over}}
          over: {type: end}
    """
)
TYPED = st.lists(
    st.one_of(
        st.sampled_from([Said("again"), Said("help"), TypedCode(), TypedCode(False), Said("x")]),
        st.sampled_from([SkippedWait(), Delivery("failed"), Sent("image"), Happened("rain")]),
        st.integers(0, 200).map(lambda seconds: Passed(timedelta(seconds=seconds))),
    ),
    max_size=12,
)
MOMENTS = st.sampled_from(
    [datetime(2026, 11, 23, 10), datetime(2026, 3, 29, 1, 58), datetime(2026, 10, 25, 2, 58)]
)


def test_words_that_ask_for_the_code_are_no_keywords_while_it_is_waited_for() -> None:
    keyword = {"words": {"en": ("again",)}, "flow": "help"}
    project = changed(CODE, settings=changed(CODE.settings, keywords=[keyword]))
    session = send_all(start(project), [Passed(timedelta(seconds=31)), Said(" Again ")])

    assert session.place == ("main", "code")
    assert len(sent(session)) == 2


def sent(session: Session) -> list[datetime]:
    lines = session.transcript
    return [each.at for each in lines if each.who == "bot" and each.text.startswith("Code")]


@MANY
@given(TYPED, MOMENTS)
def test_a_code_keeps_its_limits(inputs, at: datetime) -> None:
    steps = list(accumulate(inputs, send, initial=start(CODE, Opening(at=at))))
    last = steps[-1]
    moments = [each.astimezone(UTC) for each in sent(last)]
    asked = [
        after.transcript[-1].at.astimezone(UTC)
        for before, after, each in zip(steps, steps[1:], inputs, strict=False)
        if each == Said("again") and len(sent(after)) > len(sent(before))
    ]
    wrong = [each for each in last.transcript if each.text == "Wrong"]

    assert len(moments) <= 1 + 1 + 2
    assert len(asked) <= 2
    for each in asked:
        before = max(moment for moment in moments if moment < each)
        assert each - before >= timedelta(seconds=30)
    assert len(wrong) <= 2
    assert all(each - moments[0] < timedelta(minutes=5) for each in moments)
    ways = [exit for _flow, block, exit in last.taken if block == "code"]
    if ways == ["verified"]:
        right = next(at for at, each in enumerate(steps) if each.taken)
        assert steps[right].now.astimezone(UTC) - moments[0] < timedelta(minutes=5)


ZONES = st.sampled_from(["Europe/Berlin", "Asia/Jayapura", "Australia/Lord_Howe"])
NIGHTS = st.sampled_from(["20:00-08:00", "23:00-02:30", "00:00-06:00", "12:00-13:00"])


@MANY
@given(ZONES, NIGHTS, st.datetimes(datetime(2026, 3, 1), datetime(2026, 11, 30)))
def test_nothing_is_said_in_the_contacts_quiet_hours(zone: str, night: str, at: datetime) -> None:
    project = project_from(
        f"""
        languages: [en]
        settings: {{quiet_hours: "{night}", time_zone: "Asia/Jakarta"}}
        flows:
          main:
            first: rest
            blocks:
              rest: {{type: hours, window: quiet, hold: true, exits: {{next: tell}}}}
              tell: {{type: message, text: {{en: "!"}}, exits: {{next: over}}}}
              over: {{type: end}}
        """
    )
    contact = {"time_zone": zone}
    session = send(start(project, Opening(at=at, contact=contact)), Passed(timedelta(days=2)))
    [said] = [each.at for each in session.transcript if each.who == "bot"]

    assert str(said.tzinfo) == zone
    assert is_open(outside(night), said)


BUSY = project_from(
    """
    languages: [en]
    settings: {keywords: [{words: {en: ["help"]}, flow: help}]}
    flows:
      main:
        first: ask
        blocks:
          ask:
            type: menu
            text: {en: "Which?"}
            options: [{id: one, label: {en: "One"}}, {id: two, label: {en: "Two"}}]
            retry: {times: 2}
            no_reply_after: 1h
            exits: {one: wait, two: paid, other: over, no_reply: over}
          wait: {type: wait, kind: duration, duration: 2h, exits: {next: over}}
          paid: {type: wait, kind: event, event: paid, at_most: 3h,
                 exits: {happened: over, timeout: over}}
          over: {type: end}
      help:
        first: hand
        blocks:
          hand: {type: handoff, exits: {closed: over, unavailable: over}}
          over: {type: end}
    """
)


@given(
    st.sampled_from([[], [Said("what")], [Tapped("one")], [Tapped("two")]]),
    st.lists(st.sampled_from([Said("hm"), AgentSaid("hi"), Happened("rain"), Sent("image")])),
)
def test_after_a_keyword_the_conversation_stands_where_it_was(before, meanwhile) -> None:
    stood = send_all(start(BUSY), before)
    back = send_all(stood, [Said("help"), *meanwhile, AgentClosed()])

    assert back.frames == stood.frames
    assert (back.options, back.due, back.kept) == (stood.options, stood.due, stood.kept)


KEYS = ["stop", "no", "2", "yes", "ya", "tea", "INV-2", "label"]
ASKED = {
    "consent": {
        "type": "consent",
        "action": "ask",
        "labels": {"given": {"en": "Yes"}, "refused": {"en": "No"}},
    },
    "menu": {
        "type": "menu",
        "options": [
            {"id": "tea", "label": {"en": "Label", "id": "Ya"}, "words": {"en": ["tea"]}},
            {"id": "no", "label": {"en": "No"}},
        ],
    },
    "rows": {"type": "menu", "options_from": {"variable": "rows", "label": {"en": "{{ item }}"}}},
    "template": {
        "type": "template",
        "buttons": [{"id": "yes", "kind": "reply", "label": {"en": "Yes"}}],
    },
    "ask": {"type": "ask", "answer": "text"},
}


@pytest.mark.parametrize(
    ("block", "own"),
    [
        ("consent", {"no", "2", "yes"}),
        ("menu", {"no", "2", "ya", "tea", "label"}),
        ("rows", {"2", "INV-2"}),
        ("template", {"yes"}),
        ("ask", set()),
    ],
)
def test_keywords_interrupt_unless_the_block_itself_offers_the_answer(block: str, own) -> None:
    blocks = {"it": {**ASKED[block], "exits": {}}, "over": {"type": "end"}}
    blocks["it"]["exits"] = {
        exit: "over"
        for exit in ("given", "refused", "tea", "no", "chosen", "yes", "other", "answered")
    }
    handed = {"first": "it", "blocks": {"it": {"type": "handoff"}}}
    project = project_of(
        {
            "languages": ["en", "id"],
            "settings": {"keywords": [{"words": {"en": KEYS}, "flow": "keys"}]},
            "flows": {"main": {"first": "it", "blocks": blocks}, "keys": handed},
        }
    )
    stood = start(project, Opening(variables={"rows": ["INV-1", "INV-2"]}))
    taken = {key for key in KEYS if send(stood, Said(f" {key.upper()} ")).state == "ended"}

    assert taken == own
