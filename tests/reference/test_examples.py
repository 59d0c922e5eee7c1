"""The examples of the reference are a project that the program itself has nothing against."""

from importlib.resources import files

import yaml

from flowdesigner.blocks import BLOCK_TYPES
from flowdesigner.checks.check import check
from flowdesigner.formats.native.canonical import canonical_text
from flowdesigner.formats.native.read import read_project
from flowdesigner.reference.examples import FILE, example_of, example_text, examples
from flowdesigner.reference.exits import word_of

DATA = (files("flowdesigner.reference") / FILE).read_bytes()


def test_the_file_is_in_canonical_form_without_errors_and_warnings() -> None:
    opened = read_project(DATA)
    assert canonical_text(opened.project, opened.tree).encode() == DATA
    assert opened.notes == ()
    assert [f"{each.rule} {each.block}" for each in check(opened.project)] == []


def test_every_type_of_block_is_shown() -> None:
    shown = {block.type for _flow, _id, block in examples().all_blocks()}
    assert shown == set(map(word_of, BLOCK_TYPES))


def test_what_a_page_shows_is_what_the_file_says() -> None:
    flows = yaml.safe_load(DATA)["flows"].values()
    entries = [{id: block} for flow in flows for id, block in flow["blocks"].items()]
    for block_type in BLOCK_TYPES:
        word = word_of(block_type)
        shown = yaml.safe_load(example_text(word))
        assert shown in entries
        assert next(iter(shown.values()))["type"] == word
        assert type(example_of(word)) is block_type
