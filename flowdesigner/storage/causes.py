"""Turns the system's reason why a file was not saved into one a person can act on."""

import errno
from collections.abc import Mapping
from pathlib import Path

from flowdesigner.errors import SaveError

_CODES: Mapping[int | None, str] = {
    errno.ENOSPC: "save-disk-full",
    errno.EDQUOT: "save-quota",
    errno.EFBIG: "save-too-large",
    errno.EROFS: "save-read-only-disk",
    errno.EACCES: "save-read-only-folder",
    errno.EPERM: "save-read-only-folder",
    errno.ENOENT: "save-missing-folder",
    errno.ENOTDIR: "save-missing-folder",
    errno.EISDIR: "save-is-folder",
    errno.ENAMETOOLONG: "save-name-too-long",
    errno.ELOOP: "save-link-loop",
    errno.EBUSY: "save-in-use",
    getattr(errno, "ETXTBSY", None): "save-in-use",
    errno.EIO: "save-device-error",
    errno.ENXIO: "save-device-error",
    errno.ENODEV: "save-device-error",
}
_WINDOWS_CODES: Mapping[int | None, str] = {
    5: "save-in-use",
    32: "save-in-use",
    33: "save-in-use",
    112: "save-disk-full",
    206: "save-name-too-long",
}


def cause_of(problem: OSError | ValueError, path: Path, target: str) -> SaveError:
    """The error that tells why this file was not saved."""
    params = {"file": path.name, "folder": str(Path(target).parent)}
    if not isinstance(problem, OSError):
        return SaveError("save-failed", {**params, "cause": str(problem)})
    windows = getattr(problem, "winerror", None)
    code = _WINDOWS_CODES.get(windows) or (_CODES.get(problem.errno) if problem.errno else None)
    if code is None:
        return SaveError("save-failed", {**params, "cause": problem.strerror or str(problem)})
    return SaveError(code, params)
