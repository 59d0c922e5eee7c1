"""A box of choices that is narrower than what is chosen."""

import pytest
from PySide6.QtWidgets import QStyleOptionComboBox
from pytestqt.qtbot import QtBot

from flowdesigner.app.widgets.choice import Choice

LONG = "A customer comes from the advertisement for the spring"


@pytest.mark.parametrize(("width", "whole"), [(160, False), (700, True)])
def test_a_title_ends_in_dots_only_where_there_is_no_room(
    qtbot: QtBot, width: int, whole: bool
) -> None:
    box = Choice()
    qtbot.addWidget(box)
    box.offer([(0, LONG)])
    box.choose(0)
    box.resize(width, 32)
    box.show()
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    shown = box.elided(option)
    assert (shown == LONG) is whole
    assert whole or shown.endswith("…")
    assert box.fontMetrics().horizontalAdvance(shown) < width
