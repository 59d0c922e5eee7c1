"""Where the panels lie when the window is opened for the first time."""

from PySide6.QtCore import Qt

from flowdesigner.app.main_window import MainWindow
from flowdesigner.app.panels import Panels
from flowdesigner.app.preferences import Preferences
from flowdesigner.texts import N_

LEFT = Qt.DockWidgetArea.LeftDockWidgetArea
RIGHT = Qt.DockWidgetArea.RightDockWidgetArea
BOTTOM = Qt.DockWidgetArea.BottomDockWidgetArea


def dock_panels(window: MainWindow) -> None:
    """Make room for each panel: some on either side, the problems below; few are seen at first."""
    blocks = window.add_panel("palette_panel", N_("Blocks"), LEFT)
    outline = window.add_panel("outline_panel", N_("Outline"), LEFT)
    form = window.add_panel("inspector_panel", N_("Properties"), RIGHT)
    chat = window.add_panel("preview_panel", N_("Try it out"), RIGHT)
    problems = window.add_panel("problems_panel", N_("Problems"), BOTTOM)
    window.share_place(blocks, outline)
    window.share_place(form, chat)
    for beside, seldom in (
        (problems, window.add_panel("find_panel", N_("Find and replace"), BOTTOM)),
        (problems, window.add_panel("costs_panel", N_("What it costs"), BOTTOM)),
        (chat, window.add_panel("history_panel", N_("History"), RIGHT)),
    ):
        window.tabifyDockWidget(beside, seldom)
        seldom.hide()
    form.raise_()
    window.setCorner(Qt.Corner.BottomRightCorner, RIGHT)
    window.setCorner(Qt.Corner.BottomLeftCorner, LEFT)
    window.resize(1440, 900)
    window.resizeDocks([blocks, form], [240, 390], Qt.Orientation.Horizontal)
    window.resizeDocks([problems], [190], Qt.Orientation.Vertical)


def restore(window: MainWindow, preferences: Preferences) -> None:
    """Put the panels where they were when the window was closed last."""
    for name, put in (("geometry", window.restoreGeometry), ("panels", window.restoreState)):
        if not (state := preferences.bytes_of(name)).isEmpty():
            put(state)


def make_when_seen(window: MainWindow, panels: Panels) -> None:
    """Make the panels that are seldom wanted when they are first seen."""
    for name in ("find", "history", "costs"):
        window.docks[f"{name}_panel"].visibilityChanged.connect(
            lambda seen, name=name: seen and getattr(panels, name)
        )
