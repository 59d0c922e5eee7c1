"""How many pieces of links cross, when the order of each layer is given."""

import numpy as np

from flowdesigner.layout.diagram import Ints


def inversions(group: Ints, value: Ints) -> int:
    """How many pairs of one group are out of order; groups follow one another.

    Bit by bit, the highest first: of two values that differ in a bit for the first time, the one
    with the bit is the greater. Then both are parted, and the halves are looked at by themselves.
    """
    if not len(value):
        return 0
    total = 0
    starts = np.concatenate(([True], group[1:] != group[:-1]))
    for bit in range(int(value.max()).bit_length() - 1, -1, -1):
        ones = (value >> bit) & 1
        begin = np.maximum.accumulate(np.where(starts, np.arange(len(value)), 0))
        before = np.cumsum(ones) - ones
        before -= before[begin]
        zero = ones == 0
        total += int(before[zero].sum())
        place = np.arange(len(value)) - begin
        counts = np.add.reduceat(1 - ones, np.nonzero(starts)[0])
        zeros = np.repeat(counts, np.diff(np.append(np.nonzero(starts)[0], len(value))))
        to = begin + np.where(zero, place - before, zeros + before)
        value_after = np.empty_like(value)
        value_after[to] = value
        starts_after = starts.copy()
        second = begin[starts] + zeros[starts]
        starts_after[second[second < len(value)]] = True
        value, starts = value_after, starts_after
    return total
