"""Every block type does what its cases say, and has a case for each of its exits."""

import pytest

from flowdesigner.blocks import BLOCK_TYPES
from tests.blocks.cases import FOLDER, Case, cases, expected, played

TYPES = [each.model_fields["type"].default for each in BLOCK_TYPES]
OWN_EXIT = {"menu", "condition", "subflow"}
"""Types whose exits the author makes."""


def all_cases() -> list[Case]:
    return [case for name in TYPES for case in cases(name)]


@pytest.mark.parametrize("case", [pytest.param(each, id=each.name) for each in all_cases()])
def test_a_block_does_what_its_case_says(case: Case) -> None:
    told = played(case)

    assert told == expected(case, told)
    if "leaves" in told and case.type != "subflow":
        assert told["leaves"] in {way.id for way in case.block.ways_out()}


@pytest.mark.parametrize("block_type", BLOCK_TYPES, ids=TYPES)
def test_every_exit_of_a_type_has_a_case(block_type) -> None:
    name = block_type.model_fields["type"].default
    left, led = set(), set()
    for case in cases(name):
        left |= {case.data.get("leaves")} - {None}
        led |= set(case.data.get("leads", ()))
    fixed = {way.id for way in block_type().ways_out() if way.falls_to is None}
    optional = {way.id for way in block_type().ways_out() if way.falls_to is not None}

    assert fixed - left == set()
    assert optional - led == set()
    assert not (name in OWN_EXIT and left <= fixed), "no case leaves by an exit of the author's"


def test_every_type_has_a_file_of_cases_and_every_file_a_type() -> None:
    assert {path.stem for path in FOLDER.glob("*.yaml")} == set(TYPES)
