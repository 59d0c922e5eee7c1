"""How long a channel may be written on freely after the customer wrote."""

from collections.abc import Iterator

from flowdesigner.checks.context import FlowContext
from flowdesigner.checks.node import Node
from flowdesigner.checks.walk import Walk, longest, more
from flowdesigner.model.channel import Channel

HOUR = 3600
_WINDOW = "window"


def has_window(channel: Channel) -> bool:
    """Whether a channel lets a business write freely only for some time."""
    return _WINDOW in channel.other_limits


def window_of(context: FlowContext, node: Node) -> float | None:
    """The seconds for which what a block says in free words can be sent after the customer wrote.

    Nothing when it needs no window: it is approved, or goes by channels that have none.
    """
    if node.sends is None or node.sends.approved or node.sends.code:
        return None
    channels = context.around.channels
    if node.channel is not None:
        own = context.around.all_channels.get(node.channel)
        channels = (own,) if own is not None else ()
    hours = [each.other_limits[_WINDOW].most for each in channels if has_window(each)]
    return min(hours) * HOUR if hours else None


def longest_silences(
    context: FlowContext, begin: float, longest_asked: float, *, certainly: bool = False
) -> Walk[float]:
    """The ways on which customers are silent ever longer, from what it was at the beginning.

    All that is longer than what is asked for is alike.
    """
    follow = longest(context, lambda passage: passage.silence, certainly=certainly)
    top = longest_asked + 1

    def silence(block: str, exit: str, before: float) -> float | None:
        after = follow(block, exit, before)
        return None if after is None else min(after, top)

    return Walk(context, min(begin, top), silence, more, float)


def free_words(context: FlowContext) -> Iterator[tuple[str, Node, float]]:
    """The blocks that speak freely where there is a window, and how long it is."""
    windows: dict[object, float | None] = {}
    for id, node in context.nodes.items():
        if node.sends is None:
            continue
        key = (node.sends, node.channel)
        if key not in windows:
            windows[key] = window_of(context, node)
        window = windows[key]
        if window is not None:
            yield id, node, window
