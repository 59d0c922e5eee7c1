"""Which places read what may have no value there."""

from collections.abc import Generator

from msgspec import Struct

from flowdesigner.checks.context import FlowContext
from flowdesigner.checks.node import variable_of
from flowdesigner.model.walk import Path

PAUSE_EVERY = 500
"""After so many blocks others get a turn."""


class Unset(Struct, frozen=True):
    """A place that reads a variable which may have no value there."""

    block: str
    variable: str
    path: Path
    surely: bool
    """On every way, not only on some."""
    tested: bool
    """The place only compares the value, so that a missing one counts as no."""


def unset_readings(context: FlowContext) -> Generator[None, None, tuple[Unset, ...]]:
    """Every place that reads what may have no value; pauses on the way."""
    ways, found = context.ways, list[Unset]()
    for at, (block, node) in enumerate(context.nodes.items()):
        if at % PAUSE_EVERY == 0:
            yield
        if block not in ways.sure:
            continue
        for tested, readings in ((False, node.readings), (True, node.tested)):
            for each in readings:
                bit = ways.bits[variable_of(each.variable)]
                if not ways.sure[block] & bit:
                    never = not ways.possible[block] & bit
                    variable = variable_of(each.variable)
                    found.append(Unset(block, variable, each.path, never, tested))
    return tuple(found)
