"""Writes the files of an export into a folder."""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from flowdesigner.storage.causes import cause_of
from flowdesigner.storage.save import save_bytes


def write_files(folder: Path, files: Mapping[str, str]) -> tuple[Path, ...]:
    """Write texts by their path inside a folder; raises `SaveError` and names the first refused.

    Other files of the folder stay as they are; each file is written whole or not at all.
    """
    written = []
    for name, text in files.items():
        inside = PurePosixPath(name)
        assert not inside.is_absolute(), name
        assert ".." not in inside.parts, name
        path = folder.joinpath(*inside.parts)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as problem:
            raise cause_of(problem, path.parent, str(path.parent)) from problem
        written.append(save_bytes(path, text.encode()).path)
    return tuple(written)
