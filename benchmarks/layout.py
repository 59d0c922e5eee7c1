"""Our layout beside Graphviz' `dot`, on the same flows, in one run: time, crossings, lengths.

    python -m benchmarks.layout --nodes 1000

Both get the same blocks with their sizes, the same links in the same order, the same gaps and the
direction left to right. What is measured is measured on both results by the same lines of code:
crossings of the straight lines between the middles of linked blocks, the mean length of these
lines, and blocks that overlap. The seconds of `dot` are those of the whole program. `ours` is the
layout by itself; `ours in a process` is what the window does with large flows: a new Python that
reads the flow and writes the places. Crossings and overlaps are sums over several flows, seconds
and lengths are means.
"""

import argparse
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable, Mapping
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from flowdesigner.layout.diagram import GAP_ALONG, GAP_ASIDE, Diagram
from flowdesigner.layout.places import places
from flowdesigner.layout.worker import ENVIRONMENT, WORD, read_places, written

Points = NDArray[np.float64]
LayOut = Callable[[Diagram], Points]
Figures = dict[str, float]

INCH = 72.0
SEEDS = (7, 8, 9, 10, 11)
ROUNDS = 3
MOST_FOR_DOT = 3000
TOPIC = 25
"""So many blocks belong together: most links stay among them."""
HEIGHTS = (104, 128, 150, 176, 202, 254)
"""What cards of the samples measure, from a word to a question with many exits."""


