"""Going from panel to panel with a key."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QStackedWidget, QWidget


def walk(window: QMainWindow, by: int) -> None:
    """Put the keyboard into the panel after the one that has it, or before."""
    stops = list(_stops(window))
    if not stops:
        return
    focused = QApplication.focusWidget()
    here = [panel is focused or panel.isAncestorOf(focused or window) for panel, _ in stops]
    at = here.index(True) + by if True in here else 0
    stops[at % len(stops)][1].setFocus(Qt.FocusReason.ShortcutFocusReason)


def _stops(window: QMainWindow) -> Iterator[tuple[QWidget, QWidget]]:
    """The drawing, then the panels that can be seen, each with what takes the keyboard there."""
    docks = sorted(window.findChildren(QDockWidget), key=lambda dock: (dock.y(), dock.x()))
    seen = (dock for dock in docks if dock.isVisible() and not dock.visibleRegion().isEmpty())
    center = window.centralWidget()
    if isinstance(center, QStackedWidget):
        center = center.currentWidget()
    for panel in (center, *(dock.widget() for dock in seen)):
        if panel is not None and (target := _takes_keys(panel)) is not None:
            yield panel, target


def _takes_keys(panel: QWidget) -> QWidget | None:
    """What was last used in a panel, else the first that can be."""
    kept = panel.focusProxy() or panel.focusWidget()
    candidates = (*([kept] if kept else []), panel, *panel.findChildren(QWidget))
    return next(filter(_can_be_used, candidates), None)


def _can_be_used(widget: QWidget) -> bool:
    by_tab = Qt.FocusPolicy.TabFocus.value & widget.focusPolicy().value
    return bool(by_tab) and widget.isVisible() and widget.isEnabled()
