"""What an author can do on the canvas besides gestures: menus, keys and other panels call it."""

from flowdesigner.app.canvas.between import way_through
from flowdesigner.app.canvas.card import INPUT_Y, WIDTH
from flowdesigner.app.canvas.folds import lid_over
from flowdesigner.app.canvas.hits import NOTHING, Hit, What
from flowdesigner.app.canvas.index import joined
from flowdesigner.app.canvas.links import LinkKey
from flowdesigner.app.canvas.paint_scene import Lifted
from flowdesigner.app.canvas.placing import keeping_places, moved
from flowdesigner.app.canvas.stage import Stage
from flowdesigner.app.canvas.tools.tool import snapped
from flowdesigner.blocks import BY_TYPE
from flowdesigner.edits.blocks import AddBlock, DeleteBlocks
from flowdesigner.edits.change_type import ChangeType
from flowdesigner.edits.connections import Connect, PutBetween, SetFirst
from flowdesigner.edits.edit import Edit, Several
from flowdesigner.edits.flows import SetFrame, SetNote
from flowdesigner.model.flow import Frame, Note, Point
from flowdesigner.model.ids import free_id, make_id
from flowdesigner.model.part import changed
from flowdesigner.texts import N_, message

GAP = 88.0
NEW_HEIGHT = 150.0


