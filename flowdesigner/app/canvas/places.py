"""Where on a card words can be written: its text, the labels of its answers, its name."""

from collections.abc import Iterator

from msgspec import Struct

from flowdesigner.app.canvas.card import BODY_TOP, HEAD, LINE, ROW, SIDE, WIDTH, Card
from flowdesigner.app.inspector.part_ids import new_part_id
from flowdesigner.model.block import Block
from flowdesigner.model.fields import Field, Kind, applies, fields_of, part_type_of
from flowdesigner.model.part import Part
from flowdesigner.model.walk import Path, parts_held

NAME: Path = ("title",)


class WritingPlace(Struct, frozen=True):
    """A place on a card with the value that is written there."""

    path: Path
    """To the words, without the language."""
    top: float
    """Where it lies, in units of the scene below the card's top."""
    height: float
    left: float = 10.0
    width: float = WIDTH - 20
    lines: bool = False
    """Whether the words may have several lines."""
    translated: bool = True
    at: int | None = None
    """For an answer that is not there yet: its position in the list that the path names."""


def places_of(block: Block, card: Card) -> tuple[WritingPlace, ...]:
    """The places for the customer's words, top to bottom; else the one for the block's name."""
    return tuple(_places(block, card)) or (name_place(),)


def name_place() -> WritingPlace:
    """Where a block's name on the canvas is written."""
    return WritingPlace(NAME, 5, HEAD - 10, 38, WIDTH - 44, translated=False)


def new_place(block: Block, card: Card, at: int | None = None) -> WritingPlace | None:
    """Where the words of a further answer are written: at a position, or below all there are."""
    name = list_of_answers(block)
    if name is None:
        return None
    ids = [getattr(each, "id", "") for each in getattr(block, name) or ()]
    at = len(ids) if at is None else min(at, len(ids))
    above = card.row(ids[at - 1]) if at else None
    top = card.rows[0].y - ROW / 2 if card.rows else card.height
    return WritingPlace((name,), above.y + ROW / 2 if above else top, ROW, at=at)


def place_at(block: Block, card: Card, y: float) -> WritingPlace | None:
    """The place for the customer's words at a height of the card."""
    return next(
        (each for each in _places(block, card) if each.top <= y <= each.top + each.height), None
    )


def list_of_answers(block: Block) -> str | None:
    """The field that lists the answers a customer may choose from, when the block has one."""
    for name, field in fields_of(type(block)).items():
        if field.kind is Kind.PARTS and applies(block, field):
            inner = fields_of(part_type_of(type(block), name))
            if "id" in inner and "label" in inner:
                return name
    return None


def new_answer(block: Block, name: str, words: str, language: str) -> Part:
    """A further answer with a label; of the same kind as the last one, if there are kinds."""
    parts: tuple[Part, ...] = getattr(block, name) or ()
    part_type = part_type_of(type(block), name)
    kinds: dict[str, object] = {}
    for each, field in fields_of(part_type).items():
        if field.kind is Kind.CHOICE and field.required:
            kinds[each] = getattr(parts[-1], each) if parts else next(iter(field.choices))
    id = new_part_id(words, parts, "option")
    return part_type.model_validate({"id": id, **kinds, "label": {language: words}})


def _places(block: Block, card: Card) -> Iterator[WritingPlace]:
    fields = fields_of(type(block))
    text = next((name for name in ("text", "body") if _is_text(block, fields.get(name))), None)
    if text:
        high = LINE * max(len(card.lines), 1) + 12
        yield WritingPlace((text,), BODY_TOP - 6, high, SIDE - 6, WIDTH - 2 * SIDE + 12, lines=True)
    for row in card.rows:
        path = _label(block, row.id)
        if path:
            yield WritingPlace(path, row.y - ROW / 2, ROW)


def _is_text(block: Block, field: Field | None) -> bool:
    return field is not None and field.kind is Kind.TEXT and applies(block, field)


def _label(block: Block, exit: str) -> Path | None:
    """The way to what an exit is called, when the author gives it its words."""
    for name, field in fields_of(type(block)).items():
        if field.kind is Kind.PARTS:
            for way, part in parts_held(getattr(block, name)):
                if way == (exit,) and "label" in fields_of(type(part)):
                    return (name, exit, "label")
        elif field.kind is Kind.PART and applies(block, field):
            inner = fields_of(part_type_of(type(block), name)).get(exit)
            if inner is not None and inner.kind is Kind.LABEL:
                return (name, exit)
    return None
