"""The file of a project on the disk, and opening it."""

import hashlib
from pathlib import Path

from msgspec import Struct

from flowdesigner.formats.native.read import read_project
from flowdesigner.formats.native.read_bytes import read_bytes
from flowdesigner.formats.native.tree import Note, Tree
from flowdesigner.model.project import FORMAT_VERSION, Project


class OpenFile(Struct, frozen=True):
    """A project, and the file on the disk that holds it."""

    path: Path
    project: Project
    tree: Tree
    sha256: str
    """Of the bytes on the disk, to notice when somebody else changes them."""
    notes: tuple[Note, ...] = ()

    @property
    def read_only(self) -> bool:
        """Whether a newer program made it, so that this one could only spoil it."""
        return self.project.flowdesigner > FORMAT_VERSION


def open_file(path: Path) -> OpenFile:
    """The project in a file; raises a `FileError` that says what is wrong and where."""
    data = read_bytes(path)
    opened = read_project(data)
    digest = hashlib.sha256(data).hexdigest()
    return OpenFile(path, opened.project, opened.tree, digest, opened.notes)
