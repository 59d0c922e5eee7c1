"""Which places read what may have no value there."""

from collections.abc import Iterator

from msgspec import Struct

from flowdesigner.checks.context import FlowContext
from flowdesigner.checks.node import variable_of
from flowdesigner.model.walk import Path


class Unset(Struct, frozen=True):
    """A place that reads a variable which may have no value there."""

    block: str
    variable: str
    path: Path
    surely: bool
    """On every way, not only on some."""
    tested: bool
    """The place only compares the value, so that a missing one counts as no."""


def unset_readings(context: FlowContext) -> Iterator[Unset]:
    """Every place that reads what may have no value."""
    ways = context.ways
    for block, node in context.nodes.items():
        if block not in ways.sure:
            continue
        for tested, readings in ((False, node.readings), (True, node.tested)):
            for each in readings:
                bit = ways.bits[variable_of(each.variable)]
                if not ways.sure[block] & bit:
                    never = not ways.possible[block] & bit
                    yield Unset(block, variable_of(each.variable), each.path, never, tested)
