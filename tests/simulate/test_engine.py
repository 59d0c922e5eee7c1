"""What follows when something comes in."""

from datetime import datetime, timedelta

import pytest

from flowdesigner.model.project import Project
from flowdesigner.model.run import AgentClosed, AgentSaid, Delivery, Happened, Said, Sent, Tapped
from flowdesigner.simulate.engine import replay, send, send_all, start
from flowdesigner.simulate.inputs import Passed, Put, Scripted, SkippedWait
from flowdesigner.simulate.opening import Opening
from flowdesigner.simulate.steps import DEEPEST, MOST_STEPS
from tests.simulate.projects import notes, project_from, project_of, said_by_bot

SHOP = """
languages: [en, id]
channels: [whatsapp, sms]
settings:
  keywords:
    - words: {en: ["help", "tea"], id: ["bantuan"]}
      flow: help
variables: {name: {type: text}, state: {type: text}}
flows:
  main:
    starts: [{trigger: message, words: {en: ["hi"], id: ["halo"]}}]
    outcomes: [done, quiet]
    leave_on: [{event: paid, outcome: quiet}]
    first: drink
    blocks:
      drink:
        type: menu
        text: {en: "Tea or coffee?", id: "Teh atau kopi?"}
        options: [{id: tea, label: {en: "Tea", id: "Teh"}}, {id: coffee, label: {en: "Coffee"}}]
        retry: {times: 1, text: {en: "Please choose"}}
        no_reply_after: 10m
        exits: {tea: ask_name, coffee: look_up, other: bye, no_reply: quiet}
      ask_name:
        type: ask
        text: {en: "Your name?"}
        answer: text
        save_to: name
        exits: {answered: greet, invalid: bye}
      greet: {type: message, text: {en: "Hello {{ name }}"}, exits: {next: call_help}}
      call_help: {type: subflow, flow: help, exits: {helped: bye}}
      look_up:
        type: webhook
        url: "https://api.example.com"
        save: {state: "$.state"}
        sample: {state: "hot"}
        exits: {ok: tell, failed: bye}
      tell: {type: message, text: {en: "Coffee is {{ state }}"}, exits: {next: bye}}
      bye: {type: end}
      quiet: {type: end, outcome: quiet}
  help:
    outcomes: [helped]
    first: hand_over
    blocks:
      hand_over:
        type: handoff
        text: {en: "One moment, {{ name | default: \\"you\\" }}"}
        longest_wait: 1h
        exits: {closed: back, unavailable: back}
      back: {type: end, outcome: helped}
"""


@pytest.fixture(scope="module")
def shop() -> Project:
    return project_from(SHOP)


def test_a_flow_begins_at_once_and_waits_for_an_answer(shop: Project) -> None:
    session = start(shop, Opening(flow="main"))

    assert said_by_bot(session) == ["Tea or coffee?"]
    assert (session.state, session.place) == ("waiting", ("main", "drink"))
    assert [each.id for each in session.options] == ["tea", "coffee"]
    assert session.due == session.now + timedelta(minutes=10)


def test_the_first_message_begins_the_flow_whose_words_it_is(shop: Project) -> None:
    session = start(shop, Opening(trigger="message"))
    unknown = send(session, Said("what is this"))
    begun = send(unknown, Said(" HALO "))

    assert said_by_bot(unknown) == []
    assert unknown.state == "new"
    assert begun.place == ("main", "drink")
    assert begun.values["keyword"] == "halo"


def test_a_first_message_that_is_a_keyword_begins_its_flow(shop: Project) -> None:
    session = send(start(shop, Opening(trigger="message")), Said("help"))

    assert session.place == ("help", "hand_over")
    assert len(session.frames) == 1
    assert session.values["keyword"] == "help"


def test_an_answer_not_understood_is_asked_again_then_given_up(shop: Project) -> None:
    asked = send(start(shop, Opening(flow="main")), Said("juice"))
    given_up = send(asked, Said("juice"))

    assert said_by_bot(asked) == ["Tea or coffee?", "Please choose"]
    assert given_up.state == "ended"
    assert given_up.taken == (("main", "drink", "other"),)


def test_the_old_session_stays_so_stepping_back_is_keeping_it(shop: Project) -> None:
    before = start(shop, Opening(flow="main"))
    send(before, Tapped("tea"))

    assert before.place == ("main", "drink")
    assert send(before, Tapped("tea")) == send(before, Tapped("tea"))


