"""Sets of variables as bits: of those that are read somewhere in a flow."""

from collections.abc import Generator, Iterable, Mapping

from flowdesigner.checks.node import Node, variable_of

PAUSE_EVERY = 2000
"""How many blocks are looked at before others get a turn."""

Bits = Mapping[str, int]
"""The bit of each variable."""


def bits_of(nodes: Iterable[Node]) -> Generator[None, None, Bits]:
    """A bit for each variable that a block needs or compares; pauses on the way."""
    bits: dict[str, int] = {}
    for at, node in enumerate(nodes):
        for each in (*node.readings, *node.tested):
            bits.setdefault(variable_of(each.variable), 1 << len(bits))
        if at % PAUSE_EVERY == 0:
            yield
    return bits


def mask(names: Iterable[str], bits: Bits) -> int:
    """The bits of some variables."""
    found = 0
    for name in names:
        found |= bits.get(name, 0)
    return found
