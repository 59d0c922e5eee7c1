"""The outline in the window: together with the canvas, the form and the history."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from flowdesigner.app.outline.panel import OutlinePanel
from tests.app.drivers.window import WindowDriver

NO_KEYS = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def outline(window: WindowDriver) -> OutlinePanel:
    """The outline of a new project, in front of the list of blocks."""
    window.choose("new")
    window.desk.window.docks["outline_panel"].raise_()
    window.settle()
    panel = window.desk.panels.outline
    assert panel.isVisible()
    panel.tree.setFocus()
    return panel


def has_keyboard(panel: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and (panel is focused or panel.isAncestorOf(focused))


def test_a_conversation_is_written_without_a_mouse(
    window: WindowDriver, outline: OutlinePanel
) -> None:
    window.press(Qt.Key.Key_Insert, NO_KEYS)
    window.type("message")
    window.press(Qt.Key.Key_Return, NO_KEYS)
    assert window.flow_blocks == ("message",)
    assert window.desk.focus.block == "message"
    window.press(Qt.Key.Key_Insert, NO_KEYS)
    window.type("end")
    window.press(Qt.Key.Key_Return, NO_KEYS)
    flow = window.desk.document.project.flows["main"]
    assert flow.blocks["message"].exits == {"next": "end"}
    assert set(flow.layout.blocks) == {"message", "end"}
    assert outline.model.words(outline.current()) == "End: done"
    for _ in range(3):  # over its two exits
        window.press(Qt.Key.Key_Up, NO_KEYS)
    assert outline.model.words(outline.current()) == "Message"
    assert window.desk.canvas.stage.focus.block == "message"
    window.press(Qt.Key.Key_Return, NO_KEYS)
    assert has_keyboard(window.desk.panels.inspector)
    window.press(Qt.Key.Key_Z, CONTROL)
    assert window.flow_blocks == ("message",)


def test_f6_goes_round_through_the_panels(window: WindowDriver, outline: OutlinePanel) -> None:
    window.desk.window.docks["preview_panel"].raise_()
    window.settle()
    outline.tree.setFocus()
    panels = {
        "outline": outline,
        "canvas": window.desk.canvas,
        "chat": window.desk.panels.preview,
        "problems": window.desk.panels.problems,
    }
    visited = []
    for action in (*["next_panel"] * 4, *["previous_panel"] * 2):
        visited += [name for name, panel in panels.items() if has_keyboard(panel)]
        window.choose(action)
    assert sorted(visited[:4]) == sorted(panels)
    assert visited[0] == visited[4] == "outline"
    assert visited[5] == visited[3]


def test_what_was_hidden_catches_up_when_it_is_shown(
    window: WindowDriver, outline: OutlinePanel
) -> None:
    window.desk.window.docks["palette_panel"].raise_()
    window.settle()
    new = window.add("message")
    assert not outline.model.index_of(new).isValid()
    window.desk.window.docks["outline_panel"].raise_()
    window.settle()
    assert outline.model.index_of(new).isValid()
    assert outline.current().block == new
