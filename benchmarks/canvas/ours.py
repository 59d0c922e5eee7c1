"""Ours: the real canvas with the product's real cards, on a document as the window has it."""

from typing import Any

import numpy  # noqa: F401 - the program loads it while it waits for its author
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QWidget
from side import Side, serve

from flowdesigner.app.canvas.view import FlowCanvas
from flowdesigner.app.document import Document
from flowdesigner.app.focus import Focus
from flowdesigner.app.style import load_font
from flowdesigner.app.theme import LIGHT
from flowdesigner.blocks import Menu, Message
from flowdesigner.model.flow import Flow, Layout
from flowdesigner.model.project import Project

THIRD = -6
"""The level of zoom next to a third of full size."""


def project_of(graph: dict[str, Any]) -> Project:
    """The journey as a project: a menu where two links leave, a message elsewhere."""
    exits: list[dict[str, str]] = [{} for _ in graph["places"]]
    for block, exit, target in graph["links"]:
        exits[block][f"o_{exit}"] = f"block_{target}"
    made = {}
    for number, text in enumerate(graph["texts"]):
        words, ways = {"id": text}, exits[number]
        if number % 2 == 0:
            options = [{"id": f"o_{n}", "label": {"id": f"Pilihan {n}"}} for n in range(2)]
            values = {"text": words, "options": options, "exits": ways}
            made[f"block_{number}"] = Menu.model_validate(values)
        else:
            after = {"next": ways["o_0"]} if "o_0" in ways else {}
            made[f"block_{number}"] = Message.model_validate({"text": words, "exits": after})
    places = {f"block_{number}": place for number, place in enumerate(graph["places"])}
    flow = Flow(first="block_0", blocks=made, layout=Layout(blocks=places))
    return Project(languages=("id",), flows={"main": flow})


class Ours(Side):
    """The canvas of the program."""

    ZOOM_KEYS = Qt.KeyboardModifier.ControlModifier

    def __init__(self) -> None:
        super().__init__()
        self.app.setFont(load_font())
        self.document = Document(Project())
        self.focus = Focus(self.document)
        self.project = Project()

    def build(self, graph: str) -> dict[str, float]:
        import json

        with open(graph, encoding="utf-8") as file:
            self.project = project_of(json.load(file))  # the document is there before its drawing
        return super().build(graph)

    def make(self, graph: dict[str, Any]) -> QWidget:
        self.canvas = FlowCanvas(self.document, self.focus, LIGHT)
        self.document.open(self.project)
        self.settle()
        self.middle = f"block_{len(graph['places']) // 2}"
        return self.canvas

    @property
    def surface(self) -> QWidget:
        return self.canvas

    def go(self, place: str) -> None:
        if place == "fit":
            self.canvas.zoom_to_fit()
            return
        stage = self.canvas.stage
        box = stage.scene.boxes[self.middle]
        view = stage.viewport.zoomed(THIRD if place == "third" else 0, 0, 0)
        stage.look(view.centred((box[0] + box[2]) / 2, (box[1] + box[3]) / 2))

    def grip(self) -> QPointF:
        box = self.canvas.stage.scene.boxes[self.middle]
        return QPointF(*self.canvas.stage.viewport.to_widget(box[0] + 60, box[1] + 16))

    def settled(self) -> bool:
        return self.canvas.resting

    def forget(self) -> None:
        self.canvas.set_theme(LIGHT)

    def done_with_drag(self) -> None:
        moved = self.canvas.stage.flow.layout.blocks[self.middle]
        if moved == self.project.flows["main"].layout.blocks[self.middle]:
            raise AssertionError("nothing was dragged")
        self.document.history.undo()


serve(Ours())