def test_a_called_flow_has_variables_of_its_own_and_comes_back_by_its_outcome(
    shop: Project,
) -> None:
    inputs = [Tapped("tea"), Said("Ada")]
    inside = send_all(start(shop, Opening(flow="main")), inputs)
    closed = send(inside, AgentClosed())

    assert said_by_bot(inside)[-2:] == ["Hello Ada", "One moment, you"]
    assert [frame.flow for frame in inside.frames] == ["main", "help"]
    assert closed.state == "ended"
    assert ("main", "call_help", "helped") in closed.taken
    assert closed.values["name"] == "Ada"


def test_values_are_given_to_and_taken_from_a_called_flow() -> None:
    project = project_of(
        {
            "languages": ["en"],
            "flows": {
                "main": {
                    "first": "call",
                    "blocks": {
                        "call": {
                            "type": "subflow", "flow": "other", "give": {"a": "{{ x }}"},
                            "take": ["b", "never_set"], "exits": {"done": "tell"},
                        },
                        "tell": {"type": "message", "text": {"en": "{{ b }}{{ c }}"},
                                 "exits": {"next": "end"}},
                        "end": {"type": "end"},
                    },
                },
                "other": {
                    "first": "put",
                    "blocks": {
                        "put": {
                            "type": "set",
                            "changes": [{"variable": "b", "to": "{{ a }}!"},
                                        {"variable": "c", "to": "mine"},
                                        {"variable": "contact.name", "to": "Ada"}],
                            "exits": {"next": "end"},
                        },
                        "end": {"type": "end"},
                    },
                },
            },
        }
    )  # fmt: skip
    session = start(project, Opening(variables={"x": "7", "never_set": "kept"}))

    assert said_by_bot(session) == ["7!"]
    assert session.values["never_set"] == "kept"
    assert session.values["contact.name"] == "Ada", "the contact is shared by all flows"


def test_a_colleague_mutes_the_bot_until_the_chat_is_closed(shop: Project) -> None:
    muted = send(start(shop, Opening(flow="help")), Said("hello?"))
    keyword = send(muted, Said("help"))
    agent = send(keyword, AgentSaid("Hi"))

    assert said_by_bot(agent) == ["One moment, you"]
    assert len(keyword.frames) == 1
    assert [entry.who for entry in agent.transcript[-3:]] == ["customer", "customer", "agent"]
    assert send(agent, AgentClosed()).outcome == "helped"


def test_nobody_came_is_a_timeout_which_customers_do_not_put_off(shop: Project) -> None:
    session = start(shop, Opening(flow="help"))
    half = send_all(session, [Passed(timedelta(minutes=50)), Said("hello?")])

    assert send(half, Passed(timedelta(minutes=10))).taken == (
        ("help", "hand_over", "unavailable"),
    )


# --------------------------------------------------------------------------- keywords


def test_a_keyword_interrupts_and_the_wait_goes_on_afterwards(shop: Project) -> None:
    waiting = send(start(shop, Opening(flow="main")), Tapped("tea"))
    helped = send(waiting, Said("Bantuan"))
    back = send(helped, AgentClosed())
    answered = send(back, Said("Ada"))

    assert helped.place == ("help", "hand_over")
    assert helped.values["keyword"] == "bantuan"
    assert back.place == ("main", "ask_name")
    assert said_by_bot(back)[-1] == "One moment, you", "the question is not asked again"
    assert "Hello Ada" in said_by_bot(answered)


def test_the_options_of_the_block_come_before_keywords(shop: Project) -> None:
    session = send(start(shop, Opening(flow="main")), Said("tea"))

    assert session.place == ("main", "ask_name")


def test_only_a_whole_message_is_a_keyword(shop: Project) -> None:
    session = send(start(shop, Opening(flow="main")), Said("please help"))

    assert session.place == ("main", "drink")


def test_after_an_interruption_the_wait_begins_anew(shop: Project) -> None:
    waiting = send(start(shop, Opening(flow="main")), Passed(timedelta(minutes=9)))
    back = send_all(waiting, [Said("help"), Passed(timedelta(minutes=30)), AgentClosed()])

    assert back.due == back.now + timedelta(minutes=10)


