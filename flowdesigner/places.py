"""Where the files that come with the program are, in a checkout and in an installed package."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def samples_folder() -> Path:
    """Return the folder of the real journeys that come with the program."""
    return _shipped("samples")


def schemas_folder() -> Path:
    """Return the folder of the published JSON Schemas."""
    return _shipped("schemas")


def _shipped(name: str) -> Path:
    # A wheel carries the folder inside the package; a checkout has it beside the package.
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name
