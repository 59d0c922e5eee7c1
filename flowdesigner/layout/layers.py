"""Boxes in layers: links that pass a layer take a place in it, as if a thin box were there."""

import numpy as np
from msgspec import Struct

from flowdesigner.layout.diagram import Floats, Ints

MOST_PASSING = 60_000
"""More places are not taken: then the longest links pass where they may."""


class Layers(Struct, frozen=True):
    """The boxes, then the places of passing links; and the pieces of links between layers."""

    boxes: int
    """So many of the nodes are boxes."""
    layer: Ints
    """Of each node."""
    group: Ints
    """Of each node what it hangs together with; groups never mix."""
    passing: Ints
    """Of each node that is no box, the box its link comes from."""
    upper: Ints
    lower: Ints
    """Of each piece its nodes; the upper one is in the layer before."""
    port: Floats
    """Of each piece where it leaves its upper node, from 0 to below 1."""


def layered(layer: Ints, group: Ints, links: tuple[Ints, Ints], port: Floats) -> Layers:
    """Cut links into pieces that go from one layer to the next."""
    kept = _short_enough(layer, links)
    (tails, heads), port, boxes = (links[0][kept], links[1][kept]), port[kept], len(layer)
    passes = layer[heads] - layer[tails] - 1
    link = np.repeat(np.arange(len(tails)), passes)
    step = np.arange(len(link)) - np.repeat(np.cumsum(passes) - passes, passes)
    node = boxes + np.arange(len(link))
    direct, begin, end = passes == 0, step == 0, step == passes[link] - 1
    from_tail = np.concatenate((port[direct], port[link[begin]]))
    return Layers(
        boxes=boxes,
        layer=np.concatenate((layer, layer[tails[link]] + 1 + step)),
        group=np.concatenate((group, group[tails[link]])),
        passing=tails[link],
        upper=np.concatenate((tails[direct], tails[link[begin]], node[~end], node[end])),
        lower=np.concatenate((heads[direct], node[begin], node[~end] + 1, heads[link[end]])),
        port=np.concatenate((from_tail, np.zeros(len(node)))),
    )


def _short_enough(layer: Ints, links: tuple[Ints, Ints]) -> Ints:
    passes = layer[links[1]] - layer[links[0]] - 1
    order = np.argsort(passes, kind="stable")
    many = int(np.searchsorted(np.cumsum(passes[order]), MOST_PASSING, side="right"))
    return np.sort(order[:many])
