"""Crossings are counted right, and never grow."""

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from flowdesigner.layout.crossings import inversions
from flowdesigner.layout.diagram import Ints
from flowdesigner.layout.layers import Layers, layered
from flowdesigner.layout.ordering import ordered

numbers = st.integers(0, 20)


@given(st.lists(st.tuples(st.integers(0, 3), numbers), max_size=40))
def test_inversions_are_counted_like_one_by_one(drawn: list[tuple[int, int]]) -> None:
    pairs = sorted(drawn, key=lambda pair: pair[0])
    group, value = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    one_by_one = sum(a[0] == b[0] and a[1] > b[1] for a, b in combinations(pairs, 2))
    assert inversions(group, value) == one_by_one


@st.composite
def drawings(draw: st.DrawFn) -> tuple[Layers, Ints]:
    count = draw(st.integers(2, 20))
    layer = np.array(draw(st.lists(st.integers(0, 4), min_size=count, max_size=count)))
    ends = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1))
    pairs = draw(st.lists(ends, max_size=40))
    links = [(a, b) for a, b in pairs if layer[a] < layer[b]]
    tails, heads = np.array(links, dtype=np.int64).reshape(-1, 2).T
    port = np.array(draw(st.lists(st.sampled_from((0.0, 0.4, 0.8)), min_size=len(links),
                                  max_size=len(links))), dtype=np.float64)  # fmt: skip
    layers = layered(layer, np.zeros(count, dtype=np.int64), (tails, heads), port)
    return layers, np.arange(len(layers.layer))


def crossings(layers: Layers, at: Ints) -> int:
    pieces = [
        (layers.layer[upper], at[upper] + port, at[lower])
        for upper, lower, port in zip(layers.upper, layers.lower, layers.port, strict=True)
    ]
    return sum(
        bool(a[0] == b[0] and (a[1] - b[1]) * (a[2] - b[2]) < 0) for a, b in combinations(pieces, 2)
    )


@given(drawings())
def test_an_order_never_has_more_crossings_than_the_wished_one(
    drawing: tuple[Layers, Ints],
) -> None:
    layers, wish = drawing
    wished = np.empty_like(wish)
    for layer in set(layers.layer.tolist()):
        nodes = np.nonzero(layers.layer == layer)[0]
        wished[nodes[np.argsort(wish[nodes])]] = np.arange(len(nodes))
    found = ordered(layers, wish)
    for layer in set(layers.layer.tolist()):
        inside = found[layers.layer == layer]
        assert sorted(inside.tolist()) == list(range(len(inside)))
    before, after = crossings(layers, wished), crossings(layers, found)
    assert after <= before
    if before == 0:
        assert np.array_equal(found, wished)


@given(drawings())
def test_pieces_go_from_one_layer_to_the_next(drawing: tuple[Layers, Ints]) -> None:
    layers, _ = drawing
    assert (layers.layer[layers.lower] - layers.layer[layers.upper] == 1).all()
    passing = np.arange(layers.boxes, len(layers.layer))
    assert sorted(layers.upper[layers.upper >= layers.boxes].tolist()) == passing.tolist()
    assert sorted(layers.lower[layers.lower >= layers.boxes].tolist()) == passing.tolist()
