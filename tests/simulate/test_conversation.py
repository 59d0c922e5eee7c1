"""Saved conversations: what they find, and keeping a chat as one."""

from datetime import timedelta

import pytest

from flowdesigner.model.part import changed
from flowdesigner.model.run import AgentClosed, Said, Sent, Tapped
from flowdesigner.simulate.conversation import Result, run_conversation
from flowdesigner.simulate.coverage import all_exits, coverage
from flowdesigner.simulate.engine import send_all, start
from flowdesigner.simulate.inputs import Passed, Put, Scripted, SkippedWait
from flowdesigner.simulate.opening import Opening
from flowdesigner.simulate.recording import record
from flowdesigner.texts import english
from tests.simulate.projects import project_from
from tests.simulate.test_engine import SHOP


def run(steps: str, head: str = "starts_with: {flow: main}") -> Result:
    project = project_from(f"{SHOP}conversations:\n  one: {{{head}, steps: [{steps}]}}\n")
    return run_conversation(project, "one")


def difference(result: Result) -> tuple[int, str, str] | None:
    found = result.difference
    return found and (found.step, english(found.expected), english(found.got))


@pytest.mark.parametrize(
    "steps",
    [
        "say: hi, bot: main.drink, tap: coffee, bot: main.tell, ended: done",
        "say: hi, bot: main.drink, say: coffee, webhook: {block: main.look_up, exit: failed},"
        " ended: done",
        "bot: main.drink, wait: 10m, ended: quiet",
        "bot: main.drink, exit: {block: main.drink, exit: no_reply}, ended: quiet",
        "bot: main.drink, tap: tea, bot: main.ask_name, set: {state: cold}, say: Ada,"
        " bot: main.greet, bot: help.hand_over, expect: {variable: state}, say: anybody there,"
        " agent: hello, agent_closes: true, expect: {variable: name, is: ada}, ended: done",
        "bot: main.drink, event: paid, ended: quiet",
        "bot: main.drink, event: {name: paid, values: {state: x}},"
        " expect: {variable: state, is: x}, ended: quiet",
        "bot: main.drink, media: image, bot: main.drink, status: read",
        "bot: main.drink, tap: tea, bot: main.ask_name, say: help, bot: help.hand_over,"
        " agent_closes: true, say: Ada, bot: main.greet, bot: help.hand_over",
    ],
)
def test_a_conversation_that_goes_as_saved(steps: str) -> None:
    result = run(listed(steps))

    assert difference(result) is None
    assert result.ok


def listed(steps: str) -> str:
    """Commas outside of braces separate steps."""
    depth, told = 0, "{"
    for letter in steps:
        depth += {"{": 1, "}": -1}.get(letter, 0)
        told += "},{" if letter == "," and depth == 0 else letter
    return told + "}"


@pytest.mark.parametrize(
    ("steps", "step", "expected", "got"),
    [
        (
            "bot: main.drink, tap: coffee, bot: main.bye",
            3, "the bot says main.bye", "the bot says main.tell: “Coffee is hot”",
        ),
        (
            "bot: main.drink, tap: coffee, ended: done",
            3, "the bot says nothing more here", "the bot says main.tell: “Coffee is hot”",
        ),
        (
            "bot: main.drink, tap: coffee",
            3, "the bot says nothing more here", "the bot says main.tell: “Coffee is hot”",
        ),
        (
            "tap: coffee, bot: main.drink, say: x",
            2, "the bot says main.drink", "the bot waits",
        ),
        (
            "bot: main.drink, bot: main.tell",
            2, "the bot says main.tell", "the bot waits at main.drink",
        ),
        (
            "bot: main.drink, wait: 10m, bot: main.tell",
            3, "the bot says main.tell", "the conversation has ended",
        ),
        (
            "bot: main.drink, wait: 10m, ended: done",
            3, "the conversation ends: done", "the conversation ended: quiet",
        ),
        (
            "bot: main.drink, ended: done",
            2, "the conversation ends: done", "the bot waits at main.drink",
        ),
        (
            "bot: main.drink, stopped: true",
            2, "the conversation stops", "the bot waits at main.drink",
        ),
        (
            "bot: main.drink, expect: {variable: state, is: hot}",
            2, "state is “hot”", "“”",
        ),
        (
            "bot: main.drink, webhook: {block: main.look_up, exit: ok}",
            2, "main.look_up is left by “ok”", "the conversation did not come to it",
        ),
        ("bot: main.drink, mood: good", 2, "a step this version knows", "the step “…”"),
    ],
)  # fmt: skip
def test_the_first_difference_is_told(steps: str, step: int, expected: str, got: str) -> None:
    found = difference(run(listed(steps)))

    assert found is not None
    assert found[0] == step
    assert found[1] == expected
    assert found[2].startswith(got)


