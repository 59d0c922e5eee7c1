"""Laying out in a process of its own: a diagram comes in as bytes, and its places go out."""

from io import BytesIO
from typing import BinaryIO

import numpy as np

from flowdesigner.layout.diagram import Diagram, Floats
from flowdesigner.layout.places import places

WORD = "--lay-out"
"""With this word the program lays out what it reads, and shows no window."""
ENVIRONMENT = {
    # The large arrays come and go: they are not to be given back to the system each time.
    "MALLOC_MMAP_THRESHOLD_": "268435456",
    "MALLOC_TRIM_THRESHOLD_": "1073741824",
    "OPENBLAS_NUM_THREADS": "1",
}
"""What the process is given, besides what the window has."""


def written(diagram: Diagram) -> bytes:
    """A diagram as bytes."""
    held = BytesIO()
    level = np.nan if diagram.level is None else diagram.level
    plain = np.array((diagram.first, diagram.across, level))
    np.savez(held, sizes=diagram.sizes, links=diagram.links, plain=plain)
    return held.getvalue()


def read(data: bytes) -> Diagram:
    """A diagram from bytes."""
    with np.load(BytesIO(data), allow_pickle=False) as held:
        first, across, level = held["plain"].tolist()
        return Diagram(
            held["sizes"],
            held["links"],
            int(first),
            "right" if across == 1 else "down",
            None if np.isnan(level) else level,
        )


def read_places(data: bytes) -> Floats:
    """Places from what `serve` wrote."""
    found: Floats = np.load(BytesIO(data), allow_pickle=False)
    return found


def serve(source: BinaryIO, to: BinaryIO) -> None:
    """Read a diagram, and write its places."""
    held = BytesIO()
    np.save(held, places(read(source.read())))
    to.write(held.getvalue())
    to.flush()
