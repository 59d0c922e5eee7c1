"""Which blocks lead round to one another, in an order in which the ways go through them."""

from collections.abc import Generator, Iterator, Sequence

PAUSE_EVERY = 500
"""How many blocks are gone through before others get a turn."""

Leads = Sequence[Sequence[int]]
"""For each block, by number, the numbers of those it leads to."""


def rings_in_order(leads: Leads) -> Generator[None, None, list[list[int]]]:
    """All blocks, those that lead round to one another together, before what they lead to.

    Within a ring the blocks stand in an order in which most ways go through them (Tarjan, with a
    stack of its own, since flows may be long).
    """
    search = _Search(leads)
    for root in range(len(leads)):
        if search.index[root] < 0:
            yield from search.from_root(root)
    search.found.reverse()
    return search.found


class _Search:
    """How far the search has come."""

    def __init__(self, leads: Leads) -> None:
        self.leads = leads
        self.found: list[list[int]] = []
        self.index, self.low = [-1] * len(leads), [0] * len(leads)
        self.seen = self.done = 0
        self.finished = [0] * len(leads)
        self.stack: list[int] = []
        self.on_stack = bytearray(len(leads))

    def from_root(self, root: int) -> Generator[None, None, None]:
        """Follow all ways from a block that was not seen yet."""
        index, low, on_stack = self.index, self.low, self.on_stack
        path = [self._seen(root)]
        while path:
            here, further = path[-1]
            for there in further:
                if index[there] < 0:
                    path.append(self._seen(there))
                    break
                if on_stack[there] and index[there] < low[here]:
                    low[here] = index[there]
            else:
                path.pop()
                if path and low[here] < low[path[-1][0]]:
                    low[path[-1][0]] = low[here]
                self._finish(here)
            if (self.seen + self.done) % PAUSE_EVERY == 0:
                yield

    def _seen(self, block: int) -> tuple[int, Iterator[int]]:
        self.index[block] = self.low[block] = self.seen
        self.seen += 1
        self.stack.append(block)
        self.on_stack[block] = 1
        return block, iter(self.leads[block])

    def _finish(self, block: int) -> None:
        """Nothing more comes from it; when it leads to none before it, its ring is whole."""
        self.finished[block] = self.done
        self.done += 1
        if self.low[block] < self.index[block]:
            return
        ring: list[int] = []
        while not ring or ring[-1] != block:
            ring.append(self.stack.pop())
            self.on_stack[ring[-1]] = 0
        if len(ring) > 1:
            ring.sort(key=self.finished.__getitem__, reverse=True)
        self.found.append(ring)
