"""How long the checks take of drawings made to be hard, and whether that grows with their size.

Chains of 25,000, 50,000 and 100,000 blocks, every block leading to every other, ways that part
and meet again, flows within flows. Of twice the blocks the time may be at most 2.5 times as long.

    python benchmarks/adversarial.py [--quick] [--json]
"""

import sys
from pathlib import Path

sys.path.pop(0)  # this folder, whose names are not meant to be imported
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import argparse
import gc
import json
import time
from collections.abc import Mapping
from itertools import pairwise

from flowdesigner.checks.results import Results
from flowdesigner.checks.rules import RULES
from flowdesigner.formats.native.read import read_project
from flowdesigner.formats.native.tree import Plain
from flowdesigner.formats.native.write_tree import write_tree
from flowdesigner.model.project import Project

Blocks = dict[str, Plain]
SIZES = (25_000, 50_000, 100_000)
MOST_GROWTH = 2.5


def message(target: str) -> Plain:
    """A message that leads somewhere."""
    return {"type": "message", "text": {"en": "Hello"}, "exits": {"next": target}}


def question(target: str, silent: str) -> Plain:
    """A question that leads elsewhere when nobody answers."""
    exits: Plain = {"answered": target, "invalid": target, "no_reply": silent}
    return {
        "type": "ask", "text": {"en": "Name?"}, "answer": "text", "save_to": "contact.name",
        "no_reply_after": "30m", "exits": exits,
    }  # fmt: skip


def waiting(target: str, length: str) -> Plain:
    """A wait of some length."""
    return {"type": "wait", "kind": "duration", "duration": length, "exits": {"next": target}}


def parting(targets: Mapping[str, str]) -> Plain:
    """A split with an arm to each of some blocks."""
    arms: list[Plain] = [{"id": each, "weight": 1} for each in targets]
    return {"type": "split", "salt": "x", "arms": arms, "exits": dict(targets)}


def chain(size: int) -> Project:
    """Messages and questions in a row."""
    blocks: Blocks = {
        f"b{at}": message(f"b{at + 1}") if at % 2 else question(f"b{at + 1}", f"b{at + 1}")
        for at in range(size - 1)
    }
    return project(blocks | {f"b{size - 1}": {"type": "end"}})


def complete(size: int) -> Project:
    """Every block leads to every block; every second of them waits."""
    arms = {f"arm{at}": f"b{at}" for at in range(size)}
    return project(
        {
            f"b{at}": parting(arms) if at % 2 else question(f"b{at + 1}", f"b{at * 7 % size}")
            for at in range(size)
        }
    )


def diamonds(count: int) -> Project:
    """Ways that part and meet again, each time with another wait."""
    blocks: Blocks = {}
    for at in range(count):
        blocks[f"s{at}"] = parting({"left": f"l{at}", "right": f"r{at}"})
        blocks[f"l{at}"] = message(f"s{at + 1}")
        blocks[f"r{at}"] = waiting(f"s{at + 1}", f"{at + 1}m")
    return project(blocks | {f"s{count}": {"type": "end"}})


def nested(depth: int) -> Project:
    """Flows that call one another, one deeper each time."""
    flows: dict[str, Plain] = {}
    for at in range(depth):
        call: Plain = {"type": "subflow", "flow": f"f{at + 1}", "exits": {"done": "over"}}
        blocks: Blocks = {"hi": message("deeper"), "deeper": call, "over": {"type": "end"}}
        flows[f"f{at}"] = {"starts": [{"trigger": "call"}], "first": "hi", "blocks": blocks}
    last: Blocks = {"hi": message("over"), "over": {"type": "end"}}
    flows[f"f{depth}"] = {"starts": [{"trigger": "call"}], "first": "hi", "blocks": last}
    first: Plain = {"type": "subflow", "flow": "f0", "exits": {"done": "over"}}
    return project({"begin": first, "over": {"type": "end"}}, flows)


def project(blocks: Blocks, flows: Mapping[str, Plain] = {}) -> Project:
    """A project with one flow that an event begins, and perhaps others."""
    starts: list[Plain] = [{"trigger": "event", "name": "x", "category": "service"}]
    main: Plain = {"starts": starts, "first": next(iter(blocks)), "blocks": blocks}
    tree: dict[str, Plain] = {
        "flowdesigner": 1, "id": "hard", "languages": ["en"], "channels": ["whatsapp"],
        "flows": {"main": main, **flows},
    }  # fmt: skip
    return read_project(write_tree(tree).encode()).project


def checked(project: Project) -> tuple[float, float]:
    """The seconds that a whole check takes, and the longest between two pauses."""
    gc.collect()
    gc.disable()
    try:
        began = last = time.process_time()
        longest = 0.0
        for _pause in Results(RULES).work(project):
            now = time.process_time()
            longest, last = max(longest, now - last), now
        return time.process_time() - began, longest
    finally:
        gc.enable()


def main() -> None:
    """Measure, and say whether the time grows with the size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a tenth of the long chains")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    sizes = [size // 10 for size in SIZES] if options.quick else SIZES
    hard = {
        "every block to every other, 200": complete(200),
        "25 diamonds": diamonds(25),
        "400 flows within flows": nested(400),
    }
    figures = {name: checked(made) for name, made in hard.items()}
    chains = {size: checked(chain(size)) for size in sizes}
    growth = [chains[b][0] / chains[a][0] for a, b in pairwise(sizes)]
    figures |= {f"a chain of {size:,}": figure for size, figure in chains.items()}
    if options.json:
        print(json.dumps({"seconds": figures, "growth": growth}))
        return
    for name, (seconds, longest) in figures.items():
        print(f"{name:34} {seconds:7.2f} s, longest between pauses {longest * 1000:6.1f} ms")
    told = ", ".join(f"{each:.2f}" for each in growth)
    print(f"twice the blocks take so many times as long: {told}   (at most {MOST_GROWTH})")


if __name__ == "__main__":
    main()
