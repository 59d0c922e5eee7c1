"""Saving a project: what changed in it goes into its file, all else stays as it is."""

from collections.abc import Iterator
from pathlib import Path

from flowdesigner.errors import FileError, FormatError, SaveError
from flowdesigner.formats.native.collecting import no_collection
from flowdesigner.formats.native.dump import plain, write_project
from flowdesigner.formats.native.patch import patched
from flowdesigner.formats.native.read import project_of
from flowdesigner.formats.native.read_tree import read_tree
from flowdesigner.formats.native.splice import spliced
from flowdesigner.formats.native.tree import Tree
from flowdesigner.model.change import Change, EntryPath, compare
from flowdesigner.model.project import FORMAT_VERSION, Project
from flowdesigner.storage.project_file import OpenFile
from flowdesigner.storage.save import save_bytes


def save_file(file: OpenFile, project: Project) -> OpenFile:
    """Put what changed into the file; everything else in it stays as it is, byte for byte."""
    return save_as(file.path, project, file)


def save_as(path: Path, project: Project, like: OpenFile | None = None) -> OpenFile:
    """Put a project into a file of its own, with the comments of the file it comes from."""
    if project.flowdesigner > FORMAT_VERSION:
        raise SaveError("save-newer-version", {"file": path.name})
    try:
        with no_collection():
            tree = as_saved(like, project) if like else _new(project)
    except (FileError, FormatError) as problem:
        raise SaveError("save-not-writable", {"file": path.name, "cause": problem}) from problem
    saved = save_bytes(path, tree.encode())
    return OpenFile(path, project, tree, saved.sha256)


def _new(project: Project) -> Tree:
    """The canonical text, read back: a file that cannot be opened again is never saved."""
    return project_of(read_tree(write_project(project).encode())).tree


def as_saved(file: OpenFile, project: Project) -> Tree:
    """The text of the file with what changed since; read back, and all anew if that failed."""
    change = compare(file.project, project)
    if not change:
        return file.tree
    wanted = plain(project)
    root = patched(file.tree.root, wanted, _entries(change))
    tree = spliced(file.tree, root, [*_entries(change), *_orders(change)])
    if project_of(tree).project == project:
        return tree
    return project_of(spliced(file.tree, wanted, [()])).tree


def _entries(change: Change) -> Iterator[EntryPath]:
    """The entries to copy over."""
    for each in change:
        if not _is_order(each.path):
            yield each.path
        if len(each.path) == 2 and each.path[0] == "flows":
            # Where things lie in a flow that came or went stands in another place of the file.
            yield ("layout", each.path[1])


def _orders(change: Change) -> Iterator[EntryPath]:
    """The mappings whose entries stand in another order."""
    return (each.path for each in change if _is_order(each.path))


def _is_order(path: EntryPath) -> bool:
    return len(path) == 3 and path[0] == "flows" and path[2] == "blocks"
