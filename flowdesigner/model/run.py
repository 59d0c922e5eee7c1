"""The words in which a block and the engine talk: what comes in, and what happens then.

A block never sees the engine. It is given a `Run` (what it may know) and an `Input` (what came
in) and answers with a `Step` (what happens): plain values, so that its behaviour is an equality.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from urllib.parse import quote

from msgspec import Struct, field
from msgspec.structs import replace

from flowdesigner.model.accepted import JsonValue
from flowdesigner.model.facts import Facts
from flowdesigner.model.outgoing import Outgoing
from flowdesigner.model.template import Placeholder, fill, parse_template
from flowdesigner.model.values import Value, Writer, look_up, raw_shown
from flowdesigner.texts import Message

# --------------------------------------------------------------------------- what comes in


class Said(Struct, frozen=True):
    """The customer typed something."""

    text: str


class Tapped(Struct, frozen=True):
    """The customer chose an option."""

    option: str


class Sent(Struct, frozen=True):
    """The customer sent a file, a location or the like."""

    kind: str
    value: JsonValue = None


class TimedOut(Struct, frozen=True):
    """Nothing came in for as long as the block waits."""


class Answered(Struct, frozen=True):
    """A web service answered; `ok` is a 2xx."""

    ok: bool
    data: JsonValue = None


class AgentSaid(Struct, frozen=True):
    """A colleague wrote to the customer."""

    text: str


class AgentClosed(Struct, frozen=True):
    """A colleague closed the conversation."""


class Happened(Struct, frozen=True):
    """Something happened outside, with the values it brings."""

    name: str
    values: Mapping[str, Value] = field(default_factory=dict)


class Delivery(Struct, frozen=True):
    """News of the last message: `delivered`, `read`, `replied` or `failed`."""

    status: str


class Returned(Struct, frozen=True):
    """A called flow ended."""

    outcome: str
    values: Mapping[str, Value] = field(default_factory=dict)


Input = (
    Said
    | Tapped
    | Sent
    | TimedOut
    | Answered
    | AgentSaid
    | AgentClosed
    | Happened
    | Delivery
    | Returned
)

# --------------------------------------------------------------------------- what happens


class Goal(Struct, frozen=True):
    """Something the business wants, such as an order that is paid."""

    name: str
    value: Value = None
    """What it is worth, in the project's currency."""


class Go(Struct, frozen=True, kw_only=True):
    """Leave by an exit."""

    exit: str = "next"
    say: tuple[Outgoing, ...] = ()
    save: Mapping[str, Value] = field(default_factory=dict)
    """Variables to their new values; `None` clears one."""
    goal: Goal | None = None
    """What the business has reached by coming here."""
    note: Message | None = None
    """What whoever tries the journey out should know."""


class Wait(Struct, frozen=True, kw_only=True):
    """Stand still until something comes in."""

    say: tuple[Outgoing, ...] = ()
    at_most: timedelta | None = None
    """How long before `TimedOut` comes in; never, when nothing is given."""
    until: datetime | None = None
    """The moment at which `TimedOut` comes in, instead of a length."""
    event: str = ""
    """The event that comes in as `Happened`; others do not concern the block."""
    delivery: tuple[str, ...] = ()
    """The news of the last message that comes in as `Delivery`; other news does not concern it."""
    code: str = ""
    """The code the customer is expected to type."""
    knows: tuple[str, ...] = ()
    """Whole messages that mean something to this block, so that they are no keywords here."""
    hears: bool = True
    """Whether what the customer writes is for this block; else it is kept and answers the next
    question."""
    memory: Mapping[str, JsonValue] = field(default_factory=dict)
    """What the block wants to find in its `Run` when it is resumed."""
    mute: bool = False
    """A person talks now: the customer's messages are not for the bot."""
    brief: str = ""
    """What that person is told first."""


class Request(Struct, frozen=True, kw_only=True):
    """Ask a web service, and stand still until it answers."""

    method: str
    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: JsonValue = None
    sample: JsonValue = None
    """What a preview answers by itself."""


class Call(Struct, frozen=True, kw_only=True):
    """Run another flow and come back with its outcome."""

    flow: str
    give: Mapping[str, Value] = field(default_factory=dict)
    take: tuple[str, ...] = ()


class Finish(Struct, frozen=True, kw_only=True):
    """The flow is over."""

    outcome: str = "done"


Step = Go | Wait | Request | Call | Finish

# --------------------------------------------------------------------------- what a block knows


class Run(Struct, frozen=True, kw_only=True):
    """What a block may know of the conversation so far."""

    facts: Facts
    channel: str
    language: str
    now: datetime
    """With a zone: the contact's, else the project's."""
    values: Mapping[str, Value] = field(default_factory=dict)
    memory: Mapping[str, JsonValue] = field(default_factory=dict)
    place: str = ""
    """`flow.block` of the block that is asked."""
    contact: str = ""
    """What tells this contact from every other, the same in each of their conversations."""
    heard: str = ""
    """What the customer wrote last."""
    seed: int = 0
    """What chance is drawn from; the same seed, the same chance."""

    def value(self, path: str) -> Value:
        """The value a path leads to, or nothing."""
        return look_up(path, self.values)

    @property
    def writer(self) -> Writer:
        """Who writes values for this customer."""
        return Writer(
            self.facts.variables, self.language, self.facts.base_language, self.facts.currency
        )

    def knowing(self, **values: Value) -> "Run":
        """The same with some more values, for texts that may tell them."""
        return replace(self, values={**self.values, **values})

    def words(self, text: Mapping[str, str] | None) -> str:
        """A text in the customer's language, else the base language, filled in."""
        return self.filled(self.facts.in_language(text, self.language))

    def filled(self, text: str) -> str:
        """A text of one language with its values written for a reader."""
        if "{{" not in text:
            return text
        writer = self.writer
        return fill(text, lambda place: writer.shown(place, self.value(place.path)))

    def raw(self, text: str) -> str:
        """A text with its values written for a machine."""
        return fill(text, lambda place: raw_shown(place, self.value(place.path)))

    def raw_url(self, url: str) -> str:
        """A web address with its values percent-encoded."""
        return fill(url, lambda place: quote(raw_shown(place, self.value(place.path)), safe=""))

    def raw_data(self, data: JsonValue) -> JsonValue:
        """JSON with its strings filled in; a string that is one placeholder keeps its type."""
        if isinstance(data, Mapping):
            return {key: self.raw_data(value) for key, value in data.items()}
        if isinstance(data, list):
            return [self.raw_data(value) for value in data]
        return self._raw_string(data) if isinstance(data, str) else data

    def _raw_string(self, written: str) -> JsonValue:
        parts = parse_template(written)
        if len(parts) == 1 and isinstance(parts[0], Placeholder) and not parts[0].filters:
            return self.value(parts[0].path)
        return self.raw(written)
