"""The window: canvas in the middle, panels around it, menus and toolbar made from data."""

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QDockWidget,
    QLabel,
    QMainWindow,
    QMenu,
    QTabBar,
    QTabWidget,
    QToolBar,
    QWidget,
)

from flowdesigner.app.actions import MENUS, PANELS, RECENT, SEPARATOR, TOOLBAR, Action
from flowdesigner.app.guarded import guarded
from flowdesigner.app.icons import icon
from flowdesigner.app.panel_walk import walk
from flowdesigner.app.theme import Theme
from flowdesigner.app.widgets.panel_title import PanelTitle
from flowdesigner.texts import N_, translate

Area = Qt.DockWidgetArea


class MainWindow(QMainWindow):
    """A frame: it knows menus, panels and the status bar, and nothing of projects."""

    painted = Signal()
    """The window was seen for the first time."""

    def __init__(self, theme: Theme, may_close: Callable[[], bool]) -> None:
        super().__init__()
        self._theme = theme
        self._may_close = may_close
        self._seen = False
        self._calls: dict[str, Callable[[], object]] = {}
        self.actions_by_id: dict[str, QAction] = {}
        self._menus: dict[str, QMenu] = {}
        self.docks: dict[str, QDockWidget] = {}
        self._dock_titles: dict[str, str] = {}
        self._panel_actions: dict[str, QAction] = {}
        self.recent_menu = QMenu(self)
        self.setDockNestingEnabled(True)
        self.setDocumentMode(True)
        for side in (Area.LeftDockWidgetArea, Area.RightDockWidgetArea):
            self.setTabPosition(side, QTabWidget.TabPosition.North)
        self._toolbar = QToolBar(self)
        self._toolbar.setObjectName("toolbar")
        self._toolbar.setMovable(False)
        self._toolbar.setIconSize(QSize(18, 18))
        self._toolbar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._toolbar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.addToolBar(self._toolbar)
        self._make_actions()

    # ---------------------------------------------------------------- building

    def add_panel(self, id: str, title: str, area: Area) -> QDockWidget:
        """Make room for a panel at a side; its title is an English key."""
        dock = QDockWidget(translate(title), self)
        dock.setObjectName(id)
        dock.setWidget(QWidget(dock))
        dock.setFeatures(
            QDockWidget.DockWidgetFeature.DockWidgetClosable
            | QDockWidget.DockWidgetFeature.DockWidgetMovable
        )
        dock.setTitleBarWidget(PanelTitle(dock, self._theme))
        self.addDockWidget(area, dock)
        self.docks[id] = dock
        self._dock_titles[id] = title
        return dock

    @property
    def panel_titles(self) -> Mapping[str, str]:
        """The panels by id; what each is called, as an English key."""
        return self._dock_titles

    def share_place(self, *docks: QDockWidget) -> None:
        """Lay panels over each other, with tabs above instead of titles; the first one on top."""
        for dock in docks:
            own = dock.titleBarWidget()
            dock.setTitleBarWidget(QWidget(dock))
            own.deleteLater()
        for dock in docks[1:]:
            self.tabifyDockWidget(docks[0], dock)
        docks[0].raise_()

    def add_to_status_bar(self, label: QLabel, *, right: bool = False) -> None:
        """Keep a line at the lower edge."""
        if right:
            self.statusBar().addPermanentWidget(label)
        else:
            self.statusBar().addWidget(label)

    def connect_actions(self, calls: Mapping[str, Callable[[], object]]) -> None:
        """Say what the entries do, by their ids, and build the menus."""
        walks = {"next_panel": lambda: walk(self, 1), "previous_panel": lambda: walk(self, -1)}
        self._calls.update({**calls, **walks})
        self._build_menus()
        self.retranslate()

    def _make_actions(self) -> None:
        for declared in _declared():
            action = QAction(self)
            action.setObjectName(declared.id)
            action.setCheckable(declared.checkable)
            if declared.shortcut:
                keys = [QKeySequence(declared.shortcut)]
                if declared.id == "redo":
                    keys.append(QKeySequence("Ctrl+Y"))
                if declared.id == "zoom_in":
                    keys.append(QKeySequence("Ctrl+="))
                action.setShortcuts(keys)
            action.triggered.connect(lambda _=False, id=declared.id: self._call(id))
            self.actions_by_id[declared.id] = action

    def _call(self, id: str) -> None:
        if id in self._calls:
            self._calls[id]()

    def _build_menus(self) -> None:
        for title, entries in MENUS:
            menu = QMenu(self)
            self._menus[title] = menu
            self.menuBar().addMenu(menu)
            for entry in entries:
                self._add_entry(menu, entry)
        for id in TOOLBAR:
            if id:
                self._toolbar.addAction(self.actions_by_id[id])
            else:
                self._toolbar.addSeparator()

    def _add_entry(self, menu: QMenu, entry: Action) -> None:
        if entry is SEPARATOR:
            menu.addSeparator()
        elif entry is RECENT:
            menu.addMenu(self.recent_menu)
        elif entry is PANELS:
            menu.addActions([self._panel_action(dock) for dock in self.docks.values()])
            menu.aboutToShow.connect(self._tick_panels)
        else:
            menu.addAction(self.actions_by_id[entry.id])

    def _panel_action(self, dock: QDockWidget) -> QAction:
        action = QAction(self)
        action.setCheckable(True)
        action.triggered.connect(lambda _=False, dock=dock: self.toggle_panel(dock))
        self._panel_actions[dock.objectName()] = action
        return action

    def toggle_panel(self, dock: QDockWidget) -> None:
        """Hide a panel that is seen; show one that is hidden or lies under another."""
        if _is_seen(dock):
            dock.hide()
        else:
            dock.show()
            dock.raise_()

    def _tick_panels(self) -> None:
        for id, action in self._panel_actions.items():
            action.setChecked(_is_seen(self.docks[id]))

    # ---------------------------------------------------------------- showing

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        for title in self._titles():
            title.set_theme(theme)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in use."""
        for declared in _declared():
            action = self.actions_by_id[declared.id]
            title = declared.title if declared.as_is else translate(declared.title)
            hint = f"\t{QKeySequence(declared.canvas_key).toString(_NATIVE)}"
            action.setText(title + (hint if declared.canvas_key else ""))
            plain = title.replace("&", "").rstrip("…")
            action.setIconText(plain)
            tip = translate(declared.tip) if declared.tip else plain
            keys = action.shortcut().toString(_NATIVE) or declared.canvas_key
            action.setToolTip(f"{tip}  ({keys})" if keys else tip)
            if declared.icon:
                action.setIcon(icon(declared.icon, self._theme.text))
        for title, menu in self._menus.items():
            menu.setTitle(translate(title))
        self.recent_menu.setTitle(translate(RECENT.title))
        self._name_panels()
        for bar in self.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly):
            bar.setAccessibleName(translate(N_("Panels")))
        for id in ("zoom_in", "zoom_out", "fit", "undo", "redo"):
            button = self._toolbar.widgetForAction(self.actions_by_id[id])
            if button is not None:
                button.setProperty("toolButtonStyle", Qt.ToolButtonStyle.ToolButtonIconOnly.value)
                button.setAccessibleName(self.actions_by_id[id].iconText())

    def _name_panels(self) -> None:
        for id, words in self._dock_titles.items():
            self.docks[id].setWindowTitle(translate(words))
            if id in self._panel_actions:
                self._panel_actions[id].setText(translate(words))
        for title in self._titles():
            title.retranslate()

    def _titles(self) -> Iterator[PanelTitle]:
        bars = (dock.titleBarWidget() for dock in self.docks.values())
        return (bar for bar in bars if isinstance(bar, PanelTitle))

    def enable(self, needs: Mapping[str, bool]) -> None:
        """Offer what is possible now, by what the entries need."""
        for declared in _declared():
            if declared.need is not None:
                self.actions_by_id[declared.id].setEnabled(needs.get(declared.need, True))

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self.painted.emit)

    @guarded(None)
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close():
            for beside in self.findChildren(QDialog):
                beside.close()  # else it would stay alone, and the program with it
            event.accept()
        else:
            event.ignore()


def _is_seen(dock: QDockWidget) -> bool:
    """Whether a panel is shown, and no other one lies over it."""
    return dock.isVisible() and not dock.visibleRegion().isEmpty()


_NATIVE = QKeySequence.SequenceFormat.NativeText


def _declared() -> Iterator[Action]:
    for _title, entries in MENUS:
        yield from (entry for entry in entries if entry.id and entry not in (RECENT, PANELS))
