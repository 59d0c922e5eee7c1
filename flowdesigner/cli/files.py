"""Opening the project files that commands are given."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from flowdesigner.cli.output import complain, sentence
from flowdesigner.errors import FlowDesignerError
from flowdesigner.storage.project_file import OpenFile, open_file


def opened(file: str) -> OpenFile:
    """A project file; what is worth telling about it goes to standard error."""
    found = open_file(Path(file))
    for note in found.notes:
        complain(f"{file}: {note}")
    return found


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
