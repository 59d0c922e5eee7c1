"""The words of a block as they go out on one channel, without filling them in."""

from collections.abc import Iterator

from flowdesigner.checks.context import BlockContext
from flowdesigner.model.channel import Channel
from flowdesigner.model.fields import Kind
from flowdesigner.model.walk import Path, TextSpot

_SMS = "sms"
_FOR_COLLEAGUES = frozenset({"summary"})


def spoken_on(context: BlockContext, channel: Channel) -> Iterator[TextSpot]:
    """The texts that go out on a channel: its own words before those that all channels share."""
    texts, variant = context.block.texts, ("variants", channel.id)
    own = {spot.path[2:] for spot in texts if spot.path[:2] == variant}
    for spot in texts:
        if spot.path[-1] in channel.unsaid or spot.path[-1] in _FOR_COLLEAGUES:
            continue
        if spot.path in own or (spot.path[0] == "variants" and spot.path[:2] != variant):
            continue
        yield spot


def words_on(context: BlockContext, channel: Channel) -> Iterator[tuple[Path, str]]:
    """Those texts one by one in the languages of the project, with where each stands."""
    for spot in spoken_on(context, channel):
        for language in context.languages:
            if words := spot.text.get(language):
                yield (*spot.path, language), words


def meant_for(context: BlockContext, channel: str) -> bool:
    """Whether a block surely goes out on a channel.

    It names the channel, or has words of its own for it, or is in a flow that has no other.
    """
    if named := context.of_kind(Kind.CHANNEL):
        return any(spot.value == channel for spot in named)
    return channel in (context.block.variants or ()) or context.around.channel_ids == (channel,)


def sms_of(context: BlockContext) -> Channel | None:
    """SMS, when a block may go out by it; where nobody can answer, only what is meant for it."""
    sms = next((each for each in context.channels if each.id == _SMS), None)
    if sms is None or not context.block.texts:
        return None
    return sms if context.around.facts.hears(_SMS) or meant_for(context, _SMS) else None
