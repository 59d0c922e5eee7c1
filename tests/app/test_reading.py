"""A large file is read beside the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from benchmarks.project import big_project
from flowdesigner.app.reading import LARGE, read_beside
from flowdesigner.errors import FileError
from flowdesigner.formats.native.write_tree import write_tree


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("large") / "large.flow.yaml"
    file.write_text(write_tree(big_project(2000)), encoding="utf-8")
    assert file.stat().st_size > LARGE
    return file


def test_the_window_goes_on_meanwhile(qtbot: QtBot, large: Path) -> None:
    beats = []
    timer = QTimer()
    timer.timeout.connect(lambda: beats.append(1))
    timer.start(10)
    opened = read_beside(large)
    timer.stop()
    assert sum(len(flow.blocks) for flow in opened.project.flows.values()) >= 2000
    assert len(beats) >= 3


def test_what_is_wrong_with_it_is_told(qtbot: QtBot, large: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.flow.yaml"
    broken.write_bytes(large.read_bytes() + b"\n- no: [")
    with pytest.raises(FileError):
        read_beside(broken)


def test_a_file_that_is_gone_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    with pytest.raises(FileError):
        read_beside(tmp_path / "gone.flow.yaml")
