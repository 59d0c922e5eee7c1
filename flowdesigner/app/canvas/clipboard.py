"""Copying blocks: the clipboard holds them as a project file would."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from flowdesigner.app.canvas.index import joined
from flowdesigner.app.canvas.placing import keeping_places
from flowdesigner.app.canvas.stage import Stage
from flowdesigner.edits.blocks import DeleteBlocks
from flowdesigner.edits.edit import Several, Where
from flowdesigner.edits.paste import PasteBlocks, Piece, files_of, piece_of
from flowdesigner.errors import FlowDesignerError
from flowdesigner.formats.native.dump import write_project
from flowdesigner.formats.native.read import read_project
from flowdesigner.model.flow import Flow, Layout, Point
from flowdesigner.model.project import Project
from flowdesigner.storage.carry import carry
from flowdesigner.texts import N_, message

YAML_MIME = "application/x-flowdesigner-yaml"
FOLDER_MIME = "application/x-flowdesigner-folder"
"""Where the files lie that the blocks send."""
STEP = 32
"""So far from the last one a further copy lies."""
_LONGEST = 4_000_000


class Clipboard:
    """Takes blocks from the flow that is shown and puts copies in."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._pasted: tuple[str, Point] | None = None
        """What was pasted last and where, so that the next copy does not hide it."""

    def copy(self) -> bool:
        """Put the selected blocks on the clipboard; whether there were any."""
        piece = self._selected()
        if not piece.blocks:
            return False
        text = as_yaml(self._stage.document.project, self._stage.flow_id, piece)
        data = QMimeData()
        data.setData(YAML_MIME, text.encode())
        data.setText(text)
        folder = self._stage.folder()
        if folder is not None:
            data.setData(FOLDER_MIME, str(folder).encode())
        QGuiApplication.clipboard().setMimeData(data)
        self._pasted = None
        return True

    def cut(self) -> None:
        """Put the selected blocks on the clipboard and take them away."""
        ids = self._stage.focus.blocks
        if self.copy():
            n = len(ids)
            named = message(N_("Cut {n} blocks") if n > 1 else N_("Cut block"), n=n)
            self._stage.document.do(Several((DeleteBlocks(self._stage.flow_id, ids),), named))

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
        piece = from_yaml(text) if 0 < len(text) < _LONGEST else None
        if piece is None or not piece.blocks:
            return False
        x, y = self._corner(piece, at, text.decode("utf-8", "replace"))
        corner = piece.corner
        folder = bytes(data.data(FOLDER_MIME).data()).decode("utf-8", "replace")
        self._put(piece.shifted(round(x - corner[0]), round(y - corner[1])), duplicate=False)
        self._bring_files(files_of(piece.blocks.values()), folder)
        return True

    def duplicate(self) -> None:
        """Put copies of the selected blocks beside them; select those."""
        piece = self._selected()
        if piece.blocks:
            self._put(piece.shifted(STEP, STEP), duplicate=True)

    def _corner(self, piece: Piece, at: tuple[float, float] | None, text: str) -> Point:
        if at is not None:
            corner = _snapped(at[0], at[1])
        elif self._pasted is not None and self._pasted[0] == text:
            corner = self._pasted[1][0] + STEP, self._pasted[1][1] + STEP
        else:
            corner = self._first_corner(piece)
        self._pasted = text, corner
        return corner

    def _first_corner(self, piece: Piece) -> Point:
        """Beside the original when that is in view, else in the middle of the view."""
        x, y = piece.corner
        left, top, right, bottom = self._stage.viewport.seen
        if left <= x <= right and top <= y <= bottom:
            return x + STEP, y + STEP
        return _snapped((left + right) / 2 - 128, (top + bottom) / 2 - 80)

    def _selected(self) -> Piece:
        stage = self._stage
        places = {id: _point(stage.scene.place(id)) for id in stage.focus.blocks}
        return piece_of(stage.document.project, stage.flow_id, stage.focus.blocks, places)

    def _put(self, piece: Piece, *, duplicate: bool) -> None:
        stage = self._stage
        project = stage.document.project
        paste = PasteBlocks(stage.flow_id, piece, duplicate)
        names = tuple(paste.ids(project).values())
        there = Several((paste,), paste.title, Where(stage.flow_id, names))
        stage.document.do(keeping_places(stage, there))
        stage.select(*names)
        boxes = [stage.scene.boxes[id] for id in names if id in stage.scene.boxes]
        around = joined(boxes)
        if around:
            stage.look(stage.viewport.revealing(around))
        for old, new in paste.renamed(project).items():
            told = N_("“{old}” is a variable of another kind here; the copies use “{new}”.")
            stage.told.emit(message(told, old=old, new=new))

    def _bring_files(self, names: set[str], source: str) -> None:
        """The pictures that copies send come to this project's folder too."""
        target = self._stage.folder()
        if not names or (target is not None and source == str(target)):
            return
        if target is None or not source:
            self._tell(N_("Put these files beside the project: {files}"), sorted(names))
            return
        carried = carry(names, Path(source), target)
        self._tell(N_("Copied beside the project: {files}"), carried.brought)
        self._tell(N_("Put these files beside the project: {files}"), carried.missing)
        self._tell(N_("Other files of these names lie here already: {files}"), carried.other)

    def _tell(self, words: str, files: Sequence[str]) -> None:
        if files:
            self._stage.told.emit(message(words, files=", ".join(files)))


def as_yaml(project: Project, flow: str, piece: Piece) -> str:
    """Blocks as a file of one flow; what they lead to outside is left out when it is pasted."""
    part = Project(
        id=project.id,
        languages=project.languages,
        channels=project.channels,
        variables=dict(piece.variables),
        flows={flow: Flow(blocks=dict(piece.blocks), layout=Layout(blocks=dict(piece.places)))},
        translated_from={
            language: {f"{flow}.{key}": mark for key, mark in keys.items()}
            for language, keys in piece.marks.items()
        },
    )
    return write_project(part)


def from_yaml(text: bytes) -> Piece | None:
    """The blocks of the first flow of a file; nothing when it is no such file."""
    try:
        project = read_project(text).project
    except FlowDesignerError:
        return None
    for id, flow in project.flows.items():
        places = {each: flow.layout.blocks.get(each, (0, 0)) for each in flow.blocks}
        return piece_of(project, id, flow.blocks.keys(), places)
    return None


def _point(at: tuple[float, float] | None) -> Point:
    x, y = at or (0, 0)
    return round(x), round(y)


def _snapped(x: float, y: float) -> Point:
    return round(x / 8) * 8, round(y / 8) * 8
