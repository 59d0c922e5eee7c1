"""What is where: the cards, links, notes and frames of the flow that is shown."""

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from itertools import filterfalse

from msgspec import Struct

from flowdesigner.app.canvas.arrange import beside
from flowdesigner.app.canvas.card import WIDTH, Around, Card, Problems, card_of
from flowdesigner.app.canvas.folds import lid_over
from flowdesigner.app.canvas.index import Boxes, joined, meet
from flowdesigner.app.canvas.links import Bodies, Link, LinkKey, links_of
from flowdesigner.app.canvas.plates import LETTERS, Plate, around_plate, plates_of, reach, widened
from flowdesigner.app.canvas.viewport import Detail, Rect
from flowdesigner.model.flow import Flow, Frame, Note
from flowdesigner.model.project import Project

GROUPS = ("say", "ask", "decide", "do", "finish", "unknown")
_ROW = {group: (at,) for at, group in enumerate(GROUPS)}
NOTE_SIZE = (200.0, 96.0)
FRAME_SIZE = (320.0, 240.0)
EMPTY = Flow()
SOME = 250
"""After so many boxes others get a turn."""


class Shown(Struct, frozen=True):
    """What the scene shows: a flow of a project in a language, with what the checks found."""

    project: Project
    flow_id: str
    language: str
    problems: Mapping[str, Problems]
    taken: Mapping[str, Mapping[str, int]] | None = None
    """By block and exit, how many conversations leave by it; nothing when it is not shown."""

    @property
    def flow(self) -> Flow:
        """The flow, or an empty one."""
        return self.project.flows.get(self.flow_id, EMPTY)

    @property
    def around(self) -> Around:
        """What cards depend on."""
        flow = self.flow
        return Around(
            self.project.facts, self.project.outcomes, self.language, flow.blocks, flow.first,
            self.problems, self.taken,
        )  # fmt: skip


