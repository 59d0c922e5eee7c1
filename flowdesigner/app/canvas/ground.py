"""The tiles of the scene that the widget shows: painted when they are missing, a few at a time."""

from time import perf_counter

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from flowdesigner.app.canvas.cache import TILE, CardPictures, Pixels, TileKey, Tiles, margins
from flowdesigner.app.canvas.paint_scene import Brush, paint_scene
from flowdesigner.app.canvas.stage import Stage
from flowdesigner.app.canvas.viewport import Detail, Rect, Viewport
from flowdesigner.app.theme import Theme

BUDGET = 0.003
"""Seconds a frame may spend on tiles that are missing."""
MORE = 0.004
"""So many more for those that are there, and tell the truth but for a part."""


class Ground:
    """Everything of the canvas that does not follow the pointer."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._pictures = CardPictures()
        self._tiles = Tiles()
        self._damaged: list[Rect] = []
        self._ratio = 1.0
        self._theme = stage.theme.id
        self._before: Viewport | None = None
        """What was shown at the last zoom that was painted whole."""
        self._ghost: QPixmap | None = None
        """The picture of it, shown scaled where tiles are missing; made when it is needed."""
        self.sharp = True
        """Whether the last frame showed nothing but fresh tiles."""

    def brush(self) -> Brush:
        """How things are drawn now."""
        view = self._stage.viewport
        return Brush(view.zoom, view.ratio, self._stage.theme, self._pictures)

    def damage(self, rect: Rect) -> None:
        """A part of the scene looks different now."""
        self._damaged.append(rect)

    def clear(self) -> None:
        """Everything looks different now."""
        self._tiles.clear()
        self._damaged.clear()
        self._ghost = self._before = None

    def change_colours(self, theme: Theme) -> None:
        """Everything is drawn in other colours."""
        self._theme = theme.id
        self.clear()
        self._pictures.clear()

    def remember(self, before: Viewport) -> None:
        """Another zoom begins: what was shown is shown scaled until the new one is painted."""
        if self.sharp or self._before is None:
            self._before, self._ghost = before, None

    def _picture_before(self, before: Viewport) -> QPixmap:
        picture = QPixmap(round(before.width * before.ratio), round(before.height * before.ratio))
        picture.fill(QColor(self._stage.theme.canvas))
        painter = QPainter(picture)
        try:
            for key, x, y in _keys(before, QRect(0, 0, before.width, before.height)):
                tile = self._tiles.get(key)
                if tile is not None:
                    painter.drawPixmap(x, y, tile)
        finally:
            painter.end()
        return picture

    def make_ready(self, view: Viewport, until: float) -> bool:
        """Paint what a viewport would show and is missing; whether nothing was."""
        self._take_damage(view)
        whole = True
        for key, _x, _y in _keys(view, QRect(0, 0, view.width, view.height)):
            stale = self._tiles.stale(key)
            if stale:
                whole = False
                if not self._painted(key, stale, until):
                    break
        return whole

    def _take_damage(self, view: Viewport) -> None:
        if view.ratio != self._ratio:
            self._ratio = view.ratio
            self.clear()
        if self._damaged:
            self._tiles.damage(self._damaged, view.ratio, view.level)
            self._damaged.clear()

    def paint(self, painter: QPainter, rect: QRect, until: float) -> None:
        """Show a part of the widget, on a painter that counts in pixels of the screen."""
        view = self._stage.viewport
        self._take_damage(view)
        for key, x, y in _keys(view, rect):
            stale, tile = self._tiles.stale(key), self._tiles.get(key)
            if stale and self._painted(key, stale, until + MORE if tile is not None else until):
                stale, tile = None, self._tiles.get(key)
            if tile is not None:
                painter.drawPixmap(x, y, tile)
            else:
                self._paint_ghost(painter, QRect(x, y, TILE, TILE))
            self.sharp = self.sharp and not stale

    def _painted(self, key: TileKey, stale: Pixels, until: float) -> bool:
        """Whether there was time to paint a tile, its cards before the rest."""
        brush, scene, scale = self.brush(), self._stage.scene, self._stage.viewport.scale
        if perf_counter() >= until:
            return False
        if brush.detail is not Detail.FAR:
            area = stale[0] / scale, stale[1] / scale, stale[2] / scale, stale[3] / scale
            for id in scene.card_boxes.touching(area, max(margins(brush.detail))):
                if id not in self._stage.lifted.blocks:
                    self._pictures.make(scene.cards[id], scale, brush.detail, brush.theme)
                    if perf_counter() >= until:
                        return False
        self._repaint(key, stale)
        return True

    def _repaint(self, key: TileKey, stale: Pixels) -> None:
        """Paint a tile, or the part of it that changed."""
        picture = self._tiles.get(key) or QPixmap(TILE, TILE)
        left, top, right, bottom = stale
        painter = QPainter(picture)
        try:
            painter.translate(-key[1] * TILE, -key[2] * TILE)
            painter.setClipRect(QRect(left, top, right - left, bottom - top))
            paint_scene(painter, self._stage.scene, stale, self.brush(), self._stage.lifted)
        finally:
            painter.end()
        self._tiles.put(key, picture)

    def _paint_ghost(self, painter: QPainter, tile: QRect) -> None:
        painter.fillRect(tile, QColor(self._stage.theme.canvas))
        before, view = self._before, self._stage.viewport
        if before is None:
            return
        picture = self._ghost = self._ghost or self._picture_before(before)
        factor = view.scale / before.scale
        target = QRectF(
            before.left * factor - view.left, before.top * factor - view.top,
            picture.width() * factor, picture.height() * factor,
        )  # fmt: skip
        painter.save()
        try:
            painter.setClipRect(tile, Qt.ClipOperation.IntersectClip)
            painter.drawPixmap(target, picture, QRectF(picture.rect()))
        finally:
            painter.restore()


def _keys(view: Viewport, rect: QRect) -> list[tuple[TileKey, int, int]]:
    """The tiles under a part of the widget, and where they lie in pixels of the screen."""
    left = view.left + int(rect.left() * view.ratio)
    top = view.top + int(rect.top() * view.ratio)
    right = view.left + round((rect.left() + rect.width()) * view.ratio + 0.5)
    bottom = view.top + round((rect.top() + rect.height()) * view.ratio + 0.5)
    return [
        ((view.level, column, row), column * TILE - view.left, row * TILE - view.top)
        for row in range(top // TILE, (bottom - 1) // TILE + 1)
        for column in range(left // TILE, (right - 1) // TILE + 1)
    ]
