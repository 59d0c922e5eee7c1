"""Looks at a canvas on a screen of another scale, which a program has for all its life.

Run by `test_scales.py` in a process of its own; prints one JSON object.
"""

import json
import sys

from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from flowdesigner.app.canvas.cache import CardPictures
from flowdesigner.app.canvas.hits import What, hit
from flowdesigner.app.canvas.paint_scene import Brush, paint_scene
from flowdesigner.app.theme import LIGHT
from tests.app.canvas.test_gestures import BLOCKS
from tests.app.drivers.canvas import CanvasDriver, project_of

PLACES = {"hello": (40, 40), "question": (384, 80), "thanks": (728, 40), "done": (728, 320)}
"""No link leads back: dashes are smoothed otherwise where a tile cuts them."""


def painted_at_once(author: CanvasDriver, size: QImage) -> QImage:
    """The scene painted in one go, pixel for pixel, with no tile in between."""
    view = author.canvas.stage.viewport
    picture = QImage(size.size(), QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    try:
        painter.translate(-view.left, -view.top)
        part = (view.left, view.top, view.left + size.width(), view.top + size.height())
        brush = Brush(view.zoom, view.ratio, LIGHT, CardPictures())
        paint_scene(painter, author.canvas.stage.scene, part, brush, author.canvas.stage.lifted)
    finally:
        painter.end()
    return picture


def main() -> None:
    """Print the scale, how many pixels differ, and which ports are not where they are drawn."""
    app = QApplication(sys.argv)
    author = CanvasDriver(project_of(BLOCKS, PLACES))
    author.canvas.show_map(False)
    missed, apart = [], 0
    for level in (0, -2, 3):
        view = author.canvas.stage.viewport
        author.canvas.stage.look(view.zoomed(level, 333, 217))
        seen = author.picture().convertToFormat(QImage.Format.Format_RGB32)
        seen.setDevicePixelRatio(1)
        whole = painted_at_once(author, seen)
        apart += seen != whole
        for block, card in author.canvas.stage.scene.cards.items():
            for row in card.rows:
                spot = author.on_screen(author.port_of(block, row.id))
                at = author.canvas.stage.viewport.to_scene(spot.x(), spot.y())
                found = hit(author.canvas.stage.scene, *at, author.canvas.stage.viewport.zoom)
                if (found.what, found.id, found.exit) != (What.PORT, block, row.id):
                    missed.append(f"{block}.{row.id} at {level}")
    ratio = author.canvas.stage.viewport.ratio
    json.dump({"ratio": ratio, "apart": apart, "missed": missed}, sys.stdout)
    app.exit()


if __name__ == "__main__":
    main()
