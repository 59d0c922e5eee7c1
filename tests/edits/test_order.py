"""Blocks change places in the conversation, and nothing else leads elsewhere."""

import pytest

from flowdesigner.blocks import BY_TYPE
from flowdesigner.edits.order import SwapBlocks, moved_down, moved_up
from flowdesigner.model.flow import Flow, Layout
from flowdesigner.model.project import Project

PLACES = {"hello": (0, 0), "ask": (300, 0), "bye": (600, 0)}


def chain(**more: dict[str, object]) -> Project:
    blocks: dict[str, dict[str, object]] = {
        "hello": {"type": "message", "exits": {"next": "ask"}},
        "ask": {"type": "ask", "exits": {"answered": "bye", "invalid": "hello"}},
        "bye": {"type": "message", "exits": {"next": "end"}},
        "end": {"type": "end"},
    }
    made = {
        id: BY_TYPE[str(each["type"])].model_validate(each) for id, each in (blocks | more).items()
    }
    flow = Flow(first="hello", blocks=made, layout=Layout(blocks=dict(PLACES)))
    return Project(flows={"main": flow})


def exits(project: Project) -> dict[str, dict[str, str]]:
    return {id: dict(block.exits) for id, block in project.flows["main"].blocks.items()}


def test_a_block_comes_before_the_one_that_led_to_it() -> None:
    edit = moved_up(chain(), "main", "bye")
    assert edit == SwapBlocks("main", "ask", "bye")
    after = edit.apply(chain())
    assert exits(after) == {
        "hello": {"next": "bye"},
        "bye": {"next": "ask"},
        "ask": {"answered": "end", "invalid": "hello"},
        "end": {},
    }
    assert after.flows["main"].layout.blocks == {**PLACES, "ask": (600, 0), "bye": (300, 0)}


def test_the_first_block_moves_down_and_another_one_begins() -> None:
    edit = moved_down(chain(), "main", "hello")
    assert edit is not None
    after = edit.apply(chain())
    assert after.flows["main"].first == "ask"
    assert exits(after)["ask"] == {"answered": "hello", "invalid": "hello"}
    assert exits(after)["hello"] == {"next": "bye"}
    assert edit.where.blocks == ("hello",)


def test_down_and_up_again_is_what_it_was() -> None:
    before = chain()
    down = moved_down(before, "main", "ask")
    assert down is not None
    between = down.apply(before)
    up = moved_up(between, "main", "ask")
    assert up is not None
    assert exits(up.apply(between)) == exits(before)
    assert up.apply(between).flows["main"].layout == before.flows["main"].layout


MENU = {"type": "menu", "options": [{"id": "a", "label": {"en": "A"}}], "exits": {"a": "bye"}}
OTHER = {"type": "message", "exits": {"next": "bye"}}


@pytest.mark.parametrize(
    ("project", "block"),
    [
        (chain(), "hello"),  # nothing leads to it
        (chain(), "end"),  # an end leads nowhere
        (chain(other=OTHER), "bye"),  # another block leads there too
        (chain(ask=MENU), "bye"),  # it is what follows an answer
        (chain(ask=MENU), "ask"),  # a menu goes on in several ways
        (chain(ask={"type": "ask", "exits": {"answered": "bye", "invalid": "bye"}}), "bye"),
        (chain(bye={"type": "message", "exits": {"next": "ask"}}), "bye"),  # round and round
        (chain(), "nobody"),
    ],
)
def test_it_stays_where_it_is_when_it_would_not_be_clear(project: Project, block: str) -> None:
    assert moved_up(project, "main", block) is None
