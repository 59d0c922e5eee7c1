"""Guides while something is dragged."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from flowdesigner.app.canvas.guides import guides, pulled, shifted
from flowdesigner.app.canvas.tools.move import Move
from flowdesigner.app.canvas.viewport import Rect
from tests.app.drivers.canvas import CanvasDriver, project_of

BLOCKS = {id: {"type": "end"} for id in ("one", "two", "three", "four")}
PLACES = {"one": (40, 40), "two": (403, 40), "three": (766, 40), "four": (900, 400)}


@pytest.fixture
def author(qtbot: QtBot) -> Iterator[CanvasDriver]:
    driver = CanvasDriver(project_of(BLOCKS, PLACES))
    qtbot.addWidget(driver.canvas)
    yield driver
    driver.canvas.hide()


def held(author: CanvasDriver) -> list[tuple[Rect, bool]]:
    tool = author.canvas._tool
    assert isinstance(tool, Move)
    return [(guide.line, guide.gap) for guide in tool._guides]


def test_a_block_is_drawn_to_the_edge_of_another(author: CanvasDriver) -> None:
    author.drag_block("four", 404 - 900 + 4, 3)
    # Across by the guide, down by the grid.
    assert author.place("four") == (403, 400)
    assert author.steps == 1


def test_a_block_is_level_with_the_row_and_as_far_from_it_as_its_blocks(
    author: CanvasDriver,
) -> None:
    author.canvas.zoom_out()
    author.drag_block("four", 363 + 766 - 900 + 4, -363, let_go=False)
    assert {gap for _, gap in held(author)} == {True, False}
    author.release(author.head_of("four"))
    assert author.place("four") == (363 + 766, 40)


def test_a_block_between_two_is_drawn_to_their_middle(author: CanvasDriver) -> None:
    author.drag_block("one", -24, 0)
    author.drag_block("two", -9, 0)
    assert author.place("one") == (16, 40)
    assert author.place("two") == (391, 40)
    left, right = author.place("one")[0] + 256, author.place("three")[0]
    assert author.place("two")[0] - left == right - (author.place("two")[0] + 256)


def test_with_alt_held_a_block_is_put_freely(author: CanvasDriver) -> None:
    x, y = author.head_of("four")
    author.drag((x, y), (x - 495, y + 3), Qt.KeyboardModifier.AltModifier)
    assert author.place("four") == (405, 403)


def test_far_from_all_guides_the_grid_holds(author: CanvasDriver) -> None:
    author.drag_block("four", 61, 61)
    assert author.place("four") == (960, 464)


def test_guides_are_drawn_and_gone_when_let_go(author: CanvasDriver) -> None:
    author.drag_block("four", -493, 3, let_go=False)
    with_guides = author.picture()
    tool = author.canvas._tool
    assert isinstance(tool, Move)
    assert len(tool._guides) == 1
    tool._guides = ()
    author.canvas.paint_anew()
    assert author.picture() != with_guides
    author.keys("Esc")
    assert author.place("four") == (900, 400)


BOX = st.tuples(
    st.integers(-400, 400), st.integers(-400, 400), st.integers(40, 300), st.integers(40, 300)
).map(lambda box: (float(box[0]), float(box[1]), float(box[0] + box[2]), float(box[1] + box[3])))


@given(box=BOX, others=st.lists(BOX, max_size=8), reach=st.integers(0, 40))
def test_a_box_is_drawn_no_further_than_it_may_and_then_stays(
    box: Rect, others: list[Rect], reach: int
) -> None:
    dx, dy = pulled(box, others, reach)
    assert abs(dx or 0) <= reach
    assert abs(dy or 0) <= reach
    there = shifted(box, dx or 0, dy or 0)
    again = pulled(there, others, reach)
    if dx is not None and dy in (None, 0):
        assert again[0] == 0
    found = list(guides(there, others, (dx is not None, dy is not None)))
    if dx is not None and dy in (None, 0):
        assert found


@given(box=BOX, by=st.integers(-6, 6))
def test_a_lone_neighbour_draws_its_like_to_its_edges(box: Rect, by: int) -> None:
    other = shifted(box, 0, 700)
    assert pulled(shifted(box, by, 0), [other], 6) == (-by, None)