def test_the_same_keyword_again_begins_its_flow_anew() -> None:
    project = project_from(
        """
        languages: [en]
        settings: {keywords: [{words: {en: ["menu"]}, flow: main}]}
        flows:
          main:
            first: a
            blocks:
              a: {type: ask, text: {en: "A"}, exits: {answered: b, invalid: b}}
              b: {type: end}
        """
    )
    session = send_all(start(project), [Said("menu")] * (DEEPEST * 2))

    assert session.state == "waiting"
    assert [frame.flow for frame in session.frames] == ["main", "main"]


def test_a_keyword_that_leads_to_no_flow_is_told_and_the_wait_goes_on() -> None:
    project = project_of(
        {
            "settings": {"keywords": [{"words": {"en": ["cs"]}, "flow": "gone"}]},
            "flows": {"main": {"first": "a", "blocks": {"a": {"type": "ask", "answer": "text"}}}},
        }
    )
    session = send(start(project), Said("cs"))

    assert notes(session) == ["The keyword “cs” leads to no flow."]
    assert session.state == "waiting"


# --------------------------------------------------------------------------- web services


def test_a_web_service_is_answered_by_its_sample(shop: Project) -> None:
    session = send(start(shop, Opening(flow="main")), Tapped("coffee"))

    assert said_by_bot(session)[-1] == "Coffee is hot"


def test_a_scripted_answer_is_used_once_and_in_order(shop: Project) -> None:
    script = [Scripted("main", "look_up", "ok", {"state": "cold"})]
    cold = send_all(start(shop, Opening(flow="main")), [*script, Tapped("coffee")])
    failed = send_all(
        start(shop, Opening(flow="main")), [Scripted("main", "look_up", "failed"), Tapped("coffee")]
    )

    assert said_by_bot(cold)[-1] == "Coffee is cold"
    assert cold.scripts == ()
    assert failed.taken[-1] == ("main", "look_up", "failed")


def test_a_web_service_may_be_answered_by_hand(shop: Project) -> None:
    asked = send(start(shop, Opening(flow="main", ask_webhooks=True)), Tapped("coffee"))
    ignored = send(asked, Said("hello?"))
    answered = send(ignored, Scripted("main", "look_up", "ok", {"state": "warm"}))

    assert asked.waiting is not None
    assert asked.waiting.request is not None
    assert asked.waiting.request.url == "https://api.example.com"
    assert said_by_bot(answered)[-1] == "Coffee is warm"


def test_without_a_sample_a_request_fails_and_says_why() -> None:
    project = project_from(
        """
        flows:
          main:
            first: a
            blocks:
              a: {type: webhook, url: "https://x.example", exits: {ok: b, failed: b}}
              b: {type: end}
        """
    )
    session = start(project)

    assert session.taken == (("main", "a", "failed"),)
    assert notes(session)[0] == "The block has no sample answer, so the request fails here."


# --------------------------------------------------------------------------- scripts of exits


def test_a_block_that_waits_is_left_at_once_by_a_scripted_exit(shop: Project) -> None:
    session = send(start(shop, Opening(flow="main")), Scripted("main", "drink", "no_reply"))

    assert session.outcome == "quiet"


def test_a_message_is_said_though_its_exit_is_scripted() -> None:
    project = project_from(
        """
        languages: [en]
        flows:
          main:
            first: q
            blocks:
              q: {type: ask, text: {en: "Q"}, exits: {answered: a}}
              a: {type: message, text: {en: "Hello"}, exits: {next: b, failed: c}}
              b: {type: end, outcome: sent}
              c: {type: end, outcome: lost}
        """
    )
    session = send_all(start(project), [Scripted("main", "a", "failed"), Said("x")])

    assert said_by_bot(session) == ["Q", "Hello"]
    assert session.outcome == "lost"


# --------------------------------------------------------------------------- time


def test_time_that_goes_by_times_out_the_wait_at_its_moment(shop: Project) -> None:
    session = start(shop, Opening(flow="main"))
    short = send(session, Passed(timedelta(minutes=9)))
    over = send(session, Passed(timedelta(hours=5)))

    assert short.state == "waiting"
    assert over.outcome == "quiet"
    assert over.transcript[-1].at == session.now + timedelta(minutes=10)


def test_a_wait_is_skipped_to_its_end(shop: Project) -> None:
    session = start(shop, Opening(flow="main"))
    skipped = send(session, SkippedWait())

    assert skipped.outcome == "quiet"
    assert skipped.now == session.now + timedelta(minutes=10)
    assert send(send(session, Tapped("tea")), SkippedWait()).now == session.now, "no end to it"


