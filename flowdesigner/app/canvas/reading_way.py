"""Words that are read from right to left: drawn in their own direction, from the right edge."""

from unicodedata import bidirectional

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

_LEFT, _RIGHT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


def runs_left(words: str) -> bool:
    """Whether the first letter that has a direction is one of Arabic, Hebrew or the like."""
    if words.isascii():
        return False
    strong = (way for letter in words if (way := bidirectional(letter)) in ("L", "R", "AL"))
    return next(strong, "L") != "L"


def write(painter: QPainter, at: QPointF, words: str, *, leftwards: bool | None = None) -> None:
    """Draw words from a point; what mixes directions is put in order by that of the whole."""
    leftwards = runs_left(words) if leftwards is None else leftwards
    painter.setLayoutDirection(_RIGHT if leftwards else _LEFT)
    painter.drawText(at, words)
