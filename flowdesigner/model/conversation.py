"""Saved conversations: what a customer does and what the bot must then say."""

from typing import Annotated

from flowdesigner.model.accepted import JsonValue
from flowdesigner.model.part import AsWord, Duration, Id, Part

Word = Annotated[str, AsWord()]
BlockRef = Annotated[str, AsWord()]
"""`flow.block`."""


class StartsWith(Part):
    """What begins a conversation."""

    flow: Id | None = None
    event: Word | None = None
    values: dict[str, JsonValue] | None = None


class WebhookStep(Part):
    """What a web service answers at a block."""

    block: BlockRef | None = None
    exit: Word | None = None
    answer: JsonValue = None


class ExitStep(Part):
    """Which way a block is left, whatever it would do by itself."""

    block: BlockRef | None = None
    exit: Word | None = None


class Expect(Part):
    """What a variable must be now; `is` in the file."""

    variable: Word | None = None


class EventStep(Part):
    """Something that happened outside, with what it brings."""

    name: Word | None = None
    values: dict[str, JsonValue] | None = None


class Step(Part):
    """One line of a conversation; exactly one of its keys says what it is."""

    say: str | None = None
    tap: Word | None = None
    media: JsonValue = None
    code: JsonValue = None
    bot: BlockRef | None = None
    text: str | None = None
    options: tuple[Word, ...] | None = None
    webhook: WebhookStep | None = None
    exit: ExitStep | None = None
    event: Word | EventStep | None = None
    status: Word | None = None
    wait: Duration | None = None
    agent: str | None = None
    agent_closes: JsonValue = None
    set: dict[str, JsonValue] | None = None
    expect: Expect | None = None
    ended: Word | None = None
    stopped: JsonValue = None

    def kind(self) -> str | None:
        """Which of its keys says what it is."""
        given = self.model_fields_set - {"text", "options"}
        return next((name for name in type(self).model_fields if name in given), None)


class Conversation(Part):
    """A conversation that the journey must keep being able to have."""

    starts_with: StartsWith | None = None
    channel: Id | None = None
    language: Word | None = None
    at: str | None = None
    contact: dict[str, JsonValue] | None = None
    variables: dict[str, JsonValue] | None = None
    steps: tuple[Step, ...] = ()
