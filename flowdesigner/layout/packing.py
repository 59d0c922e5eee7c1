"""Parts of a drawing that do not hang together, side by side."""

import numpy as np

from flowdesigner.layout.diagram import Floats, Ints


def packed(corners: Floats, sizes: Floats, group: Ints, across: int, gap: float) -> Floats:
    """Corners at which no two groups meet; the first group is at the origin.

    Groups lie in rows that are as long as the longest of them, or as the whole is wide when square.
    """
    _, rank = np.unique(group, return_inverse=True)
    count = int(rank.max()) + 1
    low, high = np.full((count, 2), np.inf), np.full((count, 2), -np.inf)
    np.minimum.at(low, rank, corners)
    np.maximum.at(high, rank, corners + sizes)
    extent = high - low
    along = 1 - across
    longest = max(float(extent[:, along].max()), float((extent + gap).prod(axis=1).sum() ** 0.5))
    origin = np.zeros((count, 2))
    spot, deep = np.zeros(2), 0.0
    for each in range(count):
        if spot[along] and spot[along] + extent[each, along] > longest:
            spot[along] = 0.0
            spot[across] += deep + gap
            deep = 0.0
        origin[each] = spot
        spot[along] += extent[each, along] + gap
        deep = max(deep, float(extent[each, across]))
    found: Floats = corners + (origin - low)[rank]
    return found
