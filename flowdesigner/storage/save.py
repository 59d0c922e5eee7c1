"""Saves a file whole or not at all, and says which.

The new content goes to a file beside the target, is forced to the disk, takes the target's place in
one step, and the folder is forced to the disk too. A crash or power failure at any moment leaves
the old file or the new one. An error says in plain words what was wrong; the old file is then still
there, unless the error says `replaced`.
"""

import contextlib
import errno
import hashlib
import os
import stat
import sys
import time
from pathlib import Path

from msgspec import Struct

from flowdesigner.errors import SaveError
from flowdesigner.storage.causes import cause_of

if sys.platform == "darwin":
    import fcntl

CHUNK = 1 << 20
NEW_FILE_MODE = 0o666  # less the user's mask
PRIVATE_MODE = 0o600  # until the old file's own mode is put on
LITTER_AGE = 3600.0
_PREFIX = ".~"
_SUFFIX = ".tmp"
_NAME_KEPT = 40  # so that a name of the greatest length can still be saved
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}  # network drives
_WINDOWS_BUSY = {5, 32, 33}
_WINDOWS_WAITS = (0.05, 0.1, 0.2, 0.4, 0.75, 1.0)


class SavedFile(Struct, frozen=True):
    """What now stands on the disk."""

    path: Path  # links followed
    sha256: str
    size: int


def save_bytes(path: Path, data: bytes) -> SavedFile:
    """Put data in the place of a file; raises `SaveError` with the cause when that failed."""
    target = str(path)
    try:
        target = os.path.realpath(path)
        old = _target_status(target)
        temporary = _write_beside(target, data, old)
        try:
            _replace(temporary, target)
        except BaseException:
            _remove(temporary)
            raise
    except (OSError, ValueError) as problem:
        raise cause_of(problem, path, target) from problem
    try:
        _sync_folder(os.path.dirname(target))
    except OSError as problem:
        raise SaveError("save-not-confirmed", {"file": path.name}) from problem
    return SavedFile(Path(target), hashlib.sha256(data).hexdigest(), len(data))


def remove_litter(path: Path, now: float | None = None) -> None:
    """Remove what a save of this file left behind when it was killed an hour ago or more."""
    target = Path(os.path.realpath(path))
    oldest = (time.time() if now is None else now) - LITTER_AGE
    with contextlib.suppress(OSError):
        for entry in os.scandir(target.parent):
            ours = entry.name.startswith(_stem(target.name)) and entry.name.endswith(_SUFFIX)
            if ours and entry.is_file() and entry.stat().st_mtime <= oldest:
                _remove(entry.path)


def _target_status(target: str) -> os.stat_result | None:
    try:
        old = os.stat(target)
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(old.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), target)
    if not stat.S_ISREG(old.st_mode):
        raise SaveError("save-not-a-file", {"file": os.path.basename(target)})
    # Replacing needs no right to write the file itself: without asking, it would be overwritten.
    if not os.access(target, os.W_OK):
        raise SaveError("save-read-only-file", {"file": os.path.basename(target)})
    return old


def _write_beside(target: str, data: bytes, old: os.stat_result | None) -> str:
    folder, name = os.path.split(target)
    temporary = os.path.join(folder, f"{_stem(name)}{os.urandom(6).hex()}{_SUFFIX}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(temporary, flags, NEW_FILE_MODE if old is None else PRIVATE_MODE)
    try:
        try:
            _write_all(handle, data)
            if old is not None:
                _take_over(handle, target, old)
            _sync_file(handle)
        finally:
            os.close(handle)
    except BaseException:
        _remove(temporary)
        raise
    return temporary


def _stem(name: str) -> str:
    return f"{_PREFIX}{name[:_NAME_KEPT]}."


def _write_all(handle: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest[:CHUNK]) :]


def _take_over(handle: int, target: str, old: os.stat_result) -> None:
    """Give the new file the old one's owner, mode and attributes."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(PermissionError):
        os.fchown(handle, old.st_uid, old.st_gid)
    os.fchmod(handle, stat.S_IMODE(old.st_mode))
    if sys.platform == "linux":
        with contextlib.suppress(OSError):  # not every disk knows attributes
            for name in os.listxattr(target):
                if name.startswith("user."):
                    os.setxattr(handle, name, os.getxattr(target, name))


def _sync_file(handle: int) -> None:
    if sys.platform == "darwin":
        # Plain fsync leaves the data in the drive's own memory there.
        fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
        return
    os.fsync(handle)


def _replace(temporary: str, target: str) -> None:
    for wait in _WINDOWS_WAITS:
        try:
            os.replace(temporary, target)
        except OSError as problem:
            if getattr(problem, "winerror", None) not in _WINDOWS_BUSY:
                raise
            time.sleep(wait)  # a virus scanner or an indexer holds the file for a moment
        else:
            return
    os.replace(temporary, target)


def _sync_folder(folder: str) -> None:
    if sys.platform == "win32":
        return  # folders cannot be opened there
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    except OSError as problem:
        if problem.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(handle)


def _remove(path: str) -> None:
    with contextlib.suppress(OSError):
        os.unlink(path)
