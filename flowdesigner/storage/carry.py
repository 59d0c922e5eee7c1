"""Files that lie beside a project, carried to the folder of another one."""

import shutil
from collections.abc import Iterable
from filecmp import cmp
from pathlib import Path, PurePosixPath

from msgspec import Struct

BIGGEST = 64_000_000
"""Larger files are left where they are."""
_PICTURES = ("png", "jpg", "jpeg", "webp", "gif")
_FILMS_AND_SOUNDS = ("mp4", "3gp", "mov", "mp3", "ogg", "opus", "aac", "amr", "m4a", "wav")
_PAPERS = ("pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp", "txt", "csv")
ENDINGS = frozenset((*_PICTURES, *_FILMS_AND_SOUNDS, *_PAPERS, "vcf"))
"""What is sent along with messages; nothing else is taken out of a folder."""


class Carried(Struct, frozen=True):
    """What became of the files."""

    brought: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    """They were not there, or could not be copied."""
    other: tuple[str, ...] = ()
    """Another file of that name is there already; it was left as it is."""


def carry(names: Iterable[str], source: Path, target: Path) -> Carried:
    """Copy files by the names they have in a project; nothing is written over."""
    brought, missing, other = [], [], []
    for name in sorted(set(names)):
        there, here = _inside(source, name), _inside(target, name)
        if here is None or there is None or not _may_go(there):
            if here is None or not here.is_file():
                missing.append(name)
        elif here.exists():
            if not cmp(there, here, shallow=False):
                other.append(name)
        elif _copied(there, here):
            brought.append(name)
        else:
            missing.append(name)
    return Carried(tuple(brought), tuple(missing), tuple(other))


def _inside(folder: Path, name: str) -> Path | None:
    """Where a file lies in a folder; nowhere when its name leads out of it."""
    parts = PurePosixPath(name.replace("\\", "/"))
    if not name or parts.is_absolute() or ".." in parts.parts or ":" in parts.parts[0]:
        return None
    path = folder.joinpath(*parts.parts)
    return path if path.resolve().is_relative_to(folder.resolve()) else None


def _may_go(path: Path) -> bool:
    sent = path.suffix.lower().lstrip(".") in ENDINGS
    return sent and path.is_file() and path.stat().st_size <= BIGGEST


def _copied(there: Path, here: Path) -> bool:
    try:
        here.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(there, here)
    except OSError:
        return False
    return True
