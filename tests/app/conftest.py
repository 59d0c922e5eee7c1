"""What tests of the window share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from flowdesigner.app.guarded import on_failure
from tests.app.drivers.window import WindowDriver


@pytest.fixture(autouse=True)
def no_failure() -> Iterator[None]:
    """A failure that the guard caught is a failure of the test."""
    failures: list[BaseException] = []
    stop = on_failure(failures.append)
    yield
    stop()
    if failures:
        raise failures[0]


@pytest.fixture(autouse=True)
def no_motion(monkeypatch: pytest.MonkeyPatch) -> None:
    """As for an author who asked the system for less motion: nothing has to be waited for."""
    monkeypatch.setattr("flowdesigner.app.canvas.arranging.wants_motion", lambda: False)


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path) -> Iterator[WindowDriver]:
    """The window, with nothing open."""
    driver = WindowDriver(qapp, tmp_path)
    yield driver
    driver.close()