def test_a_time_beyond_the_calendar_is_told(shop: Project) -> None:
    session = send(start(shop, Opening(flow="main")), Passed(timedelta(days=999_999_999)))

    assert notes(session) == ["The calendar does not go that far."]


def test_the_clock_is_the_contacts_else_the_projects() -> None:
    project = project_of({"settings": {"time_zone": "Asia/Jayapura"}, "flows": {}})
    of_project = start(project)
    of_contact = start(project, Opening(contact={"time_zone": "Asia/Makassar"}))
    broken = start(project_of({"settings": {"time_zone": "Mars/North"}, "flows": {}}))

    assert of_project.now.isoformat() == "2026-11-23T10:00:00+09:00"
    assert of_contact.now.isoformat() == "2026-11-23T10:00:00+08:00"
    assert broken.now.isoformat() == "2026-11-23T10:00:00+07:00"


# --------------------------------------------------------------------------- events


def test_an_event_ends_the_flow_that_is_left_on_it_from_anywhere(shop: Project) -> None:
    inside = send_all(start(shop, Opening(flow="main")), [Tapped("tea"), Said("Ada")])
    assert len(inside.frames) == 2

    session = send(inside, Happened("paid", {"total": 5}))

    assert (session.state, session.outcome) == ("ended", "quiet")
    assert session.values["total"] == 5


def test_an_event_nobody_waits_for_changes_nothing_but_its_values(shop: Project) -> None:
    session = send(start(shop, Opening(flow="main")), Happened("rain", {"state": "wet"}))

    assert session.place == ("main", "drink")
    assert session.values["state"] == "wet"


# --------------------------------------------------------------------------- channel, language


def test_the_transcript_has_the_messages_of_the_channel(shop: Project) -> None:
    whatsapp = start(shop, Opening(flow="main"))
    sms = start(shop, Opening(flow="main", channel="sms"))

    assert whatsapp.transcript[0].messages[0].shape == "buttons"
    assert sms.transcript[0].messages[0].text == "Tea or coffee?\n1. Tea\n2. Coffee"
    assert sms.transcript[0].text == "Tea or coffee?"


def test_a_block_may_name_a_channel_of_its_own() -> None:
    project = project_from(
        """
        languages: [en]
        flows:
          main:
            first: a
            blocks:
              a:
                type: message
                channel: sms
                text: {en: "Long"}
                variants: {sms: {text: {en: "Short"}}}
                exits: {next: b}
              b: {type: message, text: {en: "{{ contact.channel }}"}, exits: {next: c}}
              c: {type: end}
        """
    )
    session = start(project, Opening(channel="whatsapp"))

    assert [(entry.channel, entry.text) for entry in session.transcript[:2]] == [
        ("sms", "Short"),
        ("whatsapp", "whatsapp"),
    ]


def test_the_clock_goes_on_where_the_contact_is_found_to_be() -> None:
    project = project_from(
        """
        settings: {quiet_hours: "20:00-08:00", time_zone: "Asia/Jakarta"}
        flows:
          main:
            first: find
            blocks:
              find:
                type: set
                changes: [{variable: contact.time_zone, to: "Asia/Jayapura"}]
                exits: {next: rest}
              rest: {type: hours, window: quiet, hold: true, exits: {next: over}}
              over: {type: end}
        """
    )
    evening = start(project, Opening(at=datetime(2026, 11, 23, 18, 30)))
    assert evening.due is not None
    assert evening.due.isoformat() == "2026-11-24T08:00:00+09:00"

    moved = send(evening, Put({"contact.time_zone": "Nowhere"}))
    assert moved.now.isoformat() == "2026-11-23T18:30:00+07:00", "the project's clock again"


def test_the_language_of_the_contact_can_be_set(shop: Project) -> None:
    session = start(shop, Opening(flow="main", language="en"))
    indonesian = send(session, Put({"contact.language": "id"}))
    unknown = send(session, Put({"contact.language": "tlh"}))

    assert indonesian.language == "id"
    assert unknown.language == "en"


# --------------------------------------------------------------------------- stopping


def one_block(block: dict[str, object], **more: object) -> Project:
    flow = {"first": "a", "blocks": {"a": block}}
    return project_of({"languages": ["en"], "flows": {"main": flow}, **more})


