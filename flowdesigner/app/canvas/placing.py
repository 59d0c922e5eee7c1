"""Edits of where things lie."""

from collections.abc import Hashable, Iterator, Mapping, Sequence

from flowdesigner.app.canvas.card import WIDTH
from flowdesigner.app.canvas.index import inside, joined, meet
from flowdesigner.app.canvas.paint_scene import Lifted
from flowdesigner.app.canvas.scene import Scene
from flowdesigner.app.canvas.stage import Stage
from flowdesigner.app.canvas.viewport import Rect
from flowdesigner.edits.blocks import MoveBlocks
from flowdesigner.edits.edit import Edit, Several, Where
from flowdesigner.edits.flows import SetFrame, SetNote
from flowdesigner.model.flow import Frame, Note, Point
from flowdesigner.model.part import changed
from flowdesigner.texts import N_, Message, message

NOTE_GAP = 12


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


def rearranged(stage: Stage, places: Mapping[str, Point], title: Message, where: Where) -> Edit:
    """Put blocks elsewhere; frames and notes go with the blocks they belong to."""
    scene = stage.scene
    edits: list[Edit] = [MoveBlocks(stage.flow_id, places)]
    if any(scene.place(id) != at for id, at in places.items()):
        after = dict(scene.boxes)
        for id, (x, y) in places.items():
            after[id] = (x, y, x + WIDTH, y + scene.cards[id].height)
        edits += _frames_around(scene, stage.flow_id, after)
        edits += _notes_beside(scene, stage.flow_id, after)
    edit = Several(tuple(edits), title, where)
    return keeping_places(stage, edit, frozenset(places))


def _frames_around(scene: Scene, flow: str, after: Mapping[str, Rect]) -> Iterator[Edit]:
    """Frames around the same blocks as before, unless others would get in."""
    for id, frame in scene.frames.items():
        held = scene.frame_boxes.box(id)
        members = {each for each in after if held and inside(scene.boxes[each], held)}
        around = joined([after[each] for each in members])
        if around is None or all(after[each] == scene.boxes[each] for each in members):
            continue
        left, top, right, bottom = around[0] - 24, around[1] - 56, around[2] + 24, around[3] + 24
        new = (left, top, right, bottom)
        if not any(meet(box, new) for each, box in after.items() if each not in members):
            size = (round(right - left), round(bottom - top))
            yield SetFrame(flow, id, changed(frame, at=(round(left), round(top)), size=size))


def _notes_beside(scene: Scene, flow: str, after: Mapping[str, Rect]) -> Iterator[Edit]:
    """Notes as far from the nearest block as they were, or else close to it."""
    for id, note in scene.notes.items():
        box = scene.note_boxes.box(id)
        if box is None or not after:
            continue
        near = min(after, key=lambda each: _apart(scene.boxes[each], box))
        dx, dy = after[near][0] - scene.boxes[near][0], after[near][1] - scene.boxes[near][1]
        if dx or dy:
            x, y = _beside(box, (box[0] + dx, box[1] + dy), after[near], tuple(after.values()))
            yield SetNote(flow, id, changed(note, at=(round(x), round(y))))


def _beside(
    note: Rect, wished: tuple[float, float], near: Rect, cards: Sequence[Rect]
) -> tuple[float, float]:
    """Where a note lies on no card: where it is wished, else above a block, below or beside it."""
    wide, high = note[2] - note[0], note[3] - note[1]
    spots = (
        wished,
        (near[0], near[1] - high - NOTE_GAP),
        (near[0], near[3] + NOTE_GAP),
        (near[0] - wide - NOTE_GAP, near[1]),
        (near[2] + NOTE_GAP, near[1]),
    )
    lying = ((x, y, x + wide, y + high) for x, y in spots)
    free = (box for box in lying if not any(meet(box, card) for card in cards))
    found = next(free, None)
    return found[:2] if found else wished


def _apart(one: Rect, other: Rect) -> float:
    """How far two boxes are from one another."""
    across = max(one[0] - other[2], other[0] - one[2], 0.0)
    return across + max(one[1] - other[3], other[1] - one[3], 0.0)


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
