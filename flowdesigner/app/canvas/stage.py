"""What the canvas, its gestures and its commands share: what is shown, and what is in hand."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path as FilePath

from PySide6.QtCore import QObject, Signal

from flowdesigner.app.canvas.card import Problems
from flowdesigner.app.canvas.hits import NOTHING, Hit
from flowdesigner.app.canvas.index import Boxes, grown
from flowdesigner.app.canvas.links import LinkKey
from flowdesigner.app.canvas.paint_scene import NOTHING as NOTHING_LIFTED
from flowdesigner.app.canvas.paint_scene import Lifted
from flowdesigner.app.canvas.path import NO_PATH, Path
from flowdesigner.app.canvas.scene import Scene, Shown
from flowdesigner.app.canvas.viewport import Viewport
from flowdesigner.app.document import Document
from flowdesigner.app.focus import Focus
from flowdesigner.app.theme import Theme
from flowdesigner.model.flow import Flow

MOST_LIT = 100
"""When more blocks are selected, their links are not lit."""


class Stage(QObject):
    """The state of a canvas that is no part of the project."""

    repaint = Signal()
    """Something that is drawn over the tiles changed."""
    repaint_over = Signal(object)
    """Only what a gesture draws over all else changed: where, or nothing when anywhere."""
    looked = Signal()
    """Another part of the scene is shown."""
    edit_requested = Signal(str)
    """The author wants to fill in a block."""
    add_requested = Signal(object, object)
    """The author wants to choose a block to add: where in the scene, and after which exit."""
    told = Signal(object)
    """A `Message`: something the author should know of what was just done, or could not be."""
    went = Signal(object)
    """Blocks were put elsewhere at once: by block the box where it was."""
    picked_other = Signal()
    """Another link, note or frame is picked, or none any more."""
    write_requested = Signal(object)
    """A `Hit`: the author wants to write in a note, or the title of a frame."""

    def __init__(self, document: Document, focus: Focus, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.document, self.focus, self.theme = document, focus, theme
        self.problems: Mapping[str, Problems] = {}
        self.taken: Mapping[str, Mapping[str, Mapping[str, int]]] | None = None
        """By flow, block and exit, how many conversations leave by it, if that is shown."""
        self.folder: Callable[[], FilePath | None] = lambda: None
        """Where the project lies, when it is saved; whoever knows puts another one here."""
        self.scene = Scene(self.shown())
        self.viewport = Viewport()
        self.lifted: Lifted = NOTHING_LIFTED
        self.hovered: Hit = NOTHING
        self.aimed: str | None = None
        """The block a link would lead to if it were let go now."""
        self.aimed_link: LinkKey | None = None
        """The link a block would come into if it were let go now."""
        self.picked: Hit = NOTHING
        """A link, note or frame that is selected; blocks are selected in the focus."""
        self.path: Path = NO_PATH
        """The path that is lit, while the rest is dimmed."""
        self.dimmed: frozenset[str] = frozenset()
        """The blocks that are of no interest now, since the author wants to see others."""
        self._lit: tuple[str | None, str | None] = (None, None)

    @property
    def flow_id(self) -> str:
        """The id of the flow that is shown."""
        return self.focus.flow

    @property
    def flow(self) -> Flow:
        """The flow that is shown."""
        return self.scene.shown.flow

    @property
    def lit(self) -> str | None:
        """The block at which the preview stands, when it is in the flow that is shown."""
        return self._lit[1] if self._lit[0] == self.flow_id else None

    def light(self, flow: str | None, block: str | None) -> None:
        """Show where the preview stands."""
        if (flow, block) != self._lit:
            self._lit = (flow, block)
            self.repaint.emit()

    def dim(self, blocks: frozenset[str]) -> None:
        """Let some blocks be seen less well than the others."""
        if blocks != self.dimmed:
            self.dimmed = blocks
            self.repaint.emit()

    def shown(self) -> Shown:
        """What the scene shall show now."""
        taken = None if self.taken is None else self.taken.get(self.focus.flow, {})
        project, flow, language = self.document.project, self.focus.flow, self.focus.language
        return Shown(project, flow, language, self.problems, taken)

    def look(self, viewport: Viewport) -> None:
        """Show another part of the scene."""
        if viewport != self.viewport:
            self.viewport = viewport
            self.looked.emit()

    def hover(self, hit: Hit) -> None:
        """Light up what the pointer is over."""
        if hit != self.hovered:
            self.hovered = hit
            self.repaint.emit()

    def aim(self, block: str | None) -> None:
        """Show which block a link would lead to."""
        if block != self.aimed:
            self.aimed = block
            self.repaint.emit()

    def aim_at_link(self, link: LinkKey | None) -> None:
        """Show which link a block would come into."""
        if link != self.aimed_link:
            self.aimed_link = link
            self.repaint.emit()

    def pick(self, hit: Hit) -> None:
        """Select a link, a note or a frame."""
        self._take(hit)
        if hit is not NOTHING:
            self.focus.select()
        self.repaint.emit()

    def select(self, *blocks: str) -> None:
        """Select blocks, and nothing else."""
        self.drop_pick()
        self.focus.select(*blocks)

    def drop_pick(self) -> None:
        """Let no link, note or frame be picked."""
        self._take(NOTHING)

    def _take(self, hit: Hit) -> None:
        other, self.picked = hit != self.picked, hit
        if other:
            self.picked_other.emit()
        self.repaint.emit()

    def lift(self, lifted: Lifted) -> None:
        """Take things in hand, or let them go."""
        both = (self.lifted, lifted)
        self.lifted = lifted
        for each in both:
            self._damage(each)
        self.repaint.emit()

    def _damage(self, lifted: Lifted) -> None:
        scene = self.scene
        for id in lifted.blocks & scene.boxes.keys():
            scene.damaged(scene.boxes[id])
        for key in lifted.links.union(scene.around_links(lifted.blocks)) & scene.links.keys():
            scene.damaged(scene.links[key].route.bounds)
        self._damage_sheets(scene.note_boxes, lifted.notes)
        self._damage_sheets(scene.frame_boxes, lifted.frames)

    def _damage_sheets(self, boxes: Boxes[str], ids: Iterable[str]) -> None:
        for id in ids:
            box = boxes.box(id)
            if box:
                self.scene.damaged(grown(box, 2))

    def lit_links(self) -> tuple[set[LinkKey], set[LinkKey]]:
        """The links to light up: of what is selected or pointed at; those from the lit block."""
        scene = self.scene
        few = len(self.focus.blocks) <= MOST_LIT
        chosen = set(scene.around_links(self.focus.blocks)) if few else set()
        pointed = (self.picked.link, self.hovered.link, self.aimed_link)
        chosen |= {link for link in pointed if link in scene.links}
        playing = {link.key for link in scene.leaving.get(self.lit or "", ())}
        return chosen, playing
