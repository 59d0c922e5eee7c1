"""Where the program's own source is, for the tests that read it."""

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "flowdesigner"


def source_files() -> Iterator[Path]:
    """Yield every Python file of the program."""
    return PACKAGE.rglob("*.py")


def named(path: Path) -> str:
    """Return a file's path as it is written in the repository."""
    return path.relative_to(ROOT).as_posix()
