"""Putting blocks into links and taking them out, in the author's words."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.app.drivers.canvas import CanvasDriver, Place, project_of

BLOCKS = {
    "hello": {"type": "message", "text": {"en": "Hello"}, "exits": {"next": "done"}},
    "done": {"type": "end"},
    "more": {"type": "message", "text": {"en": "More"}},
    "led": {"type": "message", "text": {"en": "Led to"}, "exits": {"next": "done"}},
}
PLACES = {"hello": (40, 40), "done": (680, 40), "more": (40, 400), "led": (400, 400)}


@pytest.fixture
def author(qtbot: QtBot) -> Iterator[CanvasDriver]:
    driver = CanvasDriver(project_of(BLOCKS, PLACES))
    qtbot.addWidget(driver.canvas)
    yield driver
    driver.canvas.hide()


def middle(author: CanvasDriver, block: str) -> Place:
    link = author.canvas.stage.scene.links[block, "next"]
    return (link.start[0] + link.end[0]) / 2, (link.start[1] + link.end[1]) / 2


def test_a_loose_block_let_go_on_a_link_comes_in_between(author: CanvasDriver) -> None:
    before = author.document.project
    author.drag(author.head_of("more"), middle(author, "hello"), let_go=False)
    assert author.canvas.stage.aimed_link == ("hello", "next")
    author.release(middle(author, "hello"))
    assert author.flow.blocks["hello"].exits == {"next": "more"}
    assert author.flow.blocks["more"].exits == {"next": "done"}
    assert author.document.step_name(0) == "Put block into a connection"
    assert author.canvas.stage.aimed_link is None
    author.undo()
    assert author.document.project is before


def test_a_connected_block_is_only_moved_over_a_link(author: CanvasDriver) -> None:
    author.drag(author.head_of("led"), middle(author, "hello"))
    assert author.flow.blocks["hello"].exits == {"next": "done"}
    assert author.steps == 1


def test_the_link_a_new_block_would_come_into_is_lit(author: CanvasDriver) -> None:
    author.hold_from_palette("menu", middle(author, "hello"))
    assert author.canvas.stage.lit_links()[0] == {("hello", "next")}
    author.hold_from_palette("menu", (342.0, 602.0))
    assert author.canvas.stage.lit_links()[0] == set()
    author.drop_from_palette("menu", middle(author, "hello"))
    assert author.flow.blocks["hello"].exits == {"next": "menu"}
    assert author.flow.blocks["menu"].exits == {"other": "done"}


def test_a_block_is_put_in_between_from_the_menu_of_the_link(author: CanvasDriver) -> None:
    author.choose(middle(author, "hello"), "Put a block in between…")
    author.type("question")
    author.keys("Return")
    assert author.flow.blocks["hello"].exits == {"next": "ask"}
    assert author.flow.blocks["ask"].exits == {"answered": "done"}
    assert author.steps == 1


def test_an_end_let_go_on_a_link_ends_there(author: CanvasDriver) -> None:
    author.drop_from_palette("end", middle(author, "hello"))
    assert author.flow.blocks["hello"].exits == {"next": "end"}


def test_a_deleted_block_heals_its_link_and_never_leads_back_to_itself(
    author: CanvasDriver,
) -> None:
    author.drag(author.head_of("more"), middle(author, "hello"))
    author.click_block("more")
    author.keys("Del")
    assert author.flow.blocks["hello"].exits == {"next": "done"}
    author.undo()
    author.connect("more", "next", "hello")
    author.click_block("more")
    author.keys("Del")
    assert author.flow.blocks["hello"].exits == {}
