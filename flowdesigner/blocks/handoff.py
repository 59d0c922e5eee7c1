"""The *handoff* block."""

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Literal

from msgspec.structs import replace

from flowdesigner.model.block import Block, Exit, Look, Outcomes
from flowdesigner.model.duration import parse_duration, seconds
from flowdesigner.model.fields import Field, Kind, text_field
from flowdesigner.model.hours import Opening, is_open
from flowdesigner.model.outgoing import Outgoing
from flowdesigner.model.part import Duration, Id, Text
from flowdesigner.model.passage import EVER, NONE, ONE, Passage, heard, known, silent
from flowdesigner.model.run import AgentClosed, AgentSaid, Go, Input, Run, Step, TimedOut, Wait
from flowdesigner.model.settings import Settings
from flowdesigner.model.speech import said
from flowdesigner.texts import N_, message

HOURS_LABELS: Mapping[str, str] = {
    "business": N_("In business hours"),
    "always": N_("Always"),
}


class Handoff(Block):
    """Hand the conversation to a person."""

    look = Look(
        title=N_("Hand over to a person"),
        icon="headset",
        group="do",
        summary=N_("A colleague takes over; the bot is silent until the chat is closed."),
    )

    type: Literal["handoff"] = "handoff"
    queue: Annotated[
        str | None,
        Field(
            label=N_("Queue"),
            kind=Kind.LINE,
            placeholder="cs",
            help=N_("Which of your teams it goes to, as your help desk calls it."),
        ),
    ] = None
    text: Annotated[
        Text | None,
        text_field(
            N_("What the customer is told"),
            help=N_("What is said before the colleague takes over."),
        ),
    ] = None
    summary: Annotated[
        Text | None,
        text_field(
            N_("Summary for the colleague"),
            help=N_("What the colleague reads first, so that nothing is asked twice."),
        ),
    ] = None
    hours: Annotated[
        Literal["business", "always"] | None,
        Field(
            label=N_("Available"),
            kind=Kind.CHOICE,
            choices=HOURS_LABELS,
            help=N_(
                "When somebody is there; at other times it goes on by “Nobody available” at once."
            ),
        ),
    ] = None
    longest_wait: Annotated[
        Duration | None,
        Field(
            label=N_("Longest wait"),
            kind=Kind.DURATION,
            placeholder="10m",
            help=N_(
                "How long the customer waits for a colleague; then it goes on by “Nobody "
                "available”."
            ),
        ),
    ] = None
    keep: Annotated[
        tuple[Id, ...] | None,
        Field(
            label=N_("Variables shown to the colleague"),
            kind=Kind.VARIABLES,
            advanced=True,
            help=N_("The values that the colleague sees beside the chat."),
        ),
    ] = None

    def ways_out(self, outcomes: Outcomes = {}) -> tuple[Exit, ...]:  # noqa: B006 - never changed
        """Closed by the colleague, nobody available."""
        may_fail = self.longest_wait is not None or self.hours == "business"
        return (
            Exit(
                id="closed",
                title=message(N_("Chat closed")),
                help=N_("The colleague has closed the chat."),
            ),
            Exit(
                id="unavailable",
                title=message(N_("Nobody available")),
                happens=may_fail,
                after=self.longest_wait,
                help=N_("It is outside business hours, or no colleague came in time."),
            ),
        )

    @property
    def waits(self) -> bool:
        """Until the colleague closes the chat."""
        return True

    @property
    def hands_over(self) -> bool:
        """Always."""
        return True

    @property
    def minds_hours(self) -> bool:
        """When the author has said it, be it that somebody is always there."""
        return self.hours is not None

    def opening(self, settings: Settings) -> Opening | None:
        """Business hours, when colleagues are there only then."""
        if self.hours != "business":
            return None
        return Opening("hours", settings.business_hours, "business_hours")

    def passage(self, exit: str, settings: Settings) -> Passage:
        """Who talked with a colleague has written; nobody available, some time may have gone."""
        if exit == "closed":
            return _CLOSED
        return _unavailable(seconds(self.longest_wait), self.hours == "business")

    def enter(self, run: Run) -> Step:
        """Tell the customer and fall silent; in closed hours nobody is there."""
        hours, clock = run.facts.settings.business_hours, run.now.astimezone(run.facts.zone)
        if self.hours == "business" and hours and not is_open(hours, clock):
            return Go(exit="unavailable")
        words = said(self, run)
        told = (words,) if words != Outgoing() else ()
        left = parse_duration(self.longest_wait or "")
        return Wait(say=told, at_most=left, mute=True, brief=self._brief(run))

    def _brief(self, run: Run) -> str:
        """The summary, then the variables to be shown."""
        kept = (f"{name}: {run.filled(f'{{{{ {name} }}}}')}" for name in self.keep or ())
        summary = run.words(self.spoken("summary", run.channel))
        return "\n".join(filter(None, (summary, *kept)))

    def resume(self, run: Run, input: Input) -> Step:
        """Go on when the colleague closes the chat, or when nobody came."""
        match input:
            case AgentClosed():
                return Go(exit="closed")
            case TimedOut():
                return Go(exit="unavailable")
            case AgentSaid():
                return Wait(mute=True)
            case _:
                left = parse_duration(self.longest_wait or "")
                return Wait(mute=True, at_most=left)


_CLOSED = replace(heard((0, EVER)), agent=known("no"))


@cache
def _unavailable(longest: float | None, may_be_closed: bool) -> Passage:
    """At once, or when nobody came; who wrote meanwhile waits anew."""
    waited = silent((longest or 0, longest or 0), ONE)
    waited = waited.joined(heard((0, EVER)).then(silent((longest or 0, longest or 0))))
    passage = silent(NONE) if longest is None else waited
    return replace(passage.joined(silent(NONE)) if may_be_closed else passage, agent=known("no"))
