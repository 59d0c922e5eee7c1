"""Folded frames: a lid lies over what is in them, and links end at the lid; no Qt."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from flowdesigner.app.canvas.card import Problems
from flowdesigner.app.canvas.index import inside
from flowdesigner.app.canvas.viewport import Rect

_WORST = ("error", "warning", "hint")


class Under(Struct, frozen=True):
    """What is under a lid: how many blocks, and what the checks found in them."""

    blocks: int
    problems: Problems | None


def lid_over(box: Rect, lids: Mapping[str, Rect]) -> str | None:
    """The folded frame in which a card lies."""
    return next((id for id, lid in lids.items() if inside(box, lid)), None)


def under(blocks: Iterable[str], problems: Mapping[str, Problems]) -> Under:
    """What is told of some blocks that cannot be seen."""
    ids = list(blocks)
    found = [problems[id] for id in ids if id in problems]
    if not found:
        return Under(len(ids), None)
    worst = min(found, key=lambda each: _WORST.index(each.severity))
    return Under(len(ids), Problems(worst.severity, sum(each.count for each in found)))


def held_within(y: float, lid: Rect) -> float:
    """The height at which a link of a hidden block meets the lid."""
    room = min(16.0, (lid[3] - lid[1]) / 2)
    return min(max(y, lid[1] + room), lid[3] - room)
