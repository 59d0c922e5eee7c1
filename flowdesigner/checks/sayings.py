"""What a block says to a customer of whom everything is known by its sample value."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from flowdesigner.channels import BY_ID
from flowdesigner.model.block import Block
from flowdesigner.model.channel import Channel
from flowdesigner.model.fields import Kind
from flowdesigner.model.outgoing import Outgoing, Rendered
from flowdesigner.model.run import Run, Said, TimedOut, Wait
from flowdesigner.model.values import Value, type_of
from flowdesigner.model.walk import Path


class Saying(Struct, frozen=True):
    """One thing a block says on a channel in a language."""

    channel: Channel
    language: str
    outgoing: Outgoing
    rendered: tuple[Rendered, ...]
    """The messages the channel makes of it."""
    again: bool = False
    """Whether it is what is said when an answer was not understood."""


def sayings(
    block: Block, runs: Sequence[Run], channels: Mapping[str, Channel] = BY_ID
) -> Iterator[Saying]:
    """What a block says when it is come to, and when an answer was not understood."""
    said: dict[str, tuple[tuple[Outgoing, bool], ...]] = {}
    for run in runs:
        if not any(run.language in spot.text for spot in block.texts):
            continue
        # Without words by channel it says the same on all of them.
        if block.variants or run.language not in said:
            said[run.language] = tuple(_said(block, run))
        channel = channels[run.channel]
        for outgoing, again in said[run.language]:
            if outgoing.channel in ("", run.channel):
                made = channel.rendered(outgoing, run.facts)
                yield Saying(channel, run.language, outgoing, made, again)


def _said(block: Block, run: Run) -> Iterator[tuple[Outgoing, bool]]:
    step: object = block.enter(run)
    yield from ((each, False) for each in getattr(step, "say", ()))
    if block.waits and any(spot.path[0] == "retry" for spot in block.texts):
        again = block.resume(run, Said(""))
        yield from ((each, True) for each in (again.say if isinstance(again, Wait) else ()))
    while isinstance(step, Wait) and step.code and step.until is not None:
        # A code goes over one channel after another while it is waited for.
        step = block.resume(replace(run, memory=step.memory, now=step.until), TimedOut())
        yield from ((each, False) for each in getattr(step, "say", ()))


class Room(Struct, frozen=True):
    """How much a block may say so that no channel can find it too much, whatever it is drawn as.

    Most blocks stay far below; they need not be written out for every channel and language.
    """

    words: int
    """Characters in all its texts of one language together."""
    label: int
    """Characters in one of its short texts."""
    options: int
    value: int
    """Characters that a placeholder adds at most."""

    def holds(self, block: Block) -> bool:
        """Whether a block surely keeps to it."""
        said: dict[str, int] = {}
        listed = getattr(block, "options", None) or ()
        if len(listed) > self.options or block.__dict__.get("media") or block.__dict__.get("link"):
            return False
        for spot in block.texts:
            for language, text in spot.text.items():
                # No channel counts a character for more than its bytes.
                values = text.count("{{")
                size = len(text.encode()) + self.value * values
                short = spot.field.kind is Kind.LABEL
                # A date may be written in any length.
                if (short and size > self.label) or (values and "date" in text):
                    return False
                said[language] = said.get(language, 0) + size
        return not said or max(said.values()) + _NUMBER * len(listed) <= self.words


_NUMBER = 5
"""What a number and a line break add to an answer."""
_LEAST_IN_A_PART = 67


def room_of(channels: Iterable[Channel], run: Run) -> Room:
    """The room that a flow's channels leave."""
    limits = [(key, each) for channel in channels for key, each in channel.limits.items()]
    counted = {key: each.most for key, each in limits if each.unit != "characters"}
    short = [each.most for _key, each in limits if each.unit == "characters"]
    long = [each.most for key, each in limits if key in ("text", "text_with_buttons", "caption")]
    parts = [each.most * _LEAST_IN_A_PART for key, each in limits if key == "parts"]
    values = (_written(run, path, value) for path, value in run.values.items())
    return Room(
        words=min((*long, *parts), default=0),
        label=min(short, default=0),
        options=min((most for key, most in counted.items() if key != "parts"), default=_MANY),
        value=max(values, default=0),
    )


_MANY = 1000
_LONGEST_DATE = 20


def _written(run: Run, path: str, value: Value) -> int:
    """How long a value is in a text; dates are not written out, since that loads their names."""
    if type_of(path, run.facts.variables) == "date":
        return _LONGEST_DATE
    longest = 0
    for language in run.facts.languages:
        longest = max(longest, len(replace(run, language=language).writer.for_reader(path, value)))
    return longest


def written_at(block: Block, path: Path, channel: str, language: str) -> Path | None:
    """Where the words of a field stand for a channel; nothing when the language has none.

    The channel's own words go before those that all channels share.
    """
    for place in (("variants", channel, *path), path):
        for spot in block.texts:
            if spot.path == place:
                return (*place, language) if language in spot.text else None
    return None
