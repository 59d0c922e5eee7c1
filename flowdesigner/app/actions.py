"""Menus and toolbar as data: an entry is a value, the window builds what is shown from it."""

from typing import Literal

from msgspec import Struct

from flowdesigner.texts import N_

Need = Literal["project", "selection", "anything", "undo", "redo", "clipboard", "back", "forward"]


class Action(Struct, frozen=True, kw_only=True):
    """Something that can be done from a menu, the toolbar or the keyboard."""

    id: str
    title: str
    """An English key; `&` before the letter of the keyboard."""
    icon: str = ""
    shortcut: str = ""
    canvas_key: str = ""
    """The key that does it while the canvas has the keyboard; shown, but handled there."""
    need: Need | None = None
    """What must be there for it to be possible."""
    checkable: bool = False
    tip: str = ""
    """An English key; the title, when empty."""
    as_is: bool = False
    """Whether the title stands in every language as it is, like a language's own name."""


SEPARATOR = Action(id="", title="")
RECENT = Action(id="recent", title=N_("Open &recent"))
"""Stands for the menu of recent files."""
PANELS = Action(id="panels", title="")
"""Stands for the entries that show and hide the panels."""

FILE = (
    Action(id="new", title=N_("&New project"), icon="file-plus", shortcut="Ctrl+N"),
    Action(id="samples", title=N_("New from sa&mple…"), icon="book-open"),
    Action(id="open", title=N_("&Open…"), icon="folder-open", shortcut="Ctrl+O"),
    RECENT,
    SEPARATOR,
    Action(id="save", title=N_("&Save"), icon="save", shortcut="Ctrl+S", need="project"),
    Action(
        id="save_as",
        title=N_("Save &as…"),
        icon="save-all",
        shortcut="Ctrl+Shift+S",
        need="project",
    ),
    Action(id="export", title=N_("&Export…"), icon="upload", shortcut="Ctrl+E", need="project"),
    SEPARATOR,
    Action(id="project_settings", title=N_("&Project settings…"), icon="settings", need="project"),
    Action(id="variables", title=N_("&Variables…"), icon="braces", need="project"),
    SEPARATOR,
    Action(id="quit", title=N_("&Quit"), shortcut="Ctrl+Q"),
)

EDIT = (
    Action(id="undo", title=N_("&Undo"), icon="undo-2", shortcut="Ctrl+Z", need="undo"),
    Action(id="redo", title=N_("&Redo"), icon="redo-2", shortcut="Ctrl+Shift+Z", need="redo"),
    Action(
        id="history",
        title=N_("Histor&y"),
        icon="history",
        shortcut="Ctrl+Shift+H",
        need="project",
        tip=N_("All steps, to go back or forward to one"),
    ),
    SEPARATOR,
    Action(id="cut", canvas_key="Ctrl+X", title=N_("Cu&t"), icon="scissors", need="anything"),
    Action(id="copy", canvas_key="Ctrl+C", title=N_("&Copy"), icon="copy", need="anything"),
    Action(
        id="paste", canvas_key="Ctrl+V", title=N_("&Paste"), icon="clipboard-paste", need="project"
    ),
    Action(id="duplicate", canvas_key="Ctrl+D", title=N_("&Duplicate"), need="anything"),
    Action(id="delete", canvas_key="Del", title=N_("De&lete"), icon="trash-2", need="anything"),
    SEPARATOR,
    Action(id="select_all", canvas_key="Ctrl+A", title=N_("Select &all"), need="project"),
    SEPARATOR,
    Action(id="frame", canvas_key="Ctrl+G", title=N_("Put a fra&me around it"), need="selection"),
    Action(id="write", canvas_key="F2", title=N_("Write &on the card"), need="anything"),
    Action(id="change_type", canvas_key="T", title=N_("C&hange to…"), need="selection"),
    Action(id="make_flow", title=N_("Ma&ke a flow of the selection"), need="selection"),
    Action(id="put_flow_in", title=N_("Put the flow &in here"), need="selection"),
    SEPARATOR,
    Action(id="add_flow", title=N_("Add a &flow…"), icon="workflow", need="project"),
    Action(id="delete_flow", title=N_("Delete this flo&w"), need="project"),
)

FIND = (
    Action(
        id="find",
        title=N_("&Find…"),
        icon="search",
        shortcut="Ctrl+F",
        need="project",
        tip=N_("Words in any text of the project, in any language"),
    ),
    Action(id="replace", title=N_("&Replace…"), shortcut="Ctrl+H", need="project"),
    Action(id="next_hit", title=N_("&Next hit"), shortcut="F3", need="project"),
    Action(id="previous_hit", title=N_("&Previous hit"), shortcut="Shift+F3", need="project"),
    SEPARATOR,
    Action(
        id="go_to",
        title=N_("&Go to a block…"),
        icon="target",
        shortcut="Ctrl+P",
        need="project",
        tip=N_("A block or a flow by its name, its words or its id"),
    ),
    Action(
        id="filter",
        title=N_("&Show only some blocks…"),
        icon="eye",
        shortcut="Ctrl+Shift+F",
        need="project",
        tip=N_("By type, channel, problem or missing language; the others are dimmed"),
    ),
    SEPARATOR,
    Action(id="rename_variable", title=N_("Rename a &variable…"), icon="braces", need="project"),
    SEPARATOR,
    Action(
        id="commands",
        title=N_("All &commands…"),
        shortcut="Ctrl+Shift+P",
        tip=N_("Everything the program can do, by its name"),
    ),
)

