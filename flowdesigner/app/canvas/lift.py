"""Things in the author's hand: how they and their links look while they are moved."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace
from PySide6.QtGui import QPainter

from flowdesigner.app.canvas.index import meet
from flowdesigner.app.canvas.links import Link
from flowdesigner.app.canvas.paint_links import paint_links
from flowdesigner.app.canvas.paint_live import paint_rings
from flowdesigner.app.canvas.paint_scene import (
    Brush,
    paint_boxes,
    paint_cards,
    paint_lids,
    paint_sheets,
)
from flowdesigner.app.canvas.routes import Route, Spot, route
from flowdesigner.app.canvas.scene import Scene
from flowdesigner.app.canvas.stage import Stage
from flowdesigner.app.canvas.viewport import Detail, Rect

MOST_LINKS = 120
"""So many links follow what is in hand at most; the rest come when it is put down."""


def moved_links(
    scene: Scene, blocks: frozenset[str], dx: float, dy: float, seen: Rect
) -> Iterator[Link]:
    """The links of some blocks that may be seen, as they run when those are moved."""

    def still(rect: Rect) -> list[Rect]:
        return scene.cards_in(rect, blocks)

    for link in scene.around_links(blocks).values():
        if link.block in blocks and link.target in blocks:
            if meet(_by(link.route.bounds, dx, dy), seen):
                points = tuple((x + dx, y + dy) for x, y in link.route.points)
                yield replace(link, route=Route(points, link.route.back))
            continue
        out, come = link.block in blocks, link.target in blocks
        here, there = scene.body(link.block), scene.body(link.target)
        own = _by(here, dx, dy) if out else here, _by(there, dx, dy) if come else there
        start = _spot(link.start, dx, dy) if out else link.start
        end = _spot(link.end, dx, dy) if come else link.end
        lane = [row.id for row in scene.cards[link.block].rows].index(link.exit)
        yield replace(link, route=route(start, end, own, still, lane))


def _spot(spot: Spot, dx: float, dy: float) -> Spot:
    return spot[0] + dx, spot[1] + dy


def _by(box: Rect, dx: float, dy: float) -> Rect:
    return box[0] + dx, box[1] + dy, box[2] + dx, box[3] + dy


def paint_lifted(
    painter: QPainter, stage: Stage, brush: Brush, by: tuple[float, float], links: Iterable[Link]
) -> None:
    """Draw what is in hand, moved, with its links, on a painter that counts in pixels."""
    dx, dy = by
    scene, lifted = stage.scene, stage.lifted
    away = round(dx * brush.scale), round(dy * brush.scale)
    left, top, right, bottom = stage.viewport.seen
    seen = left - dx, top - dy, right - dx, bottom - dy
    painter.save()
    try:
        painter.translate(*away)
        sheets = (lifted.frames - scene.lids.keys(), lifted.notes)
        paint_sheets(painter, scene, seen, brush, sheets)
        painter.translate(-away[0], -away[1])
        paint_links(painter, links, brush.theme, brush.scale, lit=brush.theme.accent)
        painter.translate(*away)
        paint_lids(painter, scene, seen, brush, lifted.frames)
        _paint_cards(painter, scene, seen, brush, lifted.blocks)
        paint_rings(painter, stage, brush, dx, dy)
    finally:
        painter.restore()


def _paint_cards(
    painter: QPainter, scene: Scene, seen: Rect, brush: Brush, ids: frozenset[str]
) -> None:
    if brush.detail is Detail.FAR:
        paint_boxes(painter, scene, brush, *scene.card_boxes.some(ids))
        return
    near = scene.card_boxes.touching(seen, 64)
    paint_cards(painter, scene, [id for id in near if id in ids], brush)
