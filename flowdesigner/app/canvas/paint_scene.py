"""Drawing a part of the scene: what a tile, a picture file or a page shows."""

from collections.abc import Callable, Collection, Hashable, Iterable
from typing import TypeVar

from msgspec import Struct
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from flowdesigner.app.canvas.cache import CardPictures, margins
from flowdesigner.app.canvas.folds import under
from flowdesigner.app.canvas.index import Floats, grown, meet
from flowdesigner.app.canvas.links import LinkKey
from flowdesigner.app.canvas.paint_card import mixed
from flowdesigner.app.canvas.paint_ground import (
    LID_REACH,
    NAMED_ABOVE,
    paint_dots,
    paint_frame,
    paint_frame_name,
    paint_lid,
    paint_note,
)
from flowdesigner.app.canvas.paint_links import (
    REACH,
    paint_far_links,
    paint_links,
    paint_plates,
)
from flowdesigner.app.canvas.plates import LETTERS, reach
from flowdesigner.app.canvas.pointers import draw_rects
from flowdesigner.app.canvas.scene import GROUPS, Scene
from flowdesigner.app.canvas.viewport import Detail, Rect, detail_at
from flowdesigner.app.theme import Theme

K = TypeVar("K", bound=Hashable)


class Lifted(Struct, frozen=True):
    """What is in the author's hand and so not part of the ground."""

    blocks: frozenset[str] = frozenset()
    notes: frozenset[str] = frozenset()
    frames: frozenset[str] = frozenset()
    links: frozenset[LinkKey] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.blocks or self.notes or self.frames or self.links)


NOTHING = Lifted()


class Brush(Struct, frozen=True):
    """How things are drawn: how large, on what screen, in which colours, from which pictures."""

    zoom: float
    ratio: float
    theme: Theme
    pictures: CardPictures
    named: bool = True
    """Whether the names of frames are written."""

    @property
    def scale(self) -> float:
        """Pixels of the screen per unit of the scene."""
        return self.zoom * self.ratio

    @property
    def detail(self) -> Detail:
        """How much of a card is drawn."""
        return detail_at(self.zoom)


def paint_scene(
    painter: QPainter, scene: Scene, area: Rect, brush: Brush, without: Lifted = NOTHING
) -> None:
    """Draw the scene on a painter that counts in pixels of the screen from the scene's origin.

    Everything lies where it lies for the whole scene, so that parts fit together.
    """
    scale = brush.scale
    seen = (area[0] / scale, area[1] / scale, area[2] / scale, area[3] / scale)
    if brush.detail is Detail.FAR:
        ground = QRectF(area[0], area[1], area[2] - area[0], area[3] - area[1])
        painter.fillRect(ground, QColor(brush.theme.canvas))
    else:
        paint_dots(painter, area, scale, brush.ratio, brush.theme)
    _paint_sheets(painter, scene, seen, brush, without)
    if brush.detail is Detail.FAR:
        _paint_far(painter, scene, seen, brush, without)
        _paint_frame_names(painter, scene, seen, brush, without)
        return
    keys = sorted(
        scene.link_boxes.touching(seen, max(REACH, reach(brush.detail))),
        key=lambda key: (scene.order[key[0]], key[1]),
    )
    links = [scene.links[key] for key in keys]
    shown = None
    if without:
        hidden = without.links.union(scene.around_links(without.blocks))
        links = [each for each in links if each.key not in hidden]
        shown = {each.key for each in links}.__contains__
    paint_links(painter, links, brush.theme, scale)
    paint_words(painter, scene, seen, brush, shown)
    paint_lids(painter, scene, seen, brush, scene.lids.keys() - without.frames)
    ids = scene.card_boxes.touching(seen, max(margins(brush.detail)))
    paint_cards(painter, scene, (id for id in ids if id not in without.blocks), brush)
    _paint_frame_names(painter, scene, seen, brush, without)


def paint_words(
    painter: QPainter,
    scene: Scene,
    seen: Rect,
    brush: Brush,
    wanted: Callable[[LinkKey], bool] | None = None,
    *,
    lit: str = "",
) -> None:
    """Write the words of branches on links, or on some of them."""
    if brush.detail not in LETTERS:
        return
    plates = scene.plates_in(grown(seen, 8), brush.detail)
    shown = plates if wanted is None else (each for each in plates if wanted(each.key))
    painter.save()
    try:
        painter.scale(brush.scale, brush.scale)
        paint_plates(painter, shown, LETTERS[brush.detail], brush.theme, lit=lit)
    finally:
        painter.restore()


def paint_cards(painter: QPainter, scene: Scene, ids: Iterable[str], brush: Brush) -> None:
    """Draw cards in the order of the flow."""
    for id in sorted(ids, key=scene.order.__getitem__):
        brush.pictures.draw(
            painter, scene.cards[id], scene.boxes[id], brush.scale, brush.detail, brush.theme
        )


def _paint_sheets(
    painter: QPainter, scene: Scene, seen: Rect, brush: Brush, without: Lifted
) -> None:
    frames = [id for id in scene.frames if id not in without.frames and id not in scene.lids]
    notes = [id for id in scene.notes if id not in without.notes]
    paint_sheets(painter, scene, seen, brush, (frames, notes))


