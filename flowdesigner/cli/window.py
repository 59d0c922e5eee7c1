"""Whether the window is asked for, and whether there can be one."""

import os
import socket
import sys
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

from flowdesigner.texts import N_, translate

WINDOW_WORDS = ("open", "--self-test")
_WITHOUT_SCREEN = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")
_FIRST_PORT = 6000


def wanted(words: Sequence[str]) -> bool:
    """Whether the window is meant: nothing, a file, `open` with at most one, or the self-test."""
    if list(words) in ([], ["open"], ["--self-test"]):
        return True
    if len(words) == 2 and words[0] == "open":
        return not words[1].startswith("-")
    return len(words) == 1 and _names_a_file(words[0])


def _names_a_file(word: str) -> bool:
    """A word with a dot or a slash is meant to be a file even when there is none."""
    return not word.startswith("-") and ("." in word or "/" in word or Path(word).exists())


def hindrance(file: str | None, *, shown: bool) -> str | None:
    """Why the window cannot be opened, in one sentence; nothing when it can."""
    if file is not None and not Path(file).exists():
        return translate(N_("There is no file '{file}'."), file=file)
    if file is not None and Path(file).is_dir():
        return translate(N_("'{file}' is a folder. Choose a file in it."), file=file)
    if find_spec("PySide6") is None:
        return translate(
            N_("The window needs PySide6, which is not installed: pip install PySide6-Essentials")
        )
    if shown and sys.platform.startswith("linux") and not has_display(os.environ):
        return translate(
            N_("There is no display to open a window on. The commands work without one: see --help")
        )
    return None


def has_display(environment: Mapping[str, str]) -> bool:
    """Whether a window can be shown; looked for at its socket, since Qt aborts without one."""
    platform = environment.get("QT_QPA_PLATFORM", "").split(";")[0].split(":")[0]
    if platform in _WITHOUT_SCREEN:
        return True
    return _wayland(environment) or _answers(environment.get("DISPLAY", ""))


def _wayland(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY", "")
    return bool(name) and Path(environment.get("XDG_RUNTIME_DIR", "/"), name).exists()


def _answers(display: str) -> bool:
    host, colon, rest = display.rpartition(":")
    number = rest.partition(".")[0]
    if not colon or not number.isdecimal():
        return False
    path = f"/tmp/.X11-unix/X{number}"
    if host in ("", "unix"):
        return any(_connects(socket.AF_UNIX, place) for place in (path, f"\0{path}"))
    return _connects(socket.AF_INET, (host, _FIRST_PORT + int(number)))


def _connects(family: socket.AddressFamily, place: str | tuple[str, int]) -> bool:
    try:
        with socket.socket(family) as line:
            line.settimeout(2)
            line.connect(place)
    except (OSError, OverflowError):
        return False
    return True
