"""Pictures that were painted once: cards at a scale, and tiles of the whole scene."""

import math
from collections import OrderedDict, defaultdict
from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap

from flowdesigner.app.canvas.card import WIDTH, Card
from flowdesigner.app.canvas.paint_card import (
    FAR_MARKS,
    MARGIN,
    SMALL_MARKS,
    TOP_MARGIN,
    paint_card,
    paint_far_card,
    paint_small_card,
)
from flowdesigner.app.canvas.viewport import Detail, Rect, detail_at, zoom_of
from flowdesigner.app.theme import Theme

CARD_BYTES = 48 << 20
TILE_BYTES = 128 << 20
TILE = 512
"""The side of a tile in pixels of the screen."""
MARKS = {Detail.NEAR: 1.0, Detail.MIDDLE: FAR_MARKS, Detail.SMALL: SMALL_MARKS, Detail.FAR: 0.0}
"""How large marks are, and so how far they reach beyond a card."""

K = TypeVar("K", bound=Hashable)


class Pictures(Generic[K]):
    """Pictures by key; the ones not used for longest go when there are too many bytes."""

    def __init__(self, most_bytes: int) -> None:
        self._most = most_bytes
        self._bytes = 0
        self._held: OrderedDict[K, QPixmap] = OrderedDict()

    def __len__(self) -> int:
        return len(self._held)

    @property
    def bytes(self) -> int:
        """What they take."""
        return self._bytes

    def get(self, key: K) -> QPixmap | None:
        """A picture, if it is still there."""
        found = self._held.get(key)
        if found is not None:
            self._held.move_to_end(key)
        return found

    def put(self, key: K, picture: QPixmap) -> None:
        """Keep a picture."""
        self.drop(key)
        self._held[key] = picture
        self._bytes += _size(picture)
        while self._bytes > self._most and len(self._held) > 1:
            _, gone = self._held.popitem(last=False)
            self._bytes -= _size(gone)

    def drop(self, key: K) -> None:
        """Forget a picture."""
        gone = self._held.pop(key, None)
        if gone is not None:
            self._bytes -= _size(gone)

    def all_keys(self) -> tuple[K, ...]:
        """The keys of all that is kept."""
        return tuple(self._held)

    def clear(self) -> None:
        """Forget everything."""
        self._held.clear()
        self._bytes = 0


def _size(picture: QPixmap) -> int:
    return picture.width() * picture.height() * 4


def margins(detail: Detail) -> tuple[float, float]:
    """How far a card's picture reaches beyond its box: to the sides, and above."""
    return MARGIN * MARKS[detail], TOP_MARGIN * MARKS[detail]


class CardPictures:
    """Pictures of cards by what stands on them, how large, and in which colours."""

    def __init__(self) -> None:
        self._held: Pictures[tuple[Card, float, Detail, str]] = Pictures(CARD_BYTES)

    def draw(
        self, painter: QPainter, card: Card, box: Rect, scale: float, detail: Detail, theme: Theme
    ) -> None:
        """Put a card's picture on a painter that counts in pixels of the screen."""
        side, above = margins(detail)
        x = round(box[0] * scale) - math.ceil(side * scale)
        y = round(box[1] * scale) - math.ceil(above * scale)
        painter.drawPixmap(x, y, self.make(card, scale, detail, theme))

    def clear(self) -> None:
        """Forget everything."""
        self._held.clear()

    def make(self, card: Card, scale: float, detail: Detail, theme: Theme) -> QPixmap:
        """A card's picture, painted when it is not there yet."""
        key = (card, scale, detail, theme.id)
        found = self._held.get(key)
        if found is None:
            found = _painted(card, scale, detail, theme)
            self._held.put(key, found)
        return found


_PAINT = {
    Detail.NEAR: paint_card,
    Detail.MIDDLE: paint_far_card,
    Detail.SMALL: paint_small_card,
}


def _painted(card: Card, scale: float, detail: Detail, theme: Theme) -> QPixmap:
    side, above = (math.ceil(each * scale) for each in margins(detail))
    picture = QPixmap(
        math.ceil(WIDTH * scale) + 2 * side, math.ceil(card.height * scale) + side + above
    )
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    try:
        painter.translate(side, above)
        painter.scale(scale, scale)
        _PAINT[detail](painter, card, theme)
    finally:
        painter.end()
    return picture


TileKey = tuple[int, int, int]
"""Level of zoom, column and row."""
Pixels = tuple[int, int, int, int]
"""Left, top, right and bottom in pixels of the screen, counted from the scene's origin."""


class Tiles:
    """Tiles of the scene; of those that no longer tell the truth, the part that does not."""

    def __init__(self) -> None:
        self._held: Pictures[TileKey] = Pictures(TILE_BYTES)
        self._stale: dict[TileKey, Pixels] = {}

    def get(self, key: TileKey) -> QPixmap | None:
        """A tile, stale or not."""
        return self._held.get(key)

    def stale(self, key: TileKey) -> Pixels | None:
        """The part of a tile that has to be painted, if any."""
        if self._held.get(key) is None:
            x, y = key[1] * TILE, key[2] * TILE
            return x, y, x + TILE, y + TILE
        return self._stale.get(key)

    def put(self, key: TileKey, picture: QPixmap) -> None:
        """Keep a fresh tile."""
        self._held.put(key, picture)
        self._stale.pop(key, None)

    def damage(self, rects: Iterable[Rect], ratio: float, level: int) -> None:
        """Parts of the scene changed: their tiles are stale; of other levels they are forgotten."""
        held: dict[int, set[TileKey]] = defaultdict(set)
        for key in self._held.all_keys():
            held[key[0]].add(key)
        changed = set(rects)
        for each, keys in held.items():
            scale = zoom_of(each) * ratio
            beyond = max(margins(detail_at(zoom_of(each)))[1] * scale, 14 * ratio) + 2
            for rect in changed:
                near = (
                    math.floor(rect[0] * scale - beyond), math.floor(rect[1] * scale - beyond),
                    math.ceil(rect[2] * scale + beyond), math.ceil(rect[3] * scale + beyond),
                )  # fmt: skip
                hit = _under(near, each, keys)
                if each == level:
                    for key in hit:
                        self._widen(key, near)
                else:
                    keys -= hit
                    for key in hit:
                        self._forget(key)

    def clear(self) -> None:
        """Forget everything."""
        self._held.clear()
        self._stale.clear()

    def _widen(self, key: TileKey, near: Pixels) -> None:
        x, y = key[1] * TILE, key[2] * TILE
        was = self._stale.get(key, (x + TILE, y + TILE, x, y))
        self._stale[key] = (
            min(was[0], max(near[0], x)), min(was[1], max(near[1], y)),
            max(was[2], min(near[2], x + TILE)), max(was[3], min(near[3], y + TILE)),
        )  # fmt: skip

    def _forget(self, key: TileKey) -> None:
        self._held.drop(key)
        self._stale.pop(key, None)


def _under(near: Pixels, level: int, held: set[TileKey]) -> set[TileKey]:
    """The tiles of a level that a part of the scene lies on."""
    columns = range(near[0] // TILE, (near[2] - 1) // TILE + 1)
    rows = range(near[1] // TILE, (near[3] - 1) // TILE + 1)
    if len(columns) * len(rows) > len(held):
        return {key for key in held if key[1] in columns and key[2] in rows}
    return {key for row in rows for column in columns if (key := (level, column, row)) in held}
