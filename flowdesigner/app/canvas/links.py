"""Links as they are drawn: from an exit's port to a block."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from msgspec import Struct
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from flowdesigner.app.canvas.card import INPUT_Y, WIDTH, Card
from flowdesigner.app.canvas.folds import held_within
from flowdesigner.app.canvas.routes import Cards, Route, Spot, route
from flowdesigner.app.canvas.viewport import Rect

LinkKey = tuple[str, str]
"""The block and the exit it leaves by."""
HEAD_LENGTH, HEAD_WIDTH = 10.0, 5.0


class Link(Struct, frozen=True, dict=True):
    """A connection on its way."""

    block: str
    exit: str
    target: str
    route: Route
    words: str = ""
    """What the branch is called; empty where there is no other way."""

    @property
    def key(self) -> LinkKey:
        """The block and the exit it leaves by."""
        return self.block, self.exit

    @property
    def start(self) -> Spot:
        """The port."""
        return self.route.points[0]

    @property
    def end(self) -> Spot:
        """Where it comes in."""
        return self.route.points[-1]

    @cached_property
    def path(self) -> QPainterPath:
        """Its line, as Qt draws it."""
        return path_of(self.route)

    @cached_property
    def head(self) -> QPainterPath:
        """Its arrow head."""
        return head_at(self.end)


def path_of(route: Route) -> QPainterPath:
    """A route as Qt draws it."""
    spots = [QPointF(*spot) for spot in route.points]
    path = QPainterPath(spots[0])
    for at in range(1, len(spots), 3):
        path.cubicTo(spots[at], spots[at + 1], spots[at + 2])
    return path


def head_at(end: Spot) -> QPainterPath:
    """An arrow head that points at a card from the left."""
    x, y = end
    path = QPainterPath(QPointF(x, y))
    path.lineTo(x - HEAD_LENGTH, y - HEAD_WIDTH)
    path.lineTo(x - HEAD_LENGTH, y + HEAD_WIDTH)
    path.closeSubpath()
    return path


def port_of(card: Card, box: Rect, exit: str) -> Spot | None:
    """Where an exit's port lies in the scene."""
    row = card.row(exit)
    return (box[0] + WIDTH, box[1] + row.y) if row else None


def input_of(box: Rect) -> Spot:
    """Where links come in to a card."""
    return box[0], box[1] + INPUT_Y


class Bodies(Struct, frozen=True):
    """What links run between: cards, or the lids over those that cannot be seen."""

    boxes: Mapping[str, Rect]
    lids: Mapping[str, Rect]
    """By hidden block."""
    cards: Cards

    def of(self, block: str) -> Rect:
        """The box at which the links of a block begin and end."""
        return self.lids.get(block) or self.boxes[block]

    def height(self, block: str, below: float) -> float:
        """A height below the top of a card, held within its lid."""
        y, lid = self.boxes[block][1] + below, self.lids.get(block)
        return held_within(y, lid) if lid else y

    def apart(self, block: str, other: str) -> bool:
        """Whether a link between two blocks can be seen."""
        return block not in self.lids or self.of(block) != self.lids.get(other)


def links_of(block: str, card: Card, exits: Mapping[str, str], bodies: Bodies) -> Iterator[Link]:
    """The links that leave a block, top to bottom."""
    here = bodies.of(block)
    branches = sum(row.state != "optional" for row in card.rows) > 1
    for lane, row in enumerate(card.rows):
        target = exits.get(row.id)
        if target is None or target not in bodies.boxes or not bodies.apart(block, target):
            continue
        there = bodies.of(target)
        start = here[2], bodies.height(block, row.y)
        end = there[0], bodies.height(target, INPUT_Y)
        way = route(start, end, (here, there), bodies.cards, lane)
        yield Link(block, row.id, target, way, row.words if branches else "")
