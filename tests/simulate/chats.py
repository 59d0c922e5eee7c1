"""Projects drawn at random to be chatted with, and what may come in; for the laws of the engine."""

from datetime import timedelta
from typing import Any

from hypothesis import strategies as st

from flowdesigner.model.run import AgentClosed, AgentSaid, Delivery, Happened, Said, Sent, Tapped
from flowdesigner.simulate.inputs import Passed, Put, Scripted, SkippedWait, TypedCode
from flowdesigner.simulate.opening import Opening
from tests.simulate.projects import project_of

IDS = st.sampled_from(["a", "a", "b", "b", "c", "gone"])
FLOWS = st.sampled_from(["main", "main", "other", "gone"])
VARIABLES = st.sampled_from(
    ["x", "y", "contact.name", "contact.language", "contact.time_zone", "now", "x.0.y"]
)
WORDS = st.sampled_from(
    [
        "1",
        "2",
        "yes",
        "cs",
        "Asia/Jayapura",
        "12,5",
        "24 des",
        "a@b.co",
        "0812",
        "",
        "²",
        "9" * 5000,
    ]
)
TEXTS = st.fixed_dictionaries(
    {},
    optional={
        "en": st.sampled_from(
            ["Hi", "{{ x }}", "{{ x | date: \"%d\" }} {{ y | money }}", "{{ now }}", ""]
        ),
        "id": WORDS,
    },
)  # fmt: skip
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | WORDS
VALUES = SCALARS | st.lists(SCALARS, max_size=2) | st.dictionaries(st.sampled_from("ab"), SCALARS)
DURATIONS = st.sampled_from(["1s", "30m", "999999999d", "soon", ""])
EXITS = st.dictionaries(
    st.sampled_from(
        ["next", "failed", "one", "two", "other", "no_reply", "answered", "invalid", "else", "ok",
         "closed", "unavailable", "done", "happened", "timeout", "open", "given", "has", "verified",
         "expired", "chosen", "unsure"]
    ),
    IDS,
)  # fmt: skip
CONDITIONS: st.SearchStrategy[Any] = st.recursive(
    st.fixed_dictionaries(
        {},
        optional={
            "variable": VARIABLES,
            "op": st.sampled_from(
                ["is", "is_not", "in", "contains", "starts_with", "matches", "above", "between",
                 "before", "is_set"]
            ),
            "value": VALUES | st.fixed_dictionaries({"variable": VARIABLES}),
        },
    ),
    lambda inner: st.fixed_dictionaries({"all": st.lists(inner, max_size=2)})
    | st.fixed_dictionaries({"not": inner}),
    max_leaves=4,
)  # fmt: skip
RETRY = st.fixed_dictionaries({}, optional={"times": st.integers(-1, 3), "text": TEXTS})


