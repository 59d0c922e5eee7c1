"""A conversation under way, as a value."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Literal, Self

from msgspec import Struct, field
from msgspec.structs import replace

from flowdesigner.model.accepted import JsonValue
from flowdesigner.model.block import Block
from flowdesigner.model.duration import after
from flowdesigner.model.outgoing import Outgoing, Reply
from flowdesigner.model.project import Project
from flowdesigner.model.run import Answered, Goal, Happened, Request, Run, Said, Sent
from flowdesigner.model.values import Value
from flowdesigner.simulate.entry import Entry, Place, Taken
from flowdesigner.simulate.inputs import Scripted, SessionInput
from flowdesigner.simulate.opening import Opening, zone_of
from flowdesigner.simulate.rendering import rendered
from flowdesigner.texts import Message

State = Literal["new", "running", "waiting", "ended", "stopped"]
"""`new` waits for the first message; `stopped` could not go on, which is not an end."""


class Waiting(Struct, frozen=True, kw_only=True):
    """Why a block stands still."""

    at_most: timedelta | None = None
    due: datetime | None = None
    """When it has waited long enough; never, when nothing is given."""
    event: str = ""
    """The event it waits for."""
    delivery: tuple[str, ...] = ()
    """The news of the last message that it waits for."""
    code: str = ""
    """The code the customer has to type."""
    knows: tuple[str, ...] = ()
    """Words that are no keywords here."""
    hears: bool = True
    """Whether what the customer writes is for the block that waits; else it is kept."""
    mute: bool = False
    """A colleague talks; the customer's messages are not for the bot."""
    request: Request | None = None
    """A web service is asked."""
    offered: tuple[Reply, ...] = ()
    """The answers the customer can tap."""
    came: Happened | None = None
    """The event it waits for, which came while a keyword's flow was under way."""

    @property
    def for_failure(self) -> bool:
        """Whether nothing but news is waited for, and that of failure is among it."""
        return "failed" in self.delivery and not self.hears


class Frame(Struct, frozen=True, kw_only=True):
    """A flow under way: where it stands and what it remembers."""

    flow: str
    block: str | None = None
    values: Mapping[str, Value] = field(default_factory=dict)
    memory: Mapping[str, JsonValue] = field(default_factory=dict)
    waiting: Waiting | None = None
    take: tuple[str, ...] = ()
    """The variables its caller wants back."""
    keyword: bool = False
    """A keyword called it, so what it interrupted goes on afterwards."""
    kept: tuple[Said | Sent, ...] = ()
    """What the customer had sent before a keyword called it; not for its questions."""


