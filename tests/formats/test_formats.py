"""What holds for every format: a saying for each thing, the same bytes every time, no surprises."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from flowdesigner.blocks import BLOCK_TYPES, BY_TYPE
from flowdesigner.formats.features import FEATURES
from flowdesigner.formats.floip.blocks import WRITERS as FLOIP_WRITERS
from flowdesigner.formats.format import Format, Support
from flowdesigner.formats.platforms import FORMATS
from flowdesigner.formats.rasa.blocks import WRITERS as RASA_WRITERS
from flowdesigner.model.block import Block, UnknownBlock
from tests.formats.golden import project_in, small

ROOT = Path(__file__).resolve().parents[2]
WRITERS = {"rasa": RASA_WRITERS, "floip": FLOIP_WRITERS}

each_format = pytest.mark.parametrize("format", FORMATS, ids=lambda each: each.id)


@each_format
def test_every_block_type_and_feature_has_its_saying_and_nothing_else_has(format: Format) -> None:
    assert set(format.sayings) == {*BY_TYPE, *FEATURES}


@each_format
def test_block_types_that_are_said_have_a_writer(format: Format) -> None:
    def said(block_type: type[Block]) -> bool:
        word = block_type.model_fields["type"].default
        return format.support(word).status is not Support.UNSUPPORTED

    assert set(WRITERS[format.id]) == {each for each in BLOCK_TYPES if said(each)}


def test_a_block_of_an_unknown_type_is_a_loss_and_is_passed_over() -> None:
    project = project_in(
        "flowdesigner: 1\nid: p\nlanguages: [en]\nflows:\n  main:\n    first: a\n    blocks:\n"
        "      a: {type: telepathy, exits: {next: b}}\n      b: {type: end}\n"
    )
    assert isinstance(project.block("main", "a"), UnknownBlock)
    for format in FORMATS:
        (loss,) = format.write(project).losses
        assert (loss.flow, loss.block, loss.status) == ("main", "a", Support.UNSUPPORTED)


@each_format
def test_an_empty_or_half_drawn_project_is_written(format: Format) -> None:
    for written in (
        "flowdesigner: 1\n",
        'flowdesigner: 1\nflows: {main: {name: "Main", blocks: {a: {type: menu}}}}\n',
        "flowdesigner: 1\nflows: {m: {first: a, blocks: {a: {type: subflow}, b: {type: ask}}}}\n",
        "flowdesigner: 1\nflows: {m: {first: a, blocks: {a: {type: message, exits: {next: a}}}}}\n",
    ):
        assert format.write(project_in(written)).files


@each_format
def test_the_bytes_are_the_same_whatever_the_process(format: Format) -> None:
    code = (
        "import sys, hashlib\n"
        "from flowdesigner.formats.platforms import FORMATS\n"
        "from tests.formats.golden import small\n"
        f"export = next(f for f in FORMATS if f.id == {format.id!r}).write(small())\n"
        "print(hashlib.sha256(repr(list(export.files.items())).encode()).hexdigest())\n"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT, capture_output=True, text=True, check=True,
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
        ).stdout.strip()
        for seed in ("1", "2")
    }  # fmt: skip
    here = repr(list(format.write(small()).files.items())).encode()
    assert digests == {hashlib.sha256(here).hexdigest()}


@each_format
def test_losses_name_the_block_and_are_worded(format: Format) -> None:
    losses = format.write(small()).losses
    assert losses
    project = small()
    for each in losses:
        assert str(each.what)
        assert str(each.why)
        assert each.block is None or project.block(each.flow or "", each.block) is not None