def paint_sheets(
    painter: QPainter,
    scene: Scene,
    seen: Rect,
    brush: Brush,
    which: tuple[Collection[str], Collection[str]],
) -> None:
    """Draw some frames and notes, those that touch a part of the scene."""
    if not any(which):
        return
    painter.save()
    try:
        painter.scale(brush.scale, brush.scale)
        near = set(scene.frame_boxes.touching(seen, 2))
        for id in which[0]:
            box = scene.frame_boxes.box(id)
            if id in near and box:
                paint_frame(painter, scene.frames[id], box, brush.theme, brush.zoom)
        near = set(scene.note_boxes.touching(seen, 2))
        size = {Detail.NEAR: 13, Detail.MIDDLE: 26}.get(brush.detail, 0)
        for id in which[1]:
            box = scene.note_boxes.box(id)
            if id in near and box:
                paint_note(painter, scene.notes[id], box, brush.theme, size)
    finally:
        painter.restore()


def paint_lids(
    painter: QPainter, scene: Scene, seen: Rect, brush: Brush, ids: Collection[str]
) -> None:
    """Draw some folded frames; they lie over links, as cards do."""
    if not scene.lids:
        return
    painter.save()
    try:
        painter.scale(brush.scale, brush.scale)
        for id, box in scene.lids.items():
            if id in ids and meet(box, grown(seen, LID_REACH)):
                hides = under(scene.held_by(id), scene.shown.problems)
                paint_lid(painter, scene.frames[id], box, brush.theme, brush.zoom, hides)
    finally:
        painter.restore()


def _paint_frame_names(
    painter: QPainter, scene: Scene, seen: Rect, brush: Brush, without: Lifted
) -> None:
    """Over the cards, where those are too small to tell what a part of the flow is about."""
    if brush.detail not in NAMED_ABOVE or not (scene.frames and brush.named):
        return
    painter.save()
    try:
        painter.scale(brush.scale, brush.scale)
        near = set(scene.frame_boxes.touching(seen, 2)) - without.frames
        for id in scene.frames:
            box = scene.frame_boxes.box(id)
            if id in near and box and not scene.frames[id].folded:
                paint_frame_name(painter, scene.frames[id], box, brush.theme, brush.zoom)
    finally:
        painter.restore()


def _paint_far(painter: QPainter, scene: Scene, seen: Rect, brush: Brush, without: Lifted) -> None:
    """Flat boxes in the colours of their groups, plain lines, and dots for problems."""
    if not without:
        paint_far_ways(painter, scene, seen, brush)
        paint_lids(painter, scene, seen, brush, scene.lids)
        paint_far_cards(painter, scene, seen, brush)
        return
    hidden = without.links.union(scene.around_links(without.blocks))
    paint_far_ways(painter, scene, seen, brush, lambda key: key not in hidden)
    paint_lids(painter, scene, seen, brush, scene.lids.keys() - without.frames)
    paint_far_cards(painter, scene, seen, brush, lambda id: id not in without.blocks)


def paint_far_ways(
    painter: QPainter,
    scene: Scene,
    seen: Rect,
    brush: Brush,
    wanted: Callable[[LinkKey], bool] | None = None,
    *,
    lit: str = "",
) -> None:
    """Draw some links as plain lines."""
    _, links = _only(wanted, *scene.link_boxes.part(seen, REACH))
    paint_far_links(painter, links, brush.theme, brush.scale, lit=lit)


def paint_far_cards(
    painter: QPainter,
    scene: Scene,
    seen: Rect,
    brush: Brush,
    wanted: Callable[[str], bool] | None = None,
) -> None:
    """Draw cards that can be seen as flat boxes, or some of them."""
    ids, table = _only(wanted, *scene.card_boxes.part(seen, 14 / brush.scale))
    paint_boxes(painter, scene, brush, ids, table)


def paint_boxes(
    painter: QPainter, scene: Scene, brush: Brush, ids: Collection[str], table: Floats
) -> None:
    """Draw cards as flat boxes in the colours of their groups, with dots for problems.

    The table has a row for each: left, top, right, bottom and the number of the group.
    """
    painter.setPen(Qt.PenStyle.NoPen)
    for number, group in enumerate(GROUPS):
        some = table[table[:, 4] == number, :4] * brush.scale
        some[:, 2:] -= some[:, :2]
        colour = brush.theme.groups.get(group, brush.theme.muted)
        painter.setBrush(mixed(brush.theme.card, colour, 0.62))
        draw_rects(painter, some.round())
    _paint_far_problems(painter, scene, brush, ids, table)


def _only(
    wanted: Callable[[K], bool] | None, keys: list[K], table: Floats
) -> tuple[list[K], Floats]:
    """Keys and their rows of a table; all of them, or some."""
    if wanted is None:
        return keys, table
    kept = [row for row, key in enumerate(keys) if wanted(key)]
    return [keys[row] for row in kept], table[kept]


def _paint_far_problems(
    painter: QPainter, scene: Scene, brush: Brush, ids: Collection[str], table: Floats
) -> None:
    import numpy as np

    size = max(round(min(6.0, 2 + 96 * brush.zoom) * brush.ratio), 2)
    found = [scene.shown.problems.get(id) for id in ids]
    severities = np.array([each.severity if each else "" for each in found])
    dots = np.empty((len(found), 4))
    dots[:, :2] = (table[:, [2, 1]] * brush.scale).round() - size // 2
    dots[:, 2:] = size
    painter.setBrush(QColor(brush.theme.canvas))
    draw_rects(painter, dots[severities != ""] + np.array((-1, -1, 2, 2)))
    for severity in ("hint", "warning", "error"):  # the worst lie over the others
        painter.setBrush(QColor(brush.theme.severities[severity]))
        draw_rects(painter, dots[severities == severity])
