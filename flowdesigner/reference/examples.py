"""The examples of the reference: one project in which every type of block is used once."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import cast

from flowdesigner.formats.native.dump import plain
from flowdesigner.formats.native.read import read_project
from flowdesigner.formats.native.tree import Plain
from flowdesigner.formats.native.write_tree import write_entry
from flowdesigner.model.block import Block
from flowdesigner.model.project import Project

FILE = "examples.flow.yaml"


@cache
def examples() -> Project:
    """The project of the examples."""
    return read_project((files("flowdesigner.reference") / FILE).read_bytes()).project


@cache
def example_of(type: str) -> Block:
    """The block that shows a type."""
    return next(block for _flow, _id, block in examples().all_blocks() if block.type == type)


def example_text(type: str) -> str:
    """The entry of that block as the file has it."""
    flow, id = next((f, i) for f, i, block in examples().all_blocks() if block.type == type)
    found: Plain = plain(examples())
    path = ("flows", flow, "blocks", id)
    for step in path:
        found = cast(Mapping[str, Plain], found)[step]
    return write_entry(path, found)
