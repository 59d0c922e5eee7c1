"""What a conversation has been so far, line by line."""

from datetime import datetime
from typing import Literal

from msgspec import Struct

from flowdesigner.model.outgoing import Outgoing, Rendered, Reply
from flowdesigner.model.run import Answered
from flowdesigner.texts import Message

Who = Literal["bot", "customer", "agent", "system"]

Place = tuple[str, str]
"""A block: the ids of its flow and of itself."""

Taken = tuple[str, str, str]
"""An exit by which a block was left: flow, block, exit."""


class Entry(Struct, frozen=True, kw_only=True):
    """A line of a conversation."""

    at: datetime
    who: Who
    text: str = ""
    """What was said, whatever the channel; nothing for a system line."""
    block: Place | None = None
    """Who said it, or where the conversation stood."""
    channel: str = ""
    options: tuple[Reply, ...] = ()
    """The answers that go with it."""
    outgoing: Outgoing | None = None
    """What the block wanted said."""
    messages: tuple[Rendered, ...] = ()
    """What the customer really gets on the channel."""
    note: Message | None = None
    """What a system line says, worded when it is shown."""
    answered: Answered | None = None
    """What a web service answered, on the line that tells of it."""

    @property
    def offered(self) -> tuple[Reply, ...]:
        """The answers that the customer sees; none where the channel cannot be answered."""
        return tuple(option for each in self.messages for option in each.options)

    def shown(self) -> str:
        """Its words, a system line's in the language in use."""
        return str(self.note) if self.note is not None else self.text
