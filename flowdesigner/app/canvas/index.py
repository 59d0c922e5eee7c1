"""Boxes that can be found by where they are, and their numbers for who draws all at once."""

from collections.abc import Hashable, Iterable, Sequence
from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar

from flowdesigner.app.canvas.viewport import Rect

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Floats: TypeAlias = "NDArray[np.float64]"

K = TypeVar("K", bound=Hashable)

FEW = 256
"""So many boxes are looked through one by one, sooner than numpy is loaded."""


class Boxes(Generic[K]):
    """Boxes by key, with further numbers to each; the order of the rows means nothing."""

    def __init__(self, more: int = 0) -> None:
        self.keys: list[K] = []
        self._rows: list[tuple[float, ...]] = []
        self._row_of: dict[K, int] = {}
        self._width = 4 + more
        self._table: Floats | None = None
        self._behind: set[int] = set()
        """The rows that the table does not have yet."""

    def __len__(self) -> int:
        return len(self.keys)

    def __contains__(self, key: K) -> bool:
        return key in self._row_of

    def put(self, key: K, box: Rect, more: Sequence[float] = ()) -> None:
        """Add a box, or change the one of this key."""
        row = self._row_of.setdefault(key, len(self.keys))
        if row == len(self.keys):
            self.keys.append(key)
            self._rows.append(())
        self._rows[row] = (*box, *more)
        self._behind.add(row)

    def drop(self, key: K) -> None:
        """Take a box away; the last row takes its place."""
        row = self._row_of.pop(key, None)
        if row is None:
            return
        last, numbers = self.keys.pop(), self._rows.pop()
        if last != key:
            self.keys[row], self._rows[row] = last, numbers
            self._row_of[last] = row
            self._behind.add(row)

    def box(self, key: K) -> Rect | None:
        """The box of a key."""
        row = self._row_of.get(key)
        return None if row is None else _box(self._rows[row])

    def all(self) -> list[Rect]:
        """Every box."""
        return [_box(row) for row in self._rows]

    def touching(self, rect: Rect, by: float = 0.0) -> list[K]:
        """The keys of the boxes that touch a rectangle, made larger by a margin."""
        area = grown(rect, by)
        if len(self) <= FEW:
            return [key for key, row in zip(self.keys, self._rows, strict=True) if meet(row, area)]
        return [self.keys[row] for row in _touching(self._numbers(), area).tolist()]

    def part(self, rect: Rect, by: float = 0.0) -> tuple[list[K], Floats]:
        """The boxes that touch a rectangle, as keys and as a table.

        A row per key: left, top, right, bottom, and the further numbers.
        """
        table = self._numbers()
        rows = _touching(table, grown(rect, by))
        return [self.keys[row] for row in rows.tolist()], table[rows]

    def some(self, keys: Iterable[K]) -> tuple[list[K], Floats]:
        """Some boxes, as keys and as a table; keys without a box are left out."""
        known = [key for key in keys if key in self._row_of]
        return known, self._numbers()[[self._row_of[key] for key in known]]

    def at(self, x: float, y: float, by: float = 0.0) -> list[K]:
        """The keys of the boxes around a point."""
        return self.touching((x, y, x, y), by)

    def bounds(self) -> Rect | None:
        """A box around all boxes."""
        if len(self) <= FEW:
            return joined(self._rows)
        table = self._numbers()
        low, high = table[:, :2].min(axis=0), table[:, 2:4].max(axis=0)
        return float(low[0]), float(low[1]), float(high[0]), float(high[1])

    def _numbers(self) -> Floats:
        import numpy as np

        if self._table is None or len(self._table) < len(self) or len(self._behind) > FEW:
            self._table = np.zeros((2 * len(self), self._width))
            self._table[: len(self)] = self._rows or np.zeros((0, self._width))
        else:
            for row in self._behind:
                if row < len(self):
                    self._table[row] = self._rows[row]
        self._behind.clear()
        return self._table[: len(self)]


def _touching(table: Floats, area: Rect) -> "NDArray[np.intp]":
    hit = (table[:, 0] <= area[2]) & (table[:, 2] >= area[0])
    hit &= (table[:, 1] <= area[3]) & (table[:, 3] >= area[1])
    return hit.nonzero()[0]


def _box(row: Sequence[float]) -> Rect:
    return row[0], row[1], row[2], row[3]


def joined(rects: Sequence[Sequence[float]]) -> Rect | None:
    """A rectangle around rectangles."""
    if not rects:
        return None
    lefts, tops, rights, bottoms, *_ = zip(*rects, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def grown(rect: Rect, by: float) -> Rect:
    """A rectangle made larger on every side."""
    return rect[0] - by, rect[1] - by, rect[2] + by, rect[3] + by


def inside(box: Rect, frame: Rect) -> bool:
    """Whether a box has its middle in a frame."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return frame[0] <= x <= frame[2] and frame[1] <= y <= frame[3]


def meet(one: Sequence[float], other: Sequence[float]) -> bool:
    """Whether two rectangles touch."""
    return one[0] <= other[2] and one[2] >= other[0] and one[1] <= other[3] and one[3] >= other[1]
