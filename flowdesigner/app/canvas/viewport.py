"""What part of the scene is looked at, and how large; no Qt."""

from enum import Enum, auto
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

ZOOM_STEP = 1.19
FURTHEST, NEAREST = -20, 8
"""The levels of zoom; fixed ones, so that what was painted once can be shown again."""

Rect = tuple[float, float, float, float]
"""Left, top, right and bottom."""
Sight = tuple[int, float, float]
"""What is looked at, in a window of any size: the level of zoom, and what is in the middle."""


class Detail(Enum):
    """How much of a card is drawn."""

    FAR = auto()
    """Flat boxes."""
    SMALL = auto()
    """Icons alone."""
    MIDDLE = auto()
    """Titles alone, in large letters."""
    NEAR = auto()
    """Everything."""


def detail_at(zoom: float) -> Detail:
    """How much can be read at a zoom."""
    if zoom < 0.12:
        return Detail.FAR
    if zoom < 0.25:
        return Detail.SMALL
    return Detail.MIDDLE if zoom < 0.45 else Detail.NEAR


class Viewport(Struct, frozen=True, dict=True):
    """A window on the scene. Its corner is a whole number of pixels, so that pictures fit."""

    level: int = 0
    left: int = 0
    """The corner's place in pixels of the screen, counted from the scene's origin."""
    top: int = 0
    width: int = 800
    """Its size in the widget's own units."""
    height: int = 600
    ratio: float = 1.0
    """Pixels of the screen per unit of the widget."""

    @cached_property
    def zoom(self) -> float:
        """Units of the widget per unit of the scene."""
        return zoom_of(self.level)

    @cached_property
    def scale(self) -> float:
        """Pixels of the screen per unit of the scene."""
        return self.zoom * self.ratio

    @property
    def detail(self) -> Detail:
        """How much of a card is drawn."""
        return detail_at(self.zoom)

    @property
    def seen(self) -> Rect:
        """The part of the scene that can be seen."""
        x, y = self.to_scene(0, 0)
        return (x, y, *self.to_scene(self.width, self.height))

    def to_scene(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the widget lies in the scene."""
        return (x * self.ratio + self.left) / self.scale, (y * self.ratio + self.top) / self.scale

    def to_widget(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the scene lies in the widget."""
        return (x * self.scale - self.left) / self.ratio, (y * self.scale - self.top) / self.ratio

    def zoomed(self, level: int, x: float, y: float) -> "Viewport":
        """At another level, with the same point of the scene under a point of the widget."""
        held = self.to_scene(x, y)
        level = min(max(level, FURTHEST), NEAREST)
        return replace(self, level=level)._holding(held, x, y)

    def scrolled(self, dx: float, dy: float) -> "Viewport":
        """Moved over the scene by units of the widget."""
        return replace(
            self, left=self.left + round(dx * self.ratio), top=self.top + round(dy * self.ratio)
        )

    def centred(self, x: float, y: float) -> "Viewport":
        """With a point of the scene in the middle."""
        return self._holding((x, y), self.width / 2, self.height / 2)

    @property
    def sight(self) -> Sight:
        """What is looked at."""
        return self.level, *self.to_scene(self.width / 2, self.height / 2)

    def seeing(self, sight: Sight) -> "Viewport":
        """Looking at the same as before, in a window of this size."""
        return self.zoomed(sight[0], 0, 0).centred(*sight[1:])

    def fitted(self, rect: Rect, *, nearest: int = 0, margin: float = 40) -> "Viewport":
        """Showing all of a part of the scene, no larger than a level."""
        wide, high = rect[2] - rect[0], rect[3] - rect[1]
        room = max(self.width - 2 * margin, 1), max(self.height - 2 * margin, 1)
        level = nearest
        while level > FURTHEST and (
            wide * zoom_of(level) > room[0] or high * zoom_of(level) > room[1]
        ):
            level -= 1
        middle = (rect[0] + rect[2]) / 2, (rect[1] + rect[3]) / 2
        return replace(self, level=level).centred(*middle)

    def revealing(self, rect: Rect, *, margin: float = 48) -> "Viewport":
        """Moved as little as is needed to show a part of the scene; its beginning if it is big."""
        left, top = self.to_widget(rect[0], rect[1])
        right, bottom = self.to_widget(rect[2], rect[3])
        return self.scrolled(
            _needed(left, right, self.width, margin), _needed(top, bottom, self.height, margin)
        )

    def resized(self, width: int, height: int, ratio: float) -> "Viewport":
        """Of another size, or on another screen, with the corner where it was."""
        x, y = self.to_scene(0, 0)
        return replace(self, width=width, height=height, ratio=ratio)._holding((x, y), 0, 0)

    def _holding(self, held: tuple[float, float], x: float, y: float) -> "Viewport":
        left = round(held[0] * self.scale - x * self.ratio)
        top = round(held[1] * self.scale - y * self.ratio)
        return replace(self, left=left, top=top)


_ZOOMS = {level: float(ZOOM_STEP**level) for level in range(FURTHEST, NEAREST + 1)}


def zoom_of(level: int) -> float:
    """How large a level shows things."""
    return _ZOOMS[level]


def _needed(low: float, high: float, room: float, margin: float) -> float:
    if low < margin or high - low > room - 2 * margin:
        return low - margin if low < margin or low > room / 2 else 0
    return max(high - (room - margin), 0)
