"""In which order the boxes of a layer lie, so that few links cross.

To and fro each layer is sorted by the middle of what its boxes are linked with in the layer before;
then neighbours change places wherever that undoes crossings, in all layers at once. At times they
also change places where it makes no difference: that leads out of a corner. The best order seen is
kept, and the first one is the author's, so that it stands wherever nothing is better.
"""

from collections.abc import Iterator

import numpy as np
from msgspec import Struct

from flowdesigner.layout.crossings import inversions
from flowdesigner.layout.diagram import Floats, Ints
from flowdesigner.layout.layers import Layers

LEAST_SWEEPS, MOST_SWEEPS = 4, 24
ENOUGH = 300_000
"""Sweeps go through so many nodes in all."""
FEW = 1200
"""So many nodes are ordered twice, begun from either end."""
MOST_PAIRS = 4096
"""Two boxes with more pairs of links than this to compare do not change places."""


def ordered(layers: Layers, wish: Ints) -> Ints:
    """Where each node comes in its layer; what is wished stands where nothing is better."""
    sweeps = min(MOST_SWEEPS, max(LEAST_SWEEPS, ENOUGH // len(layers.layer)))
    begun = (True, False) if len(layers.layer) <= FEW else (True,)
    tried = (each for forward in begun for each in _Order(layers, wish).tried(sweeps, forward))
    return min(tried, key=lambda each: each[1])[0]


class _Step(Struct, frozen=True):
    """A layer, with its pieces of links on one side."""

    nodes: Ints
    mine: Ints
    """Of each piece which of the nodes."""
    other: Ints
    counts: Floats
    free: Ints
    """Which of the nodes have no piece."""
    group: Ints


class _Order:
    """An order that is being bettered."""

    def __init__(self, layers: Layers, wish: Ints) -> None:
        self._layers = layers
        layer, count = layers.layer, len(layers.layer)
        self._row = np.lexsort((wish, layers.group, layer))
        self._starts = np.searchsorted(layer[self._row], np.arange(layer.max() + 2))
        self._first = self._starts[layer]
        self.at = np.empty(count, dtype=np.int64)
        self.at[self._row] = np.arange(count) - self._first[self._row]
        """Where each node comes in its layer."""
        self._down = list(self._steps(layers.lower, layers.upper))
        self._up = list(self._steps(layers.upper, layers.lower))[::-1]
        self._ends = _Ends(layers)
        self._pairs = self._neighbours()

    def tried(self, sweeps: int, forward: bool) -> Iterator[tuple[Ints, int]]:
        """Orders, the wished one first, and how many crossings each has; begun from an end."""
        crossings = self.crossings()
        yield self.at.copy(), crossings
        for sweep in range(sweeps if crossings else 0):
            self.sort(forward=(sweep % 2 == 0) == forward, flip=sweep % 8 >= 4)
            turns = 8 if sweeps == MOST_SWEEPS else 4
            for turn in range(turns):
                if not self.swap(even=sweep % 4 >= 2 and turn < turns - 1):
                    break
            yield self.at.copy(), self.crossings()

    def sort(self, *, forward: bool, flip: bool) -> None:
        """Order each layer by the middle of what its nodes are linked with in the one before.

        Nodes with the same middle stay as they are, or are turned around.
        """
        at = self.at
        for step in self._down if forward else self._up:
            near = at[step.other]
            middle = np.bincount(step.mine, near, len(step.nodes)) / step.counts
            own = at[step.nodes]
            if len(step.free):
                middle[step.free] = own[step.free] * (near.max() + 1) / len(own)
            order = np.lexsort((-own if flip else own, middle, step.group))
            at[step.nodes[order]] = np.arange(len(order))
        self._row[self._first + at] = np.arange(len(at))

    def swap(self, *, even: bool) -> bool:
        """Let neighbours change places where it undoes crossings, or also where it makes none.

        The answer is whether crossings were undone.
        """
        any_better = False
        for left in self._pairs:
            one, other = self._row[left], self._row[left + 1]
            gain = self._ends.gain(one, other, self.at)
            any_better |= bool((gain > 0).any())
            better = np.nonzero(gain >= 0 if even else gain > 0)[0]
            left, one, other = left[better], one[better], other[better]
            self.at[one] += 1
            self.at[other] -= 1
            self._row[left], self._row[left + 1] = other, one
        return any_better

    def crossings(self) -> int:
        """How many pieces of links cross."""
        upper, lower, layer = self._layers.upper, self._layers.lower, self._layers.layer
        key = (self._first + self.at)[upper] + self._layers.port
        order = np.lexsort((self.at[lower], key))
        return inversions(layer[upper[order]], self.at[lower[order]])

    def _steps(self, here: Ints, there: Ints) -> Iterator[_Step]:
        layer = self._layers.layer
        by_layer = np.argsort(layer[here], kind="stable")
        cut = np.searchsorted(layer[here][by_layer], np.arange(len(self._starts)))
        local = self.at.copy()
        for at in range(len(self._starts) - 1):
            links = by_layer[cut[at] : cut[at + 1]]
            if len(links):
                nodes = self._row[self._starts[at] : self._starts[at + 1]].copy()
                counts = np.bincount(local[here[links]], minlength=len(nodes))
                free = np.nonzero(counts == 0)[0]
                group = self._layers.group[nodes]
                many = np.maximum(counts, 1).astype(np.float64)
                yield _Step(nodes, local[here[links]], there[links], many, free, group)

    def _neighbours(self) -> list[Ints]:
        """Rows whose node and the next one may change places, in four parts that do not meddle."""
        layer, group = self._layers.layer[self._row], self._layers.group[self._row]
        left = np.nonzero((layer[:-1] == layer[1:]) & (group[:-1] == group[1:]))[0]
        part = layer[left] % 2 * 2 + self.at[self._row[left]] % 2
        return [left[part == each] for each in range(4)]


class _Ends:
    """What each node is linked with, above and below."""

    def __init__(self, layers: Layers) -> None:
        # Below, a node counts as another one, so that both sides are reckoned at once.
        self._count = count = len(layers.layer)
        here = np.concatenate((layers.lower, layers.upper + count))
        order = np.argsort(here, kind="stable")
        self._there = np.concatenate((layers.upper, layers.lower))[order]
        self._port = np.concatenate((layers.port, np.zeros(len(layers.upper))))[order]
        self._start = np.searchsorted(here[order], np.arange(2 * count + 1))
        self._many = np.diff(self._start)

    def gain(self, one: Ints, other: Ints, at: Ints) -> Floats:
        """How many crossings are undone when the nodes of pairs change places."""
        left = np.concatenate((one, one + self._count))
        right = np.concatenate((other, other + self._count))
        pairs = self._many[left] * self._many[right]
        pairs[pairs > MOST_PAIRS] = 0
        end = np.cumsum(pairs)
        which = np.repeat(np.arange(len(left)), pairs)
        first, second = np.divmod(
            np.arange(len(which)) - np.repeat(end - pairs, pairs), self._many[right][which]
        )
        x, y = self._start[left][which] + first, self._start[right][which] + second
        apart = (at[self._there[x]] + self._port[x]) - (at[self._there[y]] + self._port[y])
        undone = np.bincount(which, np.sign(apart), len(left))
        gain: Floats = undone[: len(one)] + undone[len(one) :]
        return gain
