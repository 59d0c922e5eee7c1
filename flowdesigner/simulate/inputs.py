"""What can come into a conversation from outside; recorded, so that it can be replayed.

What a customer or a colleague does is said in the words of `model.run`; here is the rest.
"""

from collections.abc import Mapping
from datetime import timedelta

from msgspec import Struct

from flowdesigner.model.accepted import JsonValue
from flowdesigner.model.run import AgentClosed, AgentSaid, Delivery, Happened, Said, Sent, Tapped
from flowdesigner.model.values import Value


class Passed(Struct, frozen=True):
    """Time goes by; waits that are over on the way time out."""

    length: timedelta


class SkippedWait(Struct, frozen=True):
    """Time goes by until the wait at hand is over."""


class TypedCode(Struct, frozen=True):
    """The customer types the code that was sent, or a wrong one."""

    right: bool = True


class Scripted(Struct, frozen=True):
    """How a block is left the next time; at once when the conversation stands there.

    For a block that asks a web service, `data` is the answer; without it the sample is.
    """

    flow: str
    block: str
    exit: str
    data: JsonValue = None


class Put(Struct, frozen=True):
    """Variables are given values from outside; `None` clears one."""

    values: Mapping[str, Value]


SessionInput = (
    Said
    | Tapped
    | Sent
    | TypedCode
    | AgentSaid
    | AgentClosed
    | Passed
    | SkippedWait
    | Happened
    | Delivery
    | Scripted
    | Put
)
