"""Dragging a type of block from the palette onto the canvas."""

from PySide6.QtCore import QMimeData

BLOCK_MIME = "application/x-flowdesigner-block"
"""What the palette's drag carries: the word of a type of block."""


def dragged_type(data: QMimeData) -> str | None:
    """The type of block that is dragged, if it is one."""
    if not data.hasFormat(BLOCK_MIME):
        return None
    return bytes(data.data(BLOCK_MIME).data()).decode("utf-8", "replace")


def drag_of(type_word: str) -> QMimeData:
    """What a drag of a type of block carries."""
    data = QMimeData()
    data.setData(BLOCK_MIME, type_word.encode("utf-8"))
    return data