def journey(nodes: int, seed: int = 7) -> Diagram:
    """A flow like an author draws: topics that branch, come together again, and lead back."""
    chance = random.Random(seed)
    ways = [0] * nodes
    links: dict[tuple[int, int], None] = {}

    def link(one: int, other: int) -> None:
        if one != other:
            links[one, other] = None
            ways[one] += 1

    for block in range(1, nodes):
        begin = block - block % TOPIC
        among = range(begin, block)
        if block == begin:
            before = chance.randrange(max(0, block // TOPIC // 3 - 1), block // TOPIC) * TOPIC
            among = range(before, before + TOPIC)
        link(min(chance.sample(among, min(3, len(among))), key=lambda at: ways[at]), block)
    for _ in range(nodes // 5):
        block, kind = chance.randrange(nodes), chance.random()
        begin = block - block % TOPIC
        if kind < 0.6:
            link(block, min(block + chance.randint(1, 8), nodes - 1))
        elif kind < 0.92:
            link(block, chance.randint(begin, block))
        else:
            link(block, chance.randrange(nodes))
    sizes = [(256.0, float(chance.choice(HEIGHTS))) for _ in range(nodes)]
    return Diagram(np.array(sizes), np.array(sorted(links)).reshape(-1, 2))


def by_dot(diagram: Diagram) -> Points:
    """The corners that `dot` finds."""
    shape = 'node[shape=box,fixedsize=true,label=""]'
    gaps = f"rankdir=LR;nodesep={GAP_ASIDE / INCH};ranksep={GAP_ALONG / INCH};"
    boxes = "".join(
        f"{id}[width={wide / INCH:.4f},height={high / INCH:.4f}];"
        for id, (wide, high) in enumerate(diagram.sizes.tolist())
    )
    links = "".join(f"{one}->{other};" for one, other in diagram.links.tolist())
    run = subprocess.run(
        ["dot", "-Tplain"], input=f"digraph{{{gaps}{shape};{boxes}{links}}}",
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    found = np.zeros((len(diagram.sizes), 2))
    for line in run.stdout.splitlines():
        if line.startswith("node "):
            words = line.split()
            found[int(words[1])] = float(words[2]) * INCH, -float(words[3]) * INCH
    return found - diagram.sizes / 2


def crossings(middles: Points, links: NDArray[np.int64]) -> int:
    """How many pairs of straight lines cross, those that share a block left out."""
    start, end = middles[links[:, 0]], middles[links[:, 1]]
    low, high = np.minimum(start, end), np.maximum(start, end)
    found = 0
    for at in range(len(links) - 1):
        rest = slice(at + 1, None)
        near = np.nonzero(
            (low[rest] <= high[at]).all(axis=1) & (high[rest] >= low[at]).all(axis=1)
            & ~np.isin(links[rest], links[at]).any(axis=1)
        )[0] + at + 1  # fmt: skip
        one = _side(start[at], end[at], start[near]) * _side(start[at], end[at], end[near])
        other = _side(start[near], end[near], start[at]) * _side(start[near], end[near], end[at])
        found += int(((one < 0) & (other < 0)).sum())
    return found


def _side(start: Points, end: Points, spot: Points) -> Points:
    along, to = end - start, spot - start
    return np.sign(along[..., 0] * to[..., 1] - along[..., 1] * to[..., 0])


def overlaps(corners: Points, sizes: Points) -> int:
    """How many pairs of blocks lie over one another."""
    order = np.argsort(corners[:, 0], kind="stable")
    left, right = corners[order], (corners + sizes)[order]
    found = 0
    for at in range(len(order)):
        until = int(np.searchsorted(left[:, 0], right[at, 0] - 1))
        after = slice(at + 1, until)
        apart = (left[after, 1] < right[at, 1] - 1) & (right[after, 1] > left[at, 1] + 1)
        found += int(apart.sum())
    return found


def by_process(diagram: Diagram) -> Points:
    """The corners that we find in a process of its own."""
    command = [sys.executable, "-m", "flowdesigner", WORD]
    given = os.environ | ENVIRONMENT
    run = subprocess.run(
        command, input=written(diagram), capture_output=True, check=True, env=given
    )
    return read_places(run.stdout)


def timed(ways: Mapping[str, LayOut], diagram: Diagram) -> dict[str, tuple[float, Points]]:
    """The median seconds of each way, all in turns, and the corners it finds."""
    taken: dict[str, list[float]] = {name: [] for name in ways}
    corners = {}
    for _ in range(ROUNDS):
        for name, lay_out in ways.items():
            start = perf_counter()
            corners[name] = lay_out(diagram)
            taken[name].append(perf_counter() - start)
    return {name: (statistics.median(taken[name]), corners[name]) for name in ways}


def figures(diagram: Diagram, seconds: float, corners: Points) -> Figures:
    """What a layout is like."""
    middles = corners + diagram.sizes / 2
    lines = middles[diagram.links[:, 0]] - middles[diagram.links[:, 1]]
    return {
        "seconds": seconds,
        "crossings": crossings(middles, diagram.links),
        "mean length": float(np.hypot(lines[:, 0], lines[:, 1]).mean()),
        "overlaps": overlaps(corners, diagram.sizes),
    }


def whole(each: list[Figures]) -> Figures:
    """The figures of several flows as one."""
    sums = {key: sum(one[key] for one in each) for key in each[0]}
    return {
        "seconds": round(sums["seconds"] / len(each), 3),
        "crossings": round(sums["crossings"]),
        "mean length": round(sums["mean length"] / len(each), 1),
        "overlaps": round(sums["overlaps"]),
    }


def compared(nodes: int) -> dict[str, object]:
    """Both sides on some flows, and ours as a part of the other."""
    ways: dict[str, LayOut] = {"ours": places, "ours in a process": by_process}
    if shutil.which("dot") and nodes <= MOST_FOR_DOT:
        ways["dot"] = by_dot
    found: dict[str, list[Figures]] = {name: [] for name in ways}
    flows = [journey(nodes, seed) for seed in SEEDS]
    for diagram in flows:
        for name, (seconds, corners) in timed(ways, diagram).items():
            found[name].append(figures(diagram, seconds, corners))
    links = sum(len(each.links) for each in flows) // len(flows)
    sides = {name: whole(each) for name, each in found.items()}
    report: dict[str, object] = {"nodes": nodes, "links": links, "flows": len(flows), **sides}
    if "dot" in sides:
        report["ours over dot"] = {
            key: round(sides["ours"][key] / max(sides["dot"][key], 1e-9), 3)
            for key in ("seconds", "crossings", "mean length")
        }
    return report


def main() -> None:
    """Print what both find."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nodes", type=int, default=1000)
    parser.add_argument("--json", action="store_true")
    wanted = parser.parse_args()
    report = compared(wanted.nodes)
    if wanted.json:
        print(json.dumps(report))
        return
    for name, what in report.items():
        print(f"{name:18} {what}")
    if wanted.nodes > MOST_FOR_DOT:
        print(f"dot was left out: it takes very long for more than {MOST_FOR_DOT} blocks.")
    elif "dot" not in report:
        print("dot was left out: it is not installed here (Debian: apt-get install graphviz).")


if __name__ == "__main__":
    main()
