"""Sets of variables as bits: of those that are read somewhere in a flow."""

from collections.abc import Iterable, Mapping

from flowdesigner.checks.node import Node, variable_of

Bits = Mapping[str, int]
"""The bit of each variable."""


def bits_of(nodes: Iterable[Node]) -> Bits:
    """A bit for each variable that a block needs or compares."""
    names = dict.fromkeys(
        variable_of(each.variable) for node in nodes for each in (*node.readings, *node.tested)
    )
    return {name: 1 << at for at, name in enumerate(names)}


def mask(names: Iterable[str], bits: Bits) -> int:
    """The bits of some variables."""
    found = 0
    for name in names:
        found |= bits.get(name, 0)
    return found
