"""Where the boxes of a layer lie beside one another: level with what they are linked with.

To and fro each layer is moved towards what it is linked with. In a layer the boxes keep their order
and their gaps, so what comes nearest to all wishes is a regression on a row that never falls.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from msgspec import Struct

from flowdesigner.layout.diagram import Floats, Ints
from flowdesigner.layout.layers import Layers

TURNS = (1e6, 1e6, 1e6, 1e6, 30.0, 10.0, 3.0, 1.0, 1.0, 1.0)
"""How far two may be apart, each time, and still count as level."""
BOTH = 3.0
"""From there on both sides of a layer count; before, only the one it is come to from."""
MANY = 20_000
"""For more nodes than this there are half as many turns."""
NARROW = 0.6
"""So much of a gap keeps passing links apart."""
FAR = 1e7
"""Groups are laid out so far from one another that they never touch."""


class Extent(Struct, frozen=True):
    """How far each node reaches on either side of its line, and the gap between two."""

    before: Floats
    after: Floats
    gap: float


def aside(layers: Layers, at: Ints, extent: Extent) -> Floats:
    """The line of each node, when their order is given; groups are far apart."""
    rows = list(_rows(layers, at, extent))
    _, rank = np.unique(layers.group, return_inverse=True)
    line: Floats = rank.astype(np.float64) * FAR
    for row in rows:
        line[row.nodes] += row.offsets - row.offsets.mean()
    for turn, near in enumerate(TURNS[:: 1 if len(at) <= MANY else 2]):
        forward = turn % 2 == 0
        for row in rows if forward else reversed(rows):
            above, below = row.sides
            _move(row, line, row.sides if near <= BOTH else (above if forward else below,), near)
    return line


class _Side(Struct, frozen=True):
    """The pieces of links of a layer on one side."""

    mine: Ints
    other: Ints
    weight: Floats


class _Row(Struct, frozen=True):
    nodes: Ints
    """In their order."""
    offsets: Floats
    """Of each the least distance from the first."""
    sides: tuple[_Side, _Side]


def _rows(layers: Layers, at: Ints, extent: Extent) -> Iterator[_Row]:
    order = np.lexsort((at, layers.layer))
    cuts = np.searchsorted(layers.layer[order], np.arange(layers.layer.max() + 2))
    passing = np.arange(len(at)) >= layers.boxes
    # Where a link passes other layers it shall run straight.
    weight = np.array((1.0, 2.0, 5.0))[passing[layers.upper] + 0 + passing[layers.lower]]
    above = _sides(layers, at, (layers.lower, layers.upper), weight)
    below = _sides(layers, at, (layers.upper, layers.lower), weight)
    for layer, sides in enumerate(zip(above, below, strict=True)):
        nodes = order[cuts[layer] : cuts[layer + 1]]
        one, other = nodes[:-1], nodes[1:]
        gaps = np.where(passing[one] & passing[other], extent.gap * NARROW, extent.gap)
        steps = extent.after[one] + gaps + extent.before[other]
        yield _Row(nodes, np.concatenate(([0.0], np.cumsum(steps))), sides)


def _sides(layers: Layers, at: Ints, ends: tuple[Ints, Ints], weight: Floats) -> Iterator[_Side]:
    here, there = ends
    by_layer = np.argsort(layers.layer[here], kind="stable")
    sorted_layers = layers.layer[here[by_layer]]
    cuts = np.searchsorted(sorted_layers, np.arange(layers.layer.max() + 2))
    for low, high in pairwise(cuts.tolist()):
        some = by_layer[low:high]
        yield _Side(at[here[some]], there[some], weight[some])


def _move(row: _Row, line: Floats, sides: Sequence[_Side], near: float) -> None:
    """Move the nodes of a layer towards what they are linked with on some sides.

    The more nearly two are level the more it counts: it is better to bend one link than all.
    """
    count = len(row.nodes)
    pull, wish = np.zeros(count), np.zeros(count)
    for side in sides:
        if len(side.mine):
            there = line[side.other]
            weight = side.weight / (np.abs(there - line[row.nodes][side.mine]) + near)
            pull += np.bincount(side.mine, weight, count)
            wish += np.bincount(side.mine, weight * there, count)
    free = pull == 0
    wish[free] = line[row.nodes[free]]
    wish[~free] /= pull[~free]
    # What nothing pulls gives way.
    pull[free] = 1e-9
    line[row.nodes] = rising(wish - row.offsets, pull) + row.offsets


def rising(wished: Floats, weight: Floats) -> Floats:
    """The row nearest to a wished one that never falls: neighbours that fall become one."""
    if (wished[1:] >= wished[:-1]).all():
        return wished
    sums: list[float] = []
    weights: list[float] = []
    counts: list[int] = []
    for total, heavy in zip((wished * weight).tolist(), weight.tolist(), strict=True):
        many = 1
        while sums and sums[-1] * heavy > total * weights[-1]:
            total += sums.pop()
            heavy += weights.pop()
            many += counts.pop()
        sums.append(total)
        weights.append(heavy)
        counts.append(many)
    return np.repeat(np.array(sums) / np.array(weights), counts)
