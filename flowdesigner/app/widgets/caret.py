"""What stands at the caret of a field, and lighting a hit in it."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QWidget

from flowdesigner.app.widgets.smallest_edit import units
from flowdesigner.app.widgets.text_box import TextBox
from flowdesigner.find.search import Hit
from flowdesigner.model.template import placeholders

_LONGEST = 100
"""Longer selections are not meant to be looked for."""


def selected_words(widget: QWidget | None) -> str:
    """The few words that are selected in a field."""
    words = ""
    if isinstance(widget, QLineEdit):
        words = widget.selectedText()
    elif isinstance(widget, TextBox):
        words = widget.textCursor().selectedText()
    return words if len(words) <= _LONGEST and "\u2029" not in words else ""


def variable_at_caret(widget: QWidget | None) -> str:
    """The variable whose placeholder the caret is in; empty when it is in none."""
    if not isinstance(widget, TextBox):
        return ""
    text, caret = widget.text(), widget.textCursor().position()
    for each in placeholders(text):
        if units(text[: each.start]) <= caret <= units(text[: each.end]):
            return each.path.partition(".")[0]
    return ""


def select_in(widget: QWidget | None, hit: Hit) -> None:
    """Select a hit in the field that shows its text."""
    text = hit.written.text
    start, length = units(text[: hit.start]), units(text[hit.start : hit.end])
    if isinstance(widget, QLineEdit) and widget.text() == text:
        widget.setSelection(start, length)
    elif isinstance(widget, TextBox) and widget.text() == text:
        cursor = widget.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        widget.setTextCursor(cursor)
