"""The *subflow* block."""

from typing import Annotated, Literal

from flowdesigner.model.block import Block, Exit, Look, Outcomes
from flowdesigner.model.facts import Facts
from flowdesigner.model.fields import Field, Kind
from flowdesigner.model.part import Id
from flowdesigner.model.run import Call, Go, Input, Returned, Run, Step
from flowdesigner.texts import N_, Message, translate


class Subflow(Block):
    """Run another flow and come back."""

    look = Look(
        title=N_("Other flow"),
        icon="workflow",
        group="do",
        summary=N_("Runs another flow and goes on by how it ended."),
    )

    type: Literal["subflow"] = "subflow"
    flow: Annotated[
        Id | None,
        Field(
            label=N_("Flow"),
            kind=Kind.FLOW,
            required=True,
            help=N_("The flow that runs; when it has ended, the journey goes on here."),
        ),
    ] = None
    give: Annotated[
        dict[str, str] | None,
        Field(
            label=N_("Give it"),
            kind=Kind.GIVE,
            templated=True,
            advanced=True,
            help=N_("Values that the other flow begins with."),
        ),
    ] = None
    take: Annotated[
        tuple[Id, ...] | None,
        Field(
            label=N_("Take from it"),
            kind=Kind.VARIABLES,
            advanced=True,
            help=N_("Values that you want to have here when the other flow has ended."),
        ),
    ] = None

    def ways_out(self, outcomes: Outcomes = {}) -> tuple[Exit, ...]:  # noqa: B006 - never changed
        """One per outcome of the other flow."""
        known = outcomes.get(self.flow or "", tuple(self.exits) or ("done",))
        return tuple(
            Exit(
                id=each,
                title=Message(each.replace("_", " ")),
                help=N_("The other flow has ended this way."),
            )
            for each in known
        )

    def first_words(self, facts: Facts, language: str) -> str:
        """The other flow's name."""
        return (self.flow or translate(N_("No flow chosen"))).replace("_", " ")

    def enter(self, run: Run) -> Step:
        """Begin the other flow."""
        if not self.flow:
            return Go(exit="done")
        given = {name: run.raw_data(value) for name, value in (self.give or {}).items()}
        return Call(flow=self.flow, give=given, take=self.take or ())

    def resume(self, run: Run, input: Input) -> Step:
        """Go on by the outcome, with what was asked for."""
        if not isinstance(input, Returned):
            return Go(exit="done")
        return Go(exit=input.outcome, save=dict(input.values))
