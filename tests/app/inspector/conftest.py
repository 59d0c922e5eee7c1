"""What the tests of forms share."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from flowdesigner.model.project import Project
from tests.app.drivers.inspector import InspectorDriver


@pytest.fixture
def inspect(qapp: QApplication) -> Iterator[Callable[[Project], InspectorDriver]]:
    """Open the inspector on a project."""
    opened: list[InspectorDriver] = []

    def open_on(project: Project) -> InspectorDriver:
        opened.append(InspectorDriver(project))
        return opened[-1]

    yield open_on
    for each in opened:
        each.close()
