"""Pictures of a little more than is seen: which will do, and how many there is room for."""

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QPixmap
from pytestqt.qtbot import QtBot

from flowdesigner.app.canvas.stills import MARGIN, MOST, Stills
from flowdesigner.app.canvas.viewport import Viewport

VIEW = Viewport(level=0, left=1000, top=400, width=800, height=600)


def kept(stills: Stills, view: Viewport) -> None:
    wanted = stills.wanted(view)
    assert wanted is not None
    size = round(wanted.width * wanted.ratio), round(wanted.height * wanted.ratio)
    stills.keep(wanted, QPixmap(*size))


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
def test_one_will_do_for_what_lies_within_it(qtbot: QtBot, ratio: float) -> None:
    stills, view = Stills(), replace(VIEW, ratio=ratio)
    kept(stills, view)
    beyond = round(round(MARGIN / ratio) * ratio)
    found = stills.at(view)
    assert found is not None
    assert found[1:] == (-beyond, -beyond)
    moved = replace(view, left=view.left + beyond - 2)
    assert stills.at(moved) is not None
    assert stills.at(replace(view, left=view.left + beyond + 2)) is None
    assert stills.wanted(moved) is None


def test_other_zooms_and_screens_have_their_own(qtbot: QtBot) -> None:
    stills = Stills()
    kept(stills, VIEW)
    assert stills.at(replace(VIEW, level=-1)) is None
    assert stills.at(replace(VIEW, ratio=2.0)) is None


def test_the_oldest_goes_when_there_are_too_many(qtbot: QtBot) -> None:
    stills = Stills()
    for level in range(MOST + 1):
        kept(stills, replace(VIEW, level=-level))
    assert stills.at(VIEW) is None
    assert stills.at(replace(VIEW, level=-MOST)) is not None


def test_a_very_large_screen_has_none(qtbot: QtBot) -> None:
    assert Stills().wanted(replace(VIEW, width=7680, height=4320)) is None
    assert Stills().wanted(replace(VIEW, width=3840, height=2160)) is not None


def test_large_ones_share_the_room(qtbot: QtBot) -> None:
    stills, large = Stills(), replace(VIEW, width=3840, height=2160)
    kept(stills, large)
    kept(stills, replace(large, level=-1))
    kept(stills, replace(large, level=-2))
    held = [level for level in range(3) if stills.at(replace(large, level=-level))]
    assert held == [1, 2]
