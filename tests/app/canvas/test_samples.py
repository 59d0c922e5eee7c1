"""The samples as the canvas draws them."""

from itertools import combinations
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from flowdesigner.places import samples_folder
from flowdesigner.storage.project_file import open_file
from tests.app.drivers.canvas import CanvasDriver

GAP = 24
SAMPLES = sorted(samples_folder().glob("*.flow.yaml"))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_no_card_or_note_lies_on_another(sample: Path, qtbot: QtBot) -> None:
    project = open_file(sample).project
    author = CanvasDriver(project)
    qtbot.addWidget(author.canvas)
    for id, flow in project.flows.items():
        author.focus.open_flow(id)
        author.settle()
        boxes = dict(author.canvas.stage.scene.boxes)
        assert set(boxes) == set(flow.blocks)
        for name, note in flow.layout.notes.items():
            (left, top), (width, height) = note.at, note.size
            boxes[f"note {name}"] = (left, top, left + width, top + height)
        near = [
            (a, b)
            for (a, one), (b, other) in combinations(boxes.items(), 2)
            if one[0] < other[2] + GAP and other[0] < one[2] + GAP
            and one[1] < other[3] + GAP and other[1] < one[3] + GAP
        ]  # fmt: skip
        assert near == [], id
