"""The *wait* block."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from functools import cache
from typing import Annotated, Literal

from msgspec.structs import replace

from flowdesigner.model.block import NEXT, Block, Exit, Look, Outcomes
from flowdesigner.model.duration import on_the_wall, parse_duration, seconds
from flowdesigner.model.facts import Facts
from flowdesigner.model.fields import Field, Kind
from flowdesigner.model.hours import DAYS
from flowdesigner.model.part import AsWord, Duration
from flowdesigner.model.passage import EVER, UNCHANGED, Passage, happened, heard, silent
from flowdesigner.model.run import Delivery, Go, Happened, Input, Run, Step, Wait
from flowdesigner.model.settings import Settings
from flowdesigner.model.spoken_duration import spoken_duration
from flowdesigner.model.values import is_iso_time
from flowdesigner.model.week import times_at
from flowdesigner.texts import N_, message, translate

KIND_LABELS: Mapping[str, str] = {
    "duration": N_("For a while"),
    "until": N_("Until a time of day"),
    "event": N_("Until something happens"),
    "status": N_("Until the last message is delivered or read"),
}

STATUS_LABELS: Mapping[str, str] = {
    "delivered": N_("It is delivered"),
    "read": N_("It is read"),
    "replied": N_("The customer replies"),
    "failed": N_("It could not be delivered"),
}

_REACHED: Mapping[str, tuple[str, ...]] = {
    "delivered": ("delivered", "read", "replied"),
    "read": ("read", "replied"),
    "replied": ("replied",),
    "failed": ("failed",),
}
"""What news says that a status has been reached; who has read a message has got it."""

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


class WaitBlock(Block):
    """Let time go by, or wait for something to happen."""

    look = Look(
        title=N_("Wait"),
        icon="hourglass",
        group="do",
        summary=N_("Lets time go by, or waits until something happens."),
    )

    type: Literal["wait"] = "wait"
    kind: Annotated[
        Literal["duration", "until", "event", "status"] | None,
        Field(
            label=N_("Wait"),
            kind=Kind.CHOICE,
            choices=KIND_LABELS,
            required=True,
            help=N_("Whether time has to go by, or something has to happen."),
        ),
    ] = None
    duration: Annotated[
        Duration | None,
        Field(
            label=N_("How long"), kind=Kind.DURATION, required=True, placeholder="1h",
            shown_when={"kind": ("duration",)},
            help=N_("How much time goes by."),
        ),
    ] = None  # fmt: skip
    until: Annotated[
        str | None,
        Field(
            label=N_("Until"), kind=Kind.TIME, required=True, placeholder="09:00",
            shown_when={"kind": ("until",)},
            help=N_("By the customer's clock; the next time it is this late."),
        ),
    ] = None  # fmt: skip
    weekdays: Annotated[
        tuple[Weekday, ...] | None,
        Field(
            label=N_("Only on"), kind=Kind.WEEKDAYS, shown_when={"kind": ("until",)},
            help=N_("Left empty, any day will do."),
        ),
    ] = None  # fmt: skip
    event: Annotated[
        str | None,
        AsWord(),
        Field(
            label=N_("What happens"), kind=Kind.EVENT, required=True, placeholder="order_paid",
            shown_when={"kind": ("event",)},
            help=N_("The name under which your other systems tell of it."),
        ),
    ] = None  # fmt: skip
    status: Annotated[
        Literal["delivered", "read", "replied", "failed"] | None,
        Field(
            label=N_("What becomes of the last message"), kind=Kind.CHOICE, choices=STATUS_LABELS,
            required=True, shown_when={"kind": ("status",)},
            help=N_("The news of the last message that ends the wait."),
        ),
    ] = None  # fmt: skip
    at_most: Annotated[
        Duration | None,
        Field(
            label=N_("At most"), kind=Kind.DURATION, placeholder="24h",
            ends_wait=True, least="1s", most="30d",
            shown_when={"kind": ("event", "status")},
            help=N_("How long to wait; then it goes on by “Waited too long”."),
        ),
    ] = None  # fmt: skip

    def ways_out(self, outcomes: Outcomes = {}) -> tuple[Exit, ...]:  # noqa: B006 - never changed
        """Next after a time; happened or too late when something is waited for."""
        if self.kind not in ("event", "status"):
            return (NEXT,)
        late = self.at_most is not None
        return (
            Exit(
                id="happened",
                title=message(N_("Happened")),
                help=N_("What was waited for has happened."),
            ),
            Exit(
                id="timeout",
                title=message(N_("Waited too long")),
                happens=late,
                after=self.at_most,
                help=N_("It did not happen in time."),
            ),
        )

    def first_words(self, facts: Facts, language: str) -> str:
        """What it waits for."""
        if self.kind == "status":
            return translate(STATUS_LABELS[self.status]) if self.status else ""
        days = ", ".join(translate(_DAYS[each]) for each in self.weekdays or ())
        until = self.until and translate(N_("Until {time}"), time=self.until)
        told = {
            "duration": spoken_duration(self.duration or ""), "until": until, "event": self.event,
        }  # fmt: skip
        return " · ".join(filter(None, (told.get(self.kind or ""), days)))

    @property
    def waits(self) -> bool:
        """Always."""
        return True

    @property
    def awaits_news(self) -> bool:
        """When it waits for what becomes of a message."""
        return self.kind == "status"

    def passage(self, exit: str, settings: Settings) -> Passage:
        """Time goes by; only who replies has written."""
        at_most = seconds(self.at_most)
        if self.kind in ("event", "status") and exit == "happened":
            within = (0, EVER if at_most is None else at_most)
            replied = self.kind == "status" and self.status == "replied"
            return heard(within) if replied else happened(within)
        if self.kind in ("event", "status"):
            return silent((at_most or 0, at_most or 0))
        if self.kind == "duration" and (length := seconds(self.duration)) is not None:
            return silent((length, length))
        return self._until() if self.kind == "until" else UNCHANGED

    def _until(self) -> Passage:
        """Until a quarter of an hour of some days."""
        if not is_iso_time(self.until or ""):
            return UNCHANGED
        days = tuple(at for at, day in enumerate(DAYS) if day in (self.weekdays or DAYS))
        return _until(time.fromisoformat(self.until or ""), days)

    def enter(self, run: Run) -> Step:
        """Stand still; what is not filled in does not hold the journey up."""
        at_most = parse_duration(self.at_most or "")
        match self.kind:
            case "duration" if (length := parse_duration(self.duration or "")) is not None:
                return Wait(at_most=length, hears=False)
            case "until" if is_iso_time(self.until or ""):
                return Wait(until=self._next_time(run.now), hears=False)
            case "event" if self.event:
                return Wait(at_most=at_most, event=self.event, hears=False)
            case "status" if self.status:
                return Wait(at_most=at_most, delivery=_REACHED[self.status], hears=False)
            case _:
                return Go(exit=self.ways_out()[0].id)

    def resume(self, run: Run, input: Input) -> Step:
        """Go on when it happened, or when the time is over."""
        match input:
            case Happened() | Delivery():
                return Go(exit="happened")
            case _:
                return Go(exit=self.ways_out()[-1].id)

    def _next_time(self, now: datetime) -> datetime:
        """The next moment, strictly later, at which it is this late on one of the days."""
        at = time.fromisoformat(self.until or "")
        for ahead in range(8):
            day = now.date() + timedelta(days=ahead)
            if self.weekdays and DAYS[day.weekday()] not in self.weekdays:
                continue
            for moment in on_the_wall(day, at, now):
                if moment.timestamp() > now.timestamp():
                    return moment
        return now


@cache
def _until(at: time, days: tuple[int, ...]) -> Passage:
    following = zip(days, (*days[1:], days[0] + 7), strict=True)
    longest = max(after - day for day, after in following) * 86400
    return replace(silent((0, longest)), times=times_at(at, days))


_DAYS: Mapping[str, str] = {
    "mon": N_("Monday"),
    "tue": N_("Tuesday"),
    "wed": N_("Wednesday"),
    "thu": N_("Thursday"),
    "fri": N_("Friday"),
    "sat": N_("Saturday"),
    "sun": N_("Sunday"),
}
