"""How long a big project takes to read, write and check, beside PyYAML's own C code, in one run.

    python benchmarks/files.py [--blocks N] [--rounds N] [--json]

Each figure is the median of the rounds. PyYAML only makes or writes plain values; ours reads to a
project with all its parts made and its kinds checked, and writes from one.
"""

import sys
from pathlib import Path

sys.path.pop(0)  # this folder, whose names are not meant to be imported
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import argparse
import gc
import json
import statistics
import time
from collections.abc import Callable

import yaml

from benchmarks.project import big_project
from flowdesigner.checks.check import check
from flowdesigner.formats.native.dump import SCHEMA_COMMENT, write_project
from flowdesigner.formats.native.read import read_project
from flowdesigner.formats.native.write_tree import write_tree

MOST_OF_PYYAML = {"read": 1 / 2, "write": 1 / 5}
MOST_SECONDS = {"check": 3.0}


def seconds(work: Callable[[], object]) -> float:
    """How long a piece of work takes, the garbage collector being on as in any program."""
    gc.collect()
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def measured(blocks: int, rounds: int) -> dict[str, dict[str, float]]:
    """The medians of both sides, and their ratio."""
    data = write_tree(big_project(blocks), head=SCHEMA_COMMENT).encode()
    plain = yaml.load(data, Loader=yaml.CSafeLoader)
    project = read_project(data).project
    assert write_project(project).encode() == data
    sides: dict[str, tuple[Callable[[], object], Callable[[], object]]] = {
        "read": (
            lambda: read_project(data),
            lambda: yaml.load(data, Loader=yaml.CSafeLoader),
        ),
        "write": (
            lambda: write_project(project),
            lambda: yaml.dump(plain, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False),
        ),
    }
    figures = {}
    for name, works in sides.items():
        runs = [[seconds(work) for work in works] for _round in range(rounds)]
        ours, theirs = (statistics.median(side) for side in zip(*runs, strict=True))
        figures[name] = {"flowdesigner": ours, "pyyaml": theirs, "ratio": ours / theirs}
    whole = [seconds(lambda: check(read_project(data).project)) for _round in range(rounds)]
    figures["check"] = {"flowdesigner": statistics.median(whole)}
    return figures


def main() -> None:
    """Measure, and say which figures are within bounds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--blocks", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    figures = measured(options.blocks, options.rounds)
    if options.json:
        print(json.dumps({"blocks": options.blocks, **figures}))
        return
    for name, most in MOST_OF_PYYAML.items():
        one = figures[name]
        print(
            f"{name}: {one['flowdesigner']:.2f} s, PyYAML {one['pyyaml']:.2f} s, "
            f"ratio {one['ratio']:.2f} (at most {most:.2f})"
        )
    for name, limit in MOST_SECONDS.items():
        spent = figures[name]["flowdesigner"]
        print(f"{name}: {spent:.2f} s with reading (at most {limit:.2f} s)")


if __name__ == "__main__":
    main()
