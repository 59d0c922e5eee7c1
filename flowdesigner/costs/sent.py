"""The messages that are billed when a customer comes to a block."""

from collections.abc import Iterator, Mapping
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from flowdesigner.blocks.answer import Answer
from flowdesigner.costs.shares import Shares
from flowdesigner.model.block import Block, Outcomes
from flowdesigner.model.channel import Channel
from flowdesigner.model.outgoing import Outgoing
from flowdesigner.model.run import Run, Said, Step, TimedOut, Wait

FALLS_BACK = 10.0
"""Of a hundred customers those who get a code on the next channel too, when nobody says how many.

A number of the house."""
_MOST_RUNGS = 10
_CODE = "authentication"
_BILLED_ON_ARRIVAL = frozenset({"whatsapp", "rcs"})
WHATSAPP = "whatsapp"
FREE_WORDS = "service"
"""What WhatsApp calls a message that is no template."""


class Sent(Struct, frozen=True, kw_only=True):
    """Messages alike that a block sends to one customer who comes to it."""

    channel: str
    category: str
    """What WhatsApp calls it: the category of the template, else `service`; empty elsewhere."""
    parts: int
    often: float
    """How many of them are billed for one who comes."""


class Sender:
    """Writes out what blocks say, as the channels send it."""

    def __init__(
        self, shares: Shares, outcomes: Outcomes, run: Run, channels: Mapping[str, Channel]
    ) -> None:
        self._shares, self._outcomes, self._run, self._channels = shares, outcomes, run, channels

    def sent(self, flow: str, id: str, block: Block) -> tuple[Sent, ...]:
        """What a block sends; a code goes out as a template for codes, however it is written."""
        found = tuple(self._sent(flow, id, block))
        code = block.sends is not None and block.sends.code
        return tuple(_as_code(each) for each in found) if code else found

    def _sent(self, flow: str, id: str, block: Block) -> Iterator[Sent]:
        run = replace(self._run, channel=block.channel or self._run.channel)
        lost = self._shares.lost(flow, id, block)
        if isinstance(block, Answer):
            yield from self._answered(flow, id, block, run, lost)
            return
        step = block.enter(run)
        first = getattr(step, "say", ())
        rungs = tuple(islice(_rungs(block, run, step), _MOST_RUNGS))
        if rungs:
            yield from self._climbed(block, (first, *rungs), run, lost)
            return
        yield from self._each(first, run, 1.0, lost)
        yield from self._again(flow, id, block, run, lost)

    def _each(
        self, say: tuple[Outgoing, ...], run: Run, often: float, lost: float
    ) -> Iterator[Sent]:
        for outgoing in say:
            channel = self._channels.get(outgoing.channel or run.channel)
            if channel is None:
                continue
            arrives = 1 - lost if channel.id in _BILLED_ON_ARRIVAL else 1.0
            for made in channel.rendered(outgoing, run.facts):
                category = made.template.category if made.template else FREE_WORDS
                yield Sent(
                    channel=channel.id,
                    category=category if channel.id == WHATSAPP else "",
                    parts=max(made.parts, 1),
                    often=often * arrives,
                )

    def _again(self, flow: str, id: str, block: Block, run: Run, lost: float) -> Iterator[Sent]:
        """What is said to answers that were not understood: each try is a state of its own.

        Who leaves after the last try has missed them all; at each try as many miss it.
        """
        ways = block.ways_out(self._outcomes)
        last = max(ways, key=lambda way: way.missed, default=None)
        if last is None or last.missed < 2:
            return
        missed = self._shares.of(flow, id, block, ways).get(last.id, 0.0)
        often = sum(missed ** (tried / last.missed) for tried in range(1, last.missed))
        step = block.resume(run, Said(""))
        if isinstance(step, Wait):
            yield from self._each(step.say, run, often, lost)

    def _climbed(
        self, block: Block, rungs: tuple[tuple[Outgoing, ...], ...], run: Run, lost: float
    ) -> Iterator[Sent]:
        """A code on one channel after another: whoever needs the next did not get this one."""
        often, shares = 1.0, block.shares or {}
        for at, say in enumerate(rungs):
            above = rungs[at + 1] if at + 1 < len(rungs) else ()
            on = next((each.channel for each in above), "")
            further = float(shares.get(on, FALLS_BACK)) / 100 if above else 0.0
            yield from self._each(say, run, often, further if above else lost)
            often *= further

    def _answered(self, flow: str, id: str, block: Answer, run: Run, lost: float) -> Iterator[Sent]:
        """The reply to the first question it knows stands for all."""
        first = next((each.question for each in block.samples or ()), None)
        shares = self._shares.of(flow, id, block, block.ways_out(self._outcomes))
        step = block.enter(replace(run, heard=run.words(first)))
        yield from self._each(getattr(step, "say", ()), run, shares.get("answered", 0.0), lost)


def _rungs(block: Block, run: Run, step: Step) -> Iterator[tuple[Outgoing, ...]]:
    """What a block says by and by while nothing comes in."""
    while isinstance(step, Wait) and step.memory and step.until is not None:
        then = replace(run, now=step.until, memory=step.memory)
        step = block.resume(then, TimedOut())
        if isinstance(step, Wait) and step.say:
            yield step.say


def _as_code(sent: Sent) -> Sent:
    return replace(sent, category=_CODE) if sent.channel == WHATSAPP else sent
