"""Drive all sides in turns, so that the machine's noise meets all alike.

    python -m benchmarks.canvas [--nodes 1000] [--rounds 15] [--platform offscreen|xcb] [--json]

The peer is run up to 2,000 blocks, or at any number with `--peer`: at 10,000 it needs minutes to
build and seconds for a frame. It is run with Qt's usual cache for pictures and with a raised one;
the better of the two counts.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from benchmarks.canvas.graph import graph
from benchmarks.canvas.peer_environment import peer_python

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PLACES = ("fit", "third", "one")
MOST_WITH_PEER = 2000
RAISED_CACHE = "400000"
Figures = dict[str, list[float]]

MOST_OF_PEER = {
    "build": 1 / 50, "paint fit": 1 / 20, "paint third": 1 / 20, "paint one": 1 / 5,
    "pan one": 1 / 8, "zoom one": 1 / 5, "drag one": 1 / 4, "memory": 1 / 3,
}  # fmt: skip
MOST_OF_FLOOR = {
    "paint fit": 2.5, "paint third": 2.5, "paint one": 2.5, "pan third": 2.5, "pan one": 2.5,
    "zoom one": 2.5, "drag one": 6.0,
}  # fmt: skip
MOST_MILLISECONDS = {"cold one": 33.0, "sharp one": 200.0, "slice one": 8.0}
MOST_MEMORY = 100.0


class Player:
    """A side in its process."""

    def __init__(self, python: str, script: str, **environment: str) -> None:
        self.figures: Figures = {}
        self._complaints = tempfile.TemporaryFile("w+")  # noqa: SIM115 - it lives as long as the side
        self._process = subprocess.Popen(
            [python, str(HERE / script)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._complaints, text=True,
            env=os.environ | {"PYTHONPATH": str(ROOT)} | environment,
        )  # fmt: skip

    def __call__(self, do: str, *given: object, note: str = "") -> None:
        """Let it do something, and note what it took."""
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None
        assert stdout is not None
        stdin.write(json.dumps({"do": do, "with": given}) + "\n")
        stdin.flush()
        line = stdout.readline()
        if not line:
            raise RuntimeError(f"{self._process.args} ended while it should {do}")
        answer = json.loads(line)
        if isinstance(answer, list):
            self.figures.setdefault(note, []).extend(answer)
            return
        for name, taken in answer.items():
            self.figures.setdefault(f"{name} {note}".strip(), []).append(taken)

    def end(self) -> None:
        """Let it go."""
        self._process.stdin.close()  # type: ignore[union-attr]
        self._process.wait(30)
        self._complaints.seek(0)
        if "Traceback" in (said := self._complaints.read()):
            raise RuntimeError(f"something went wrong in {self._process.args}:\n{said[-2000:]}")


class Turns:
    """All sides in turns: each call goes to every one of them before the next."""

    def __init__(self, players: Iterable[Player], rounds: int) -> None:
        self._players, self._rounds = tuple(players), rounds

    def all(self, do: str, *given: object, note: str = "") -> None:
        """Let each do it once."""
        for player in self._players:
            player(do, *given, note=note)

    def at(self, place: str) -> None:
        """Every step at one place."""
        self.all("place", place)
        for _round in range(self._rounds):
            self.all("paint", note=f"paint {place}")
        for button, step in (("middle", "pan"), ("left", "drag")):
            self.all("place", place)
            self.all("hold", button)
            for turn in range(self._rounds):
                self.all("drag", button, turn, note=f"{step} {place}")
            self.all("drop", button)
        self.all("place", place)
        for number in range(self._rounds):
            self.all("zoom", number, note=f"zoom {place}")
        for _round in range(3):
            self.all("place", place)
            self.all("cold", note=place)


def check_counts(players: Mapping[str, Player], rounds: int) -> None:
    """A step that mostly painted nothing was not measured."""
    for name, player in players.items():
        for step, taken in player.figures.items():
            if step.split()[0] in ("paint", "pan", "drag", "zoom") and len(taken) < rounds / 2:
                raise RuntimeError(f"{name}: {step} painted only {len(taken)} times")


def summary(figures: Figures) -> dict[str, dict[str, float]]:
    """The median and the 95th percentile of every step."""
    found = {}
    for name, taken in figures.items():
        ordered = sorted(taken)
        p95 = ordered[min(round(len(ordered) * 0.95), len(ordered) - 1)]
        found[name] = {"median": round(statistics.median(ordered), 3), "p95": round(p95, 3)}
    return found


def best_of(sides: list[dict[str, dict[str, float]]]) -> dict[str, dict[str, float]] | None:
    """The better setting, step by step."""
    if not sides:
        return None
    return {name: min((side[name] for side in sides), key=_median) for name in sides[0]}


def _median(figures: dict[str, float]) -> float:
    return figures["median"]


def over(
    ours: dict[str, dict[str, float]], theirs: dict[str, dict[str, float]] | None
) -> dict[str, float] | None:
    """How many times as much ours takes, by the medians."""
    if theirs is None:
        return None
    return {
        name: round(ours[name]["median"] / max(theirs[name]["median"], 1e-9), 4)
        for name in ours
        if name in theirs
    }


def bounds_missed(result: dict[str, dict[str, float]], memory: float) -> list[str]:
    """What is above what issue 4 allows, in words; the floor counts for large journeys."""
    missed = []
    for name, most in MOST_OF_PEER.items():
        ratio = (result["ours_over_peer"] or {}).get(name)
        if ratio is not None and ratio > most:
            missed.append(f"{name}: {ratio:.3f} of the peer's, at most {most:.3f}")
    large = int(result["nodes"]) > MOST_WITH_PEER  # type: ignore[call-overload]
    for name, most in MOST_OF_FLOOR.items() if large else ():
        ratio = result["ours_over_floor"].get(name, 0)
        if ratio > most:
            missed.append(f"{name}: {ratio:.2f} times the floor, at most {most}")
    for name, most in MOST_MILLISECONDS.items():
        taken = result["ours"][name]["median"]  # type: ignore[index]
        if taken > most:
            missed.append(f"{name}: {taken:.1f} ms, at most {most}")
    if memory > MOST_MEMORY:
        missed.append(f"memory: {memory:.0f} MB, at most {MOST_MEMORY:.0f}")
    return missed


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nodes", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--platform", default="offscreen", choices=("offscreen", "xcb"))
    parser.add_argument("--peer", action="store_true")
    parser.add_argument("--json", action="store_true")
    wanted = parser.parse_args()
    platform = {"QT_QPA_PLATFORM": wanted.platform}
    players = {
        "ours": Player(sys.executable, "ours.py", **platform),
        "floor": Player(sys.executable, "floor.py", **platform),
    }
    with_peer = wanted.peer or wanted.nodes <= MOST_WITH_PEER
    python = peer_python() if with_peer else None
    if python is not None:
        for name, more in (("peer", {}), ("peer raised", {"PIXMAP_CACHE": RAISED_CACHE})):
            players[name] = Player(str(python), "nodegraph.py", **platform, **more)
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(graph(wanted.nodes), file)
        file.flush()
        turns = Turns(players.values(), wanted.rounds)
        turns.all("build", file.name)
        for place in PLACES:
            turns.at(place)
    check_counts(players, wanted.rounds)
    for player in players.values():
        player.end()
    found = {name: summary(player.figures) for name, player in players.items()}
    peer = best_of([each for name, each in found.items() if name.startswith("peer")])
    result = {
        "nodes": wanted.nodes, "ours": found["ours"], "peer": peer, "floor": found["floor"],
        "ours_over_peer": over(found["ours"], peer),
        "ours_over_floor": over(found["ours"], found["floor"]),
    }  # fmt: skip
    if wanted.json:
        print(json.dumps(result))
        return
    tell(result)
    memory = found["ours"]["memory"]["median"]
    missed = bounds_missed(result, memory)  # type: ignore[arg-type]
    print("\n".join(missed) or "everything within its bounds")


def tell(result: dict[str, object]) -> None:
    """A line for each step."""
    ours, peer, floor = result["ours"], result["peer"] or {}, result["floor"]
    print(f"{'step':14}{'ours':>10}{'p95':>9}{'peer':>10}{'floor':>9}{'/peer':>9}{'/floor':>8}")
    for name, figures in ours.items():  # type: ignore[attr-defined]
        other = peer.get(name, {}).get("median")  # type: ignore[attr-defined]
        least = floor.get(name, {}).get("median")  # type: ignore[attr-defined]
        mine = figures["median"]
        print(
            f"{name:14}{mine:10.2f}{figures['p95']:9.2f}"
            f"{'' if other is None else f'{other:.2f}':>10}"
            f"{'' if least is None else f'{least:.2f}':>9}"
            f"{'' if not other else f'{mine / other:.4f}':>9}"
            f"{'' if not least else f'{mine / least:.2f}':>8}"
        )


if __name__ == "__main__":
    main()
