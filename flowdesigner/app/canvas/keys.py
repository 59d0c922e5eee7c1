"""What keys do while the canvas has the keyboard."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from flowdesigner.app.canvas.neighbours import Direction

Key = Qt.Key
ARROWS: Mapping[int, Direction] = {
    Key.Key_Left: "left",
    Key.Key_Right: "right",
    Key.Key_Up: "up",
    Key.Key_Down: "down",
}
STEPS: Mapping[Direction, tuple[int, int]] = {
    "left": (-1, 0),
    "right": (1, 0),
    "up": (0, -1),
    "down": (0, 1),
}
GRID, FAR = 8, 40
"""How far an arrow moves blocks, alone and with Shift."""

COMMANDS: Mapping[str, str] = {
    "Del": "delete_selection",
    "Backspace": "delete_selection",
    "Ctrl+A": "select_all",
    "Ctrl+C": "copy",
    "Ctrl+X": "cut",
    "Ctrl+V": "paste",
    "Ctrl+D": "duplicate",
    "Return": "edit_selected",
    "Enter": "edit_selected",
    "F2": "write_on_card",
    "Ctrl++": "zoom_in",
    "Ctrl+=": "zoom_in",
    "Ctrl+-": "zoom_out",
    "Ctrl+0": "zoom_to_fit",
    "Ctrl+1": "zoom_reset",
    "F": "zoom_to_fit",
    "Shift+F": "zoom_to_selection",
    "N": "add_note",
    "Shift+N": "next_sheet",
    "Ctrl+L": "connect_exit",
    "T": "change_type",
    "P": "show_path",
    "M": "toggle_map",
    "Ctrl+G": "frame_selection",
    "Ctrl+Return": "enter_flow",
    "Ctrl+T": "tidy_selection",
    "Shift+L": "align_left",
    "Shift+C": "align_centre",
    "Shift+R": "align_right",
    "Shift+T": "align_top",
    "Shift+M": "align_middle",
    "Shift+B": "align_bottom",
    "Shift+H": "spread_across",
    "Shift+V": "spread_down",
    "Menu": "show_menu",
    "Shift+F10": "show_menu",
}
"""By key the method of the canvas that is called."""


class Keys:
    """Finds what a key means, and does it."""

    def __init__(
        self,
        commands: Mapping[str, Callable[[], object]],
        walk: Callable[[Direction, bool], None],
        nudge: Callable[[int, int], None],
    ) -> None:
        self._commands = {_first(keys): commands[name] for keys, name in COMMANDS.items()}
        self._walk, self._nudge = walk, nudge

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means; whether it means anything."""
        arrow = ARROWS.get(event.key())
        if arrow is not None:
            return self._arrow(arrow, event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
        command = self._commands.get(_combined(event))
        if command is not None:
            command()
        return command is not None

    def means(self, event: QKeyEvent) -> bool:
        """Whether a key means something here, so that no menu takes it first."""
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        return _combined(event) in self._commands or (event.key() in ARROWS and not alt)

    def _arrow(self, arrow: Direction, keys: Qt.KeyboardModifier) -> bool:
        control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
        if keys in (control, control | shift):
            by = FAR if keys & shift else GRID
            dx, dy = STEPS[arrow]
            self._nudge(dx * by, dy * by)
            return True
        if keys in (Qt.KeyboardModifier.NoModifier, shift):
            self._walk(arrow, bool(keys & shift))
            return True
        return False


def _first(keys: str) -> int:
    combination = QKeySequence(keys)[0]  # type: ignore[index]
    return int(combination.toCombined())


def _combined(event: QKeyEvent) -> int:
    keys = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() in (Key.Key_Plus, Key.Key_Equal):
        keys &= ~Qt.KeyboardModifier.ShiftModifier
    return int(keys.value | event.key())
