"""`flowdesigner simulate`."""

import io
from pathlib import Path

import pytest

from tests.cli.conftest import SMALL, Ended, Run


def told(ended: Ended) -> list[tuple[str, str | None, str]]:
    return [(step["from"], step["block"], step["text"]) for step in ended.json["steps"]]


def test_inputs_come_in_the_order_given(run: Run, small: Path) -> None:
    script = ["--set", "total=5000", "--answer", "main.look_up=failed"]
    ended = run("simulate", small, "--say", "hi", *script, "--tap", "tea", "--format", "json")

    assert ended.code == 0
    assert [step for step in told(ended) if step[0] != "system"] == [
        ("customer", None, "hi"),
        ("bot", "main.drink", "Tea?"),
        ("customer", "main.drink", "Tea"),
        ("bot", "main.sorry", "Sorry, Rp5,000"),
    ]
    assert (ended.json["state"], ended.json["outcome"]) == ("ended", "done")


def test_the_order_matters(run: Run, small: Path) -> None:
    late = run("simulate", small, "--wait", "10m", "--tap", "tea", "--format", "json")
    soon = run("simulate", small, "--wait", "9m", "--tap", "tea", "--format", "json")

    assert [step[:2] for step in told(late)][-1] == ("customer", "main.bye")
    assert ("system", "main.look_up", "Answered with the sample.") in told(soon)


def test_json_has_the_steps_with_their_answers(run: Run, small: Path) -> None:
    step = run("simulate", small, "--say", "hi", "--format", "json").json["steps"][1]

    assert step == {
        "at": "2026-11-23T10:00:00+07:00",
        "from": "bot",
        "block": "main.drink",
        "text": "Tea?",
        "options": [{"id": "tea", "label": "Tea"}],
    }


def test_flow_channel_language_and_clock_can_be_chosen(run: Run, sample: Path) -> None:
    chosen = ["--flow", "talk_to_us", "--language", "en", "--channel", "sms", "--seed", "3"]
    ended = run("simulate", sample, *chosen, "--at", "2026-11-22T09:00", "--format", "json")
    [_line, bot, _end] = ended.json["steps"]

    assert bot["at"] == "2026-11-22T09:00:00+07:00"
    assert bot["text"].startswith("Our team cannot reply right now. Ticket T-20481")


def test_words_that_begin_no_flow_answer_the_first_question(run: Run, small: Path) -> None:
    assert told(run("simulate", small, "--say", "1", "--format", "json"))[:2] == [
        ("bot", "main.drink", "Tea?"),
        ("customer", "main.drink", "1"),
    ]


def test_text_for_people_shows_answers_with_numbers(run: Run, small: Path) -> None:
    assert run("simulate", small, "--say", "hi").out.splitlines() == [
        "Mon 10:00  customer hi",
        "Mon 10:00  bot      Tea?",
        "                   [1] Tea  (tea)",
    ]


def test_without_inputs_it_chats_until_the_end(
    run: Run, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = "/what\n/wait soon\n/answer main.look_up=failed\n/set total=9\n1\nnever\n"
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    ended = run("simulate", small)

    assert ended.code == 0
    assert "[1] Tea" in ended.out
    assert "“soon” is not a length of time" in ended.out
    assert "Sorry, Rp9" in ended.out
    assert ended.out.endswith("The conversation ended: done.\n")


@pytest.mark.parametrize("typed", ["", "/quit\nhi\n", "hello"])
def test_a_chat_ends_when_nobody_types_any_more(
    run: Run, small: Path, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))

    assert run("simulate", small).code == 0


