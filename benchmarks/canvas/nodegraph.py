"""The peer: NodeGraphQt by its public calls, with one text field a node, as far as it can go."""

import os
from typing import Any

os.environ["QT_PREFERRED_BINDING"] = "PySide6"

from NodeGraphQt import BaseNode, NodeGraph
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QWidget
from side import Side, serve


class Block(BaseNode):  # type: ignore[misc]
    """One way in, two ways out, a line of text."""

    __identifier__ = "bench"
    NODE_NAME = "Block"

    def __init__(self) -> None:
        super().__init__()
        self.add_input("in", multi_input=True)
        self.add_output("yes")
        self.add_output("no")
        self.add_text_input("text", "", text="", tab="w")


class Peer(Side):
    """NodeGraphQt's viewer."""

    def make(self, graph: dict[str, Any]) -> QWidget:
        if raised := os.environ.get("PIXMAP_CACHE"):
            QPixmapCache.setCacheLimit(int(raised))
        self.graph = NodeGraph()
        self.graph.set_acyclic(False)
        self.graph.register_node(Block)
        made = []
        for (x, y), title, text in zip(
            graph["places"], graph["titles"], graph["texts"], strict=True
        ):
            node = self.graph.create_node(
                "bench.Block", name=title, pos=[x, y], selected=False, push_undo=False
            )
            node.set_property("text", text, push_undo=False)
            made.append(node)
        for block, exit, target in graph["links"]:
            made[block].output(exit).connect_to(made[target].input(0), push_undo=False)
        self.items = [node.view for node in made]
        self.middle = self.items[len(made) // 2]
        self.home = self.middle.scenePos()
        return self.graph.widget  # type: ignore[no-any-return]

    @property
    def surface(self) -> QWidget:
        return self.graph.viewer().viewport()  # type: ignore[no-any-return]

    def go(self, place: str) -> None:
        view = self.graph.viewer()
        wide, high = view.width(), view.height()
        if place == "fit":
            around = QRectF()
            for item in self.items:
                around |= item.sceneBoundingRect()
            factor = max(around.width() / wide, around.height() / high) * 1.05
            middle = around.center()
        else:
            factor = 3.0 if place == "third" else 1.0
            middle = self.middle.sceneBoundingRect().center()
        wide, high = wide * factor, high * factor
        view._scene_range = QRectF(middle.x() - wide / 2, middle.y() - high / 2, wide, high)
        view._update_scene()

    def grip(self) -> QPointF:
        box = self.middle.boundingRect()
        spot = self.middle.mapToScene(QPointF(box.center().x(), box.top() + 12))
        return QPointF(self.graph.viewer().mapFromScene(spot))

    def gap(self) -> QPointF:
        view = self.graph.viewer()
        spots = (QPointF(x, y) for y in range(300, 700, 7) for x in range(500, 1100, 7))
        return next(spot for spot in spots if view.itemAt(spot.toPoint()) is None)

    def forget(self) -> None:
        QPixmapCache.clear()

    def done_with_drag(self) -> None:
        self.middle.setPos(self.home)


serve(Peer())
