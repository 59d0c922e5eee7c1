"""What follows from events and from news of a message, and who takes them first."""

from datetime import datetime, timedelta

import pytest

from flowdesigner.model.project import Project
from flowdesigner.model.run import AgentClosed, Delivery, Happened, Said, Tapped
from flowdesigner.simulate.engine import send, send_all, start
from flowdesigner.simulate.inputs import Passed, SkippedWait
from flowdesigner.simulate.opening import Opening
from tests.simulate.projects import notes, project_from, said_by_bot

PAID = """
languages: [en]
settings:
  keywords: [{words: {en: ["help"]}, flow: help}]
flows:
  main:
    outcomes: [done, left]
    leave_on: [{event: paid, outcome: left}]
    first: begin
    blocks:
      begin: {type: menu, options: [{id: in_it}, {id: called}],
              exits: {in_it: paid, called: call}}
      paid: {type: wait, kind: event, event: paid, at_most: 1d,
             exits: {happened: thanks, timeout: over}}
      thanks: {type: message, text: {en: "Thank you for {{ total }}"}, exits: {next: over}}
      call: {type: subflow, flow: other, exits: {done: over}}
      over: {type: end}
  other:
    first: paid
    blocks:
      paid: {type: wait, kind: event, event: paid, exits: {happened: over}}
      over: {type: end}
  help:
    first: what
    blocks:
      what: {type: ask, text: {en: "What is it?"}, answer: text, save_to: problem,
             exits: {answered: hand}}
      hand: {type: handoff, exits: {closed: over}}
      over: {type: end}
"""


@pytest.fixture(scope="module")
def paid() -> Project:
    return project_from(PAID)


def test_a_flow_that_waits_for_the_event_it_is_left_on_takes_it_as_drawn(paid: Project) -> None:
    session = send_all(start(paid), [Tapped("in_it"), Happened("paid", {"total": 5})])

    assert said_by_bot(session)[-1] == "Thank you for 5"
    assert session.outcome == "done"


def test_a_wait_in_a_called_flow_does_not_keep_its_caller_from_being_left(paid: Project) -> None:
    session = send_all(start(paid), [Tapped("called"), Happened("paid")])

    assert session.outcome == "left"


def test_an_event_is_not_missed_while_a_keywords_flow_is_under_way(paid: Project) -> None:
    helped = [Said("help"), Said("it is late"), Happened("paid", {"total": 5}), AgentClosed()]
    session = send_all(start(paid), [Tapped("in_it"), *helped])

    assert said_by_bot(session)[-1] == "Thank you for 5"


def test_an_event_that_comes_after_the_wait_was_over_is_too_late(paid: Project) -> None:
    helped = [Said("help"), Said("it is late"), Passed(timedelta(days=2)), Happened("paid")]
    session = send_all(start(paid), [Tapped("in_it"), *helped])
    assert session.outcome == "left", "nothing waits for it any more, so the flow is left on it"


def test_a_wait_that_was_over_meanwhile_ends_when_the_keywords_flow_does(paid: Project) -> None:
    helped = [Said("help"), Said("it is late"), Passed(timedelta(days=2)), AgentClosed()]
    session = send_all(start(paid), [Tapped("in_it"), *helped])

    assert session.taken[-1] == ("main", "paid", "timeout")


def test_what_was_written_before_a_keyword_answers_no_question_of_its_flow(paid: Project) -> None:
    waiting = send_all(start(paid), [Tapped("in_it"), Said("thanks!"), Said("help")])
    assert waiting.place == ("help", "what")

    back = send_all(waiting, [Said("help"), Said("it is late"), AgentClosed()])
    assert back.place == ("main", "paid")
    assert back.kept == (Said("thanks!"),)


LIVES = """
languages: [en]
flows:
  main:
    first: tell
    blocks:
      tell: {type: template, name: a, body: {en: "Hi"}, send_within: 2h, exits: {next: lost}}
      lost: {type: wait, kind: status, status: failed, at_most: 1d,
             exits: {happened: gone, timeout: over}}
      gone: {type: end, outcome: gone}
      over: {type: end}
"""


def test_a_template_that_nothing_says_to_have_arrived_is_given_up_in_time() -> None:
    session = start(project_from(LIVES))
    skipped = send(session, SkippedWait())

    assert session.due == session.now + timedelta(hours=2)
    assert skipped.outcome == "gone"
    assert notes(skipped)[0] == "The last message was not delivered in time."


@pytest.mark.parametrize("status", ["delivered", "read", "replied"])
def test_a_template_that_arrived_is_not_given_up(status: str) -> None:
    session = send(start(project_from(LIVES)), Delivery(status))

    assert session.due == session.now + timedelta(days=1)
    assert send(session, SkippedWait()).outcome == "done"


def test_a_message_without_a_time_to_deliver_it_within_is_never_given_up() -> None:
    session = start(project_from(LIVES.replace("send_within: 2h, ", "")))

    assert session.due == session.now + timedelta(days=1)


@pytest.mark.parametrize(
    ("at", "given_up"),
    [
        ("2026-03-29T01:00", "2026-03-29T04:00+02:00"),
        ("2026-10-25T01:00", "2026-10-25T02:00+01:00"),
    ],
)
def test_two_hours_are_two_hours_when_the_clocks_change(at: str, given_up: str) -> None:
    contact = {"time_zone": "Europe/Berlin"}
    session = start(project_from(LIVES), Opening(at=datetime.fromisoformat(at), contact=contact))

    assert session.due is not None
    assert session.due.isoformat(timespec="minutes") == given_up


def test_a_template_that_did_not_arrive_is_left_by_failed() -> None:
    project = project_from(
        """
        languages: [en]
        flows:
          main:
            first: tell
            blocks:
              tell:
                type: template
                body: {en: "Are you in?"}
                buttons: [{id: home, kind: reply, label: {en: "Yes"}}]
                exits: {home: over, other: over, no_reply: over, failed: sms}
              sms: {type: message, channel: sms, text: {en: "By SMS"}, exits: {next: over}}
              over: {type: end}
        """
    )
    session = send(start(project), Delivery("failed"))

    assert said_by_bot(session)[-1] == "By SMS"
    assert session.taken[0] == ("main", "tell", "failed")
    assert send(start(project), Delivery("read")).place == ("main", "tell")
