"""Boxes that can be found by where they are: one table of numbers, no loop in Python."""

from collections.abc import Hashable, Sequence
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from flowdesigner.app.canvas.viewport import Rect

K = TypeVar("K", bound=Hashable)
Floats = NDArray[np.float64]
Rows = NDArray[np.intp]


class Boxes(Generic[K]):
    """Boxes by key, with further numbers to each; the order of the rows means nothing."""

    def __init__(self, more: int = 0) -> None:
        self.keys: list[K] = []
        self._row: dict[K, int] = {}
        self._table: Floats = np.zeros((64, 4 + more))

    def __len__(self) -> int:
        return len(self.keys)

    def __contains__(self, key: K) -> bool:
        return key in self._row

    @property
    def table(self) -> Floats:
        """A row per box: left, top, right, bottom, and the further numbers."""
        return self._table[: len(self.keys)]

    def put(self, key: K, box: Rect, more: Sequence[float] = ()) -> None:
        """Add a box, or change the one of this key."""
        row = self._row.get(key)
        if row is None:
            row = self._row[key] = len(self.keys)
            self.keys.append(key)
            if row == len(self._table):
                self._table = np.concatenate([self._table, np.zeros_like(self._table)])
        self._table[row] = (*box, *more)

    def drop(self, key: K) -> None:
        """Take a box away; the last row takes its place."""
        row = self._row.pop(key, None)
        if row is None:
            return
        last = self.keys.pop()
        if last != key:
            self.keys[row] = last
            self._row[last] = row
            self._table[row] = self._table[len(self.keys)]

    def box(self, key: K) -> Rect | None:
        """The box of a key."""
        row = self._row.get(key)
        return None if row is None else tuple(self._table[row, :4].tolist())

    def rows_touching(self, rect: Rect, by: float = 0.0) -> Rows:
        """The rows of the boxes that touch a rectangle, made larger by a margin."""
        table = self.table
        return np.flatnonzero(
            (table[:, 0] <= rect[2] + by)
            & (table[:, 2] >= rect[0] - by)
            & (table[:, 1] <= rect[3] + by)
            & (table[:, 3] >= rect[1] - by)
        )

    def touching(self, rect: Rect, by: float = 0.0) -> list[K]:
        """The keys of the boxes that touch a rectangle, made larger by a margin."""
        return [self.keys[row] for row in self.rows_touching(rect, by).tolist()]

    def at(self, x: float, y: float, by: float = 0.0) -> list[K]:
        """The keys of the boxes around a point."""
        return self.touching((x, y, x, y), by)

    def bounds(self) -> Rect | None:
        """A box around all boxes."""
        if not self.keys:
            return None
        low, high = self.table[:, :2].min(axis=0), self.table[:, 2:4].max(axis=0)
        return float(low[0]), float(low[1]), float(high[0]), float(high[1])


def joined(rects: Sequence[Rect]) -> Rect | None:
    """A rectangle around rectangles."""
    if not rects:
        return None
    lefts, tops, rights, bottoms = zip(*rects, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def grown(rect: Rect, by: float) -> Rect:
    """A rectangle made larger on every side."""
    return rect[0] - by, rect[1] - by, rect[2] + by, rect[3] + by


def meet(one: Rect, other: Rect) -> bool:
    """Whether two rectangles touch."""
    return one[0] <= other[2] and one[2] >= other[0] and one[1] <= other[3] and one[3] >= other[1]
