"""Icons of buttons and menus."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from flowdesigner.app.icons import icon


def test_an_icon_is_as_large_as_is_asked_for(qapp: QApplication) -> None:
    assert icon("plus", "#000000").pixmap(QSize(16, 16)).size() == QSize(16, 16)


@pytest.mark.parametrize("size", [QSize(0, 16), QSize(16, 0), QSize(0, 0)])
def test_without_room_nothing_is_painted_and_nothing_complained_of(
    qapp: QApplication, size: QSize
) -> None:
    assert icon("plus", "#000000").pixmap(size, QIcon.Mode.Disabled).isNull()
