"""Where things lie: properties that hold for any flow."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowdesigner.app.canvas.arrange import tidy
from flowdesigner.app.canvas.index import Boxes, meet
from flowdesigner.app.canvas.lanes import free_level
from flowdesigner.app.canvas.routes import route
from flowdesigner.app.canvas.typeset import elided, wrapped
from flowdesigner.app.canvas.viewport import FURTHEST, NEAREST, Viewport

numbers = st.integers(-2000, 2000)
sizes = st.integers(1, 400)
boxes = st.builds(lambda x, y, w, h: (x, y, x + w, y + h), numbers, numbers, sizes, sizes)
ids = st.sampled_from("abcdefgh")


views = st.builds(
    Viewport,
    level=st.integers(FURTHEST, NEAREST),
    left=numbers,
    top=numbers,
    ratio=st.sampled_from((1.0, 1.25, 1.5, 2.0)),
)


@given(views, st.integers(FURTHEST, NEAREST), st.integers(0, 800), st.integers(0, 600))
def test_zooming_keeps_the_point_under_the_pointer(
    view: Viewport, level: int, x: int, y: int
) -> None:
    zoomed = view.zoomed(level, x, y)
    assert zoomed.to_scene(x, y) == pytest.approx(view.to_scene(x, y), abs=0.51 / zoomed.scale)


@given(boxes)
def test_what_is_fitted_is_seen_whole(rect: tuple[int, int, int, int]) -> None:
    seen = Viewport(width=700, height=500).fitted(rect).seen
    assert seen[0] <= rect[0]
    assert seen[1] <= rect[1]
    assert seen[2] >= rect[2]
    assert seen[3] >= rect[3]


@given(st.lists(st.tuples(ids, st.none() | boxes), max_size=60), boxes)
def test_the_table_of_boxes_finds_what_a_search_through_all_finds(
    row: list[tuple[str, tuple[int, int, int, int] | None]], rect: tuple[int, int, int, int]
) -> None:
    table: Boxes[str] = Boxes()
    plain: dict[str, tuple[int, int, int, int]] = {}
    for id, box in row:
        if box is None:
            table.drop(id)
            plain.pop(id, None)
        else:
            table.put(id, box)
            plain[id] = box
    assert set(table.touching(rect)) == {id for id, box in plain.items() if meet(box, rect)}
    assert {id: table.box(id) for id in table.keys} == plain


@given(st.tuples(numbers, numbers), st.lists(boxes, max_size=8), st.integers(0, 30))
def test_a_free_level_meets_no_box(
    wished: tuple[int, int], among: list[tuple[int, int, int, int]], apart: int
) -> None:
    level = free_level(wished, among, apart, (-5000, 5000))
    assert level is not None
    assert not any(box[1] - apart < level < box[3] + apart for box in among)


def test_a_link_runs_round_the_cards_between() -> None:
    source, target = (0.0, 0.0, 256.0, 160.0), (1120.0, 0.0, 1376.0, 160.0)
    between = [(360.0, -60.0, 616.0, 200.0), (740.0, 40.0, 996.0, 300.0)]
    cards = [source, target, *between]
    way = route((256, 100), (1120, 20), (source, target),
                lambda rect: [box for box in cards if meet(box, rect)])  # fmt: skip
    assert not any(
        box[0] < x < box[2] and box[1] < y < box[3] for x, y in way.samples for box in between
    )
    assert not way.back


def test_a_link_far_away_runs_along_a_lane_beside_the_cards_at_its_start() -> None:
    source, target = (0.0, 0.0, 256.0, 160.0), (9120.0, 0.0, 9376.0, 160.0)
    between = [(400.0 * at, -60.0, 400.0 * at + 256.0, 200.0) for at in range(1, 22)]
    cards = [source, target, *between]
    asked: list[tuple[float, float, float, float]] = []

    def near(rect: tuple[float, float, float, float]) -> list[tuple[float, float, float, float]]:
        asked.append(rect)
        return [box for box in cards if meet(box, rect)]

    way = route((256, 100), (9120, 20), (source, target), near)
    assert all(rect[2] - rect[0] < 1500 for rect in asked)
    assert not any(
        box[0] < x < box[2] and box[1] < y < box[3] for x, y in way.samples for box in between
    )


def test_a_link_back_is_told_apart_and_goes_round_its_own_cards() -> None:
    source, target = (360.0, 0.0, 616.0, 160.0), (0.0, 0.0, 256.0, 220.0)
    way = route((616, 100), (0, 20), (source, target), lambda _rect: [source, target])
    assert way.back
    assert not any(
        box[0] < x < box[2] and box[1] < y < box[3]
        for x, y in way.samples
        for box in (source, target)
    )


leads = st.dictionaries(ids, st.lists(ids, max_size=4), max_size=8)
heights = st.lists(st.integers(60, 400), min_size=8, max_size=8)


@given(leads, heights, st.none() | ids)
def test_tidy_places_overlap_nowhere_and_stay_when_asked_again(
    leads: dict[str, list[str]], heights: list[int], first: str | None
) -> None:
    cards = {id: (256.0, float(high)) for id, high in zip("abcdefgh", heights, strict=True)}
    places = tidy(cards, leads, first, (40, 40))
    assert places.keys() == cards.keys()
    assert places == tidy(cards, leads, first, (40, 40))
    lying = [(x, y, x + cards[id][0], y + cards[id][1]) for id, (x, y) in places.items()]
    assert not any(meet(one, other) for one, other in combinations(lying, 2))


@given(st.integers(2, 8))
def test_a_row_of_blocks_is_laid_from_left_to_right(count: int) -> None:
    row = "abcdefgh"[:count]
    places = tidy(
        dict.fromkeys(row, (256.0, 100.0)),
        {one: [other] for one, other in pairwise(row)},
        "a",
        (40, 40),
    )
    assert [x for x, _ in places.values()] == sorted({x for x, _ in places.values()})
    assert {y for _, y in places.values()} == {40}


words = st.text("abc /_. \n", max_size=60)


@given(words, st.integers(3, 20), st.integers(1, 5))
def test_lines_fit_and_lose_no_letter_but_at_the_end(text: str, width: int, most: int) -> None:
    lines = wrapped(text, width, most, len)
    assert len(lines) <= most
    assert all(len(line) <= width for line in lines)
    said, whole = "".join("".join(lines).split()), "".join(text.split())
    if said.endswith("…"):
        assert whole.startswith(said[:-1])
        assert len(lines) == most
    else:
        assert said == whole


@given(words, st.integers(1, 20))
def test_a_cut_line_fits(text: str, width: int) -> None:
    assert len(elided(text, width, len)) <= max(width, 1)
