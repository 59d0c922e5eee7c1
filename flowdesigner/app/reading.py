"""Reading a large file beside the window, which goes on painting meanwhile."""

from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtWidgets import QApplication

from flowdesigner.storage.project_file import OpenFile, open_file

LARGE = 500_000
"""Bytes from which reading takes longer than a person takes for at once."""
_TURN = 0.02
"""Seconds between two looks at what the window has to do."""


def read_beside(path: Path) -> OpenFile:
    """The project in a file; what is pressed meanwhile waits. Raises a `FileError`."""
    try:
        large = path.stat().st_size >= LARGE
    except OSError:
        large = False  # whoever opens it says why it cannot be opened
    if not large:
        return open_file(path)
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        with ThreadPoolExecutor(1) as pool:
            reading = pool.submit(open_file, path)
            while not wait((reading,), timeout=_TURN).done:
                QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
            return reading.result()
    finally:
        QApplication.restoreOverrideCursor()
