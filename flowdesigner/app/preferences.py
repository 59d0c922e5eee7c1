"""What the author prefers and did last, kept on this computer and never in a project."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import MsgspecError, json
from PySide6.QtCore import QByteArray, QSettings

from flowdesigner.app.canvas.viewport import Sight

MOST_RECENT = 8


MOST_SIGHTS = 60


class Preferences:
    """Language, look, recent files and the places of the panels."""

    def __init__(self, store: QSettings) -> None:
        self._store = store

    @property
    def language(self) -> str:
        """The language of the window; empty for the computer's own."""
        return str(self._store.value("language", ""))

    @language.setter
    def language(self, language: str) -> None:
        self._store.setValue("language", language)

    @property
    def theme(self) -> str:
        """The look: `light`, `dark`, or empty for the computer's own."""
        return str(self._store.value("theme", ""))

    @theme.setter
    def theme(self, theme: str) -> None:
        self._store.setValue("theme", theme)

    @property
    def shows_map(self) -> bool:
        """Whether the whole flow is shown in a corner of the canvas."""
        return self._store.value("map", "yes") != "no"

    @shows_map.setter
    def shows_map(self, shown: bool) -> None:
        self._store.setValue("map", "yes" if shown else "no")

    @property
    def recent(self) -> tuple[Path, ...]:
        """The files that were open last, newest first; those that are gone left out."""
        kept = self._store.value("recent", [])
        names = kept if isinstance(kept, list) else [kept] if kept else []
        return tuple(path for name in names if (path := Path(str(name))).is_file())

    def remember(self, path: Path) -> None:
        """A file was opened or saved."""
        rest = [each for each in self.recent if each != path]
        self._store.setValue("recent", [str(each) for each in [path, *rest][:MOST_RECENT]])

    @property
    def commands(self) -> tuple[str, ...]:
        """The commands that were chosen last, newest first."""
        kept = self._store.value("commands", [])
        return tuple(map(str, kept if isinstance(kept, list) else [kept] if kept else []))

    def remember_command(self, id: str) -> None:
        """A command was chosen."""
        rest = [each for each in self.commands if each != id]
        self._store.setValue("commands", [id, *rest][:MOST_RECENT])

    @property
    def habits(self) -> tuple[str, ...]:
        """Which types of block were added where, and how often."""
        kept = self._store.value("habits", [])
        return tuple(map(str, kept if isinstance(kept, list) else [kept] if kept else []))

    def keep_habits(self, lines: list[str]) -> None:
        """A block was added."""
        self._store.setValue("habits", lines)

    def sights(self, path: Path) -> Mapping[str, Sight]:
        """How the flows of a file were looked at last."""
        return self._all_sights().get(str(path), {})

    def keep_sights(self, path: Path, sights: Mapping[str, Sight]) -> None:
        """Keep how the flows of a file are looked at; files of long ago are forgotten."""
        rest = {name: each for name, each in self._all_sights().items() if name != str(path)}
        kept = {**rest, str(path): dict(sights)}
        latest = dict(list(kept.items())[-MOST_SIGHTS:])
        self._store.setValue("sights", json.encode(latest).decode())

    def _all_sights(self) -> dict[str, dict[str, Sight]]:
        try:
            kept = str(self._store.value("sights", "{}"))
            return json.decode(kept, type=dict[str, dict[str, Sight]])
        except MsgspecError:
            return {}

    def bytes_of(self, name: str) -> QByteArray:
        """A state of the window, as Qt saves it."""
        value = self._store.value(name)
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_bytes(self, name: str, state: QByteArray) -> None:
        """Keep a state of the window."""
        self._store.setValue(name, state)
