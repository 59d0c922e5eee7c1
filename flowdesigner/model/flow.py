"""Flows: drawings of blocks, how they start, and where things lie on the canvas."""

from typing import Annotated, Literal

from pydantic import InstanceOf

from flowdesigner.model.block import Block
from flowdesigner.model.fields import Field, Kind
from flowdesigner.model.part import Duration, Flag, Id, Number, Part, Words
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


class When(Part):
    """A time at which a flow starts by itself."""

    at: str | None = None
    every: Literal["day", "week", "month"] | None = None
    before: Duration | None = None
    after: Duration | None = None
    of: Id | None = None


class Start(Part):
    """A reason for which a flow begins."""

    trigger: Annotated[Trigger | None, Field(label=N_("Starts when"), kind=Kind.CHOICE)] = None
    words: Annotated[Words | None, Field(label=N_("Words"), kind=Kind.WORDS)] = None
    name: str | None = None
    when: When | None = None
    list: str | None = None
    ref: str | None = None
    category: Literal["marketing", "service", "collections"] | None = None
    gives: tuple[Id, ...] | None = None


class LeaveOn(Part):
    """An event that ends a flow from anywhere."""

    event: str | None = None
    outcome: Id | None = None


class Flow(Part):
    """A drawing: blocks and the exits that connect them."""

    name: Annotated[str | None, Field(label=N_("Name"), kind=Kind.LINE)] = None
    channels: tuple[Id, ...] | None = None
    outcomes: tuple[Id, ...] | None = None
    leave_on: tuple[LeaveOn, ...] | None = None
    starts: tuple[Start, ...] | None = None
    first: Id | None = None
    blocks: dict[str, InstanceOf[Block]] = {}
    layout: Layout = Layout()

    def starting_with(self, trigger: str) -> tuple[Start, ...]:
        """The starts of one kind."""
        return tuple(each for each in self.starts or () if each.trigger == trigger)
