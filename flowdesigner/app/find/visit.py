"""Showing a hit: its flow, its block or note, its field, in its language."""

from flowdesigner.app.canvas.hits import Hit as Spot
from flowdesigner.app.canvas.hits import What
from flowdesigner.app.canvas.view import FlowCanvas
from flowdesigner.app.focus import Focus
from flowdesigner.edits.edit import Where
from flowdesigner.find.search import Hit


def visit(hit: Hit, focus: Focus, canvas: FlowCanvas) -> None:
    """Look at what a hit is in; what is in no flow has no place to go to."""
    written = hit.written
    if written.flow is None:
        return
    if written.language:
        focus.speak(written.language)
    if written.block is not None:
        focus.go_to(Where(written.flow, (written.block,), written.path))
        return
    focus.open_flow(written.flow)
    focus.select()
    if written.root[2:3] == ("layout",):
        is_note, id = written.root[3] == "notes", str(written.root[4])
        stage = canvas.stage
        stage.pick(Spot(What.NOTE if is_note else What.FRAME, id))
        box = (stage.scene.note_boxes if is_note else stage.scene.frame_boxes).box(id)
        if box:
            stage.look(stage.viewport.revealing(box))
    else:
        focus.field_asked.emit(written.path)
