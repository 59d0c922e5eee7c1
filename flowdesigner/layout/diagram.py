"""What is laid out: boxes and links, as numbers."""

from typing import Literal

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

Direction = Literal["right", "down"]
GAP_ALONG, GAP_ASIDE = 96.0, 40.0
"""Room between the boxes of two layers, and between two boxes of one."""


class Diagram(Struct, frozen=True):
    """Boxes and links in the author's order: by it every tie is decided."""

    sizes: Floats
    """Of each box, how wide and how high."""
    links: Ints
    """From which box to which; those of one box in the order of its exits."""
    first: int = 0
    """The box where it begins."""
    direction: Direction = "right"
    level: float | None = None
    """How far from its edge a box is level with what it is linked with; its middle, when `None`."""

    @property
    def across(self) -> int:
        """Which of a place's two numbers tells boxes of one layer apart."""
        return 1 if self.direction == "right" else 0