class Session(Struct, frozen=True, kw_only=True):
    """Where a conversation stands, and all that was said; never changed, only followed."""

    project: Project
    opening: Opening
    now: datetime
    channel: str
    own_language: str
    """The language, unless the contact's is set to another of the project's."""
    shared: Mapping[str, Value]
    """`contact.*` and `consent.*`, the same in every flow."""
    state: State = "running"
    frames: tuple[Frame, ...] = ()
    """The flow that was begun, then those called one by another; the last one is under way."""
    outcome: str | None = None
    transcript: tuple[Entry, ...] = ()
    taken: tuple[Taken, ...] = ()
    """The exits by which blocks were left, in order."""
    inputs: tuple[SessionInput, ...] = ()
    given_up_at: datetime | None = None
    """When the last message, unless news says that it arrived, is not delivered any more."""
    kept: tuple[Said | Sent, ...] = ()
    """What the customer sent while nothing was asked; it answers the next question."""
    heard: str = ""
    """What the customer wrote last."""
    goals: tuple[Goal, ...] = ()
    """What the business has reached, in order."""
    scripts: tuple[Scripted, ...] = ()
    """How blocks are to be left when the conversation comes to them; used once each, in order."""

    # ------------------------------------------------------------------ what it shows

    @property
    def frame(self) -> Frame | None:
        """The flow under way."""
        return self.frames[-1] if self.frames else None

    @property
    def place(self) -> Place | None:
        """The block where it stands, if it stands at one."""
        frame = self.frame
        return (frame.flow, frame.block) if frame and frame.block is not None else None

    @property
    def block(self) -> Block | None:
        """The block where it stands, if there is one."""
        return self.project.block(*self.place) if self.place else None

    @property
    def waiting(self) -> Waiting | None:
        """What it waits for."""
        return self.frame.waiting if self.frame and self.state == "waiting" else None

    @property
    def due(self) -> datetime | None:
        """When the wait at hand is over by itself."""
        waiting = self.waiting
        if waiting is None:
            return None
        news = self.given_up_at if waiting.for_failure else None
        return min(filter(None, (waiting.due, news)), key=datetime.timestamp, default=None)

    @property
    def is_over(self) -> bool:
        """Whether the wait at hand has lasted long enough."""
        return self.due is not None and self.due.timestamp() <= self.now.timestamp()

    @property
    def given_up(self) -> bool:
        """Whether the last message is not delivered any more."""
        due = self.given_up_at
        return due is not None and due.timestamp() <= self.now.timestamp()

    @property
    def options(self) -> tuple[Reply, ...]:
        """The answers that can be tapped now."""
        return self.waiting.offered if self.waiting else ()

    @property
    def language(self) -> str:
        """The language in which the customer is spoken to."""
        wanted = self.shared.get("contact.language")
        known = isinstance(wanted, str) and wanted in self.project.languages
        return str(wanted) if known else self.own_language

    @property
    def values(self) -> Mapping[str, Value]:
        """Every variable of the flow under way that has a value."""
        own = self.frame.values if self.frame else {}
        return {**own, **self.shared, "now": self.now.isoformat()}

    @property
    def contact(self) -> str:
        """What tells the contact from others: phone, else email, else name, else the seed.

        As it was known when the conversation began: what is learnt on the way makes nobody another.
        """
        known = map(self.opening.contact.get, ("phone", "email", "name"))
        return next((str(each) for each in known if each), f"seed {self.opening.seed}")

    def run(self) -> Run:
        """What the block at hand may know."""
        block, frame = self.block, self.frame
        return Run(
            facts=self.project.facts,
            channel=(block.channel if block else None) or self.channel,
            language=self.language,
            now=self.now,
            values=self.values,
            memory=frame.memory if frame else {},
            place=".".join(self.place or ()),
            contact=self.contact,
            heard=self.heard,
            seed=self.opening.seed,
        )

    # ------------------------------------------------------------------ what follows it

    def with_frame(self, frame: Frame) -> Self:
        """With the flow under way as it is now."""
        return replace(self, frames=(*self.frames[:-1], frame))

    def saved(self, values: Mapping[str, Value]) -> Self:
        """With variables given values; nothing clears one."""
        shared = {k: v for k, v in values.items() if k.startswith(("contact.", "consent."))}
        own = {k: v for k, v in values.items() if k not in shared}
        known = self._knowing(shared) if shared else self
        frame = known.frame
        if own and frame is not None:
            return known.with_frame(replace(frame, values=_updated(frame.values, own)))
        return known

    def _knowing(self, shared: Mapping[str, Value]) -> Self:
        """With more known of the contact, by whose clock it goes on."""
        updated = _updated(self.shared, shared)
        clock = zone_of(self.project, updated.get("contact.time_zone"))
        return replace(self, shared=updated, now=self.now.astimezone(clock))

    def left(self, exit: str) -> Self:
        """Having left the block at hand by an exit."""
        return replace(self, taken=(*self.taken, (*self.place, exit))) if self.place else self

    def wrote(self, entry: Entry) -> Self:
        """With one line more."""
        return replace(self, transcript=(*self.transcript, entry))

    def said(self, outgoing: Outgoing) -> Self:
        """With what the block at hand says."""
        channel = outgoing.channel or self.run().channel
        entry = Entry(
            at=self.now,
            who="bot",
            text=outgoing.text or (outgoing.media.caption if outgoing.media else ""),
            block=self.place,
            channel=channel,
            options=outgoing.options,
            outgoing=outgoing,
            messages=rendered(channel, outgoing, self.project.facts, self.now.date()),
        )
        within = outgoing.template.within if outgoing.template else None
        given_up_at = after(self.now, within) if within is not None else None
        return replace(self, given_up_at=given_up_at).wrote(entry)

    def noted(self, note: Message, answered: Answered | None = None) -> Self:
        """With a system line."""
        return self.wrote(
            Entry(at=self.now, who="system", block=self.place, note=note, answered=answered)
        )

    def stopped(self, note: Message) -> Self:
        """Stopped, with the reason."""
        return replace(self.noted(note), state="stopped")


def _updated(values: Mapping[str, Value], more: Mapping[str, Value]) -> Mapping[str, Value]:
    together = {**values, **more}
    return {name: value for name, value in together.items() if value is not None}
