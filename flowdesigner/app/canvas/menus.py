"""The menus of the canvas: for a block, a link, a note, a frame, and for nothing."""

from collections.abc import Callable, Iterator

from msgspec import Struct
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from flowdesigner.app.canvas.hits import Hit, What
from flowdesigner.app.icons import icon
from flowdesigner.app.theme import Theme
from flowdesigner.texts import N_, translate


class Entry(Struct, frozen=True):
    """A line of a menu."""

    title: str
    """An English key; empty for a line between groups."""
    does: str = ""
    """The name of what is done."""
    icon: str = ""
    keys: str = ""


LINE = Entry("")
EDIT = (
    Entry(N_("Cut"), "cut", "scissors", "Ctrl+X"),
    Entry(N_("Copy"), "copy", "copy", "Ctrl+C"),
    Entry(N_("Duplicate"), "duplicate", "copy-plus", "Ctrl+D"),
)
DELETE = Entry(N_("Delete"), "delete_selection", "trash-2", "Del")
MENUS: dict[What, tuple[Entry, ...]] = {
    What.BLOCK: (
        Entry(N_("Edit"), "edit_selected", "pencil", "Return"),
        Entry(N_("Write on the card"), "write_on_card", "", "F2"),
        Entry(N_("Change to…"), "change_type", "", "T"),
        Entry(N_("Make a flow of this"), "make_flow", "workflow"),
        Entry(N_("Put the flow in here"), "put_flow_in"),
        Entry(N_("Connect to…"), "connect_exit", "link", "Ctrl+L"),
        Entry(N_("Begin the flow here"), "begin_here", "play"),
        Entry(N_("Open its flow"), "enter_flow", "workflow", "Ctrl+Return"),
        Entry(N_("Show its path"), "show_path", "git-branch", "P"),
        Entry(N_("Put a frame around it"), "frame_selection", "", "Ctrl+G"),
        LINE,
        *EDIT,
        LINE,
        DELETE,
    ),
    What.LINK: (
        Entry(N_("Put a block in between…"), "put_between", "plus"),
        LINE,
        Entry(N_("Remove connection"), "disconnect", "unlink", "Del"),
    ),
    What.NOTE: (
        Entry(N_("Write"), "write_in", "pencil"),
        LINE,
        Entry(N_("Yellow"), "yellow"),
        Entry(N_("Green"), "green"),
        Entry(N_("Blue"), "blue"),
        Entry(N_("Pink"), "pink"),
        Entry(N_("Grey"), "grey"),
        LINE,
        *EDIT,
        LINE,
        DELETE,
    ),
    What.FRAME: (
        Entry(N_("Write the title"), "write_in", "pencil", "Return"),
        Entry(N_("Fold or unfold"), "fold_frame"),
        LINE,
        *EDIT,
        LINE,
        DELETE,
    ),
    What.NOTHING: (
        Entry(N_("Add a block here…"), "add_here", "plus", "Tab"),
        Entry(N_("Add a note"), "add_note", "file-text", "N"),
        LINE,
        Entry(N_("Paste"), "paste_here", "clipboard-paste", "Ctrl+V"),
        Entry(N_("Select all"), "select_all", "mouse-pointer", "Ctrl+A"),
        LINE,
        Entry(N_("Fit to window"), "zoom_to_fit", "scan", "Ctrl+0"),
        Entry(N_("Tidy up"), "tidy", "layout-grid", "Ctrl+Shift+T"),
    ),
}
MENUS[What.LINK_END] = MENUS[What.LINK]
MENUS[What.FOLD] = MENUS[What.FRAME_GRIP] = MENUS[What.FRAME]
MENUS[What.NOTE_GRIP] = MENUS[What.NOTE]
MENUS[What.PORT] = MENUS[What.BLOCK]


def entries(hit: Hit) -> Iterator[Entry]:
    """What can be done with a thing."""
    yield from MENUS[hit.what]


def menu_of(
    hit: Hit,
    do: Callable[[str, Hit], None],
    can: Callable[[str, Hit], bool],
    theme: Theme,
    parent: QWidget,
) -> QMenu:
    """A menu for a thing, to be shown once."""
    menu = QMenu(parent)
    for entry in entries(hit):
        if not entry.title:
            menu.addSeparator()
            continue
        action = menu.addAction(translate(entry.title))
        if entry.icon:
            action.setIcon(icon(entry.icon, theme.text))
        if entry.keys:
            action.setShortcut(QKeySequence(entry.keys))
            action.setShortcutVisibleInContextMenu(True)
        action.setObjectName(entry.does)
        action.setEnabled(can(entry.does, hit))
        action.triggered.connect(lambda _=False, name=entry.does: do(name, hit))
    return menu