def block(type: str, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.fixed_dictionaries({"type": st.just(type), "exits": EXITS}, optional=fields)


BLOCKS = st.one_of(
    block("message", text=TEXTS, channel=st.sampled_from(["sms", "pigeon"]),
          link=st.fixed_dictionaries({"url": WORDS})),
    block("menu", text=TEXTS, save_to=VARIABLES, retry=RETRY, no_reply_after=DURATIONS,
          options=st.lists(st.fixed_dictionaries(
              {"id": st.sampled_from(["one", "two", ""])}, optional={"label": TEXTS}), max_size=3)),
    block("ask", text=TEXTS, save_to=VARIABLES, retry=RETRY, no_reply_after=DURATIONS,
          answer=st.sampled_from(["text", "number", "date", "time", "phone", "email", "location",
                                  "media", "rating"]),
          accept=st.fixed_dictionaries({}, optional={"min": st.integers(), "pattern": WORDS})),
    block("condition", cases=st.lists(st.fixed_dictionaries(
        {"id": st.sampled_from(["one", "two"])}, optional={"when": CONDITIONS}), max_size=2)),
    block("set", changes=st.lists(st.fixed_dictionaries(
        {"variable": VARIABLES},
        optional={"to": VALUES, "add": VALUES, "clear": st.booleans(), "to_now": st.booleans()}))),
    block("webhook", url=WORDS, sample=VALUES, save=st.dictionaries(VARIABLES, st.just("$.a[0]"))),
    block("handoff", text=TEXTS, longest_wait=DURATIONS, hours=st.sampled_from(["business"])),
    block("subflow", flow=FLOWS, give=st.dictionaries(VARIABLES, WORDS),
          take=st.lists(st.just("x"))),
    block("template", body=TEXTS, category=st.sampled_from(["marketing", "utility"]),
          no_reply_after=DURATIONS, send_within=DURATIONS,
          buttons=st.lists(st.fixed_dictionaries(
              {"id": st.sampled_from(["one", "two", ""]),
               "kind": st.sampled_from(["reply", "url"])},
              optional={"label": TEXTS, "value": WORDS}), max_size=3)),
    block("menu", text=TEXTS, options_from=st.fixed_dictionaries(
        {}, optional={"variable": VARIABLES, "label": TEXTS, "most": st.integers(-1, 3),
                      "save_to": VARIABLES})),
    block("wait", kind=st.sampled_from(["duration", "until", "event", "status"]),
          duration=DURATIONS, until=st.sampled_from(["09:00", "10:00", "late"]),
          weekdays=st.lists(st.sampled_from(["mon", "sun"]), max_size=2),
          event=st.sampled_from(["paid", "rain"]), at_most=DURATIONS,
          status=st.sampled_from(["delivered", "read", "replied", "failed"])),
    block("hours", window=st.sampled_from(["business", "quiet"]), hold=st.booleans(),
          ranges=st.just({"mon_fri": "22:00-06:00", "x": "y"})),
    block("split", arms=st.lists(st.fixed_dictionaries(
        {"id": st.sampled_from(["one", "two", ""])}, optional={"weight": st.integers(-1, 3)}),
        max_size=3)),
    block("consent", action=st.sampled_from(["ask", "grant", "withdraw", "look"]), text=TEXTS,
          purpose=st.sampled_from(["marketing", "service"]), no_reply_after=DURATIONS),
    block("otp", text=TEXTS, wrong=TEXTS, digits=st.integers(-1, 20), expires_after=DURATIONS,
          attempts=st.integers(-1, 3),
          ladder=st.lists(st.fixed_dictionaries(
              {}, optional={"channel": st.sampled_from(["sms", "pigeon"]), "after": DURATIONS}),
              max_size=2),
          resend=st.fixed_dictionaries({}, optional={
              "times": st.integers(-1, 2), "cooldown": DURATIONS,
              "words": st.just({"en": ["yes"]})})),
    block("goal", name=WORDS, value=VALUES),
    block("answer", samples=st.lists(st.fixed_dictionaries(
        {}, optional={"question": TEXTS, "reply": TEXTS}), max_size=2),
          at_least=st.floats(0, 1)),
    block("end", outcome=st.sampled_from(["done", "lost"])),
    block("unheard_of"),
)  # fmt: skip
FLOW = st.fixed_dictionaries(
    {
        "first": st.sampled_from(["a"] * 9 + ["gone"]),
        "blocks": st.fixed_dictionaries({"a": BLOCKS, "b": BLOCKS}, optional={"c": BLOCKS}),
    },
    optional={
        "starts": st.just([{"trigger": "message", "words": {"en": ["yes"]}}]),
        "leave_on": st.just([{"event": "paid", "outcome": "lost"}]),
    },
)
SETTINGS = st.fixed_dictionaries(
    {},
    optional={
        "time_zone": st.sampled_from(["Asia/Makassar", "Nowhere", "../etc", ""]),
        "business_hours": st.just({"mon_fri": "08:00-17:00", "sat": "nine"}),
        "quiet_hours": st.sampled_from(["20:00-08:00", "08:00-08:00", "late"]),
        "keywords": FLOWS.map(lambda flow: [{"words": {"en": ("cs",)}, "flow": flow}]),
    },
)
PROJECTS = st.fixed_dictionaries(
    {
        "languages": st.sampled_from([["en", "id"], ["id"], ["xx", "en"], []]),
        "variables": st.dictionaries(
            st.sampled_from(["x", "y"]),
            st.sampled_from(["text", "money", "date", "choice", "list"]).map(
                lambda kind: {"type": kind}
            ),
        ),
        "settings": SETTINGS,
        "flows": st.fixed_dictionaries({"main": FLOW}, optional={"other": FLOW}),
    }
).map(project_of)
INPUTS = st.lists(
    st.one_of(
        WORDS.map(Said),
        st.sampled_from(["one", "two", "old"]).map(Tapped),
        st.sampled_from([Sent("image"), Sent("location", {"lat": 1})]),
        st.sampled_from([AgentSaid("hi"), AgentClosed(), SkippedWait(), Delivery("read")]),
        st.sampled_from([Delivery("delivered"), Delivery("failed"), TypedCode(), TypedCode(False)]),
        st.sampled_from([timedelta(minutes=31), timedelta(days=9), -timedelta(1)]).map(Passed),
        st.sampled_from([Happened("paid", {"x": 1}), Happened("rain")]),
        st.builds(Scripted, FLOWS, IDS, st.sampled_from(["next", "ok", "failed", "nope"]), VALUES),
        st.dictionaries(VARIABLES, VALUES).map(Put),
    ),
    max_size=6,
)  # fmt: skip
OPENINGS = st.builds(
    Opening,
    flow=st.none() | FLOWS,
    channel=st.sampled_from(["", "sms", "pigeon"]),
    language=st.sampled_from(["", "en", "xx"]),
    trigger=st.sampled_from(["at_once", "message"]),
    ask_webhooks=st.booleans(),
)
