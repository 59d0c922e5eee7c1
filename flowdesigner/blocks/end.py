"""The *end* block."""

from typing import Annotated, Literal

from flowdesigner.model.block import Block, Exit, Look, Outcomes
from flowdesigner.model.facts import Facts
from flowdesigner.model.fields import Field, Kind
from flowdesigner.model.part import Id
from flowdesigner.model.run import Finish, Run, Step
from flowdesigner.texts import N_


class End(Block):
    """The flow is over here."""

    look = Look(
        title=N_("End"),
        icon="flag",
        group="finish",
        summary=N_("Ends the flow, and says with what result."),
    )

    type: Literal["end"] = "end"
    outcome: Annotated[
        Id | None,
        Field(
            label=N_("Outcome"),
            kind=Kind.OUTCOME,
            help=N_("How the flow ended, for the flow that called it. Left empty it is “done”."),
        ),
    ] = None

    def ways_out(self, outcomes: Outcomes = {}) -> tuple[Exit, ...]:  # noqa: B006 - never changed
        """None."""
        return ()

    def first_words(self, facts: Facts, language: str) -> str:
        """The outcome."""
        return (self.outcome or "done").replace("_", " ")

    def enter(self, run: Run) -> Step:
        """Say with what outcome."""
        return Finish(outcome=self.outcome or "done")
