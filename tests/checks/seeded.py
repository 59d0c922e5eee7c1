"""Healthy projects into which one fault is put: what the checks say of that, and of nothing else.

A file is named after its rule and says which project it spoils (`journey`, a file of
`tests/journeys`), how (`put` and `take`, by the place in the file with slashes between; an item of
a list is named by its id or its number, further ones by `+1`, `+2`), and where the one issue has
to be (`at`).
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from msgspec import Struct

from flowdesigner.checks.check import check
from flowdesigner.checks.rule import Issue
from flowdesigner.model.walk import dotted
from tests.checks.reading import project_from

TESTS = Path(__file__).parents[1]
JOURNEYS = TESTS / "journeys"
SEEDED = TESTS / "cases" / "seeded"


class Seed(Struct, frozen=True, forbid_unknown_fields=True):
    """One fault of one project."""

    journey: str
    at: str
    """As `severity flow.block field`; the block and the field may be left out."""
    put: Mapping[str, Any] = {}
    take: tuple[str, ...] = ()


def healthy(journey: str) -> dict[str, Any]:
    """The project as its file has it."""
    return yaml.safe_load((JOURNEYS / f"{journey}.flow.yaml").read_text("utf-8"))


def spoiled(seed: Seed) -> dict[str, Any]:
    """The project with its fault."""
    data = healthy(seed.journey)
    for place, value in seed.put.items():
        owner, key = _found(data, place)
        owner[key] = value
    for place in seed.take:
        owner, key = _found(data, place)
        del owner[key]
    return data


def _found(data: Any, place: str) -> tuple[Any, Any]:
    *before, last = place.split("/")
    for each in before:
        data = data.setdefault(each, {}) if isinstance(data, dict) else data[_at(data, each)]
    return data, _at(data, last)


def _at(data: Any, key: str) -> Any:
    if not isinstance(data, list):
        return key
    if key.startswith("+"):
        data.append(None)
        return len(data) - 1
    if key.isdigit():
        return int(key)
    return next(at for at, each in enumerate(data) if each.get("id") == key)


def issues_in(data: dict[str, Any], day: date) -> list[Issue]:
    """What the checks say of a file on a day."""
    return list(check(project_from(data), as_of=day))


def where(issue: Issue) -> str:
    """Where an issue is, as seeds write it."""
    block = ".".join(filter(None, (issue.flow, issue.block)))
    return " ".join(filter(None, (str(issue.severity), block, dotted(issue.field))))