VIEW = (
    Action(id="zoom_in", title=N_("Zoom &in"), icon="zoom-in", shortcut="Ctrl++", need="project"),
    Action(
        id="zoom_out", title=N_("Zoom &out"), icon="zoom-out", shortcut="Ctrl+-", need="project"
    ),
    Action(id="zoom_reset", title=N_("&Actual size"), shortcut="Ctrl+1", need="project"),
    Action(id="fit", title=N_("&Fit to window"), icon="scan", shortcut="Ctrl+0", need="project"),
    Action(
        id="fit_selection", canvas_key="Shift+F", title=N_("Zoom to &selection"), need="selection"
    ),
    Action(id="back", title=N_("Bac&k"), icon="arrow-left", shortcut="Alt+Left", need="back"),
    Action(
        id="forward", title=N_("Fo&rward"), icon="arrow-right", shortcut="Alt+Right", need="forward"
    ),
    Action(
        id="enter_flow",
        canvas_key="Ctrl+Return",
        title=N_("Op&en the flow of the block"),
        need="selection",
    ),
    Action(id="map", canvas_key="M", title=N_("Overview &map"), checkable=True, need="project"),
    Action(
        id="coverage",
        title=N_("Show what saved &conversations cover"),
        checkable=True,
        need="project",
        tip=N_("How many saved conversations leave each block by which way"),
    ),
    Action(id="path", canvas_key="P", title=N_("Show the &path of the block"), need="selection"),
    SEPARATOR,
    PANELS,
    SEPARATOR,
    Action(id="next_panel", title=N_("&Next panel"), shortcut="F6", need="project"),
    Action(id="previous_panel", title=N_("Pre&vious panel"), shortcut="Shift+F6", need="project"),
    SEPARATOR,
    Action(id="light", title=N_("&Light"), checkable=True),
    Action(id="dark", title=N_("&Dark"), checkable=True),
    SEPARATOR,
    Action(id="english", title="English", checkable=True, as_is=True),
    Action(id="indonesian", title="Bahasa Indonesia", checkable=True, as_is=True),
)

ARRANGE = (
    Action(
        id="tidy",
        title=N_("&Tidy up"),
        icon="layout-grid",
        shortcut="Ctrl+Shift+T",
        need="project",
        tip=N_("Put all blocks in order, from left to right"),
    ),
    Action(id="tidy_down", title=N_("Tidy up, top to &bottom"), need="project"),
    Action(
        id="tidy_selection",
        canvas_key="Ctrl+T",
        title=N_("Tidy up the &selection"),
        need="selection",
        tip=N_("Put the selected blocks in order; the others stay where they are"),
    ),
    Action(
        id="tidy_selection_down",
        title=N_("Tidy up the selection, top t&o bottom"),
        need="selection",
    ),
    SEPARATOR,
    Action(
        id="align_left",
        canvas_key="Shift+L",
        title=N_("Align &left edges"),
        icon="align-start-vertical",
        need="selection",
    ),
    Action(
        id="align_centre",
        canvas_key="Shift+C",
        title=N_("Align &centres"),
        icon="align-center-vertical",
        need="selection",
    ),
    Action(
        id="align_right",
        canvas_key="Shift+R",
        title=N_("Align &right edges"),
        icon="align-end-vertical",
        need="selection",
    ),
    Action(
        id="align_top",
        canvas_key="Shift+T",
        title=N_("Align to&p edges"),
        icon="align-start-horizontal",
        need="selection",
    ),
    Action(
        id="align_middle",
        canvas_key="Shift+M",
        title=N_("Align &middles"),
        icon="align-center-horizontal",
        need="selection",
    ),
    Action(
        id="align_bottom",
        canvas_key="Shift+B",
        title=N_("Align bottom ed&ges"),
        icon="align-end-horizontal",
        need="selection",
    ),
    SEPARATOR,
    Action(
        id="spread_across",
        canvas_key="Shift+H",
        title=N_("Spread evenly &across"),
        icon="align-horizontal-distribute-center",
        need="selection",
    ),
    Action(
        id="spread_down",
        canvas_key="Shift+V",
        title=N_("Spread evenly &downwards"),
        icon="align-vertical-distribute-center",
        need="selection",
    ),
)

TRY = (
    Action(
        id="preview",
        title=N_("&Try it out"),
        icon="play",
        shortcut="F5",
        need="project",
        tip=N_("Chat through the journey from its beginning"),
    ),
    Action(
        id="next_problem",
        title=N_("&Next problem"),
        icon="circle-alert",
        shortcut="F8",
        need="project",
    ),
    Action(id="run_conversations", title=N_("&Run saved conversations"), need="project"),
    Action(
        id="costs",
        title=N_("&What it costs"),
        need="project",
        tip=N_("What a month costs, by block and by way, and what that rests on"),
    ),
)

HELP = (
    Action(id="manual", title=N_("&Help on this"), icon="circle-question-mark", shortcut="F1"),
    Action(id="reference", title=N_("&Reference"), icon="book-open"),
    Action(id="shortcuts", title=N_("&Keyboard shortcuts")),
    SEPARATOR,
    Action(id="about", title=N_("&About Flow Designer")),
)

MENUS: tuple[tuple[str, tuple[Action, ...]], ...] = (
    (N_("&File"), FILE),
    (N_("&Edit"), EDIT),
    (N_("F&ind"), FIND),
    (N_("&View"), VIEW),
    (N_("&Arrange"), ARRANGE),
    (N_("&Try out"), TRY),
    (N_("&Help"), HELP),
)

TOOLBAR = (
    "open", "save", "", "undo", "redo", "", "zoom_out", "fit", "zoom_in", "", "preview", "export",
)  # fmt: skip

ARRANGING = tuple(each.id for each in ARRANGE if each.id)
"""What the canvas does with `arrange`."""
FINDING = ("history", *(each.id for each in FIND if each.id))
"""What `flowdesigner.app.find` does."""
