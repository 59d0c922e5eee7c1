"""Drawing a veil over the scene, and over it again the cards that are of interest."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from flowdesigner.app.canvas.cache import margins
from flowdesigner.app.canvas.paint_scene import Brush, paint_cards, paint_far_cards, paint_lids
from flowdesigner.app.canvas.stage import Stage
from flowdesigner.app.canvas.viewport import Detail

VEIL = 0.72
"""How much of the dimmed blocks is hidden."""


def paint_veil(painter: QPainter, stage: Stage, brush: Brush) -> None:
    """Dim everything but the cards that are not dimmed; draws nothing when none are."""
    if not stage.dimmed:
        return
    view, scene = stage.viewport, stage.scene
    veil = QColor(brush.theme.canvas)
    veil.setAlphaF(VEIL)
    size = view.width * view.ratio, view.height * view.ratio
    painter.fillRect(QRectF(view.left, view.top, *size), veil)
    hidden = stage.dimmed | stage.lifted.blocks
    lids = {lid for id, lid in scene.hidden.items() if id not in hidden} - stage.lifted.frames
    paint_lids(painter, scene, view.seen, brush, lids)
    if brush.detail is Detail.FAR:
        paint_far_cards(painter, scene, view.seen, brush, lambda id: id not in hidden)
    else:
        near = scene.card_boxes.touching(view.seen, max(margins(brush.detail)))
        paint_cards(painter, scene, (id for id in near if id not in hidden), brush)
