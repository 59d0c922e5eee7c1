"""The page on the keys: which of them do what, as the menus have them."""

from collections.abc import Iterator

from PySide6.QtGui import QKeySequence

from flowdesigner.app.actions import MENUS, Action
from flowdesigner.reference.markdown import heading, joined, table
from flowdesigner.texts import N_, translate

TITLE = N_("Keys")
_HEADS = (N_("Keys"), N_("What they do"))


def keys_page() -> str:
    """The page, in the language in use."""
    menus = (part for title, entries in MENUS for part in _of_menu(title, entries))
    return joined(
        heading(TITLE, 1),
        *menus,
        heading(N_("Canvas")),
        table(_HEADS, _on_canvas()),
        heading(N_("Writing on a card")),
        table(_HEADS, _on_card()),
        heading(N_("Outline")),
        table(_HEADS, _in_outline()),
        heading(N_("Find and replace")),
        table(_HEADS, _in_find()),
        heading(N_("Help")),
        table(_HEADS, _in_help()),
    )


def _of_menu(title: str, entries: tuple[Action, ...]) -> tuple[str, ...]:
    rows = [
        (_native(each.shortcut or each.canvas_key), translate(each.title).replace("&", ""))
        for each in entries
        if each.shortcut or each.canvas_key
    ]
    return (f"## {translate(title).replace('&', '')}", table(_HEADS, rows)) if rows else ()


def _on_canvas() -> Iterator[tuple[str, str]]:
    arrows = translate(N_("Arrow keys"))
    yield _native("Tab"), translate(N_("Find and add a block"))
    yield arrows, translate(N_("Go to the next block"))
    yield f"Ctrl+{arrows}", translate(N_("Move what is selected"))
    freely = N_("While dragging: put things freely, without guides and grid")
    yield "Alt", translate(freely)
    yield _native("Return"), translate(N_("Edit the selected block"))
    yield _native("Ctrl+L"), translate(N_("Connect a way out of the block to another block"))
    yield _native("Shift+N"), translate(N_("Go to the next note or frame"))
    yield _native("Shift+F10"), translate(N_("Open the menu of what is selected"))


def _on_card() -> Iterator[tuple[str, str]]:
    yield _native("Tab"), translate(N_("Go to the next words of the card"))
    yield _native("Return"), translate(N_("In an answer: add another one below it"))
    yield _native("F2"), translate(N_("Write in the next language"))
    yield (
        f"{_native('Alt+Up')}, {_native('Alt+Down')}",
        translate(N_("Let an answer come earlier or later")),
    )
    yield _native("Esc"), translate(N_("Stop writing"))


def _in_outline() -> Iterator[tuple[str, str]]:
    enter = N_("Write the words of the block; from a way out, go where it leads")
    yield _native("Return"), translate(enter)
    yield _native("F2"), translate(N_("Name the block, or reword the answer"))
    yield _native("Ins"), translate(N_("Add a block after it"))
    yield _native("Ctrl+L"), translate(N_("Connect a way out of the block to another block"))
    yield _native("Del"), translate(N_("Delete the block, or let the way out lead nowhere"))
    yield (
        f"{_native('Alt+Up')}, {_native('Alt+Down')}",
        translate(N_("Let it come earlier or later in the conversation")),
    )


def _in_find() -> Iterator[tuple[str, str]]:
    yield _native("Return"), translate(N_("Go to the next hit; in the list, write in its field"))
    yield _native("Space"), translate(N_("In the list: leave a hit out, or replace it after all"))
    yield _native("Esc"), translate(N_("Go back to the canvas; show all blocks again"))


def _in_help() -> Iterator[tuple[str, str]]:
    yield _native("Alt+Left"), translate(N_("Go back to the page before"))
    yield _native("Alt+Right"), translate(N_("Go forward again"))
    yield _native("Ctrl+F"), translate(N_("Search the pages"))
    yield f"{_native('Ctrl++')}, {_native('Ctrl+-')}", translate(N_("Larger and smaller letters"))


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
