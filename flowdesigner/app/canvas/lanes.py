"""Finding a height at which a line can run from left to right and meet no card."""

from collections.abc import Iterator, Sequence

from flowdesigner.app.canvas.viewport import Rect

MOST = 400
"""Among more cards than this no way round is looked for."""


def free_level(
    wished: tuple[float, float], boxes: Sequence[Rect], apart: float, within: tuple[float, float]
) -> float | None:
    """The height with the least climbing between two others that keeps apart from all boxes."""
    if len(boxes) > MOST:
        return None
    taken = list(_joined(sorted((box[1] - apart, box[3] + apart) for box in boxes)))
    free = [edge for span in taken for edge in span if within[0] <= edge <= within[1]]
    free += [level for level in wished if not any(low < level < high for low, high in taken)]
    return min(free, key=lambda level: _climb(level, wished), default=None)


def _joined(spans: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Spans in order, those that overlap made one."""
    held: tuple[float, float] | None = None
    for low, high in spans:
        if held is None:
            held = low, high
        elif low <= held[1]:
            held = held[0], max(held[1], high)
        else:
            yield held
            held = low, high
    if held is not None:
        yield held


def _climb(level: float, wished: tuple[float, float]) -> float:
    return abs(level - wished[0]) + abs(level - wished[1])
