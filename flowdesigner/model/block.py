"""What a block is: a step of a journey, with exits that lead to other steps."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal

from msgspec import Struct, field

from flowdesigner.model.accepted import JsonValue
from flowdesigner.model.facts import Facts
from flowdesigner.model.fields import Field, Kind, fields_of
from flowdesigner.model.hours import Opening
from flowdesigner.model.media import Variant
from flowdesigner.model.part import AsWord, Id, Number, Part
from flowdesigner.model.passage import FREE, UNCHANGED, Passage, Sending
from flowdesigner.model.run import Go, Input, Run, Step
from flowdesigner.model.settings import Settings
from flowdesigner.model.walk import (
    Path,
    Reading,
    TextSpot,
    readings_of,
    texts_of,
    walk,
    writings_of,
)
from flowdesigner.texts import N_, Message, message

Group = Literal["say", "ask", "decide", "do", "finish"]
"""The rooms of the palette."""


class Look(Struct, frozen=True, kw_only=True):
    """How a type of block presents itself; its picture is drawn by who knows how."""

    title: str
    """An English key."""
    icon: str
    """The name of an icon."""
    group: Group
    """The room of the palette, which also gives the colour."""
    summary: str
    """What it is for, one sentence; an English key."""


class Exit(Struct, frozen=True, kw_only=True):
    """A way out of a block."""

    id: str
    title: Message = Message("")
    """What it is called, when the author gave it no words."""
    words: Mapping[str, str] = field(default_factory=dict)
    """What the author calls it, by language."""
    help: str = ""
    """When it is taken, one sentence; an English key."""
    falls_to: str | None = None
    """Where an optional exit goes when it leads nowhere."""
    happens: bool = True
    """Whether the block, as it is filled in, can ever be left this way."""
    after: str | None = None
    """The time after which it is taken when nothing else happens, as the author wrote it."""
    missed: int = 0
    """How many answers in a row that were not understood lead here."""

    def name(self, facts: Facts, language: str) -> str:
        """What to call it in a language."""
        return facts.in_language(self.words, language) or str(self.title) or self.id


Outcomes = Mapping[str, tuple[str, ...]]
"""The outcomes of every flow of the project, by its id."""


NEXT = Exit(
    id="next",
    title=message(N_("Next")),
    help=N_("The block has done what it does."),
)


class Block(Part, ABC):
    """A step of a journey."""

    look: ClassVar[Look]

    type: Annotated[str, AsWord()]
    title: Annotated[
        str | None,
        Field(
            label=N_("Name on the canvas"),
            kind=Kind.LINE,
            advanced=True,
            help=N_("What its card on the canvas is called instead of its first words."),
        ),
    ] = None
    note: Annotated[
        str | None,
        Field(
            label=N_("Note to colleagues"),
            kind=Kind.LINE,
            advanced=True,
            help=N_("A remark for those you work with; customers never see it."),
        ),
    ] = None
    channel: Annotated[
        Id | None,
        Field(
            label=N_("Only on channel"),
            unset=N_("The channel of the conversation"),
            kind=Kind.CHANNEL,
            advanced=True,
            help=N_("Sends this block on another channel than the conversation's."),
        ),
    ] = None
    variants: dict[str, Variant] | None = None
    ignore: dict[str, str] | None = None
    shares: dict[str, Number] | None = None
    """How many of a hundred customers leave by an exit, as far as somebody knows."""
    exits: dict[str, Id] = {}

    def ways_out(self, outcomes: Outcomes = {}) -> tuple[Exit, ...]:  # noqa: B006 - never changed
        """The exits, top to bottom."""
        return (NEXT,)

    def exit(self, id: str) -> Exit | None:
        """One exit by its id."""
        return next((each for each in self.ways_out() if each.id == id), None)

    def target(self, exit: str) -> str | None:
        """The block an exit leads to; an optional exit that leads nowhere falls through."""
        if exit in self.exits:
            return self.exits[exit]
        way = self.exit(exit)
        return self.target(way.falls_to) if way and way.falls_to else None

    def sets(self, exit: str) -> tuple[str, ...]:
        """The variables that surely have a value when the block is left by an exit."""
        return ()

    def clears(self) -> tuple[str, ...]:
        """The variables that have no value any more afterwards."""
        return ()

    @property
    def waits(self) -> bool:
        """Whether the journey stands still here until something happens."""
        return False

    @property
    def awaits_news(self) -> bool:
        """Whether the journey waits here for what becomes of the last message."""
        return False

    @property
    def hands_over(self) -> bool:
        """Whether a person takes over here."""
        return False

    @property
    def minds_hours(self) -> bool:
        """Whether it says at what times somebody is there."""
        return False

    @property
    def counts(self) -> bool:
        """Whether something the business wants is reached here."""
        return False

    @property
    def sends(self) -> Sending | None:
        """What is sent when the journey comes here, if the block has words for the customer."""
        return FREE

    @property
    def bubble(self) -> Mapping[str, str]:
        """The words, by language, when all that is sent here is one plain text."""
        return {}

    def passage(self, exit: str, settings: Settings) -> Passage:
        """What becomes of the conversation when the block is left by an exit.

        Blocks of which little is known are the same but for the words: give the same object for
        the same, since the checks ask for every block.
        """
        return UNCHANGED

    def opening(self, settings: Settings) -> Opening | None:
        """The hours the block goes by, when it looks at the clock of the week."""
        return None

    @abstractmethod
    def enter(self, run: Run) -> Step:
        """Say what happens when the journey comes to this block."""

    def resume(self, run: Run, input: Input) -> Step:
        """Say what happens when something comes in while the journey waits here."""
        raise TypeError(f"{self.type} does not wait")

    def first_words(self, facts: Facts, language: str) -> str:
        """What stands on its picture: what it says, or what it does."""
        return facts.in_language(getattr(self, "text", None), language)

    @cached_property
    def _uses(
        self,
    ) -> tuple[tuple[TextSpot, ...], tuple[Reading, ...], tuple[tuple[str, Path], ...]]:
        spots = tuple(walk(self))
        readings = tuple(each for each in readings_of(spots) if not self._tells(each))
        return tuple(texts_of(spots)), readings, tuple(writings_of(spots))

    def _tells(self, reading: Reading) -> bool:
        """Whether a channel's own words read what only this block's words can tell."""
        if reading.path[0] != "variants":
            return False
        root = reading.variable.partition(".")[0]
        return any(root in field.knows for field in fields_of(type(self)).values())

    @property
    def texts(self) -> tuple[TextSpot, ...]:
        """Every text for the customer."""
        return self._uses[0]

    @property
    def readings(self) -> tuple[Reading, ...]:
        """Every place where it reads a variable."""
        return self._uses[1]

    @property
    def writings(self) -> tuple[tuple[str, Path], ...]:
        """Every place where it writes a variable."""
        return self._uses[2]

    def spoken(self, name: str, channel: str) -> Any:
        """The value of a field of words or media as a channel has it, else as all have it."""
        variant = (self.variants or {}).get(channel)
        own = getattr(variant, name, None) if variant is not None else None
        # Not getattr: most blocks have few of these fields, and a miss is slow.
        return own if own is not None else self.__dict__.get(name)


class UnknownBlock(Block):
    """A block of a type this version does not know; kept as it is, and drawn grey."""

    look = Look(
        title=N_("Unknown block"),
        icon="circle-question-mark",
        group="do",
        summary=N_("A newer version of the program made this block; it is kept as it is."),
    )

    def ways_out(self, outcomes: Outcomes = {}) -> tuple[Exit, ...]:  # noqa: B006 - never changed
        """The exits it was saved with."""
        return tuple(Exit(id=name, title=Message(name)) for name in self.exits)

    def enter(self, run: Run) -> Step:
        """Nothing is known of it, so the journey goes on by `next` or stops."""
        return Go(exit="next")

    def data(self) -> Mapping[str, JsonValue]:
        """What the file says of it besides what every block has."""
        return self.unknown  # type: ignore[return-value]
