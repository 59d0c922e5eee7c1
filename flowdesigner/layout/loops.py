"""Which links lead back: they are what makes loops, seen from where the flow begins."""

from collections.abc import Iterable, Sequence

import numpy as np

from flowdesigner.layout.diagram import Diagram, Flags, Ints


def walked(diagram: Diagram) -> tuple[Ints, Flags]:
    """Of each box when it is come to, going on by the first exit first; and which links go back."""
    count = len(diagram.sizes)
    ways = _ways(diagram.links, count)
    number, open_ = [-1] * count, [False] * count
    back = np.zeros(len(diagram.links), dtype=np.bool_)
    come = 0
    for root in _roots(diagram, count):
        if number[root] >= 0:
            continue
        number[root], open_[root], come = come, True, come + 1
        stack = [(root, iter(ways[root]))]
        while stack:
            box, left = stack[-1]
            link, target = next(left, (-1, -1))
            if link < 0:
                open_[box] = False
                stack.pop()
            elif open_[target]:
                back[link] = True
            elif number[target] < 0:
                number[target], open_[target], come = come, True, come + 1
                stack.append((target, iter(ways[target])))
    return np.array(number, dtype=np.int64), back


def components(count: int, links: Ints) -> Ints:
    """For each box the first box that it hangs together with."""
    of = np.arange(count)
    while True:
        least = np.minimum(of[links[:, 0]], of[links[:, 1]])
        after = of.copy()
        np.minimum.at(after, links[:, 0], least)
        np.minimum.at(after, links[:, 1], least)
        after = after[after]
        if np.array_equal(after, of):
            return of
        of = after


def _roots(diagram: Diagram, count: int) -> Iterable[int]:
    """The first box, those no other leads to, and the others."""
    links, led_to = diagram.links, np.zeros(count, dtype=np.bool_)
    led_to[links[links[:, 0] != links[:, 1], 1]] = True
    first = [diagram.first] if 0 <= diagram.first < count else []
    return [*first, *np.nonzero(~led_to)[0].tolist(), *range(count)]


def _ways(links: Ints, count: int) -> Sequence[Sequence[tuple[int, int]]]:
    ways: list[list[tuple[int, int]]] = [[] for _ in range(count)]
    for link, (box, target) in enumerate(links.tolist()):
        ways[box].append((link, target))
    return ways