def test_words_and_answers_are_compared_when_they_are_given() -> None:
    good = run('{bot: main.drink, text: "Tea or coffee?", options: [tea, coffee]}')
    words = run('{bot: main.drink, text: "Tea?"}')
    answers = run("{bot: main.drink, options: [tea]}")

    assert good.ok
    assert difference(words) == (1, "the bot says “Tea?”", "“Tea or coffee?”")
    assert difference(answers) == (1, "the answers tea", "the answers tea, coffee")


def test_it_runs_on_its_own_channel_language_and_clock() -> None:
    head = "starts_with: {flow: main}, channel: sms, language: id, at: '2026-12-01T08:00'"
    result = run('{bot: main.drink, text: "Teh atau kopi?"}', head)

    assert result.ok
    assert result.transcript[0].channel == "sms"
    assert result.transcript[0].at.isoformat() == "2026-12-01T08:00:00+07:00"


def test_an_event_may_begin_it() -> None:
    project = project_from(
        """
        languages: [en]
        flows:
          other: {first: x, blocks: {x: {type: end}}}
          main:
            starts: [{trigger: event, name: shipped, gives: [no]}]
            first: a
            blocks:
              a: {type: message, text: {en: "Parcel {{ no }}"}, exits: {next: b}}
              b: {type: end}
        conversations:
          one:
            starts_with: {event: shipped, values: {no: "7"}}
            steps: [{bot: main.a, text: "Parcel 7"}, {ended: done}]
        """
    )
    assert run_conversation(project, "one").ok


def test_a_dangling_exit_is_a_stop() -> None:
    project = project_from(
        """
        languages: [en]
        flows: {main: {first: a, blocks: {a: {type: message}}}}
        conversations:
          stops: {starts_with: {flow: main}, steps: [{bot: main.a}, {stopped: true}]}
          ends: {starts_with: {flow: main}, steps: [{bot: main.a}, {ended: done}]}
        """
    )

    assert run_conversation(project, "stops").ok
    found = difference(run_conversation(project, "ends"))
    assert found == (2, "the conversation ends: done", "The way out “Next” of a leads nowhere.")


CHATS = {
    "told a name": [Said("hi"), Tapped("tea"), Said("Ada"), AgentClosed()],
    "web service fails": [Said("hi"), Scripted("main", "look_up", "failed"), Tapped("coffee")],
    "web service answers": [
        Said("hi"), Scripted("main", "look_up", "ok", {"state": "cold"}), Tapped("coffee"),
    ],
    "waits": [Said("hi"), Passed(timedelta(minutes=3)), SkippedWait()],
    "left by hand": [Said("hi"), Scripted("main", "drink", "no_reply")],
    "sends a picture": [Said("hi"), Sent("image", {"kind": "image", "url": "a.jpg"})],
    "is not over": [Said("hi"), Put({"state": "x"}), Said("help")],
}  # fmt: skip


@pytest.mark.parametrize("inputs", CHATS.values(), ids=CHATS)
def test_a_chat_that_is_saved_goes_as_saved_and_takes_the_same_exits(inputs) -> None:
    shop = project_from(SHOP)
    opening = Opening(flow="main", trigger="message", channel="sms", contact={"name": "Sari"})
    session = send_all(start(shop, opening), inputs)

    saved = changed(shop, conversations={"it": record(session)})
    result = run_conversation(saved, "it")

    assert difference(result) is None
    assert result.session.taken == session.taken
    assert [each.shown() for each in result.transcript] == [
        each.shown() for each in session.transcript
    ]


def test_coverage_is_the_exits_that_were_taken() -> None:
    result = run(listed("bot: main.drink, tap: coffee, bot: main.tell, ended: done"))
    project = result.session.project

    taken = {("main", "drink", "coffee"), ("main", "look_up", "ok"), ("main", "tell", "next")}
    assert coverage(project) == taken
    assert taken < all_exits(project)
    assert ("main", "tell", "failed") not in all_exits(project), "optional and not drawn"
    assert ("main", "ask_name", "no_reply") not in all_exits(project), "can never happen"
