"""Flows: drawings of blocks, how they start, and where things lie on the canvas."""

from collections.abc import Mapping
from typing import Annotated, Literal

from flowdesigner.model.block import Block
from flowdesigner.model.fields import Field, Kind
from flowdesigner.model.part import Duration, Flag, Id, Made, Number, Part, Whole, Words
from flowdesigner.texts import N_

Point = tuple[Number, Number]
"""A place on the canvas in scene units, x to the right and y downwards."""

NoteColour = Literal["yellow", "green", "blue", "pink", "grey"]


class Note(Part):
    """A sheet of paper on the canvas."""

    text: str | None = None
    at: Point | None = None
    size: Point | None = None
    color: NoteColour | None = None


class Frame(Part):
    """A rectangle with a title around blocks that belong together."""

    title: str | None = None
    at: Point | None = None
    size: Point | None = None
    folded: Flag | None = None


class Layout(Part):
    """Where the blocks, notes and frames of a flow lie; it never changes what a flow does."""

    blocks: dict[str, Point] = {}
    notes: dict[str, Note] = {}
    frames: dict[str, Frame] = {}


Trigger = Literal["message", "event", "schedule", "audience", "ad", "call"]


TRIGGER_LABELS: Mapping[str, str] = {
    "message": N_("A customer writes"),
    "event": N_("Something happens in another system"),
    "schedule": N_("It is time"),
    "audience": N_("It is sent to a list of customers"),
    "ad": N_("A customer comes from an advertisement"),
    "call": N_("Another flow calls it"),
}

EVERY_LABELS: Mapping[str, str] = {
    "day": N_("Every day"),
    "weekday": N_("Every weekday"),
    "week": N_("Every week"),
    "month": N_("Every month"),
}

CATEGORY_LABELS: Mapping[str, str] = {
    "marketing": N_("Offers and advertising"),
    "service": N_("News about what they ordered"),
    "collections": N_("Reminders to pay"),
}


class When(Part):
    """A time at which a flow starts by itself: regularly, or before or after a date."""

    at: Annotated[
        str | None,
        Field(
            label=N_("At"),
            kind=Kind.TIME,
            required=True,
            placeholder="18:00",
            help=N_("The time of day at which it starts."),
        ),
    ] = None
    every: Annotated[
        Literal["day", "weekday", "week", "month"] | None,
        Field(
            label=N_("How often"),
            kind=Kind.CHOICE,
            choices=EVERY_LABELS,
            unset=N_("Before or after a date"),
            help=N_("On which days it starts; or by a date that is known of each customer."),
        ),
    ] = None
    before: Annotated[
        Duration | None,
        Field(
            label=N_("Before the date"),
            kind=Kind.DURATION,
            shown_when={"every": (None,)},
            placeholder="24h",
            unset=N_("none"),
            help=N_("How long before the date it starts."),
        ),
    ] = None
    after: Annotated[
        Duration | None,
        Field(
            label=N_("After the date"),
            kind=Kind.DURATION,
            shown_when={"every": (None,)},
            placeholder="24h",
            unset=N_("none"),
            help=N_("How long after the date it starts."),
        ),
    ] = None
    of: Annotated[
        Id | None,
        Field(
            label=N_("The date"),
            kind=Kind.SOURCE,
            types=("date",),
            shown_when={"every": (None,)},
            help=N_("The variable that holds the date."),
        ),
    ] = None


