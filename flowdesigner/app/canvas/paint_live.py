"""Drawing what changes with every move of the pointer, over the tiles."""

from collections.abc import Collection

from msgspec import Struct
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from flowdesigner.app.canvas.hits import What
from flowdesigner.app.canvas.index import grown, joined, meet
from flowdesigner.app.canvas.links import LinkKey
from flowdesigner.app.canvas.paint_card import paint_edge
from flowdesigner.app.canvas.paint_links import paint_links
from flowdesigner.app.canvas.paint_path import paint_path
from flowdesigner.app.canvas.paint_scene import Brush, paint_cards, paint_lids, paint_words
from flowdesigner.app.canvas.paint_veil import paint_veil
from flowdesigner.app.canvas.stage import Stage
from flowdesigner.app.canvas.viewport import Detail, Rect

MOST_ROUND = 200
"""When more rings can be seen, they have corners."""


class Ring(Struct, frozen=True):
    """A line around a card."""

    colour: str
    width: float
    gap: float


def paint_live(painter: QPainter, stage: Stage, brush: Brush) -> None:
    """Draw lit links and rings on a painter that counts in pixels from the scene's origin."""
    if stage.path:
        paint_path(painter, stage, brush)
    chosen, playing = stage.lit_links()
    lifted = stage.lifted
    hidden = lifted.links.union(stage.scene.around_links(lifted.blocks)) if lifted else frozenset()
    _paint_lit(painter, stage, brush, (chosen - hidden, brush.theme.accent))
    _paint_lit(painter, stage, brush, (playing - chosen - hidden, brush.theme.good))
    paint_veil(painter, stage, brush)
    paint_rings(painter, stage, brush, 0, 0)


def paint_rings(painter: QPainter, stage: Stage, brush: Brush, dx: float, dy: float) -> None:
    """Draw the rings of what is selected, pointed at, aimed at or played; moved ones if any."""
    theme = brush.theme
    in_hand = stage.lifted.blocks if (dx or dy) else frozenset()
    still = [id for id in stage.focus.blocks if id not in stage.lifted.blocks]
    hovered = stage.hovered.id
    if hovered in stage.scene.boxes and hovered not in stage.focus.blocks:
        _rings(painter, stage, brush, [hovered], Ring(theme.edge, 1.5, 1))
    _rings(painter, stage, brush, in_hand or still, Ring(theme.accent, 2, 2))
    if stage.lit:
        _rings(painter, stage, brush, [stage.lit], Ring(theme.good, 3, 4))
    picked = _picked_sheet(stage)
    if picked and not (dx or dy):
        _outline(painter, [picked], brush, Ring(theme.accent, 2, 2))
    if stage.aimed:
        _rings(painter, stage, brush, [stage.aimed], Ring(theme.accent, 3, 3))


def _picked_sheet(stage: Stage) -> Rect | None:
    """The box of the note or frame that is selected."""
    scene, picked, lifted = stage.scene, stage.picked, stage.lifted
    if picked.what is What.NOTE and picked.id not in lifted.notes:
        return scene.note_boxes.box(picked.id)
    if picked.what is What.FRAME and picked.id not in lifted.frames:
        return scene.frame_boxes.box(picked.id)
    return None


def _paint_lit(
    painter: QPainter, stage: Stage, brush: Brush, lit: tuple[set[LinkKey], str]
) -> None:
    """Lit links lie over the other links but under the cards, so those are drawn again."""
    scene, seen = stage.scene, stage.viewport.seen
    links = [scene.links[key] for key in sorted(lit[0]) if key in scene.links]
    links = [link for link in links if meet(link.route.bounds, seen)]
    if not links:
        return
    paint_links(painter, links, brush.theme, brush.scale, lit=lit[1])
    keys = {link.key for link in links}
    paint_words(painter, scene, seen, brush, keys.__contains__, lit=lit[1])
    around = joined([link.route.bounds for link in links])
    if around and brush.detail is not Detail.FAR:
        area = _common(grown(around, 16), seen)
        ids = set(scene.card_boxes.touching(area, 16)) - stage.lifted.blocks
        paint_lids(painter, scene, area, brush, scene.lids.keys() - stage.lifted.frames)
        paint_cards(painter, scene, ids, brush)


def _rings(painter: QPainter, stage: Stage, brush: Brush, ids: Collection[str], ring: Ring) -> None:
    scene = stage.scene
    seen = grown(stage.viewport.seen, 12 / brush.zoom)
    bodies = dict.fromkeys(scene.body(id) for id in ids if id in scene.boxes)
    found = [body for body in bodies if meet(body, seen)]
    if not found:
        return
    _outline(painter, found, brush, ring)
    if brush.detail is Detail.NEAR and len(found) <= MOST_ROUND:
        for id in ids:
            if id in scene.card_boxes and meet(scene.boxes[id], seen):
                _paint_edge(painter, stage, brush, id)


def _outline(painter: QPainter, found: Collection[Rect], brush: Brush, ring: Ring) -> None:
    gap = ring.gap * brush.ratio
    rects = [_around(box, brush.scale, gap) for box in found]
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(ring.colour), ring.width * brush.ratio))
    if brush.detail is Detail.FAR or len(rects) > MOST_ROUND:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.drawRects(rects)
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    radius = (8 if brush.detail is Detail.NEAR else 12) * brush.scale + gap
    for rect in rects:
        painter.drawRoundedRect(rect, radius, radius)


def _around(box: Rect, scale: float, gap: float) -> QRectF:
    left, top, right, bottom = (round(each * scale) for each in box)
    return QRectF(left - gap, top - gap, right - left + 2 * gap, bottom - top + 2 * gap)


def _paint_edge(painter: QPainter, stage: Stage, brush: Brush, id: str) -> None:
    """Ports and marks lie over the ring."""
    box = stage.scene.boxes[id]
    painter.save()
    try:
        painter.translate(round(box[0] * brush.scale), round(box[1] * brush.scale))
        painter.scale(brush.scale, brush.scale)
        paint_edge(painter, stage.scene.cards[id], brush.theme)
    finally:
        painter.restore()


def _common(one: Rect, other: Rect) -> Rect:
    return (
        max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3]),
    )  # fmt: skip
