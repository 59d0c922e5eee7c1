"""A file dropped into flowdesigner/blocks is listed, and called after its type."""

from pathlib import Path

import pytest

import flowdesigner.blocks
from flowdesigner.blocks import BLOCK_TYPES, BY_TYPE
from flowdesigner.model.fields import Kind, fields_of
from flowdesigner.model.run import Said, TimedOut, Wait
from tests.blocks.cases import Case


def test_every_file_is_listed_and_holds_the_type_of_its_name() -> None:
    folder = Path(flowdesigner.blocks.__file__).parent
    files = {path.stem for path in folder.glob("*.py")} - {"__init__"}

    assert {each.__module__.rpartition(".")[2] for each in BLOCK_TYPES} == files
    assert {name: each.__module__.rpartition(".")[2] for name, each in BY_TYPE.items()} == {
        name: name for name in BY_TYPE
    }


@pytest.mark.parametrize("block_type", BLOCK_TYPES)
def test_a_block_fresh_from_the_palette_can_be_shown_and_run(block_type) -> None:
    case = Case(block_type.model_fields["type"].default, {"block": {}})
    block, run = case.block, case.run()

    step = block.enter(run)

    assert isinstance(block.first_words(run.facts, "en"), str)
    if isinstance(step, Wait):
        assert block.waits
        block.resume(run, TimedOut())
        block.resume(run, Said("hello"))


@pytest.mark.parametrize("block_type", BLOCK_TYPES)
def test_what_the_customer_reads_is_translated_and_templated(block_type) -> None:
    for name, declared in fields_of(block_type).items():
        if declared.kind in (Kind.TEXT, Kind.LABEL):
            assert declared.translated, name
            assert declared.templated, name
