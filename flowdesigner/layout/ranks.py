"""In which layer each box lies, so that all links together are as short as can be.

This is the network simplex method of Gansner, Koutsofios, North and Vo (1993) on arrays: a tree of
links that are one layer long spans the boxes; a part of it that hangs by a link moves away as long
as that makes links shorter. With the boxes in the order of a walk through the tree every part is a
slice, and how much it wants to move is a difference of sums.
"""

import numpy as np

from flowdesigner.layout.diagram import Ints

MOST_STEPS = 3000


def ranks(count: int, tails: Ints, heads: Ints) -> Ints:
    """A layer for each box; links lead to higher layers and make no loops."""
    layers = _longest_paths(count, tails, heads)
    if len(tails):
        tree = _Tree(layers, tails, heads)
        for _ in range(MOST_STEPS):
            if not tree.improve():
                break
        _spread(layers, tails, heads)
    return layers


def _longest_paths(count: int, tails: Ints, heads: Ints) -> Ints:
    """Each box as early as what leads to it allows."""
    layers = np.zeros(count, dtype=np.int64)
    missing = np.bincount(heads, minlength=count)
    order = np.argsort(tails, kind="stable")
    sorted_heads, starts = heads[order], np.searchsorted(tails[order], np.arange(count + 1))
    ready = np.nonzero(missing == 0)[0]
    layer = 0
    while len(ready):
        layers[ready] = layer
        counts = starts[ready + 1] - starts[ready]
        at = np.repeat(starts[ready] - np.cumsum(counts) + counts, counts)
        reached = sorted_heads[at + np.arange(len(at))]
        np.subtract.at(missing, reached, 1)
        ready = np.unique(reached[missing[reached] == 0])
        layer += 1
    return layers


