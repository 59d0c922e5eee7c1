"""Undo while typing is the document's undo: editors leave its keys to the window."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu

_OWN_OF_QT = ("edit-undo", "edit-redo")


def is_undo_key(event: QEvent) -> bool:
    """Whether a key, pressed or announced, means undo or redo."""
    return isinstance(event, QKeyEvent) and (
        event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
    )


def without_undo(menu: QMenu) -> QMenu:
    """A text field's menu without its own undo and redo."""
    for action in menu.actions():
        if action.objectName() in _OWN_OF_QT:
            menu.removeAction(action)
    first = menu.actions()[0] if menu.actions() else None
    if first is not None and first.isSeparator():
        menu.removeAction(first)
    return menu
