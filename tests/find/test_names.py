"""Blocks are found by what an author remembers of them; of interest are those that were asked."""

import pytest

from flowdesigner.blocks import BY_TYPE
from flowdesigner.find.fuzzy import WORST, unfit
from flowdesigner.find.keeping import Wanted
from flowdesigner.find.named import everything_named, ranked
from flowdesigner.model.flow import Flow
from flowdesigner.model.project import Project

BLOCKS = {
    "greet": {"type": "message", "text": {"en": 'Hello {{ contact.name | default: "you" }}!'}},
    "track": {
        "type": "ask",
        "title": "Order number",
        "text": {"en": "Which order?", "id": "Yang mana?"},
        "variants": {"sms": {"text": {"en": "Order?"}}},
    },
    "sms_only": {"type": "message", "channel": "sms", "text": {"en": "Your order", "id": "Pesan"}},
    "fin": {"type": "end"},
}


def flow_of(name: str) -> Flow:
    made = {id: BY_TYPE[str(each["type"])].model_validate(each) for id, each in BLOCKS.items()}
    return Flow(name=name, blocks=made)


@pytest.fixture
def project() -> Project:
    flows = {"main": flow_of("Orders"), "other": flow_of("Returns")}
    return Project(languages=("id", "en"), flows=flows)


@pytest.mark.parametrize(
    ("typed", "best"),
    [
        ("order number", "other.track"),
        ("order n", "other.track"),
        ("fin", "other.fin"),
        ("returns", "other.None"),
        ("hello you", ""),
        ("hello {contact", "other.greet"),
        ("ordnum", "other.track"),
        ("sms only", "other.sms_only"),
        ("zzz", ""),
    ],
)
def test_what_fits_best_comes_first(project: Project, typed: str, best: str) -> None:
    found = ranked(everything_named(project, "en"), typed, near="other")

    assert (f"{found[0].flow}.{found[0].block}" if found else "") == best


def test_with_nothing_typed_flows_come_first(project: Project) -> None:
    found = ranked(everything_named(project, "en"), "", near="other")

    assert [each.title for each in found[:3]] == ["Returns", "Orders", "Hello {contact.name}!"]


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("order", "order number"),
        ("order number", "the order"),
        ("the order", "reorder"),
        ("reorder", "o r d e r"),
    ],
)
def test_names_are_ranked_as_people_expect(better: str, worse: str) -> None:
    assert unfit("order", better) < unfit("order", worse) < WORST


@pytest.mark.parametrize(
    ("wanted", "kept"),
    [
        (Wanted(type="message"), {"greet", "sms_only"}),
        (Wanted(channel="sms"), {"track", "sms_only"}),
        (Wanted(language="id"), {"greet", "track"}),
        (Wanted(language="en"), set()),
        (Wanted(problem="any"), {"fin", "greet"}),
        (Wanted(problem="error"), {"fin"}),
        (Wanted(type="message", problem="any"), {"greet"}),
    ],
)
def test_only_what_is_wanted_is_kept(wanted: Wanted, kept: set[str]) -> None:
    problems = {"fin": frozenset({"error", "hint"}), "greet": frozenset({"warning"})}

    assert wanted.kept(flow_of("Orders"), problems) == kept
    assert wanted