class Scene:
    """Geometry of one flow; a change touches only what it is about."""

    def __init__(self, shown: Shown) -> None:
        self.damaged: Callable[[Rect], None] = lambda rect: None
        self.show(shown)

    def show(self, shown: Shown) -> None:
        """Build everything anew; who draws it has to forget all that was drawn."""
        for _step in self.showing(shown):
            pass

    def showing(self, shown: Shown) -> Iterator[None]:
        """The same in steps; what is not laid out yet is not there."""
        damaged, self.damaged = self.damaged, lambda rect: None
        try:
            self._begin(shown)
            yield from self._build()
        finally:
            self.damaged = damaged

    def _begin(self, shown: Shown) -> None:
        self.shown = shown
        self.cards: dict[str, Card] = {}
        self.boxes: dict[str, Rect] = {}
        self.order: dict[str, int] = {}
        self.links: dict[LinkKey, Link] = {}
        self.leaving: dict[str, tuple[Link, ...]] = {}
        # Who leads to a block, or once did.
        self.pointing: dict[str, set[str]] = defaultdict(set)
        self.card_boxes: Boxes[str] = Boxes(more=1)
        self.link_boxes: Boxes[LinkKey] = Boxes(more=5)
        self._plates: dict[tuple[str, Detail], tuple[Plate, ...]] = {}
        self.watched: Boxes[LinkKey] = Boxes()
        self.notes: dict[str, Note] = {}
        self.note_boxes: Boxes[str] = Boxes()
        self.frames: dict[str, Frame] = {}
        self.frame_boxes: Boxes[str] = Boxes()
        self.lids: dict[str, Rect] = {}
        """The boxes of folded frames."""
        self.hidden: dict[str, str] = {}
        """By block the folded frame in which it lies."""
        self._bodies = Bodies(self.boxes, {}, self.cards_in)
        self.automatic: dict[str, tuple[int, int]] = {}
        self._before: tuple[Boxes[LinkKey], Boxes[LinkKey]] | None = None

    def _build(self) -> Iterator[None]:
        around = self.shown.around
        for id in self.shown.flow.blocks:
            self.cards[id] = card_of(id, around)
            yield
        self._number()
        self._place_the_rest()
        for at, id in enumerate(self.cards):
            self._put_box(id)
            if at % SOME == 0:
                yield
        self._put_notes()
        self._fold(self.cards)
        for id in self.cards:
            self._put_links(id)
            yield

    def follow(self, shown: Shown, blocks: Iterable[str], *, notes: bool = False) -> None:
        """Patch what belongs to some blocks, after the project became another."""
        before, self.shown = self.shown.flow, shown
        flow = shown.flow
        wanted = set(blocks)
        # To go through all takes longer than the rest when there are many.
        same = flow.blocks is before.blocks or flow.blocks.keys() == self.cards.keys()
        came_or_went = set() if same else flow.blocks.keys() ^ self.cards.keys()
        for id in came_or_went:
            wanted |= {id, *self.pointing.get(id, ())}
        if before.first != flow.first:
            wanted |= {id for id in (before.first, flow.first) if id}
        lids = dict(self.lids)
        if notes:
            self._put_notes()
        self._patch(wanted, before, lids)

    def move(self, shown: Shown) -> None:
        """Put all boxes where they lie now; links are not there again before they are `lead`."""
        self.shown = shown
        # To free what lay where takes a while: it is done with the first link.
        self._before = self.link_boxes, self.watched
        self.link_boxes, self.watched = Boxes(more=5), Boxes()
        self._plates.clear()
        self._place_the_rest()
        placed, automatic = shown.flow.layout.blocks, self.automatic
        for id, card in self.cards.items():
            self._put_at(id, card, placed.get(id) or automatic[id])
        self._put_notes()
        self._fold(self.cards)

    def lead(self, block: str) -> None:
        """Find the ways of the links that leave a block; who draws them is not told."""
        self._before = None
        damaged, self.damaged = self.damaged, lambda rect: None
        try:
            self._put_links(block)
        finally:
            self.damaged = damaged

    def around_links(self, blocks: Iterable[str]) -> dict[LinkKey, Link]:
        """The links that come to or leave some blocks."""
        found: dict[LinkKey, Link] = {}
        for id in blocks:
            found |= {link.key: link for link in self.leaving.get(id, ())}
            for source in self.pointing.get(id, ()):
                found |= {
                    link.key: link for link in self.leaving.get(source, ()) if link.target == id
                }
        return found

    def plates(self, block: str, detail: Detail) -> tuple[Plate, ...]:
        """The words on the links that leave a block."""
        key = block, detail
        if key not in self._plates:
            self._plates[key] = plates_of(self.leaving.get(block, ()), detail)
        return self._plates[key]

    def plates_in(self, rect: Rect, detail: Detail) -> Iterator[Plate]:
        """The words in a part of the scene; where some would meet, those of one block stay.

        Of the blocks it is the one whose name comes first, so that parts fit together.
        """
        near = self.link_boxes.touching(widened(rect, detail), reach(detail))
        ordered = sorted({block for block, _exit in near})
        before: list[Rect] = []
        for id in ordered:
            own = self.plates(id, detail)
            yield from (
                plate
                for plate in own
                if meet(plate.box, rect) and not any(meet(plate.box, box) for box in before)
            )
            before += [plate.box for plate in own]

    def cards_in(self, rect: Rect, but: Container[str] = ()) -> list[Rect]:
        """The boxes of the cards that touch a part of the scene."""
        found = [self.boxes[id] for id in self.card_boxes.touching(rect) if id not in but]
        return [*found, *(lid for lid in self.lids.values() if meet(lid, rect))]

    def place(self, id: str) -> tuple[float, float] | None:
        """Where a block lies, placed by the author or by us."""
        at = self.shown.flow.layout.blocks.get(id) or self.automatic.get(id)
        return (float(at[0]), float(at[1])) if at else None

    def bounds(self) -> Rect | None:
        """A box around all there is."""
        found = [self.card_boxes.bounds(), self.note_boxes.bounds(), self.frame_boxes.bounds()]
        return joined([each for each in found if each])

    def body(self, block: str) -> Rect:
        """The box of a card, or of the folded frame in which it cannot be seen."""
        return self.lids[self.hidden[block]] if block in self.hidden else self.boxes[block]

    def held_by(self, frame: str) -> list[str]:
        """The blocks that a folded frame hides."""
        return [block for block, lid in self.hidden.items() if lid == frame]

    def _patch(self, wanted: set[str], was: Flow, lids: Mapping[str, Rect]) -> None:
        flow, around = self.shown.flow, self.shown.around
        before = {id: self.boxes.get(id) for id in wanted}
        for id in wanted & self.cards.keys() - flow.blocks.keys():
            self._take_away(id)
        for id in wanted & flow.blocks.keys():
            self._damage_block(id)
            self.cards[id] = card_of(id, around)
        self._take_in_new(was)
        for id in wanted & self.cards.keys():
            self._put_box(id)
        moved = {id for id in {*lids, *self.lids} if lids.get(id) != self.lids.get(id)}
        over = [lid[id] for id in moved for lid in (lids, self.lids) if id in lid]
        under = {id for id, lid in self.hidden.items() if lid in moved}
        turned = under | self._fold(self.cards if moved else wanted & self.cards.keys())
        over += [self.boxes[id] for id in turned]
        for id in turned:
            self.damaged(self.boxes[id])
        for id in (
            wanted | turned | self._led_otherwise(before) | self._led_by(turned, over)
        ) & self.cards.keys():
            self._damage_words(id)
            self._put_links(id)
            self._damage_words(id)
        for id in wanted & self.cards.keys():
            self._damage_block(id)

    def _led_otherwise(self, before: Mapping[str, Rect | None]) -> set[str]:
        """The blocks whose links may run otherwise, since cards came, went, grew or moved."""
        found: set[str] = set()
        for id, old in before.items():
            new = self.boxes.get(id)
            if old == new:
                continue
            found |= self._led_by((id,), [box for box in (old, new) if box])
        return found

    def _led_by(self, blocks: Iterable[str], boxes: Iterable[Rect]) -> set[str]:
        """The blocks whose links lead to some blocks, or run where boxes decide how."""
        found = {block for box in boxes for block, _exit in self.watched.touching(box)}
        return found.union(*(self.pointing.get(id, ()) for id in blocks))

    def _fold(self, among: Iterable[str]) -> set[str]:
        """Hide what lies in folded frames; the blocks for which that is new."""
        turned = set()
        if self.lids or self.hidden:
            for id in among:
                lid = lid_over(self.boxes[id], self.lids)
                if lid != self.hidden.get(id):
                    turned.add(id)
                    self.hidden.pop(id, None)
                    if lid:
                        self.hidden[id] = lid
                        self.card_boxes.drop(id)
                    else:
                        self._put_box(id)
            over = {block: self.lids[lid] for block, lid in self.hidden.items()}
            self._bodies = Bodies(self.boxes, over, self.cards_in)
        return turned

    def _take_away(self, id: str) -> None:
        self._damage_block(id)
        self._damage_words(id)
        self._drop_links(id)
        del self.cards[id], self.boxes[id]
        self.card_boxes.drop(id)
        self.hidden.pop(id, None)

    def _damage_block(self, id: str) -> None:
        box = self.boxes.get(id)
        if box:
            self.damaged(self.lids.get(self.hidden.get(id, ""), box))
        for link in self.leaving.get(id, ()):
            self.damaged(link.route.bounds)

    def _damage_words(self, id: str) -> None:
        """Words on links, and what may stand below or beside them when they are gone."""
        for detail in LETTERS:
            for plate in self.plates(id, detail):
                self.damaged(around_plate(plate, detail))

    def _take_in_new(self, was: Flow) -> None:
        """Number and place the blocks, when they may be others; to find out takes long."""
        flow = self.shown.flow
        others = flow.blocks is not was.blocks and [*self.order] != [*flow.blocks]
        if others:
            self._number()
        if others or flow.layout is not was.layout:
            self._place_the_rest()

    def _number(self) -> None:
        self.order = {id: at for at, id in enumerate(self.shown.flow.blocks)}

    def _place_the_rest(self) -> None:
        """Find places for blocks that have none; those found before stay where they are."""
        placed = self.shown.flow.layout.blocks
        unplaced = filterfalse(placed.__contains__, self.cards)
        loose = list(filterfalse(self.automatic.__contains__, unplaced))
        if not loose:
            return
        flow = self.shown.flow
        sizes = {id: (WIDTH, self.cards[id].height) for id in loose}
        leads = {id: tuple(flow.blocks[id].exits.values()) for id in loose}
        taken = joined([self._box(id) for id in self.cards if id not in sizes])
        self.automatic |= beside(sizes, leads, flow.first, taken)

    def _box(self, id: str) -> Rect:
        x, y = self.place(id) or (0.0, 0.0)
        return x, y, x + WIDTH, y + self.cards[id].height

    def _put_box(self, id: str) -> None:
        self._put_at(id, self.cards[id], self.place(id) or (0, 0))

    def _put_at(self, id: str, card: Card, at: tuple[float, float]) -> None:
        x, y = float(at[0]), float(at[1])
        box = self.boxes[id] = x, y, x + WIDTH, y + card.height
        if id not in self.hidden:
            self.card_boxes.put(id, box, _ROW["unknown" if card.unknown else card.group])

    def _put_links(self, id: str) -> None:
        self._drop_links(id)
        exits = self.shown.flow.blocks[id].exits
        links = tuple(links_of(id, self.cards[id], exits, self._bodies))
        self.leaving[id] = links
        for target in exits.values():
            self.pointing[target].add(id)
        for link in links:
            self.links[link.key] = link
            more = (*link.start, *link.end, float(link.route.back))
            self.link_boxes.put(link.key, link.route.bounds, more)
            if link.route.watched[2] > link.route.watched[0]:
                self.watched.put(link.key, link.route.watched)
            self.damaged(link.route.bounds)

    def _drop_links(self, id: str) -> None:
        for detail in LETTERS:
            self._plates.pop((id, detail), None)
        for link in self.leaving.pop(id, ()):
            self.damaged(link.route.bounds)
            self.link_boxes.drop(link.key)
            self.watched.drop(link.key)
            del self.links[link.key]

    def _put_notes(self) -> None:
        layout = self.shown.flow.layout
        for boxes in (self.note_boxes, self.frame_boxes):
            for box in boxes.all():
                self.damaged(box)
        self.notes, self.frames = dict(layout.notes), dict(layout.frames)
        self.note_boxes, self.frame_boxes = Boxes(), Boxes()
        for id, note in self.notes.items():
            self.note_boxes.put(id, _lying(note, NOTE_SIZE))
        for id, frame in self.frames.items():
            self.frame_boxes.put(id, _lying(frame, FRAME_SIZE))
        self.lids = {
            id: _lying(frame, FRAME_SIZE) for id, frame in self.frames.items() if frame.folded
        }
        for boxes in (self.note_boxes, self.frame_boxes):
            for box in boxes.all():
                self.damaged(box)


def _lying(sheet: Note | Frame, usual: tuple[float, float]) -> Rect:
    x, y = sheet.at or (40, 40)
    wide, high = sheet.size or usual
    return float(x), float(y), float(x + wide), float(y + high)
