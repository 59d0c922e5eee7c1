"""Tidy places for blocks: columns from left to right, no overlaps; the same for the same flow."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from flowdesigner.app.canvas.viewport import Rect

Sizes = Mapping[str, tuple[float, float]]
Leads = Mapping[str, Sequence[str]]
"""Per block the blocks it leads to, by the order of its exits."""
Places = dict[str, tuple[int, int]]

GAP_X, GAP_Y = 96, 40
GRID = 8
_SWEEPS = 8


def tidy(sizes: Sizes, leads: Leads, first: str | None, corner: tuple[float, float]) -> Places:
    """A place for every block, the whole at a corner."""
    columns = _columns(sizes, leads, first)
    _sort(columns, sizes, leads)
    return _placed(columns, sizes, leads, corner)


def beside(sizes: Sizes, leads: Leads, first: str | None, taken: Rect | None) -> Places:
    """Places for blocks that have none yet: below all that lies there already."""
    corner = (40.0, 40.0) if taken is None else (taken[0], taken[3] + 2 * GAP_Y)
    return tidy(sizes, leads, first, corner)


def _columns(sizes: Sizes, leads: Leads, first: str | None) -> list[list[str]]:
    """Each block one column after the last one that leads to it; ways back do not count."""
    seen, order, back = _walked(sizes, leads, first)
    column = dict.fromkeys(order, 0)
    for id in order:
        for target in leads.get(id, ()):
            if target in column and (id, target) not in back:
                column[target] = max(column[target], column[id] + 1)
    columns: list[list[str]] = [[] for _ in range(max(column.values(), default=-1) + 1)]
    for id in seen:
        columns[column[id]].append(id)
    return columns


def _walked(
    sizes: Sizes, leads: Leads, first: str | None
) -> tuple[list[str], list[str], set[tuple[str, str]]]:
    """The blocks as they are come to; each after all that lead to it; and the ways back."""
    seen: dict[str, bool] = {}
    done: list[str] = []
    back: set[tuple[str, str]] = set()
    for root in (*([first] if first in sizes else ()), *sizes):
        if root in seen:
            continue
        seen[root] = True
        stack = [(root, iter(leads.get(root, ())))]
        while stack:
            id, targets = stack[-1]
            target = next(targets, None)
            if target is None:
                seen[id] = False
                done.append(id)
                stack.pop()
            elif target in sizes and target not in seen:
                seen[target] = True
                stack.append((target, iter(leads.get(target, ()))))
            elif seen.get(target):
                back.add((id, target))
    return list(seen), done[::-1], back


def _sort(columns: list[list[str]], sizes: Sizes, leads: Leads) -> None:
    """Fewer crossings: each block to the middle of those it is connected with, to and fro."""
    come: dict[str, list[str]] = defaultdict(list)
    for id, targets in leads.items():
        for target in targets:
            if id in sizes and target in sizes:
                come[target].append(id)
    for sweep in range(_SWEEPS):
        forward = sweep % 2 == 0
        near = come if forward else leads
        rank = {id: (at + 0.5) / len(col) for col in columns for at, id in enumerate(col)}
        exit_rank = {
            (id, target): at for id, targets in leads.items() for at, target in enumerate(targets)
        }
        for col in columns if forward else reversed(columns):
            middles = {id: _middle(id, near.get(id, ()), rank, exit_rank) for id in col}
            col.sort(key=middles.__getitem__)
            rank.update({id: (at + 0.5) / len(col) for at, id in enumerate(col)})


def _middle(
    id: str,
    near: Sequence[str],
    rank: Mapping[str, float],
    exit_rank: Mapping[tuple[str, str], int],
) -> float:
    known = [rank[each] + 0.001 * exit_rank.get((each, id), 0) for each in near if each in rank]
    return sum(known) / len(known) if known else rank[id]


def _placed(
    columns: list[list[str]], sizes: Sizes, leads: Leads, corner: tuple[float, float]
) -> Places:
    """Columns side by side; each block as near as can be to the first that leads to it."""
    places: Places = {}
    wish: dict[str, float] = {}
    x = _on_grid(corner[0])
    for col in columns:
        y = float(_on_grid(corner[1]))
        for id in col:
            y = max(y, wish.get(id, y))
            places[id] = (x, _on_grid(y))
            y = places[id][1] + sizes[id][1] + GAP_Y
        for id in col:
            step = places[id][1]
            for target in leads.get(id, ()):
                wish.setdefault(target, step)
        x += _on_grid(max((sizes[id][0] for id in col), default=0) + GAP_X)
    return places


def _on_grid(value: float) -> int:
    return -int(-value // GRID) * GRID
