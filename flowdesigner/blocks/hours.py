"""The *hours* block."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Literal

from flowdesigner.model.block import NEXT, Block, Exit, Look, Outcomes
from flowdesigner.model.facts import Facts
from flowdesigner.model.fields import Field, Kind
from flowdesigner.model.hours import Hours, Opening, is_open, next_open, outside
from flowdesigner.model.part import Flag
from flowdesigner.model.passage import NONE, Passage, timed
from flowdesigner.model.run import Go, Input, Run, Step, Wait
from flowdesigner.model.settings import Settings
from flowdesigner.model.week import longest_closed, times_closed, times_open
from flowdesigner.texts import N_, message, translate

WINDOW_LABELS: Mapping[str, str] = {
    "business": N_("In business hours"),
    "quiet": N_("Outside quiet hours"),
}


class HoursBlock(Block):
    """Go on by the time of the week, or hold the journey until hours are open."""

    look = Look(
        title=N_("Hours"),
        icon="clock",
        group="decide",
        summary=N_("Goes different ways in open and closed hours, or waits until they are open."),
    )

    type: Literal["hours"] = "hours"
    window: Annotated[
        Literal["business", "quiet"] | None,
        Field(
            label=N_("Open"), kind=Kind.CHOICE, choices=WINDOW_LABELS,
            unset=N_("At hours of its own"),
            help=N_("As the settings of the project say; left empty, the hours below hold."),
        ),
    ] = None  # fmt: skip
    ranges: Annotated[
        dict[str, str | tuple[str, ...]] | None,
        Field(
            label=N_("Hours of its own"), kind=Kind.WEEK, shown_when={"window": (None,)},
            help=N_("By the project's clock."),
        ),
    ] = None  # fmt: skip
    hold: Annotated[
        Flag | None,
        Field(
            label=N_("Wait until open"), kind=Kind.FLAG,
            help=N_("Instead of going another way, the journey waits until the hours are open."),
        ),
    ] = None  # fmt: skip

    def ways_out(self, outcomes: Outcomes = {}) -> tuple[Exit, ...]:  # noqa: B006 - never changed
        """Open and closed, or just next when it waits."""
        if self.hold:
            return (NEXT,)
        return (
            Exit(
                id="open",
                title=message(N_("Open")),
                help=N_("The hours are open."),
            ),
            Exit(
                id="closed",
                title=message(N_("Closed")),
                help=N_("The hours are closed."),
            ),
        )

    def sets(self, exit: str) -> tuple[str, ...]:
        """When it opens next."""
        return ("hours.opens_at",)

    def first_words(self, facts: Facts, language: str) -> str:
        """Which hours."""
        if self.window:
            return translate(WINDOW_LABELS[self.window])
        first = next(iter((self.ranges or {}).values()), "")
        return first if isinstance(first, str) else ", ".join(first)

    @property
    def waits(self) -> bool:
        """When it holds the journey."""
        return bool(self.hold)

    def passage(self, exit: str, settings: Settings) -> Passage:
        """Afterwards the hours are open, or closed; where it waits, for that long at most."""
        hours = self.opening(settings).hours or outside("")
        if exit == "closed":
            return timed(NONE, times_closed(hours))
        return timed((0, longest_closed(hours)) if self.hold else NONE, times_open(hours))

    def enter(self, run: Run) -> Step:
        """Look at the clock; tell when it opens."""
        hours, clock = self._hours(run), self._clock(run)
        opens = next_open(hours, clock)
        save = {"hours.opens_at": f"{opens:%H:%M}" if opens is not None else None}
        if is_open(hours, clock):
            return Go(exit="next" if self.hold else "open", save=save)
        if self.hold:
            return Wait(until=opens, hears=False)
        return Go(exit="closed", save=save)

    def resume(self, run: Run, input: Input) -> Step:
        """Go on when the hours have opened."""
        return self.enter(run)

    @property
    def minds_hours(self) -> bool:
        """When it looks at other hours than the quiet ones of the customer."""
        return self.window != "quiet"

    def opening(self, settings: Settings) -> Opening:
        """The project's hours or its own."""
        if self.window == "quiet":
            quiet = settings.quiet_hours
            return Opening("window", outside(quiet) if quiet else None, "quiet_hours")
        if self.window == "business":
            return Opening("window", settings.business_hours, "business_hours")
        return Opening("ranges", self.ranges)

    def _hours(self, run: Run) -> Hours:
        return self.opening(run.facts.settings).hours or outside("")

    def _clock(self, run: Run) -> datetime:
        """Quiet hours are the customer's, all others the project's."""
        if self.window == "quiet":
            return run.now
        return run.now.astimezone(run.facts.zone)
