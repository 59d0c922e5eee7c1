"""The pinned versions fit what the program asks for, on every Python it runs on."""

import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.architecture.source import ROOT

SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
WANTED = [
    Requirement(line)
    for line in (*SETTINGS["project"]["dependencies"], *SETTINGS["dependency-groups"]["dev"])
]
PINS = [
    Requirement(line)
    for line in (ROOT / "packaging" / "constraints.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


def applies(requirement: Requirement, python: str) -> bool:
    return requirement.marker is None or requirement.marker.evaluate({"python_version": python})


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13"])
def test_every_requirement_has_one_pin_within_its_range(python: str) -> None:
    pinned: dict[str, list[str]] = {}
    for pin in PINS:
        if applies(pin, python):
            versions = [part.version for part in pin.specifier]
            pinned.setdefault(canonicalize_name(pin.name), []).extend(versions)
    wrong = {
        str(wanted): pinned.get(canonicalize_name(wanted.name))
        for wanted in WANTED
        if applies(wanted, python)
        and not fits(wanted, pinned.get(canonicalize_name(wanted.name), []))
    }
    assert wrong == {}


def fits(wanted: Requirement, versions: list[str]) -> bool:
    return len(versions) == 1 and wanted.specifier.contains(versions[0])


def test_pins_are_names_and_versions_only() -> None:
    odd = [
        str(pin) for pin in PINS if pin.url or [part.operator for part in pin.specifier] != ["=="]
    ]
    assert odd == []
