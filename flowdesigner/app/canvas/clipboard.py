"""Copying blocks: the clipboard holds them as a project file would."""

from collections.abc import Mapping

from msgspec import Struct
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from flowdesigner.app.canvas.index import joined
from flowdesigner.app.canvas.placing import keeping_places
from flowdesigner.app.canvas.stage import Stage
from flowdesigner.edits.blocks import PasteBlocks
from flowdesigner.errors import FlowDesignerError
from flowdesigner.formats.native.dump import write_project
from flowdesigner.formats.native.read import read_project
from flowdesigner.model.block import Block
from flowdesigner.model.flow import Flow, Layout, Point
from flowdesigner.model.project import Project

YAML_MIME = "application/x-flowdesigner-yaml"
STEP = 32
"""So far from the last one a further copy lies."""
_LONGEST = 4_000_000


class Copied(Struct, frozen=True):
    """Blocks with the places they had."""

    blocks: Mapping[str, Block]
    places: Mapping[str, Point]

    def shifted(self, dx: int, dy: int) -> "Copied":
        """The same at another place."""
        return Copied(self.blocks, {id: (x + dx, y + dy) for id, (x, y) in self.places.items()})

    @property
    def corner(self) -> Point:
        """The top left of all."""
        return (
            min((x for x, _ in self.places.values()), default=0),
            min((y for _, y in self.places.values()), default=0),
        )


class Clipboard:
    """Takes blocks from the flow that is shown and puts copies in."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._pasted: tuple[str, Point] | None = None
        """What was pasted last and where, so that the next copy does not hide it."""

    def copy(self) -> bool:
        """Put the selected blocks on the clipboard; whether there were any."""
        copied = self._selected()
        if not copied.blocks:
            return False
        text = as_yaml(self._stage, copied)
        data = QMimeData()
        data.setData(YAML_MIME, text.encode())
        data.setText(text)
        QGuiApplication.clipboard().setMimeData(data)
        self._pasted = None
        return True

    def can_paste(self) -> bool:
        """Whether the clipboard holds blocks, as far as can be seen from outside."""
        data = QGuiApplication.clipboard().mimeData()
        return data is not None and (
            data.hasFormat(YAML_MIME) or "flowdesigner:" in data.text()[:400]
        )

    def paste(self, at: tuple[float, float] | None = None) -> bool:
        """Put copies of what is on the clipboard here, or beside the last ones; select them."""
        data = QGuiApplication.clipboard().mimeData()
        if data is None:
            return False
        raw = data.data(YAML_MIME).data() if data.hasFormat(YAML_MIME) else data.text().encode()
        text = bytes(raw)
        copied = from_yaml(text) if 0 < len(text) < _LONGEST else None
        if copied is None or not copied.blocks:
            return False
        x, y = self._corner(copied, at, text.decode("utf-8", "replace"))
        corner = copied.corner
        self._put(copied.shifted(round(x - corner[0]), round(y - corner[1])), duplicate=False)
        return True

    def duplicate(self) -> None:
        """Put copies of the selected blocks beside them; select those."""
        copied = self._selected()
        if copied.blocks:
            self._put(copied.shifted(STEP, STEP), duplicate=True)

    def _corner(self, copied: Copied, at: tuple[float, float] | None, text: str) -> Point:
        if at is not None:
            corner = _snapped(at[0], at[1])
        elif self._pasted is not None and self._pasted[0] == text:
            corner = self._pasted[1][0] + STEP, self._pasted[1][1] + STEP
        else:
            corner = self._first_corner(copied)
        self._pasted = text, corner
        return corner

    def _first_corner(self, copied: Copied) -> Point:
        """Beside the original when that is in view, else in the middle of the view."""
        x, y = copied.corner
        left, top, right, bottom = self._stage.viewport.seen
        if left <= x <= right and top <= y <= bottom:
            return x + STEP, y + STEP
        return _snapped((left + right) / 2 - 128, (top + bottom) / 2 - 80)

    def _selected(self) -> Copied:
        stage = self._stage
        chosen = set(stage.focus.blocks)
        ids = [id for id in stage.flow.blocks if id in chosen]
        places = {id: _point(stage.scene.place(id)) for id in ids}
        return Copied({id: stage.flow.blocks[id] for id in ids}, places)

    def _put(self, copied: Copied, *, duplicate: bool) -> None:
        stage = self._stage
        edit = PasteBlocks(stage.flow_id, copied.blocks, copied.places, duplicate)
        names = tuple(edit.ids(stage.document.project).values())
        stage.document.do(keeping_places(stage, edit))
        stage.select(*names)
        boxes = [stage.scene.boxes[id] for id in names if id in stage.scene.boxes]
        around = joined(boxes)
        if around:
            stage.look(stage.viewport.revealing(around))


def as_yaml(stage: Stage, copied: Copied) -> str:
    """Blocks as a file of one flow; what they lead to outside is left out when it is pasted."""
    project = stage.document.project
    flow = Flow(blocks=dict(copied.blocks), layout=Layout(blocks=dict(copied.places)))
    part = Project(
        id=project.id,
        languages=project.languages,
        channels=project.channels,
        flows={stage.flow_id or "copied": flow},
    )
    return write_project(part)


def from_yaml(text: bytes) -> Copied | None:
    """The blocks of the first flow of a file; nothing when it is no such file."""
    try:
        project = read_project(text).project
    except FlowDesignerError:
        return None
    flow = next(iter(project.flows.values()), None)
    if flow is None:
        return None
    places = {id: flow.layout.blocks.get(id, (0, 0)) for id in flow.blocks}
    return Copied(flow.blocks, places)


def _point(at: tuple[float, float] | None) -> Point:
    x, y = at or (0, 0)
    return round(x), round(y)


def _snapped(x: float, y: float) -> Point:
    return round(x / 8) * 8, round(y / 8) * 8
