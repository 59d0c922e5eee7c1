"""A card: a block as it is drawn, laid out once in units of the scene."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Literal

from msgspec import Struct
from PySide6.QtGui import QFont

from flowdesigner.app.canvas.typeset import elided, measure, plain, wrapped
from flowdesigner.channels import BY_ID
from flowdesigner.model.block import Block, Exit, Outcomes, UnknownBlock
from flowdesigner.model.facts import Facts
from flowdesigner.model.spoken_duration import spoken_duration
from flowdesigner.texts import N_, translate

WIDTH = 256.0
HEAD = 40.0
SIDE = 14.0
BODY_TOP = HEAD + 10
LINE = 19.0
MOST_LINES = 4
ROW = 26.0
COUNT = 34.0
"""Room for how many conversations take an exit."""
CLOCK = 26.0
"""Room for the mark before a time."""
CHIP = 20.0
FOOT = 8.0
INPUT_Y = HEAD / 2
"""Where links come in, below the card's top."""

BODY_SIZE = 13
TITLE_SIZE = 13
SMALL_SIZE = 11
FAR_SIZE = 28
FAR_LINE = 34.0
SEMIBOLD = QFont.Weight.DemiBold

Severity = Literal["error", "warning", "hint"]
ExitState = Literal["linked", "open", "optional", "astray"]


class Problems(Struct, frozen=True):
    """What the checks found in a block."""

    severity: Severity
    """The worst of them."""
    count: int
    told: str = ""
    """The first of them in words."""


class ExitRow(Struct, frozen=True):
    """An exit as it stands on the card."""

    id: str
    name: str
    y: float
    """Its middle, below the card's top; its port is there on the right edge."""
    state: ExitState
    answer: bool
    """Whether the author gave it its words, such as an option of a menu."""
    time: str = ""
    """After how long it is taken, when nothing else happens."""
    taken: int | None = None
    """How many conversations leave by it; nothing when that is not shown."""

    @property
    def words(self) -> str:
        """All that is said of it, in one line."""
        return f"{self.name} · {self.time}" if self.time else self.name


class Chip(Struct, frozen=True):
    """A small mark with a word: a channel for which the block says something else."""

    text: str
    x: float
    width: float
    only: bool
    """Whether the block is sent on this channel alone."""


class Card(Struct, frozen=True, dict=True):
    """Everything that is seen of a block. Equal cards look alike, wherever they lie."""

    icon: str
    group: str
    title: str
    full_title: str
    lines: tuple[str, ...]
    blank: bool
    """Whether the lines only say that nothing is there yet."""
    chips: tuple[Chip, ...]
    chips_y: float
    rows: tuple[ExitRow, ...]
    problems: Problems | None
    first: str
    """What the start mark says; empty on all blocks but the first."""
    note: bool
    unknown: bool
    covered: tuple[int, int] | None
    """How many of its ways out are taken by conversations, of how many; if that is shown."""
    summary: str
    """The words for a zoom at which the others cannot be read."""
    height: float

    def __hash__(self) -> int:
        """Counted once, since caches ask at every frame."""
        known = self.__dict__.get("_hash")
        if known is None:
            known = hash(
                (self.title, self.lines, self.rows, self.problems, self.first, self.summary)
            )
            self.__dict__["_hash"] = known
        return int(known)

    @cached_property
    def far(self) -> tuple[str, ...]:
        """The summary in large letters."""
        return wrapped(self.summary, WIDTH - 24, 3, measure(FAR_SIZE, SEMIBOLD))

    def row(self, exit: str) -> ExitRow | None:
        """One exit's row."""
        return next((each for each in self.rows if each.id == exit), None)


class Around(Struct, frozen=True):
    """What a card depends on besides its block."""

    facts: Facts
    outcomes: Outcomes
    language: str
    blocks: Mapping[str, Block]
    first: str | None
    problems: Mapping[str, Problems]
    taken: Mapping[str, Mapping[str, int]] | None = None
    """By block and exit, how many conversations leave by it; nothing when it is not shown."""

    def taken_by(self, block: str, exit: str) -> int | None:
        """How many conversations leave a block by an exit, if that is shown."""
        return None if self.taken is None else self.taken.get(block, {}).get(exit, 0)


def card_of(id: str, around: Around) -> Card:
    """The card of a block."""
    block = around.blocks[id]
    full_title = block.title or translate(block.look.title)
    words = plain(block.first_words(around.facts, around.language))
    room = WIDTH - 2 * SIDE
    lines = wrapped(
        words or translate(N_("Nothing here yet")), room, MOST_LINES, measure(BODY_SIZE)
    )
    chips = tuple(_chips(block))
    bottom = BODY_TOP + LINE * len(lines)
    chips_y = bottom + 6
    if chips:
        bottom = chips_y + CHIP
    rows = tuple(_rows(id, block, around, bottom + 8))
    unknown = isinstance(block, UnknownBlock)
    return Card(
        icon=block.look.icon,
        group=block.look.group,
        title=_title(full_title, bool(block.note)),
        full_title=full_title,
        lines=lines,
        blank=not words,
        chips=chips,
        chips_y=chips_y,
        rows=rows,
        problems=around.problems.get(id),
        first=translate(N_("Start")) if id == around.first else "",
        note=bool(block.note),
        unknown=unknown,
        covered=_covered(id, rows, around),
        summary=block.title or words or full_title,
        height=bottom + 8 + ROW * len(rows) + (FOOT if rows else 4),
    )


def _title(full: str, note: bool) -> str:
    room = WIDTH - 44 - SIDE - (22 if note else 0)
    return elided(full, room, measure(TITLE_SIZE, SEMIBOLD))


def _chips(block: Block) -> Iterator[Chip]:
    x = SIDE
    own = [block.channel] if block.channel else []
    for id in [*own, *(each for each in block.variants or {} if each != block.channel)]:
        channel = BY_ID.get(id)
        text = translate(channel.title) if channel else id
        width = measure(SMALL_SIZE)(text) + 16
        if x + width > WIDTH - SIDE:
            return
        yield Chip(text, x, width, id == block.channel)
        x += width + 6


def _covered(id: str, rows: tuple[ExitRow, ...], around: Around) -> tuple[int, int] | None:
    """Of a block that ends the flow, whether it was come to cannot be told from exits."""
    counts = [row.taken for row in rows if row.state != "optional" or row.taken]
    if around.taken is None or not counts:
        return None
    return sum(1 for each in counts if each), len(counts)


def _rows(id: str, block: Block, around: Around, top: float) -> Iterator[ExitRow]:
    y = top + ROW / 2
    room = WIDTH - 2 * SIDE - 14
    ways = block.ways_out(around.outcomes)
    known = {way.id for way in ways}
    astray = (Exit(id=name, happens=True) for name in block.exits if name not in known)
    for way in (*ways, *astray):
        state = _state(way, block, around, way.id in known)
        if state is None:
            continue
        name = plain(way.name(around.facts, around.language))
        time = spoken_duration(way.after) if way.after else ""
        taken = around.taken_by(id, way.id)
        left = room - (measure(12)(time) + CLOCK if time else 0) - (0 if taken is None else COUNT)
        words = elided(name, left, measure(12))
        yield ExitRow(way.id, words, y, state, bool(way.words), time, taken)
        y += ROW


def _state(way: Exit, block: Block, around: Around, known: bool) -> ExitState | None:
    """How an exit stands; nothing for one that cannot happen and leads nowhere."""
    target = block.exits.get(way.id)
    if target is not None:
        return "linked" if target in around.blocks and known else "astray"
    if not way.happens:
        return None
    return "optional" if way.falls_to else "open"