class _Tree:
    """Boxes and links of which some, one layer long, span all boxes that hang together."""

    def __init__(self, layers: Ints, tails: Ints, heads: Ints) -> None:
        self.layers, self.tails, self.heads = layers, tails, heads
        count = len(layers)
        pull = np.bincount(tails, minlength=count) - np.bincount(heads, minlength=count)
        self._pull = pull.astype(np.int64)
        self._parent = [-1] * count
        self._down = np.zeros(count, dtype=np.bool_)
        """Whether the link to its parent comes from there."""
        self._hangs = np.zeros(count, dtype=np.bool_)
        self._size = np.ones(count, dtype=np.int64)
        self._order = np.zeros(count, dtype=np.int64)
        self._at = np.zeros(count, dtype=np.int64)
        self._grow(self._tight_links())

    def improve(self) -> bool:
        """Move the part that gains most; whether there was one."""
        sums = np.concatenate(([0], np.cumsum(self._pull[self._order])))
        net = sums[self._at + self._size] - sums[self._at]
        gain = np.where(self._hangs, np.where(self._down, net, -net), 0)
        part = int(gain.argmax())
        if gain[part] <= 0:
            return False
        low = self._at[part]
        high = low + self._size[part]
        tail_in = (self._at[self.tails] >= low) & (self._at[self.tails] < high)
        head_in = (self._at[self.heads] >= low) & (self._at[self.heads] < high)
        down = bool(self._down[part])
        among = np.nonzero(tail_in & ~head_in if down else head_in & ~tail_in)[0]
        room = self.layers[self.heads[among]] - self.layers[self.tails[among]] - 1
        nearest = int(room.argmin())
        link = among[nearest]
        inside, outside = self.tails[link], self.heads[link]
        if not down:
            inside, outside = outside, inside
        self.layers[self._order[low:high]] += room[nearest] if down else -room[nearest]
        self._hang(part, int(inside), int(outside), not down)
        return True

    def _hang(self, part: int, inside: int, outside: int, down: bool) -> None:
        """Take a part off its parent, and let it hang by a box of it from one outside."""
        size, at, order, parent = self._size, self._at, self._order, self._parent
        whole = int(size[part])
        for each in self._up(parent[part]):
            size[each] -= whole
        pieces, path = [], [inside, *self._up(parent[inside], part)] if inside != part else [part]
        inner = (0, 0)
        for each in path:
            low, high = int(at[each]), int(at[each] + size[each])
            if inner == (0, 0):
                pieces.append(order[low:high])
            else:
                pieces += [order[low : inner[0]], order[inner[1] : high]]
            inner = low, high
        moved = np.concatenate(pieces)
        # What hung from a box now holds it.
        sizes = [int(size[each]) for each in path]
        turned = [bool(self._down[each]) for each in path]
        for here, above, before, was_down in zip(path, path[1:], sizes, turned, strict=False):
            parent[above], self._down[above] = here, not was_down
            size[above] = whole - before
        size[inside] = whole
        parent[inside], self._down[inside] = outside, down
        self._hangs[part], self._hangs[inside] = True, True
        low, high = inner
        rest = np.concatenate((order[:low], order[high:]))
        spot = int(at[outside]) + 1 - (whole if at[outside] >= high else 0)
        self._order = np.concatenate((rest[:spot], moved, rest[spot:]))
        self._at[self._order] = np.arange(len(order))
        for each in self._up(outside):
            size[each] += whole

    def _up(self, box: int, until: int = -1) -> list[int]:
        """A box and those it hangs from, the last one included."""
        found = []
        while box >= 0:
            found.append(box)
            if box == until:
                break
            box = self._parent[box]
        return found

    def _tight_links(self) -> Ints:
        """Links one layer long that span all that hangs together, boxes moved to make them so."""
        group, found = self._tight_groups()
        while True:
            apart = np.nonzero(group[self.tails] != group[self.heads])[0]
            if not len(apart):
                return np.array(found, dtype=np.int64)
            room = self.layers[self.heads[apart]] - self.layers[self.tails[apart]] - 1
            link = apart[room.argmin()]
            one, other = group[self.tails[link]], group[self.heads[link]]
            members = group == other
            self.layers[members] -= room.min()
            group[members] = one
            found.append(int(link))

    def _tight_groups(self) -> tuple[Ints, list[int]]:
        """What hangs together by links one layer long, and by which."""
        group = list(range(len(self.layers)))
        found = []

        def top(box: int) -> int:
            while group[box] != box:
                group[box] = box = group[group[box]]
            return box

        for link in np.nonzero(self.layers[self.heads] - self.layers[self.tails] == 1)[0].tolist():
            one, other = top(int(self.tails[link])), top(int(self.heads[link]))
            if one != other:
                group[other] = one
                found.append(link)
        return np.array([top(box) for box in range(len(group))]), found

    def _grow(self, links: Ints) -> None:
        count = len(self.layers)
        near: list[list[tuple[int, bool]]] = [[] for _ in range(count)]
        for tail, head in zip(self.tails[links].tolist(), self.heads[links].tolist(), strict=True):
            near[tail].append((head, True))
            near[head].append((tail, False))
        seen, order = [False] * count, []
        for root in range(count):
            stack = [] if seen[root] else [root]
            while stack:
                box = stack.pop()
                seen[box] = True
                order.append(box)
                for other, down in near[box]:
                    if not seen[other]:
                        self._parent[other], self._down[other] = box, down
                        self._hangs[other] = True
                        stack.append(other)
        for box in reversed(order):
            if self._parent[box] >= 0:
                self._size[self._parent[box]] += self._size[box]
        self._order = np.array(order, dtype=np.int64)
        self._at[self._order] = np.arange(count)


def _spread(layers: Ints, tails: Ints, heads: Ints) -> None:
    """Boxes that could lie in several layers at no cost: in the one with fewest boxes."""
    count, base = len(layers), int(layers.min())
    even = np.bincount(heads, minlength=count) == np.bincount(tails, minlength=count)
    crowd = np.bincount(layers - base).tolist()
    after: list[list[int]] = [[] for _ in range(count)]
    before: list[list[int]] = [[] for _ in range(count)]
    for tail, head in zip(tails.tolist(), heads.tolist(), strict=True):
        after[tail].append(head)
        before[head].append(tail)
    at = (layers - base).tolist()
    for box in np.nonzero(even)[0].tolist():
        if not after[box]:
            continue
        first = max(at[each] for each in before[box]) + 1
        last = min(at[each] for each in after[box]) - 1
        best = min(range(first, last + 1), key=crowd.__getitem__)
        if crowd[best] < crowd[at[box]] - 1:
            crowd[at[box]] -= 1
            crowd[best] += 1
            at[box] = best
    layers[:] = at
