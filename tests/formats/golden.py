"""Exports kept as files, to be read as a change of them is reviewed.

With FLOWDESIGNER_WRITE_GOLDEN=1 a run writes them anew instead of comparing.
"""

import os
from collections.abc import Mapping
from pathlib import Path

from flowdesigner.formats.native.read import read_project
from flowdesigner.model.project import Project

FORMATS_TESTS = Path(__file__).parent


def project_in(written: str) -> Project:
    """A project from its text."""
    return read_project(written.encode()).project


def small() -> Project:
    """The journey whose exports are kept."""
    return project_in((FORMATS_TESTS / "small.flow.yaml").read_text("utf-8"))


def assert_golden(folder: Path, files: Mapping[str, str]) -> None:
    """The files are what is kept in a folder, no more and no less.

    Python is kept under another ending, so that our own tools leave it as it is.
    """
    wanted = {name.replace(".py", ".py.kept"): text for name, text in files.items()}
    if os.environ.get("FLOWDESIGNER_WRITE_GOLDEN"):
        for name, text in wanted.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, "utf-8")
    kept = {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }
    assert wanted == kept
