"""Touchpads, fingers on a screen, the middle button: the view moves as hands expect."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.app.canvas.test_gestures import BLOCKS, NOWHERE, PLACES
from tests.app.drivers.canvas import CanvasDriver, project_of

Middle = Qt.MouseButton.MiddleButton
NO_KEYS = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def author(qtbot: QtBot) -> Iterator[CanvasDriver]:
    driver = CanvasDriver(project_of(BLOCKS, PLACES))
    qtbot.addWidget(driver.canvas)
    yield driver
    driver.canvas.hide()


@pytest.fixture(scope="module")
def screen() -> QPointingDevice:
    """A screen that is touched."""
    return QTest.createTouchDevice()


def touch(author: CanvasDriver, screen: QPointingDevice, *spots: QPointF, kind: str) -> None:
    """Fingers come down, move or go up, all at once."""
    event = QTest.touchEvent(author.canvas.window().windowHandle(), screen, False)
    for id, spot in enumerate(spots):
        getattr(event, kind)(id, spot.toPoint(), author.canvas)
    event.commit()
    QApplication.processEvents()


def tap(author: CanvasDriver, screen: QPointingDevice, at: QPointF) -> None:
    touch(author, screen, at, kind="press")
    touch(author, screen, at, kind="release")


def slide(author: CanvasDriver, screen: QPointingDevice, start: QPointF, end: QPointF) -> None:
    touch(author, screen, start, kind="press")
    for part in (0.3, 0.7, 1.0):
        touch(author, screen, start + (end - start) * part, kind="move")
    touch(author, screen, end, kind="release")


def test_two_fingers_on_a_touchpad_move_the_view(author: CanvasDriver) -> None:
    before = author.on_screen((100, 100))
    spot = QPointF(300, 300)
    event = QWheelEvent(
        spot, author.canvas.mapToGlobal(spot), QPoint(-7, 13), QPoint(-14, 26),
        Qt.MouseButton.NoButton, NO_KEYS, Qt.ScrollPhase.ScrollUpdate, False,
    )  # fmt: skip
    QApplication.sendEvent(author.canvas, event)
    assert author.on_screen((100, 100)) - before == QPointF(-7, 13)


def test_a_pinch_on_a_touchpad_zooms_where_it_is(author: CanvasDriver) -> None:
    spot = QPointF(420, 260)
    held = author.canvas.stage.viewport.to_scene(spot.x(), spot.y())
    pad = QPointingDevice.primaryPointingDevice()
    for _ in range(4):
        event = QNativeGestureEvent(
            Qt.NativeGestureType.ZoomNativeGesture, pad, 2, spot, spot,
            author.canvas.mapToGlobal(spot), 0.09, QPointF(),
        )  # fmt: skip
        QApplication.sendEvent(author.canvas, event)
    view = author.canvas.stage.viewport
    assert view.level == 2
    assert view.to_scene(spot.x(), spot.y()) == pytest.approx(held, abs=1 / view.scale)


def test_the_middle_button_drags_the_view(author: CanvasDriver) -> None:
    before = author.on_screen((0, 0))
    start, end = QPointF(300, 300), QPointF(360, 250)
    for kind, spot in (
        (QEvent.Type.MouseButtonPress, start),
        (QEvent.Type.MouseMove, end),
        (QEvent.Type.MouseButtonRelease, end),
    ):
        at = author.canvas.mapToGlobal(spot)
        QApplication.sendEvent(author.canvas, QMouseEvent(kind, spot, at, Middle, Middle, NO_KEYS))
    assert author.on_screen((0, 0)) - before == end - start
    assert author.steps == 0


def test_space_drags_the_view_even_on_a_block(author: CanvasDriver) -> None:
    before = author.on_screen((0, 0))
    QTest.keyPress(author.canvas, Qt.Key.Key_Space)
    author.drag_block("hello", 0, 0, let_go=False)
    author.move((200.0, 300.0))
    author.release((200.0, 300.0))
    QTest.keyRelease(author.canvas, Qt.Key.Key_Space)
    assert author.on_screen((0, 0)) != before
    assert author.place("hello") == PLACES["hello"]
    author.drag_block("hello", 40, 0)
    assert author.place("hello") == (80, 40)


def test_a_finger_on_nothing_moves_the_view(author: CanvasDriver, screen: QPointingDevice) -> None:
    before = author.on_screen((0, 0))
    start = author.on_screen(NOWHERE)
    slide(author, screen, start, start + QPointF(-40, -60))
    assert author.on_screen((0, 0)) - before == QPointF(-40, -60)
    assert author.selected == set()


def test_a_finger_drags_a_block_and_a_tap_selects(
    author: CanvasDriver, screen: QPointingDevice
) -> None:
    tap(author, screen, author.on_screen(author.head_of("question")))
    assert author.selected == {"question"}
    start = author.on_screen(author.head_of("hello"))
    slide(author, screen, start, start + QPointF(48, 80))
    assert author.place("hello") == (88, 120)
    assert author.steps == 1
    tap(author, screen, author.on_screen(NOWHERE))
    assert author.selected == set()


def test_two_taps_are_a_double_click(
    author: CanvasDriver, screen: QPointingDevice, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(
        author.canvas, "mouseDoubleClickEvent", lambda _event: asked.append("twice")
    )
    spot = author.on_screen(author.head_of("thanks"))
    tap(author, screen, spot)
    assert asked == []
    tap(author, screen, spot)
    assert asked == ["twice"]


def test_two_fingers_pinch_and_move_the_view(author: CanvasDriver, screen: QPointingDevice) -> None:
    left, right = QPointF(300, 300), QPointF(400, 300)
    held = author.canvas.stage.viewport.to_scene(350, 300)
    touch(author, screen, left, right, kind="press")
    touch(author, screen, left + QPointF(-60, 40), right + QPointF(80, 40), kind="move")
    touch(author, screen, left + QPointF(-60, 40), right + QPointF(80, 40), kind="release")
    view = author.canvas.stage.viewport
    assert view.level == 5
    assert view.to_scene(360, 340) == pytest.approx(held, abs=1 / view.scale)
    assert author.selected == set()
    assert author.steps == 0


def test_a_second_finger_gives_up_what_the_first_began(
    author: CanvasDriver, screen: QPointingDevice
) -> None:
    first = author.on_screen(author.head_of("hello"))
    touch(author, screen, first, kind="press")
    touch(author, screen, first + QPointF(60, 60), kind="move")
    event = QTest.touchEvent(author.canvas.window().windowHandle(), screen, False)
    event.stationary(0)
    event.press(1, QPoint(600, 500), author.canvas)
    event.commit()
    touch(author, screen, first + QPointF(60, 60), QPointF(600, 500), kind="release")
    assert author.place("hello") == PLACES["hello"]
    assert author.steps == 0


def test_a_finger_that_rests_asks_for_the_menu(
    author: CanvasDriver, screen: QPointingDevice, qtbot: QtBot
) -> None:
    author.canvas._fingers._rest.setInterval(20)
    touch(author, screen, author.on_screen(author.head_of("hello")), kind="press")
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert author.selected == {"hello"}
    menu.close()
    touch(author, screen, author.on_screen(author.head_of("hello")), kind="release")
    assert author.steps == 0
