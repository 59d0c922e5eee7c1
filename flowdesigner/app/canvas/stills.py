"""Pictures of all that is seen, and a little more, kept while nothing looks different.

Moving over the scene, or back to a zoom seen before, then takes one blit.
"""

from collections import OrderedDict

from msgspec.structs import replace
from PySide6.QtGui import QPixmap

from flowdesigner.app.canvas.viewport import Viewport

MOST = 3
MOST_BYTES = 96 << 20
"""On a very large screen there is room for fewer, or for none."""
MARGIN = 192
"""Pixels of the screen that a picture shows on every side beyond what is seen."""


class Stills:
    """A picture for each of the last few zooms."""

    def __init__(self) -> None:
        self._held: OrderedDict[int, tuple[Viewport, QPixmap]] = OrderedDict()

    def clear(self) -> None:
        """Something looks different now."""
        self._held.clear()

    def wanted(self, view: Viewport) -> Viewport | None:
        """What a picture shall show; nothing when there is one that will do."""
        if self.at(view) is not None or _bytes(view) > MOST_BYTES // 2:
            return None
        beyond = round(MARGIN / view.ratio)
        return replace(
            view,
            left=view.left - round(beyond * view.ratio), top=view.top - round(beyond * view.ratio),
            width=view.width + 2 * beyond, height=view.height + 2 * beyond,
        )  # fmt: skip

    def keep(self, shown: Viewport, picture: QPixmap) -> None:
        """Keep a picture of what a viewport shows."""
        self._held[shown.level] = shown, picture
        self._held.move_to_end(shown.level)
        while len(self._held) > MOST or self._size() > MOST_BYTES:
            self._held.popitem(last=False)

    def _size(self) -> int:
        return sum(_bytes(shown) for shown, _picture in self._held.values())

    def at(self, view: Viewport) -> tuple[QPixmap, int, int] | None:
        """The picture that shows all of a viewport, and where its corner lies then."""
        shown, picture = self._held.get(view.level, (None, None))
        if shown is None or picture is None or shown.ratio != view.ratio:
            return None
        x, y = shown.left - view.left, shown.top - view.top
        wide, high = round(view.width * view.ratio), round(view.height * view.ratio)
        inside = x <= 0 and y <= 0 and x + picture.width() >= wide and y + picture.height() >= high
        return (picture, x, y) if inside else None


def _bytes(view: Viewport) -> int:
    return round(view.width * view.ratio) * round(view.height * view.ratio) * 4
