"""What saved conversations cover is shown on the cards, and follows edits."""

from pathlib import Path

import pytest

from flowdesigner.app.canvas.card import Card
from flowdesigner.edits.connections import Connect
from tests.app.drivers.window import WindowDriver

SAMPLE = Path("samples/order_status.flow.yaml")


@pytest.fixture
def opened(window: WindowDriver) -> WindowDriver:
    window.desk.open(SAMPLE)
    window.settle()
    return window


def card(window: WindowDriver, block: str) -> Card:
    """A card as it is when nothing is left to be laid out."""
    window.desk.looking.coverage.finish()
    while window.desk.canvas._follower.busy:
        window.desk.canvas._follower._go_on()
    return window.desk.canvas.stage.scene.cards[block]


def test_counts_are_shown_when_asked_for_and_hidden_again(opened: WindowDriver) -> None:
    assert card(opened, "which_state").covered is None
    opened.choose("coverage")
    shown = card(opened, "which_state")
    assert shown.covered == (5, 5)
    assert {row.id: row.taken for row in shown.rows}["is_shipped"] == 2
    opened.choose("coverage")
    assert card(opened, "which_state").covered is None


def test_counts_follow_edits(opened: WindowDriver) -> None:
    opened.choose("coverage")
    assert card(opened, "tell_shipped").covered == (1, 1)
    opened.desk.document.do(Connect("main", "ask_order", "answered", None))
    assert card(opened, "tell_shipped").covered == (0, 1)
    opened.desk.document.undo()
    assert card(opened, "tell_shipped").covered == (1, 1)
