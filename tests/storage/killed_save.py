"""Saves over a file again and again, killed before the first call that touches it, the second, ...

Prints for each what then stands in the file, and whether the save was killed.
"""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from flowdesigner.storage.save import save_bytes

OLD = b"old " * 1000
NEW = b"new " * 800_000
STEPS = ("open", "write", "fchmod", "fsync", "close", "replace")
MOST_STEPS = 14


def deadly(real: Callable[..., object], left: list[int]) -> Callable[..., object]:
    def call(*args: object, **kwargs: object) -> object:
        left[0] -= 1
        if left[0] < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*args, **kwargs)

    return call


def save_and_die(target: Path, at: int) -> None:
    left = [at]
    for name in STEPS:
        setattr(os, name, deadly(getattr(os, name), left))
    save_bytes(target, NEW)
    os._exit(0)


def main(target: Path) -> None:
    for at in range(MOST_STEPS):
        target.write_bytes(OLD)
        sys.stdout.flush()  # or every child would write it again
        child = os.fork()
        if child == 0:
            save_and_die(target, at)
        _, status = os.waitpid(child, 0)
        found = {OLD: "old", NEW: "new"}.get(target.read_bytes(), "torn")
        ending = "killed" if os.WIFSIGNALED(status) else "finished"
        sys.stdout.write(f"{found} {ending}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
