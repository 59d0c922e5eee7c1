"""Layers are as good as can be; networkx says how good that is."""

import networkx as nx
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from flowdesigner.layout.ranks import ranks

Links = list[tuple[int, int]]


@st.composite
def forward_links(draw: st.DrawFn) -> tuple[int, Links]:
    count = draw(st.integers(2, 14))
    ends = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1))
    pairs = draw(st.lists(ends.filter(lambda pair: pair[0] != pair[1]), max_size=30))
    names = draw(st.permutations(range(count)))
    return count, [(names[min(pair)], names[max(pair)]) for pair in pairs]


def least_length(count: int, links: Links) -> int:
    """The least length of all links together: the cost of a flow against them."""
    graph = nx.DiGraph()
    graph.add_nodes_from(range(count), demand=0)
    graph.add_edges_from(links, weight=-1)
    for tail, head in links:
        graph.nodes[tail]["demand"] -= 1
        graph.nodes[head]["demand"] += 1
    cost, _ = nx.network_simplex(graph)
    return -int(cost)


@given(forward_links())
def test_all_links_together_are_as_short_as_can_be(given_links: tuple[int, Links]) -> None:
    count, links = given_links
    tails, heads = np.array(links, dtype=np.int64).reshape(-1, 2).T
    layers = ranks(count, tails, heads)
    spans = layers[heads] - layers[tails]
    assert (spans >= 1).all()
    assert spans.sum() == least_length(count, links)


def test_boxes_that_may_lie_in_several_layers_are_spread() -> None:
    # A long way past three short ones: the boxes between could all lie in the second layer.
    links = [(0, 1), (1, 2), (2, 3), (3, 4), *((0, box) for box in (5, 6, 7)),
             *((box, 4) for box in (5, 6, 7))]  # fmt: skip
    tails, heads = np.array(links).T
    layers = ranks(8, tails, heads)
    assert np.bincount(layers - layers.min()).max() == 2
