"""Breaking words into lines of a width; once, in units of the scene."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication

from flowdesigner.model.template import Placeholder, fill

ELLIPSIS = "…"
_PARTS = re.compile(r"[^/_.?&-]+[/_.?&-]?|.")
"""Where a word that is wider than a line, such as a web address, is best broken."""
Measure = Callable[[str], float]
"""How wide some words are."""


@lru_cache(maxsize=64)
def font(size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The window's font without hinting, so that lines break alike at every zoom."""
    made = QFont(QGuiApplication.font())
    made.setPixelSize(size)
    made.setWeight(weight)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


@lru_cache(maxsize=64)
def measure(size: int, weight: QFont.Weight = QFont.Weight.Normal) -> Measure:
    """How wide words are in a font; what was measured once is remembered."""
    metrics = QFontMetricsF(font(size, weight))

    @lru_cache(maxsize=20_000)
    def width(words: str) -> float:
        return float(metrics.horizontalAdvance(words))

    return width


def plain(text: str) -> str:
    """A text for the canvas: its placeholders by the name of their variable alone."""
    return fill(text, _short).strip() if "{{" in text else text.strip()


def _short(place: Placeholder) -> str:
    return f"{{{place.path}}}"


def wrapped(text: str, width: float, most: int, measure: Measure) -> tuple[str, ...]:
    """The first lines of a text; the last ends in an ellipsis when more would follow."""
    lines: list[str] = []
    for line in _lines(text, width, measure):
        if len(lines) == most:
            lines[-1] = elided(f"{lines[-1]} {ELLIPSIS}", width, measure, cut=True)
            break
        lines.append(line)
    return tuple(lines)


def elided(text: str, width: float, measure: Measure, *, cut: bool = False) -> str:
    """A line that fits, cut at its end if it must be; `cut` when more would follow it anyway."""
    text = " ".join(text.split())
    if cut:
        text = text.removesuffix(ELLIPSIS).rstrip()
    elif measure(text) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(_cut(text, middle)) <= width:
            low = middle
        else:
            high = middle - 1
    return _cut(text, low)


def _cut(text: str, length: int) -> str:
    return text[:length].rstrip(" .,;:!?…") + ELLIPSIS


def _lines(text: str, width: float, measure: Measure) -> Iterator[str]:
    space = measure(" ")
    for paragraph in text.splitlines():
        words = paragraph.split()
        if not words:
            continue
        line, used = "", 0.0
        for gap, piece in _pieces(words, width, measure):
            wide = measure(piece)
            if line and used + space * len(gap) + wide <= width:
                line, used = f"{line}{gap}{piece}", used + space * len(gap) + wide
            else:
                if line:
                    yield line
                line, used = piece, wide
        yield line


def _pieces(words: list[str], width: float, measure: Measure) -> Iterator[tuple[str, str]]:
    """What a line may be broken between, and the space that stands before it if it is not."""
    for word in words:
        if measure(word) <= width:
            yield " ", word
            continue
        gap = " "
        for part in _PARTS.findall(word):
            for piece in _broken(part, width, measure):
                yield gap, piece
                gap = ""


def _broken(word: str, width: float, measure: Measure) -> Iterator[str]:
    """A word wider than a line, letter by letter, such as of a language without spaces."""
    piece = ""
    for letter in word:
        if piece and measure(piece + letter) > width:
            yield piece
            piece = ""
        piece += letter
    yield piece
