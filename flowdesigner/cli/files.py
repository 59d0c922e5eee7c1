"""Opening the project files that commands are given."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from flowdesigner.cli.output import complain, sentence
from flowdesigner.errors import FlowDesignerError
from flowdesigner.model.media import Media
from flowdesigner.model.project import Project
from flowdesigner.model.walk import walk
from flowdesigner.storage.project_file import OpenFile, open_file


def opened(file: str) -> OpenFile:
    """A project file; what is worth telling about it goes to standard error."""
    found = open_file(Path(file))
    for note in found.notes:
        complain(f"{file}: {note}")
    return found


def files_beside(file: str, project: Project) -> Mapping[str, int]:
    """The bytes of the files that a project sends along and that lie in its folder."""
    folder = Path(file).resolve().parent
    named = {
        spot.value.file
        for _flow, _id, block in project.all_blocks()
        for spot in walk(block)
        if isinstance(spot.value, Media) and spot.value.file
    }
    sizes = {name: _size(folder, name) for name in named}
    return {name: size for name, size in sizes.items() if size is not None}


def _size(folder: Path, name: str) -> int | None:
    """The bytes of a file in a folder; nothing of what is not there, or is not within it."""
    try:
        place = (folder / name).resolve()
        return place.stat().st_size if place.is_relative_to(folder) and place.is_file() else None
    except (OSError, ValueError):
        return None


class Readable:
    """Project files of which some may be unreadable, which is told and remembered."""

    def __init__(self, files: Iterable[str]) -> None:
        self._files = files
        self.all = True
        """Whether every file could be read so far."""

    def __iter__(self) -> Iterator[tuple[str, OpenFile]]:
        for file in self._files:
            try:
                found = opened(file)
            except FlowDesignerError as error:
                self.all = False
                complain(sentence(error, file))
            else:
                yield file, found