@pytest.mark.parametrize(
    ("project", "note"),
    [
        (one_block({"type": "message"}), "The way out “Next” of a leads nowhere."),
        (
            one_block({"type": "message", "exits": {"next": "gone"}}),
            "a leads to a block that does not exist.",
        ),
        (
            one_block({"type": "message", "exits": {"next": "a"}}),
            f"The conversation went through {MOST_STEPS} blocks without waiting for the customer.",
        ),
        (
            one_block({"type": "subflow", "flow": "main", "exits": {"done": "a"}}),
            "Flows call one another without end: main.a → main.",
        ),
        (one_block({"type": "subflow", "flow": "gone"}), "There is no flow “gone”."),
        (one_block({"type": "magic"}), "The way out “next” of a leads nowhere."),
        (project_of({"flows": {}}), "The project has no flow yet."),
        (project_of({"flows": {"main": {}}}), "The flow “main” has no first block."),
    ],
)
def test_what_cannot_go_on_stops_and_says_why(project: Project, note: str) -> None:
    session = start(project)

    assert session.state == "stopped"
    assert notes(session)[-1] == note
    assert session.outcome is None


def test_timing_out_for_ever_stops() -> None:
    project = one_block({"type": "ask", "no_reply_after": "1s", "exits": {"no_reply": "a"}})
    session = send(start(project), Passed(timedelta(days=30)))

    assert session.state == "stopped"
    assert "timed out" in notes(session)[-1]


def test_typing_when_it_is_over_starts_nothing(shop: Project) -> None:
    over = send(start(shop, Opening(flow="main")), SkippedWait())
    after = send_all(over, [Said("hi"), Tapped("tea"), Sent("image"), AgentClosed()])

    assert after.state == "ended"
    assert said_by_bot(after) == said_by_bot(over)


def test_recorded_inputs_are_replayed_after_an_edit(shop: Project) -> None:
    session = send_all(start(shop, Opening(flow="main")), [Tapped("tea"), Said("Ada")])
    edited = project_from(SHOP.replace("Hello {{ name }}", "Welcome {{ name }}"))
    again = replay(edited, session.opening, session.inputs)

    assert "Welcome Ada" in said_by_bot(again)
    assert replay(shop, session.opening, session.inputs) == session


WAITING = """
languages: [en]
channels: [whatsapp, sms]
flows:
  main:
    first: read
    blocks:
      read:
        {type: wait, kind: status, status: read, at_most: 1h,
         exits: {happened: ask, timeout: late}}
      ask: {type: ask, text: {en: "Name?"}, answer: text, save_to: name, exits: {answered: hi}}
      hi: {type: message, text: {en: "Hi {{ name }}"}, exits: {next: late}}
      late: {type: wait, kind: duration, duration: 2h, exits: {next: over}}
      over: {type: end}
"""


def test_news_that_is_not_waited_for_does_not_prolong_the_wait() -> None:
    session = start(project_from(WAITING))
    session = send_all(session, [Passed(timedelta(minutes=50)), Delivery("delivered")])
    assert session.due == start(project_from(WAITING)).due

    session = send(session, Passed(timedelta(minutes=10)))
    assert session.place == ("main", "late")


def test_what_is_written_meanwhile_answers_the_next_question() -> None:
    session = send(start(project_from(WAITING)), Said("Sari"))

    assert said_by_bot(session) == ["Name?", "Hi Sari"]


@pytest.mark.parametrize("input", [Sent("image"), Tapped("old"), Said("still there?")])
def test_nothing_from_the_customer_ends_a_plain_wait(input) -> None:
    session = send_all(start(project_from(WAITING)), [Passed(timedelta(hours=1)), input])
    assert session.place == ("main", "late")
    assert session.state == "waiting"

    assert send(session, Passed(timedelta(hours=2))).state == "ended"


LADDER = """
languages: [en]
channels: [whatsapp, sms]
flows:
  main:
    first: code
    blocks:
      code:
        type: otp
        text: {en: "{{ code }}"}
        ladder: [{channel: whatsapp}, {channel: sms}]
        expires_after: 5m
        exits: {expired: over}
      over: {type: end}
"""


def test_a_rung_without_a_pause_is_sent_at_once() -> None:
    session = start(project_from(LADDER))

    assert [each.channel for each in session.transcript] == ["whatsapp", "sms"]
    assert len(set(said_by_bot(session))) == 1
