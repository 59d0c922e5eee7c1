"""The layout of a diagram: boxes in layers, links forward but for the loops, few crossings.

The same diagram is always laid out the same way, wherever its boxes lie now.
"""

import numpy as np
from msgspec.structs import replace

from flowdesigner.layout.coordinates import Extent, aside
from flowdesigner.layout.diagram import GAP_ALONG, GAP_ASIDE, Diagram, Flags, Floats, Ints
from flowdesigner.layout.layers import Layers, layered
from flowdesigner.layout.loops import components, walked
from flowdesigner.layout.ordering import ordered
from flowdesigner.layout.packing import packed
from flowdesigner.layout.ranks import ranks

GRID = 8
"""Places are on a grid of so many units."""


def places(diagram: Diagram) -> Floats:
    """The upper left corner of each box; the whole begins at the origin."""
    if not len(diagram.sizes):
        return np.zeros((0, 2))
    links = diagram.links
    diagram = replace(diagram, links=links[links[:, 0] != links[:, 1]])
    layers, wish = _in_layers(diagram)
    at = ordered(layers, wish)
    corners = _corners(diagram, layers, at)
    group = layers.group[: layers.boxes]
    found = packed(corners, diagram.sizes, group, diagram.across, 2 * GAP_ASIDE)
    return np.round(found / GRID) * GRID


def _in_layers(diagram: Diagram) -> tuple[Layers, Ints]:
    """The boxes in layers, and in which order they are wished there."""
    links, count = diagram.links, len(diagram.sizes)
    number, back = walked(diagram)
    tails, heads = np.where(back[:, None], links[:, ::-1], links).T
    group = components(count, links)
    # What holds the beginning comes before the rest.
    group = np.where(group == group[diagram.first], -1, group)
    layer = ranks(count, tails, heads)
    first = np.full(count + 1, layer.max())
    np.minimum.at(first, group, layer)
    layers = layered(layer - first[group], group, (tails, heads), _ports(diagram, back))
    return layers, np.concatenate((number, number[layers.passing]))


def _ports(diagram: Diagram, back: Flags) -> Floats:
    """Of each link where it leaves: from the first exit to the last, from 0 to below 1."""
    boxes = diagram.links[:, 0]
    order = np.argsort(boxes, kind="stable")
    many = np.bincount(boxes, minlength=len(diagram.sizes))
    nth = np.empty(len(boxes))
    nth[order] = np.arange(len(boxes)) - (np.cumsum(many) - many)[boxes[order]]
    return np.where(back, 0.5, nth / many[boxes])


def _corners(diagram: Diagram, layers: Layers, at: Ints) -> Floats:
    """Where the boxes lie, when their layers and orders are given; groups are far apart."""
    across, along, count = diagram.across, 1 - diagram.across, layers.boxes
    deep, wide = diagram.sizes[:, along], diagram.sizes[:, across]
    before = wide / 2 if diagram.level is None else np.minimum(diagram.level, wide)
    nothing = np.zeros(len(at) - count)
    extent = Extent(
        np.concatenate((before, nothing)), np.concatenate((wide - before, nothing)), GAP_ASIDE
    )
    found = np.empty((count, 2))
    found[:, across] = aside(layers, at, extent)[:count] - before
    layer = layers.layer[:count]
    deepest = np.zeros(layer.max() + 1)
    np.maximum.at(deepest, layer, deep)
    found[:, along] = (np.cumsum(deepest + GAP_ALONG) - deepest - GAP_ALONG)[layer]
    return found