def test_a_chat_can_wait_skip_and_hear_colleagues(
    run: Run, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = "/wait 5m\n/status read\n/skip\n/tap agent\n/agent Halo, saya Budi\n/event r\n/close\n"
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    ended = run("simulate", sample)

    assert "The last message was read." in ended.out
    assert "Halo, saya Budi" in ended.out
    assert "Terima kasih" in ended.out
    assert ended.out.endswith("The conversation ended: done.\n")


ALL_AT_ONCE = """\
flowdesigner: 1
languages: [en]
channels: [whatsapp]
flows:
  main:
    starts: [{trigger: call}]
    first: tell
    blocks:
      tell:
        type: template
        name: shipped
        category: utility
        header: {text: {en: "Your order"}}
        body: {en: "It is on its way."}
        footer: {en: "TokoKita"}
        buttons:
          - {id: ok, kind: reply, label: {en: "Fine"}}
          - {id: track, kind: url, label: {en: "Track"}, value: "https://example.com/t"}
        no_reply_after: 1h
        exits: {ok: photo, other: over, no_reply: hand, failed: over}
      photo: {type: ask, text: {en: "Show us"}, answer: media, save_to: x,
              exits: {answered: over, invalid: over}}
      hand: {type: handoff, exits: {closed: over, unavailable: over}}
      over: {type: end}
variables: {x: {type: media}}
"""


@pytest.mark.parametrize(
    ("words", "last"),
    [
        (["--skip", "--agent", "Hello", "--close"], "main.hand"),
        (["--tap", "ok", "--media", "image"], "main.photo"),
        (["--status", "failed"], "main.tell"),
    ],
)
def test_colleagues_files_and_news_come_in_too(
    run: Run, tmp_path: Path, words: list[str], last: str
) -> None:
    file = tmp_path / "it.flow.yaml"
    file.write_text(ALL_AT_ONCE, "utf-8")

    ended = run("simulate", file, *words, "--format", "json")
    assert ended.json["state"] == "ended"
    assert ended.json["steps"][-2]["block"] == last


def test_an_event_that_comes_first_begins_its_flow(run: Run, sample: Path) -> None:
    delivery = sample.with_name("delivery.flow.yaml")
    event = "out_for_delivery:parcel=INV0001,slot=13-15"
    ended = run("simulate", delivery, "--event", event, "--format", "json")

    assert "paket INV0001 tiba hari ini pukul 13-15" in ended.json["steps"][0]["text"]
    assert all("came" not in step["text"] for step in ended.json["steps"])


def test_text_for_people_has_the_whole_message(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "it.flow.yaml"
    file.write_text(ALL_AT_ONCE, "utf-8")
    lines = run("simulate", file, "--wait", "1m").out.splitlines()

    assert [line.removeprefix("Mon 10:00  bot").strip() for line in lines] == [
        "Your order",
        "It is on its way.",
        "[Track: https://example.com/t]",
        "TokoKita",
        "[1] Fine  (ok)",
    ]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--flow", "nope"], "The project has no flow “nope”, only main."),
        (
            ["--channel", "pigeon"],
            "There is no channel “pigeon”, only whatsapp, sms, rcs, email, webchat.",
        ),
        (["--language", "fr"], "The project does not speak “fr”, only en."),
        (["--at", "noon"], "“noon” is not a time. Write it as 2026-11-23T10:00."),
        (["--wait", "soon"], "“soon” is not a length of time. Write it as 30s, 10m, 24h or 3d."),
        (["--at", "9999-12-31T23:59"], "Choose a year from 1900 to 2999."),
        (
            ["--media", "song"],
            "A customer sends image, video, audio, document, location, not “song”.",
        ),
        (["--set", "total"], "“total” must be VARIABLE=VALUE."),
        (["--set", "x=1"], "The project has no variable “x”."),
        (["--set", "total=much"], "“much” is not a value of the type money."),
        (["--answer", "drink=tea"], "“drink=tea” must be FLOW.BLOCK=EXIT."),
        (["--answer", "main.x=tea"], "The project has no block “main.x”."),
        (
            ["--answer", "main.drink=milk"],
            "“main.drink” has no exit “milk”, only tea, other, no_reply.",
        ),
    ],
)
def test_what_the_project_does_not_have_is_told_in_one_sentence(
    run: Run, small: Path, words: list[str], sentence: str
) -> None:
    assert run("simulate", small, *words) == Ended(2, "", f"{sentence}\n")


def test_a_journey_that_stops_says_why(run: Run, small: Path) -> None:
    small.write_text(SMALL.replace("        exits: {next: bye}\n", ""), "utf-8")
    words = ["--answer", "main.look_up=failed", "--tap", "tea", "--format", "json"]
    ended = run("simulate", small, *words)

    assert ended.json["state"] == "stopped"
    assert told(ended)[-1][2] == "The way out “Next” of sorry leads nowhere."
