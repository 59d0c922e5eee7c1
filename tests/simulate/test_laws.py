"""What holds in every conversation, whatever the project and whatever comes in."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import accumulate, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from flowdesigner.model.project import Project
from flowdesigner.simulate.engine import send, send_all, start
from flowdesigner.simulate.inputs import Passed
from flowdesigner.simulate.opening import Opening
from tests.simulate.chats import INPUTS, OPENINGS, PROJECTS, TEXTS
from tests.simulate.projects import project_of, said_by_bot

MANY = settings(max_examples=150, deadline=None)


@MANY
@given(PROJECTS, OPENINGS, INPUTS)
def test_the_same_inputs_and_seed_make_the_same_transcript(
    project: Project, opening: Opening, inputs
) -> None:
    one, other = (send_all(start(project, opening), inputs) for _ in range(2))

    assert one.transcript == other.transcript
    assert one == other


@MANY
@given(PROJECTS, OPENINGS, INPUTS)
def test_stepped_back_and_forward_a_session_is_the_same(
    project: Project, opening: Opening, inputs
) -> None:
    steps = list(accumulate(inputs, send, initial=start(project, opening)))

    for at, (before, after) in enumerate(pairwise(steps)):
        assert send(before, inputs[at]) == after


@MANY
@given(PROJECTS, OPENINGS, INPUTS)
def test_time_never_runs_backwards(project: Project, opening: Opening, inputs) -> None:
    steps = list(accumulate(inputs, send, initial=start(project, opening)))
    moments = [each.now.astimezone(UTC) for each in steps]
    lines = [each.at.astimezone(UTC) for each in steps[-1].transcript]

    assert moments == sorted(moments)
    assert lines == sorted(lines)


ZONES = st.sampled_from(
    ["Europe/Berlin", "America/New_York", "Asia/Jayapura", "Australia/Lord_Howe"]
)
MOMENTS = st.datetimes(datetime(2026, 3, 1), datetime(2026, 11, 30))
LENGTHS = st.timedeltas(timedelta(), timedelta(days=3))
STANDS = {
    "first": "it",
    "blocks": {
        "it": {"type": "wait", "kind": "duration", "duration": "2h", "exits": {"next": "then"}},
        "then": {"type": "wait", "kind": "event", "event": "never"},
    },
}


@MANY
@given(ZONES, MOMENTS, st.lists(LENGTHS, max_size=4))
def test_time_goes_on_by_exactly_what_passes(zone: str, at: datetime, lengths) -> None:
    project = project_of({"settings": {"time_zone": zone}, "flows": {"main": STANDS}})
    begun = session = start(project, Opening(at=at))
    for each in lengths:
        session = send(session, Passed(each))

    passed = session.now.astimezone(UTC) - begun.now.astimezone(UTC)
    assert passed == sum(lengths, timedelta())
    assert session.place == ("main", "then" if passed >= timedelta(hours=2) else "it")


@MANY
@given(ZONES, MOMENTS, st.times(), LENGTHS)
def test_until_is_the_first_such_time_on_the_wall(zone: str, at, time, length) -> None:
    until = {"type": "wait", "kind": "until", "until": f"{time:%H:%M}"}
    project = project_of(
        {
            "settings": {"time_zone": zone},
            "flows": {"main": {"first": "it", "blocks": {"it": until}}},
        }
    )
    session = start(project, Opening(at=at))

    assert session.due is not None
    assert 0 < session.due.timestamp() - session.now.timestamp() <= 26 * 60 * 60
    again = session.due.astimezone(UTC).astimezone(session.now.tzinfo)
    assert (again.hour, again.minute) == (session.due.hour, session.due.minute)


ARMS = st.lists(st.integers(1, 9), min_size=2, max_size=4)
PHONES = st.integers(10**8, 10**9).map(lambda number: f"+62{number}")


def split_of(weights: list[int]) -> Project:
    arms = [{"id": f"way_{at}", "weight": weight} for at, weight in enumerate(weights)]
    exits = {each["id"]: "over" for each in arms}
    blocks = {
        "apart": {"type": "split", "arms": arms, "exits": exits},
        "over": {"type": "end"},
    }
    return project_of({"flows": {"main": {"first": "apart", "blocks": blocks}}})


def way_of(project: Project, phone: str, seed: int = 0) -> str:
    session = start(project, Opening(contact={"phone": phone}, seed=seed))
    return session.taken[0][2]


@given(ARMS, PHONES, st.integers(), st.integers())
def test_a_contact_always_goes_the_same_way(weights, phone: str, seed: int, other: int) -> None:
    project = split_of(weights)

    assert way_of(project, phone, seed) == way_of(project, phone, other)


@given(ARMS, PHONES)
def test_who_tells_a_phone_number_on_the_way_goes_the_same_way_again(weights, phone: str) -> None:
    arms = [{"id": f"way_{at}", "weight": weight} for at, weight in enumerate(weights)]
    split = {"type": "split", "arms": arms, "salt": "test"}
    learn = {"type": "set", "changes": [{"variable": "contact.phone", "to": phone}]}
    blocks = {
        "one": {**split, "exits": {each["id"]: "learn" for each in arms}},
        "learn": {**learn, "exits": {"next": "two"}},
        "two": {**split, "exits": {each["id"]: "over" for each in arms}},
        "over": {"type": "end"},
    }
    project = project_of({"flows": {"main": {"first": "one", "blocks": blocks}}})
    session = start(project, Opening(contact={"name": "Sari"}))
    ways = [exit for _flow, block, exit in session.taken if block != "learn"]

    assert ways[0] == ways[1]


def test_contacts_share_out_as_the_weights_say() -> None:
    project = split_of([1, 3])
    ways = Counter(way_of(project, f"+62812{number:07}") for number in range(4000))

    assert 0.22 < ways["way_0"] / 4000 < 0.28


OFFER = {"type": "template", "category": "marketing", "body": {"en": "!"}}
OFFERS = st.lists(
    st.just(OFFER)
    | st.fixed_dictionaries({"type": st.just("message"), "text": TEXTS})
    | st.fixed_dictionaries({"type": st.just("wait"), "kind": st.just("duration")})
    | st.fixed_dictionaries({"type": st.just("subflow"), "flow": st.just("offer")}),
    min_size=1,
    max_size=6,
)


def in_a_row(blocks: list[dict]) -> dict:
    named = {f"b{at}": dict(each) for at, each in enumerate([*blocks, {"type": "end"}])}
    for at, each in enumerate(list(named.values())[:-1]):
        each["exits"] = {"next": f"b{at + 1}", "done": f"b{at + 1}"}
    return {"first": "b0", "blocks": named}


@MANY
@given(OFFERS, INPUTS)
def test_after_withdraw_no_marketing_template_is_sent(blocks, inputs) -> None:
    withdraw = {"type": "consent", "action": "withdraw", "purpose": "marketing"}
    flows = {"main": in_a_row([withdraw, *blocks]), "offer": in_a_row([OFFER])}
    project = project_of({"languages": ["en"], "flows": flows})
    session = send_all(start(project), inputs)
    granted = session.shared.get("consent.marketing") is not False

    assert granted or "!" not in said_by_bot(session)


def test_without_withdraw_the_same_template_is_sent() -> None:
    project = project_of({"languages": ["en"], "flows": {"main": in_a_row([OFFER])}})

    assert said_by_bot(start(project)) == ["!"]
