"""Copying blocks, notes and frames: the clipboard holds them as a project file would."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from flowdesigner.app.canvas.hits import NOTHING, Hit, What
from flowdesigner.app.canvas.index import inside, joined
from flowdesigner.app.canvas.placing import keeping_places
from flowdesigner.app.canvas.scene import Scene
from flowdesigner.app.canvas.stage import Stage
from flowdesigner.edits.blocks import DeleteBlocks
from flowdesigner.edits.edit import Edit, Several, Where
from flowdesigner.edits.flows import SetFrame, SetNote
from flowdesigner.edits.paste import PasteBlocks, Piece, files_of, piece_of
from flowdesigner.errors import FlowDesignerError
from flowdesigner.formats.native.dump import write_project
from flowdesigner.formats.native.read import read_project
from flowdesigner.model.flow import Flow, Layout, Point
from flowdesigner.model.project import Project
from flowdesigner.storage.carry import carry
from flowdesigner.texts import N_, Message, message

YAML_MIME = "application/x-flowdesigner-yaml"
FOLDER_MIME = "application/x-flowdesigner-folder"
"""Where the files lie that the blocks send."""
STEP = 32
"""So far from the last one a further copy lies."""
_LONGEST = 4_000_000
FRAMES = (What.FRAME, What.FRAME_GRIP, What.FOLD)
NOTES = (What.NOTE, What.NOTE_GRIP)


class Clipboard:
    """Takes blocks from the flow that is shown and puts copies in."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._pasted: tuple[str, Point] | None = None
        """What was pasted last and where, so that the next copy does not hide it."""

    def copy(self) -> bool:
        """Put the selected blocks on the clipboard; whether there were any."""
        piece = self._selected()
        if piece.is_empty:
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
        piece, flow = self._selected(), self._stage.flow_id
        if not self.copy():
            return
        edits: list[Edit] = [DeleteBlocks(flow, tuple(piece.blocks))] if piece.blocks else []
        edits += [SetNote(flow, id, None) for id in piece.notes]
        edits += [SetFrame(flow, id, None) for id in piece.frames]
        self._stage.document.do(Several(tuple(edits), _cut_title(piece)))
        self._stage.pick(NOTHING)

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
        if piece is None or piece.is_empty:
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
        if not piece.is_empty:
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
        """What is selected; blocks take along the frames around none but them, and their notes.

        What a folded frame hides goes with it.
        """
        stage, scene = self._stage, self._stage.scene
        picked = stage.picked
        lid = picked.id if picked.what in FRAMES and picked.id in scene.lids else None
        ids = tuple(scene.held_by(lid)) if lid else tuple(stage.focus.blocks)
        frames = _frames_of(scene, frozenset(ids))
        if picked.what in FRAMES:
            frames = {picked.id} if lid is None else frames | {picked.id}
        boxes = [scene.frame_boxes.box(id) for id in frames] if ids else []
        notes = {
            id
            for id in scene.notes
            for box in (scene.note_boxes.box(id),)
            if box and any(around and inside(box, around) for around in boxes)
        }
        notes |= {picked.id} if picked.what in NOTES else set()
        places = {id: _point(scene.place(id)) for id in ids}
        piece = piece_of(stage.document.project, stage.flow_id, ids, places)
        return replace(
            piece,
            notes={id: each for id, each in scene.notes.items() if id in notes},
            frames={id: each for id, each in scene.frames.items() if id in frames},
        )

    def _put(self, piece: Piece, *, duplicate: bool) -> None:
        stage = self._stage
        project = stage.document.project
        paste = PasteBlocks(stage.flow_id, piece, duplicate)
        names = tuple(paste.ids(project).values())
        notes, frames = paste.sheets(project)
        there = Several((paste,), paste.title, Where(stage.flow_id, names))
        stage.document.do(keeping_places(stage, there))
        stage.select(*names)
        if not names:
            stage.pick(Hit(What.FRAME, next(iter(frames))) if frames else _note(notes))
        scene = stage.scene
        found = [scene.boxes.get(id) for id in names]
        found += [scene.note_boxes.box(id) for id in notes]
        found += [scene.frame_boxes.box(id) for id in frames]
        around = joined([box for box in found if box])
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
    layout = Layout(blocks=dict(piece.places), notes=dict(piece.notes), frames=dict(piece.frames))
    part = Project(
        id=project.id,
        languages=project.languages,
        channels=project.channels,
        variables=dict(piece.variables),
        flows={flow: Flow(blocks=dict(piece.blocks), layout=layout)},
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
        piece = piece_of(project, id, flow.blocks.keys(), places)
        return replace(piece, notes=flow.layout.notes, frames=flow.layout.frames)
    return None


def _frames_of(scene: Scene, ids: frozenset[str]) -> set[str]:
    """The frames that hold some of these blocks and no other."""
    found = set()
    for id in scene.frames if ids else ():
        around = scene.frame_boxes.box(id)
        held = {each for each, box in scene.boxes.items() if around and inside(box, around)}
        if held and held <= ids:
            found.add(id)
    return found


def _cut_title(piece: Piece) -> Message:
    n = len(piece.blocks)
    if n:
        return message(N_("Cut {n} blocks") if n > 1 else N_("Cut block"), n=n)
    return message(N_("Cut frame") if piece.frames else N_("Cut note"))


def _note(notes: Iterable[str]) -> Hit:
    return Hit(What.NOTE, next(iter(notes)))


def _point(at: tuple[float, float] | None) -> Point:
    x, y = at or (0, 0)
    return round(x), round(y)


def _snapped(x: float, y: float) -> Point:
    return round(x / 8) * 8, round(y / 8) * 8
