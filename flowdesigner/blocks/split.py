"""The *split* block."""

from hashlib import sha256
from itertools import accumulate
from typing import Annotated, Literal

from flowdesigner.model.block import Block, Exit, Look, Outcomes
from flowdesigner.model.facts import Facts
from flowdesigner.model.fields import Field, Kind
from flowdesigner.model.part import Id, Part, Whole
from flowdesigner.model.run import Go, Run, Step
from flowdesigner.texts import N_, Message


class Arm(Part):
    """One of the ways, and how many go it."""

    id: Annotated[
        Id,
        Field(
            label=N_("Name"),
            kind=Kind.LINE,
            required=True,
            help=N_("A short word that names this way on the canvas."),
        ),
    ] = ""
    weight: Annotated[
        Whole | None,
        Field(
            label=N_("Share"), kind=Kind.SHARE, required=True,
            help=N_("How many go this way, beside the shares of the others."),
        ),
    ] = None  # fmt: skip


class Split(Block):
    """Send customers different ways, to learn which is better; each always the same way."""

    look = Look(
        title=N_("Split"),
        icon="split",
        group="decide",
        summary=N_("Sends a share of the customers each way, to compare."),
    )

    type: Literal["split"] = "split"
    arms: Annotated[
        tuple[Arm, ...] | None,
        Field(
            label=N_("Ways"),
            kind=Kind.PARTS,
            required=True,
            help=N_("Where customers go; each customer always goes the same way."),
        ),
    ] = None
    salt: Annotated[
        str | None,
        Field(
            label=N_("Name of the comparison"), kind=Kind.LINE, advanced=True,
            help=N_("Blocks with the same name send a customer the same way."),
        ),
    ] = None  # fmt: skip

    def ways_out(self, outcomes: Outcomes = {}) -> tuple[Exit, ...]:  # noqa: B006 - never changed
        """One per way."""
        return tuple(
            Exit(
                id=each.id,
                title=Message(each.id.replace("_", " ")),
                happens=bool(each.weight),
                help=N_("By chance, by its share; the same customer always goes the same way."),
            )
            for each in self.arms or ()
            if each.id
        )

    def first_words(self, facts: Facts, language: str) -> str:
        """The shares."""
        return " : ".join(str(each.weight or 0) for each in self.arms or ())

    def enter(self, run: Run) -> Step:
        """The way of this contact, by a number drawn from its name."""
        arms = [each for each in self.arms or () if each.id and (each.weight or 0) > 0]
        if not arms:
            return Go()
        key = f"{self.salt or run.place}\0{run.contact}"
        bounds = list(accumulate(each.weight or 0 for each in arms))
        drawn = int.from_bytes(sha256(key.encode()).digest()[:8], "big") % bounds[-1]
        return Go(exit=next(arm.id for arm, most in zip(arms, bounds, strict=True) if drawn < most))
