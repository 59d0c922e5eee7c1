"""How long a check of everything takes, for healthy journeys and for a project full of faults.

The healthy one is made of the twelve journeys of the tests, again and again; the other one is that
of the other benchmarks, in which every block has about three faults.

    python benchmarks/checks.py [--blocks 1000 10000] [--rounds N] [--json]
"""

import sys
from pathlib import Path

sys.path.pop(0)  # this folder, whose names are not meant to be imported
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import argparse
import json
import statistics
import time
from collections.abc import Iterator, Mapping
from itertools import cycle
from typing import Any

import yaml

from benchmarks.project import big_project
from flowdesigner.checks.check import check
from flowdesigner.formats.native.read import read_project
from flowdesigner.formats.native.write_tree import write_tree
from flowdesigner.model.project import Project

JOURNEYS = Path(__file__).resolve().parent.parent / "tests" / "journeys"
MOST_SECONDS = {1000: 0.150, 10000: 2.0}


def healthy_project(blocks: int) -> Project:
    """The twelve journeys side by side, so often that there are so many blocks."""
    read = [yaml.safe_load(path.read_text("utf-8")) for path in sorted(JOURNEYS.glob("*.yaml"))]
    flows: dict[str, Any] = {}
    variables: dict[str, Any] = {}
    for number, each in enumerate(cycle(read)):
        flows |= dict(_renamed(each["flows"], f"{each['id']}_{number}"))
        variables |= each["variables"]
        if sum(len(flow["blocks"]) for flow in flows.values()) >= blocks:
            break
    settings = {**read[0]["settings"], "keywords": _keywords(read)}
    data = {
        "flowdesigner": 1, "id": "healthy", "languages": ["id", "en"],
        "channels": ["whatsapp", "email"], "settings": settings,
        "variables": variables, "flows": flows,
    }  # fmt: skip
    return read_project(json.dumps(data).encode()).project


def _renamed(flows: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, Any]]:
    for id, flow in flows.items():
        blocks = {
            name: {**block, "flow": f"{prefix}_{block['flow']}"} if "flow" in block else block
            for name, block in flow["blocks"].items()
        }
        yield f"{prefix}_{id}", {**flow, "blocks": blocks}


def _keywords(read: list[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    number, faq = next((at, each) for at, each in enumerate(read) if each["id"] == "faq")
    prefix = f"{faq['id']}_{number}"
    return [{**each, "flow": f"{prefix}_{each['flow']}"} for each in faq["settings"]["keywords"]]


def measured(project: Project, rounds: int) -> dict[str, float]:
    """Seconds a check takes, and how many issues there are."""
    taken = []
    for _ in range(rounds):
        begun = time.perf_counter()
        issues = check(project)
        taken.append(time.perf_counter() - begun)
    return {"seconds": round(statistics.median(taken), 3), "issues": len(issues)}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--blocks", type=int, nargs="+", default=[1000, 10000])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    wanted = parser.parse_args()
    found: dict[str, dict[str, float]] = {}
    for blocks in wanted.blocks:
        faulty = read_project(write_tree(big_project(blocks)).encode()).project
        for name, project in (("healthy", healthy_project(blocks)), ("faulty", faulty)):
            found[f"{name} {blocks}"] = measured(project, wanted.rounds)
    if wanted.json:
        print(json.dumps(found))
        return
    for name, figures in found.items():
        most = MOST_SECONDS.get(int(name.split()[1]))
        allowed = f", at most {most} s" if most else ""
        print(f"{name:14} {figures['seconds']:7.3f} s{allowed}   {figures['issues']:6} issues")


if __name__ == "__main__":
    main()
