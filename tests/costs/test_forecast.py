"""What journeys cost, by figures that can be worked out by hand."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from flowdesigner.costs.forecast import Asked, Forecast, forecast
from flowdesigner.costs.likely_ways import likely_ways
from flowdesigner.costs.rate_rows import rates_in
from tests.checks.cases import project_of

BEFORE, SINCE = date(2026, 9, 30), date(2026, 10, 1)


def asked(
    blocks: Mapping[str, Any],
    contacts: int,
    day: date = SINCE,
    rates: Mapping[str, Any] | None = None,
    starts: str = "message",
) -> Forecast:
    settings = {"settings": {"currency": "IDR", **({"rates": rates} if rates else {})}}
    project = project_of(
        {
            "blocks": blocks,
            "flow": {"starts": [{"trigger": starts}]},
            "project": {**settings, "channels": ["whatsapp", "sms"]},
        }
    )
    return forecast(project, Asked(contacts=contacts, as_of=day))


def template(category: str, **more: object) -> dict[str, object]:
    return {
        "type": "template", "name": "a", "category": category, "body": {"en": "Hello there you"},
        "exits": {"next": "bye"}, **more,
    }  # fmt: skip


def bubbles(count: int) -> dict[str, Any]:
    names = [f"m{at}" for at in range(count)]
    onwards = [*names[1:], "bye"]
    return {
        name: {"type": "message", "text": {"en": "Hello"}, "exits": {"next": to}}
        for name, to in zip(names, onwards, strict=True)
    } | {"bye": {"type": "end"}}


BYE = {"bye": {"type": "end"}}

# ----------------------------------------------- the worked figures of the rules of channels


def test_a_broadcast_of_which_19_in_20_arrive() -> None:
    journey = {"offer": template("marketing"), **BYE}
    found = asked(journey, 10_000, rates={"delivered": 95}, starts="audience")
    assert found.month == pytest.approx({"USD": 390.45})


def test_an_order_notice() -> None:
    found = asked({"notice": template("utility"), **BYE}, 10_000, starts="event")
    assert found.month == pytest.approx({"USD": 250.00})


@pytest.mark.parametrize(
    ("count", "day", "free", "cost"),
    [
        (6, BEFORE, 0, 0.00),
        (6, SINCE, 0, 750.00),
        (6, SINCE, 1_000, 725.00),
        (4, SINCE, 0, 500.00),
        (4, SINCE, 1_000, 475.00),
    ],
)
def test_answers_to_questions(count: int, day: date, free: int, cost: float) -> None:
    found = asked(bubbles(count), 5_000, day, {"free_messages": free})
    assert found.month.get("USD", 0.0) == pytest.approx(cost)


LADDER = {
    "code": {
        "type": "otp", "text": {"en": "Shop: {{ code }} is your code"}, "expires_after": "5m",
        "attempts": 3, "ladder": [{"channel": "whatsapp"}, {"channel": "sms", "after": "30s"}],
        "shares": {"sms": 8}, "exits": {"verified": "bye", "failed": "bye", "expired": "bye"},
    },
    **BYE,
}  # fmt: skip
FALLBACK = {
    "code": template(
        "authentication", shares={"failed": 8}, exits={"next": "bye", "failed": "sms"}
    ),
    "sms": {
        "type": "message", "channel": "sms", "text": {"en": "Shop: 123456"},
        "exits": {"next": "bye"},
    },
    **BYE,
}  # fmt: skip


@pytest.mark.parametrize("journey", [LADDER, FALLBACK], ids=["ladder", "template"])
def test_codes_of_which_some_go_by_sms(journey: Mapping[str, Any]) -> None:
    found = asked(journey, 10_000, starts="event")
    assert found.month == pytest.approx({"USD": 230.00, "IDR": 320_000})


def test_a_code_is_billed_as_a_code_while_answers_were_free() -> None:
    found = asked(LADDER, 1_000, BEFORE, starts="message")
    assert found.month["USD"] == pytest.approx(23.0)


# --------------------------------------------------------------------------- how often


def parts_of(found: Forecast, block: str) -> float:
    return sum(each.parts for each in found.lines if each.block == block)


def menu(**more: object) -> dict[str, object]:
    return {
        "type": "menu", "text": {"en": "Which?"}, "no_reply_after": "10m",
        "options": [{"id": "a", "label": {"en": "A"}}, {"id": "b", "label": {"en": "B"}}],
        "exits": {"a": "said", "b": "bye", "other": "bye", "no_reply": "bye"}, **more,
    }  # fmt: skip


SAID = {"said": {"type": "message", "text": {"en": "A it is"}, "exits": {"next": "bye"}}}


def test_nobody_says_which_way_customers_take() -> None:
    found = asked({"which": menu(), **SAID, **BYE}, 1)
    assert parts_of(found, "said") == pytest.approx(1 / 4)


def test_the_author_says_it_of_some_ways() -> None:
    found = asked({"which": menu(shares={"a": 70}), **SAID, **BYE}, 1)
    assert parts_of(found, "said") == pytest.approx(0.7)


def test_who_asks_goes_before_the_author() -> None:
    project = project_of({"blocks": {"which": menu(shares={"a": 70}), **SAID, **BYE}})
    found = forecast(project, Asked(as_of=SINCE, given={("main", "which", "a"): 10.0}))
    assert parts_of(found, "said") == pytest.approx(0.1)


def test_a_loop_is_gone_round_again_and_again() -> None:
    again = menu(exits={"a": "said", "b": "bye", "other": "bye", "no_reply": "bye"})
    said = {"said": {"type": "message", "text": {"en": "Again"}, "exits": {"next": "which"}}}
    found = asked({"which": {**again, "shares": {"a": 50}}, **said, **BYE}, 1)
    assert parts_of(found, "which") == pytest.approx(2)
    assert parts_of(found, "said") == pytest.approx(1)
    assert found.going_round < 1e-9


def test_a_loop_that_never_ends_has_an_end_here() -> None:
    ever = {
        "ping": {"type": "message", "text": {"en": "Ping"}, "exits": {"next": "rest"}},
        "rest": {"type": "wait", "kind": "duration", "duration": "1d", "exits": {"next": "ping"}},
    }
    found = asked(ever, 1)
    assert 50 <= parts_of(found, "ping") <= 51
    assert found.going_round == pytest.approx(1)


def test_tries_are_states_of_their_block() -> None:
    retry = {"times": 2, "text": {"en": "Please choose"}}
    asks = menu(retry=retry, shares={"other": 12.5})
    found = asked({"which": asks, **SAID, **BYE}, 1)
    assert parts_of(found, "which") == pytest.approx(1 + 0.5 + 0.25)


def test_a_flow_that_is_called_leads_back() -> None:
    project = project_of(
        {
            "blocks": {
                "ask": {
                    "type": "subflow", "flow": "help", "exits": {"done": "said", "left": "bye"},
                },
                **SAID, **BYE,
            },
            "project": {
                "flows": {
                    "help": {
                        "first": "which", "outcomes": ["done", "left"],
                        "starts": [{"trigger": "call"}],
                        "blocks": {
                            "which": menu(exits={"a": "well", "b": "off", "other": "off"},
                                          shares={"a": 60, "no_reply": 0}),
                            "well": {"type": "end", "outcome": "done"},
                            "off": {"type": "end", "outcome": "left"},
                        },
                    }
                }
            },
        }
    )  # fmt: skip
    found = forecast(project, Asked(as_of=SINCE))
    assert parts_of(found, "which") == pytest.approx(1)
    assert parts_of(found, "said") == pytest.approx(0.6)


# ---------------------------------------------------------------------------- the window


@pytest.mark.parametrize(
    ("starts", "day", "cost"),
    [
        ("message", BEFORE, 0.0),
        ("event", BEFORE, 25.0),
        ("message", SINCE, 25.0),
        ("ad", BEFORE, 0.0),
        ("ad", SINCE, 0.0),
    ],
)
def test_a_notice_in_the_window_was_free_until_october_2026(
    starts: str, day: date, cost: float
) -> None:
    found = asked({"notice": template("utility"), **BYE}, 1_000, day, starts=starts)
    assert found.month.get("USD", 0.0) == pytest.approx(cost)


@pytest.mark.parametrize(("waits", "cost"), [("2d", 0.0), ("3d", 41.1)])
def test_what_follows_an_advertisement_is_free_for_three_days(waits: str, cost: float) -> None:
    blocks = {
        "rest": {"type": "wait", "kind": "duration", "duration": waits, "exits": {"next": "offer"}},
        "offer": template("marketing"), **BYE,
    }  # fmt: skip
    found = asked(blocks, 1_000, starts="ad")
    assert found.month.get("USD", 0.0) == pytest.approx(cost)


def test_nobody_knows_what_conversations_cost_before_july_2025() -> None:
    found = asked({"notice": template("utility"), **BYE}, 1, date(2025, 6, 30))
    assert found.unknown == (("whatsapp", "utility"),)
    assert found.month == {}


# --------------------------------------------------------------------------- the money


def test_parts_of_sms_are_billed() -> None:
    long = {"sms": {"type": "message", "channel": "sms", "text": {"en": "x" * 161}}}
    assert asked(long, 10).month == pytest.approx({"IDR": 8_000})


def test_prices_of_the_project_and_of_who_asks_go_first() -> None:
    short = {"sms": {"type": "message", "channel": "sms", "text": {"en": "x"}}}
    own = {"prices": [{"channel": "sms", "price": 350, "currency": "IDR"}]}
    found = asked(short, 10, rates=own)
    more = rates_in("channel,price,currency\nsms,0.4,USD\n")
    dearer = forecast(found.project, Asked(contacts=10, as_of=SINCE, rates=more))

    assert found.month == pytest.approx({"IDR": 3_500})
    assert dearer.month == pytest.approx({"USD": 4.0})


def test_money_is_one_sum_only_when_the_dollar_is_known() -> None:
    assert asked(FALLBACK, 10_000).total is None
    found = asked(FALLBACK, 10_000, rates={"dollar": 16_000})
    assert found.total == pytest.approx(230 * 16_000 + 320_000)


def test_a_page_of_ones_own_costs_nothing() -> None:
    chat = {"hi": {"type": "message", "channel": "webchat", "text": {"en": "Hi"}}}
    found = asked(chat, 10)
    assert (found.month, found.unknown) == ({}, ())


# ------------------------------------------------------------------------------- ways


def test_the_likeliest_ways_come_first_and_say_what_they_cost() -> None:
    found = asked({"which": menu(shares={"a": 70, "other": 0, "no_reply": 5}), **SAID, **BYE}, 1)
    ways = likely_ways(found)

    assert [(round(way.share, 6), way.steps) for way in ways] == [
        (0.7, (("which", "a"), ("said", "next"), ("bye", ""))),
        (0.25, (("which", "b"), ("bye", ""))),
        (0.05, (("which", "no_reply"), ("bye", ""))),
    ]
    assert ways[0].cost == pytest.approx({"USD": 0.05})
    whole = sum(way.share * way.cost["USD"] for way in ways)
    assert whole == pytest.approx(found.each["USD"])
