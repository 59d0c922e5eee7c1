"""Laws of the layout, for diagrams drawn at random."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from flowdesigner.layout.diagram import GAP_ALONG, GAP_ASIDE, Diagram
from flowdesigner.layout.loops import walked
from flowdesigner.layout.places import GRID, places


@st.composite
def diagrams(draw: st.DrawFn) -> Diagram:
    count = draw(st.integers(1, 24))
    box = st.integers(0, count - 1)
    links = draw(st.lists(st.tuples(box, box), max_size=2 * count))
    size = st.tuples(st.sampled_from((100.0, 256.0)), st.floats(40, 400))
    sizes = draw(st.lists(size, min_size=count, max_size=count))
    level = draw(st.sampled_from((None, 20.0)))
    return diagram_of(sizes, sorted(links), draw(box), level)


def diagram_of(
    sizes: list[tuple[float, float]],
    links: list[tuple[int, int]],
    first: int = 0,
    level: float | None = None,
) -> Diagram:
    numbers = np.array(links, dtype=np.int64).reshape(-1, 2)
    return Diagram(np.array(sizes, dtype=np.float64), numbers, first, level=level)


def boxes(count: int) -> list[tuple[float, float]]:
    return [(256.0, 120.0)] * count


def down(diagram: Diagram) -> Diagram:
    return replace(diagram, direction="down")


both = pytest.mark.parametrize("direction", ["right", "down"])


@both
@given(diagram=diagrams())
def test_no_two_boxes_are_nearer_than_their_gap(diagram: Diagram, direction: str) -> None:
    diagram = replace(diagram, direction=direction)
    found = places(diagram)
    near = np.full(2, float(GRID))
    near[diagram.across] = GAP_ASIDE - GRID
    low, high = found, found + diagram.sizes + near
    meet = (low[:, None] < high[None, :]) & (high[:, None] > low[None, :])
    assert meet.all(axis=2).sum() == len(found)


@both
@given(diagram=diagrams())
def test_links_lead_forward_but_for_those_that_close_a_loop(
    diagram: Diagram, direction: str
) -> None:
    diagram = replace(diagram, direction=direction)
    along = 1 - diagram.across
    found, (_, back) = places(diagram), walked(diagram)
    start, end = found[diagram.links[:, 0], along], found[diagram.links[:, 1], along]
    size = diagram.sizes[diagram.links[:, 0], along]
    assert (start + size + GAP_ALONG - GRID <= end)[~back].all()
    loose = diagram.links[:, 0] != diagram.links[:, 1]
    assert (start > end)[back & loose].all()
    leads = np.zeros((len(found), len(found)), dtype=np.bool_)
    leads[tuple(diagram.links.T)] = True
    for _ in range(5):
        leads |= (leads.astype(np.int64) @ leads.astype(np.int64)) > 0
    assert leads[diagram.links[back, 1], diagram.links[back, 0]][loose[back]].all()


@given(diagram=diagrams())
def test_the_same_diagram_has_the_same_places(diagram: Diagram) -> None:
    again = replace(diagram, sizes=diagram.sizes.copy(), links=diagram.links.copy())
    assert np.array_equal(places(diagram), places(again))


@given(diagram=diagrams())
def test_the_whole_begins_at_the_origin_and_lies_on_the_grid(diagram: Diagram) -> None:
    found = places(diagram)
    assert (found.min(axis=0) == 0).all()
    assert (found % GRID == 0).all()


@given(diagram=diagrams())
def test_a_link_to_itself_moves_nothing(diagram: Diagram) -> None:
    loops = np.repeat(np.arange(len(diagram.sizes)), 2).reshape(-1, 2)
    without = diagram.links[diagram.links[:, 0] != diagram.links[:, 1]]
    with_loops = replace(diagram, links=np.concatenate((without, loops)))
    assert np.array_equal(places(replace(diagram, links=without)), places(with_loops))


def test_a_row_of_boxes_is_a_straight_line() -> None:
    found = places(diagram_of(boxes(4), [(0, 1), (1, 2), (2, 3)]))
    assert found[:, 1].tolist() == [0, 0, 0, 0]
    assert np.diff(found[:, 0]).tolist() == [352, 352, 352]


def test_exits_lie_in_their_order() -> None:
    found = places(diagram_of(boxes(5), [(0, 3), (0, 1), (0, 4), (0, 2)]))
    assert np.argsort(found[1:, 1]).tolist() == [2, 0, 3, 1]


def test_what_nothing_else_decides_is_in_the_order_of_the_exits() -> None:
    links = [(0, 4), (0, 1), (4, 5), (4, 6), (1, 2), (1, 3)]
    found = places(diagram_of(boxes(7), links))
    assert found[4, 1] < found[1, 1]
    assert found[[5, 6, 2, 3], 1].tolist() == sorted(found[[5, 6, 2, 3], 1].tolist())


def test_a_question_asked_again_leads_back() -> None:
    found = places(diagram_of(boxes(4), [(0, 1), (1, 2), (2, 1), (2, 3)]))
    assert np.diff(found[:, 0]).min() > 0


def test_two_ways_that_cross_are_uncrossed() -> None:
    links = [(0, 1), (0, 2), (1, 4), (2, 3), (3, 5), (4, 5)]
    found = places(diagram_of(boxes(6), links))
    assert (found[1, 1] < found[2, 1]) == (found[4, 1] < found[3, 1])


def test_what_does_not_hang_together_lies_apart_with_the_beginning_first() -> None:
    found = places(diagram_of(boxes(6), [(0, 1), (1, 2), (3, 4), (4, 5)], first=3))
    assert found[3].tolist() == [0, 0]
    assert found[:3, 1].min() > found[3:, 1].max() + 120
    found = places(down(diagram_of(boxes(6), [(0, 1), (1, 2), (3, 4), (4, 5)])))
    assert found[3:, 0].min() > found[:3, 0].max() + 256


def test_a_level_makes_boxes_of_different_heights_begin_level() -> None:
    sizes = [(256.0, 104.0), (256.0, 300.0), (256.0, 150.0)]
    found = places(diagram_of(sizes, [(0, 1), (1, 2)], level=20))
    assert found[:, 1].tolist() == [0, 0, 0]


def test_many_loose_boxes_lie_in_rows() -> None:
    found = places(diagram_of(boxes(100), []))
    wide, high = found.max(axis=0)
    assert 0.4 < (wide + 256) / (high + 120) < 2.5
