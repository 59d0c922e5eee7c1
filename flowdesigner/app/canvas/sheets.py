"""Walking through notes and frames with a key."""

from flowdesigner.app.canvas.hits import Hit, What
from flowdesigner.app.canvas.stage import Stage
from flowdesigner.app.canvas.viewport import Rect


def pick_next(stage: Stage) -> None:
    """Pick the note or frame that follows the picked one, from top to bottom, and show it."""
    sheets = _sheets(stage)
    if not sheets:
        return
    hits = [hit for _, hit in sheets]
    at = hits.index(stage.picked) + 1 if stage.picked in hits else 0
    box, hit = sheets[at % len(sheets)]
    stage.pick(hit)
    stage.look(stage.viewport.revealing(box))


def _sheets(stage: Stage) -> list[tuple[Rect, Hit]]:
    scene = stage.scene
    notes = [(scene.note_boxes.box(id), Hit(What.NOTE, id)) for id in scene.notes]
    frames = [(scene.frame_boxes.box(id), Hit(What.FRAME, id)) for id in scene.frames]
    placed = [(box, hit) for box, hit in (*notes, *frames) if box is not None]
    return sorted(placed, key=lambda each: (each[0][1], each[0][0], each[1].id))
