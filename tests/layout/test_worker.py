"""Laying out in another process gives what laying out here gives."""

import subprocess
import sys

import numpy as np
import pytest

from flowdesigner.layout.diagram import Diagram
from flowdesigner.layout.places import places
from flowdesigner.layout.worker import WORD, read, read_places, written

SIZES = np.array([(256.0, 100.0 + 20 * at) for at in range(6)])
LINKS = np.array([(0, 1), (0, 2), (1, 3), (2, 3), (3, 0), (4, 5)])
DIAGRAMS = [
    Diagram(SIZES, LINKS, 2, "right", 20.0),
    Diagram(SIZES, LINKS, 0, "down"),
    Diagram(SIZES[:1], np.zeros((0, 2), dtype=np.int64)),
]


@pytest.mark.parametrize("diagram", DIAGRAMS)
def test_a_diagram_comes_back_from_its_bytes(diagram: Diagram) -> None:
    found = read(written(diagram))
    assert np.array_equal(found.sizes, diagram.sizes)
    assert np.array_equal(found.links, diagram.links)
    assert (found.first, found.direction, found.level) == (
        diagram.first, diagram.direction, diagram.level,
    )  # fmt: skip


def test_another_process_finds_the_same_and_loads_no_qt() -> None:
    script = (
        "import sys; from flowdesigner.__main__ import main; code = main([sys.argv[1]]);"
        "sys.exit(code or any(name.startswith('PySide6') for name in sys.modules))"
    )
    run = subprocess.run(
        [sys.executable, "-c", script, WORD], input=written(DIAGRAMS[0]), capture_output=True,
        check=True,
    )  # fmt: skip
    assert np.array_equal(read_places(run.stdout), places(DIAGRAMS[0]))
