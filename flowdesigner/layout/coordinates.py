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

ROUNDS = 8
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
    for turn in range(ROUNDS):
        both = turn >= ROUNDS - 2
        for row in rows if turn % 2 == 0 else reversed(rows):
            _move(row, line, (row.sides if both else row.sides[turn % 2 :][:1]))
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


def _move(row: _Row, line: Floats, sides: Sequence[_Side]) -> None:
    """Move the nodes of a layer towards what they are linked with on some sides."""
    count = len(row.nodes)
    pull, wish = np.zeros(count), np.zeros(count)
    for side in sides:
        if len(side.mine):
            pull += np.bincount(side.mine, side.weight, count)
            wish += np.bincount(side.mine, side.weight * line[side.other], count)
    free = pull == 0
    wish[free] = line[row.nodes[free]]
    # What nothing pulls gives way.
    pull[free] = 0.05
    wish[~free] /= pull[~free]
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
