"""Drawing a path: all else is dimmed, and what belongs to it is drawn again."""

from collections.abc import Collection

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from flowdesigner.app.canvas.links import Link
from flowdesigner.app.canvas.paint_links import paint_links
from flowdesigner.app.canvas.paint_scene import (
    Brush,
    paint_cards,
    paint_far_cards,
    paint_far_ways,
    paint_lids,
    paint_words,
)
from flowdesigner.app.canvas.stage import Stage
from flowdesigner.app.canvas.viewport import Detail

VEIL = 0.55
"""How much of what is not on the path is hidden."""
MOST_CURVES = 300
"""When more links can be seen, they are drawn as plain lines."""


def paint_path(painter: QPainter, stage: Stage, brush: Brush) -> None:
    """Draw the path over the tiles, on a painter that counts in pixels from the origin."""
    view, scene, path = stage.viewport, stage.scene, stage.path
    veil = QColor(brush.theme.canvas)
    veil.setAlphaF(VEIL)
    size = view.width * view.ratio, view.height * view.ratio
    painter.fillRect(QRectF(view.left, view.top, *size), veil)
    links = [
        scene.links[key]
        for key in scene.link_boxes.touching(view.seen, 16)
        if key in path.links and key[0] not in stage.lifted.blocks
    ]
    lids = {scene.hidden[id] for id in path.blocks if id in scene.hidden} - stage.lifted.frames
    _paint_links(painter, stage, links, brush)
    paint_lids(painter, scene, view.seen, brush, lids)
    ids = path.blocks - stage.lifted.blocks
    if brush.detail is Detail.FAR:
        paint_far_cards(painter, scene, view.seen, brush, lambda id: id in ids)
    else:
        near = scene.card_boxes.touching(view.seen, 64)
        paint_cards(painter, scene, [id for id in near if id in ids], brush)


def _paint_links(painter: QPainter, stage: Stage, links: Collection[Link], brush: Brush) -> None:
    accent = brush.theme.accent
    if brush.detail is Detail.FAR or len(links) > MOST_CURVES:
        keys = {link.key for link in links}
        paint_far_ways(
            painter, stage.scene, stage.viewport.seen, brush, lambda key: key in keys, lit=accent
        )
        return
    ordered = sorted(links, key=lambda link: (stage.scene.order[link.block], link.exit))
    paint_links(painter, ordered, brush.theme, brush.scale, lit=accent)
    keys = {link.key for link in links}
    seen = stage.viewport.seen
    paint_words(painter, stage.scene, seen, brush, keys.__contains__, lit=accent)
