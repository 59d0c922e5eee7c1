"""Edits of where things lie."""

from collections.abc import Hashable, Iterator, Mapping

from flowdesigner.app.canvas.arrange import tidy
from flowdesigner.app.canvas.card import WIDTH
from flowdesigner.app.canvas.paint_scene import Lifted
from flowdesigner.app.canvas.scene import Scene
from flowdesigner.app.canvas.stage import Stage
from flowdesigner.edits.blocks import MoveBlocks
from flowdesigner.edits.edit import Edit, Several
from flowdesigner.edits.flows import SetFrame, SetNote
from flowdesigner.model.flow import Frame, Note, Point
from flowdesigner.model.part import changed
from flowdesigner.texts import N_, message


def moved(stage: Stage, lifted: Lifted, dx: int, dy: int, key: Hashable | None = None) -> Edit:
    """Put things elsewhere, by so much."""
    scene, flow = stage.scene, stage.flow_id
    edits: list[Edit] = []
    if lifted.blocks:
        places = {id: _by(scene.place(id), dx, dy) for id in scene.order if id in lifted.blocks}
        edits.append(MoveBlocks(flow, places, key))
    edits += _sheets(scene, flow, lifted, (dx, dy))
    if len(edits) == 1:
        return keeping_places(stage, edits[0], lifted.blocks)
    named = message(N_("Move frame")) if lifted.frames else edits[0].title
    return keeping_places(stage, Several(tuple(edits), named), lifted.blocks)


def keeping_places(stage: Stage, edit: Edit, but: frozenset[str] = frozenset()) -> Edit:
    """An edit that puts things somewhere; blocks that we placed so far stay where they are."""
    rest = _unplaced(stage.scene, but)
    if not rest:
        return edit
    return Several((edit, MoveBlocks(stage.flow_id, rest)), edit.title)


def _unplaced(scene: Scene, but: frozenset[str] = frozenset()) -> Mapping[str, Point]:
    """Where we put blocks that have no place yet."""
    placed = scene.shown.flow.layout.blocks
    return {
        id: at
        for id, at in scene.automatic.items()
        if id in scene.cards and id not in placed and id not in but
    }


def tidied(stage: Stage) -> Edit:
    """Put all blocks in tidy columns."""
    scene, flow = stage.scene, stage.flow
    sizes = {id: (WIDTH, card.height) for id, card in scene.cards.items()}
    leads = {id: _targets(scene, id) for id in scene.cards}
    bounds = scene.card_boxes.bounds()
    corner = (bounds[0], bounds[1]) if bounds else (40.0, 40.0)
    return MoveBlocks(stage.flow_id, tidy(sizes, leads, flow.first, corner))


def _targets(scene: Scene, id: str) -> tuple[str, ...]:
    return tuple(link.target for link in scene.leaving.get(id, ()))


def _sheets(scene: Scene, flow: str, lifted: Lifted, by: tuple[int, int]) -> Iterator[Edit]:
    for id in sorted(lifted.notes):
        note: Note = scene.notes[id]
        box = scene.note_boxes.box(id)
        yield SetNote(flow, id, changed(note, at=_by(box and (box[0], box[1]), *by)))
    for id in sorted(lifted.frames):
        frame: Frame = scene.frames[id]
        box = scene.frame_boxes.box(id)
        yield SetFrame(flow, id, changed(frame, at=_by(box and (box[0], box[1]), *by)))


def _by(at: tuple[float, float] | None, dx: int, dy: int) -> Point:
    x, y = at or (0, 0)
    return round(x + dx), round(y + dy)
