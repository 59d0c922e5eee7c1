"""The *condition* block."""

from typing import Annotated, Literal

from flowdesigner.model.block import Block, Exit, Look, Outcomes
from flowdesigner.model.condition import Condition as When
from flowdesigner.model.condition import describe, holds
from flowdesigner.model.facts import Facts
from flowdesigner.model.fields import Field, Kind
from flowdesigner.model.part import Id, Part
from flowdesigner.model.run import Go, Run, Step
from flowdesigner.texts import N_, Message, message, translate


class Case(Part):
    """A way to go on when something is true."""

    id: Annotated[
        Id,
        Field(
            label=N_("Id"),
            kind=Kind.LINE,
            required=True,
            help=N_("A short word that names this way on the canvas."),
        ),
    ] = ""
    when: Annotated[
        When | None,
        Field(
            label=N_("When"),
            kind=Kind.CONDITION,
            required=True,
            help=N_("What must be true for this way to be taken."),
        ),
    ] = None


class Condition(Block):
    """Go on by the first case that is true."""

    look = Look(
        title=N_("Condition"),
        icon="split",
        group="decide",
        summary=N_("Goes different ways depending on what is known."),
    )

    type: Literal["condition"] = "condition"
    cases: Annotated[
        tuple[Case, ...] | None,
        Field(
            label=N_("Cases"),
            kind=Kind.PARTS,
            required=True,
            help=N_("Tried from top to bottom; the first that is true is taken."),
        ),
    ] = None

    def ways_out(self, outcomes: Outcomes = {}) -> tuple[Exit, ...]:  # noqa: B006 - never changed
        """One per case, and otherwise."""
        cases = (each for each in self.cases or () if each.id)
        return (
            *(
                Exit(
                    id=each.id,
                    title=Message(each.id.replace("_", " ")),
                    help=N_("This case is the first one that is true."),
                )
                for each in cases
            ),
            Exit(
                id="else",
                title=message(N_("Otherwise")),
                help=N_("None of the cases is true."),
            ),
        )

    def first_words(self, facts: Facts, language: str) -> str:
        """The cases in words."""
        told = (describe(each.when, facts, language) for each in self.cases or ())
        return "\n".join(line for line in told if line) or translate(N_("No cases yet"))

    def enter(self, run: Run) -> Step:
        """Try the cases in order."""
        values = {**run.values, "now": run.now.isoformat()}
        for each in self.cases or ():
            if each.when is not None and holds(each.when, values, run.facts.variables):
                return Go(exit=each.id)
        return Go(exit="else")