class Commands:
    """Edits of the flow that is shown, as the canvas offers them."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def add_block(
        self,
        type_word: str,
        at: tuple[float, float] | None = None,
        after: LinkKey | None = None,
    ) -> str:
        """Add a block of a type and select it; `at` is where links shall come in to it.

        After an exit that leads somewhere it comes in between.
        """
        stage = self._stage
        block = BY_TYPE[type_word].model_validate({"type": type_word})
        id = make_id(type_word, stage.flow.blocks)
        if at is None:
            at, after = self._next_place(after)
        corner: Point = snapped(at[0]), snapped(at[1] - INPUT_Y)
        between = after if after in stage.scene.links else None
        edit: Edit = AddBlock(stage.flow_id, id, block, corner, None if between else after)
        if between:
            joins = PutBetween(stage.flow_id, between, id, way_through(stage, block))
            edit = Several((edit, joins), edit.title)
        stage.document.do(keeping_places(stage, self._in_sight(edit, corner)))
        stage.select(id)
        return id

    def _in_sight(self, edit: Edit, corner: Point) -> Edit:
        """An edit that puts a block somewhere; a folded frame there is opened."""
        x, y = corner
        scene = self._stage.scene
        lid = lid_over((x, y, x + WIDTH, y + NEW_HEIGHT), scene.lids)
        if lid is None:
            return edit
        opened = SetFrame(self._stage.flow_id, lid, changed(scene.frames[lid], folded=None))
        return Several((edit, opened), edit.title)

    def delete_selection(self) -> None:
        """Delete the selected blocks; or the link, note or frame that is picked."""
        stage, picked = self._stage, self._stage.picked
        if stage.focus.blocks:
            stage.document.do(DeleteBlocks(stage.flow_id, stage.focus.blocks))
        elif picked.link:
            self.disconnect(*picked.link)
        elif picked.what is What.NOTE:
            stage.document.do(SetNote(stage.flow_id, picked.id, None))
        elif picked.what is What.FRAME:
            stage.document.do(SetFrame(stage.flow_id, picked.id, None))
        stage.pick(NOTHING)

    def connect(self, block: str, exit: str, target: str) -> None:
        """Let an exit lead to a block."""
        self._stage.document.do(Connect(self._stage.flow_id, block, exit, target))

    def disconnect(self, block: str, exit: str) -> None:
        """Let an exit lead nowhere."""
        self._stage.document.do(Connect(self._stage.flow_id, block, exit, None))

    def begin_here(self, block: str) -> None:
        """Let the flow begin with a block."""
        self._stage.document.do(SetFirst(self._stage.flow_id, block))

    def change_type(self, block: str, type_word: str) -> None:
        """Let a block be one of another type, keeping what carries over."""
        into = BY_TYPE[type_word].model_validate({"type": type_word})
        self._stage.document.do(ChangeType(self._stage.flow_id, block, into))

    def add_note(self, at: tuple[float, float]) -> str:
        """Put an empty note on the canvas, and let the author write in it."""
        stage = self._stage
        id = free_id("note", stage.flow.layout.notes)
        corner = snapped(at[0]), snapped(at[1])
        note = Note(at=corner, size=(200, 96), color="yellow")
        stage.document.do(SetNote(stage.flow_id, id, note))
        stage.write_requested.emit(Hit(What.NOTE, id))
        return id

    def colour_note(self, id: str, colour: str) -> None:
        """Give a note another colour."""
        stage = self._stage
        note = Note.model_validate({**dict(stage.scene.notes[id]), "color": colour})
        stage.document.do(SetNote(stage.flow_id, id, note))

    def frame_selection(self) -> None:
        """Put a frame around the selected blocks, and let the author write its title."""
        stage = self._stage
        boxes = [stage.scene.boxes[id] for id in stage.focus.blocks if id in stage.scene.boxes]
        around = joined(boxes)
        if around is None:
            return
        left, top = snapped(around[0] - 24), snapped(around[1] - 56)
        size = snapped(around[2] + 24) - left, snapped(around[3] + 24) - top
        id = free_id("frame", stage.flow.layout.frames)
        edit = SetFrame(stage.flow_id, id, Frame(at=(left, top), size=size))
        add = Several((edit,), message(N_("Add frame")))
        stage.document.do(keeping_places(stage, add))
        stage.pick(Hit(What.FRAME, id))
        stage.write_requested.emit(stage.picked)

    def fold_frame(self, id: str) -> None:
        """Hide what lies in a frame, or show it again."""
        stage = self._stage
        frame = stage.scene.frames[id]
        after = changed(frame, folded=None if frame.folded else True)
        title = N_("Unfold frame") if frame.folded else N_("Fold frame")
        edit = Several((SetFrame(stage.flow_id, id, after),), message(title))
        stage.document.do(keeping_places(stage, edit))

    def select_all(self) -> None:
        """Select every block of the flow."""
        self._stage.select(*self._stage.flow.blocks)

    def nudge(self, dx: int, dy: int) -> None:
        """Move what is selected by steps of the grid; a row of nudges is one step."""
        stage, picked = self._stage, self._stage.picked
        notes = frozenset({picked.id} if picked.what is What.NOTE else ())
        lifted = Lifted(blocks=frozenset(stage.focus.blocks), notes=notes)
        if lifted.blocks or lifted.notes:
            key = ("nudge", stage.flow_id, stage.focus.blocks, picked.id)
            stage.document.do(moved(stage, lifted, dx, dy, key))

    def _next_place(self, after: LinkKey | None) -> tuple[tuple[float, float], LinkKey | None]:
        """To the right of what it comes after, or of the one selected block; else in the middle."""
        scene, stage = self._stage.scene, self._stage
        beside = after[0] if after else stage.focus.block
        box = scene.boxes.get(beside or "")
        if box is None:
            left, top, right, bottom = stage.viewport.seen
            spot = (left + right - WIDTH) / 2, (top + bottom) / 2
        else:
            spot = box[2] + GAP, box[1] + INPUT_Y
        if beside and after is None:
            free = [row.id for row in scene.cards[beside].rows if row.state == "open"]
            after = (beside, free[0]) if free else None
        return self._free(*spot), after

    def _free(self, x: float, y: float) -> tuple[float, float]:
        """The first place downwards where a new card lies on no other."""
        while True:
            top = y - INPUT_Y
            around = (x - 16, top - 16, x + WIDTH + 16, top + NEW_HEIGHT + 16)
            hit = self._stage.scene.cards_in(around)
            if not hit:
                return x, y
            y = max(box[3] for box in hit) + 40 + INPUT_Y
