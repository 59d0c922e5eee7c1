"""The *goal* block."""

from typing import Annotated, Literal

from flowdesigner.model.accepted import JsonValue
from flowdesigner.model.block import Block, Look
from flowdesigner.model.facts import Facts
from flowdesigner.model.fields import Field, Kind
from flowdesigner.model.run import Go, Goal, Run, Step
from flowdesigner.texts import N_


class GoalBlock(Block):
    """Count that the business has reached something it wants."""

    look = Look(
        title=N_("Goal"),
        icon="target",
        group="finish",
        summary=N_("Counts that something you want was reached, such as an order."),
    )

    type: Literal["goal"] = "goal"
    name: Annotated[
        str | None,
        Field(
            label=N_("Name"),
            kind=Kind.LINE,
            required=True,
            placeholder="order_paid",
            help=N_("What is counted: one word for your reports, such as order_paid."),
        ),
    ] = None
    value: Annotated[
        JsonValue,
        Field(
            label=N_("Worth"), kind=Kind.MONEY, templated=True, advanced=True,
            help=N_("An amount, or a variable that holds one."),
        ),
    ] = None  # fmt: skip

    @property
    def counts(self) -> bool:
        """Always."""
        return True

    def first_words(self, facts: Facts, language: str) -> str:
        """What is reached."""
        return self.name or ""

    def enter(self, run: Run) -> Step:
        """Count it and go on."""
        return Go(goal=Goal(self.name or "", run.raw_data(self.value)))
