"""What a block says to a customer of whom everything is known by its sample value."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from flowdesigner.channels import BY_ID
from flowdesigner.model.block import Block
from flowdesigner.model.channel import Channel
from flowdesigner.model.facts import Facts
from flowdesigner.model.outgoing import Outgoing, Rendered
from flowdesigner.model.run import Run, Said, Wait
from flowdesigner.model.values import Value
from flowdesigner.model.variable import BUILT_IN, Variable
from flowdesigner.model.walk import Path

_MONDAY_MORNING = datetime(2026, 11, 23, 10, tzinfo=timezone(timedelta(hours=7)))

_SAMPLES: Mapping[str, Value] = {
    "text": "Contoh isi",
    "number": 1234,
    "money": 1250000,
    "boolean": True,
    "date": "2026-11-23",
    "time": "10:00",
    "phone": "+6281234567890",
    "email": "nama@contoh.co.id",
}


def sample_of(variable: Variable) -> Value:
    """What a variable may hold: its sample, else something usual for its type."""
    if variable.sample is not None:
        return variable.sample
    if variable.type == "choice" and variable.values:
        return max(
            variable.values,
            key=lambda each: max(map(len, (each.label or {"": ""}).values()), default=0),
        ).id
    return _SAMPLES.get(variable.type)


def sample_run(facts: Facts, channel: str, language: str) -> Run:
    """A conversation in which every variable has its sample value."""
    values: dict[str, Value] = {name: _SAMPLES.get(kind) for name, kind in BUILT_IN.items()}
    values |= {"contact.name": "Sari Dewi", "contact.channel": channel}
    values |= {"contact.language": language}
    values |= {name: sample_of(each) for name, each in facts.variables.items()}
    return Run(facts=facts, channel=channel, language=language, now=_MONDAY_MORNING, values=values)


@dataclass(frozen=True)
class Saying:
    """One thing a block says on a channel in a language."""

    channel: Channel
    language: str
    outgoing: Outgoing
    rendered: tuple[Rendered, ...]
    """The messages the channel makes of it."""
    again: bool = False
    """Whether it is what is said when an answer was not understood."""


def sayings(block: Block, runs: Sequence[Run]) -> Iterator[Saying]:
    """What a block says when it is come to, and when an answer was not understood."""
    said: dict[str, tuple[tuple[Outgoing, bool], ...]] = {}
    for run in runs:
        if not any(run.language in spot.text for spot in block.texts):
            continue
        # Without words by channel it says the same on all of them.
        if block.variants or run.language not in said:
            said[run.language] = tuple(_said(block, run))
        channel = BY_ID[run.channel]
        for outgoing, again in said[run.language]:
            yield Saying(channel, run.language, outgoing, channel.render(outgoing), again)


def _said(block: Block, run: Run) -> Iterator[tuple[Outgoing, bool]]:
    for each in getattr(block.enter(run), "say", ()):
        yield each, False
    if block.waits and any(spot.path[0] == "retry" for spot in block.texts):
        step = block.resume(run, Said(""))
        for each in step.say if isinstance(step, Wait) else ():
            yield each, True


def written_at(block: Block, path: Path, channel: str, language: str) -> Path | None:
    """Where the words of a field stand for a channel; nothing when the language has none.

    The channel's own words go before those that all channels share.
    """
    for place in (("variants", channel, *path), path):
        for spot in block.texts:
            if spot.path == place:
                return (*place, language) if language in spot.text else None
    return None