class Start(Part):
    """A reason for which a flow begins."""

    trigger: Annotated[
        Trigger | None,
        Field(
            label=N_("Starts when"),
            kind=Kind.CHOICE,
            choices=TRIGGER_LABELS,
            required=True,
            help=N_("What begins the flow."),
        ),
    ] = None
    words: Annotated[
        Words | None,
        Field(
            label=N_("Words"), kind=Kind.WORDS, translated=True,
            shown_when={"trigger": ("message",)},
            help=N_("The whole message is one of these; left empty, any message will do."),
        ),
    ] = None  # fmt: skip
    name: Annotated[
        str | None,
        Field(
            label=N_("What happens"), kind=Kind.EVENT, required=True, placeholder="order_shipped",
            shown_when={"trigger": ("event",)},
            help=N_("The name under which your other systems tell of it."),
        ),
    ] = None  # fmt: skip
    when: Annotated[
        When | None,
        Field(
            label=N_("At what time"),
            kind=Kind.PART,
            required=True,
            shown_when={"trigger": ("schedule",)},
            help=N_("On which days, and at what time."),
        ),
    ] = None
    list: Annotated[
        str | None,
        Field(
            label=N_("List of customers"), kind=Kind.LINE, required=True,
            placeholder="loyal_customers", shown_when={"trigger": ("audience",)},
            help=N_("Who gets it: the list, as your other system calls it."),
        ),
    ] = None  # fmt: skip
    size: Annotated[
        Whole | None,
        Field(
            label=N_("How many customers"), kind=Kind.NUMBER, placeholder="5000", least=1,
            shown_when={"trigger": ("audience",)},
            help=N_("About how many customers are on the list."),
        ),
    ] = None  # fmt: skip
    ref: Annotated[
        str | None,
        Field(
            label=N_("Name of the advertisement"), kind=Kind.LINE, required=True,
            shown_when={"trigger": ("ad",)},
            help=N_("What the platform calls the advertisement."),
        ),
    ] = None  # fmt: skip
    category: Annotated[
        Literal["marketing", "service", "collections"] | None,
        Field(
            label=N_("Kind of message"), kind=Kind.CHOICE, choices=CATEGORY_LABELS,
            shown_when={"trigger": ("event", "schedule", "audience")},
            help=N_("What customers are written to about; offers need their consent."),
        ),
    ] = None  # fmt: skip
    gives: Annotated[
        tuple[Id, ...] | None,
        Field(
            label=N_("Brings these variables"), kind=Kind.VARIABLES,
            shown_when={"trigger": ("event", "schedule", "audience", "ad", "call")},
            help=N_("Variables that have a value from the beginning."),
        ),
    ] = None  # fmt: skip


class LeaveOn(Part):
    """An event that ends a flow from anywhere."""

    event: Annotated[
        str | None,
        Field(
            label=N_("What happens"),
            kind=Kind.EVENT,
            required=True,
            help=N_("The name under which your other systems tell of it."),
        ),
    ] = None
    outcome: Annotated[
        Id | None,
        Field(
            label=N_("Ends as"),
            kind=Kind.OUTCOME,
            help=N_("How the flow has ended then; left empty, it is “done”."),
        ),
    ] = None


class Flow(Part):
    """A drawing: blocks and the exits that connect them."""

    name: Annotated[
        str | None,
        Field(
            label=N_("Name of the flow"),
            kind=Kind.LINE,
            help=N_("What the flow is called in the window."),
        ),
    ] = None
    channels: tuple[Id, ...] | None = None
    outcomes: tuple[Id, ...] | None = None
    leave_on: Annotated[
        tuple[LeaveOn, ...] | None,
        Field(
            label=N_("What ends it from anywhere"),
            kind=Kind.PARTS,
            advanced=True,
            help=N_("Such as an order that is paid while its reminder is under way."),
        ),
    ] = None
    starts: Annotated[
        tuple[Start, ...] | None,
        Field(
            label=N_("What starts it"),
            kind=Kind.PARTS,
            help=N_("What begins the flow; it may be several things."),
        ),
    ] = None
    ignore: dict[str, str] | None = None
    """What checks find in the flow as a whole and may stay, by the name of the check: why."""
    first: Id | None = None
    blocks: dict[str, Annotated[Block, Made()]] = {}
    layout: Layout = Layout()

    def starting_with(self, trigger: str) -> tuple[Start, ...]:
        """The starts of one kind."""
        return tuple(each for each in self.starts or () if each.trigger == trigger)
