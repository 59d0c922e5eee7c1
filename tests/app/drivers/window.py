"""The whole window in the words of an author."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from flowdesigner.app.main import make_workbench
from flowdesigner.app.preferences import Preferences
from flowdesigner.app.problems.model import ISSUE
from flowdesigner.app.workbench import Workbench
from flowdesigner.texts import set_language

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
)


class WindowDriver:
    """Opens the window, and does what an author does with menus, keys and panels."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self._app = app
        store = QSettings(str(folder / "preferences.ini"), QSettings.Format.IniFormat)
        self.preferences = Preferences(store)
        self.desk: Workbench = make_workbench(app, self.preferences)
        self.desk.show_start()
        self.desk.window.show()
        self.settle()

    def settle(self) -> None:
        """Let what follows an edit come to rest."""
        self._app.processEvents()
        self.desk.panels.complete()
        self.desk.panels.checks.finish()
        self._app.processEvents()

    def close(self) -> None:
        """Let go of the window."""
        self.desk.document.history.setClean()
        self.desk.window.close()
        self.desk.close()
        # Else every later window would dress this one, too, when it sets its style.
        self.desk.window.deleteLater()
        self.desk.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        set_language("en")

    # ------------------------------------------------------------------ doing

    def choose(self, action: str) -> None:
        """Choose an entry of a menu by its id."""
        entry = self.desk.window.actions_by_id[action]
        assert entry.isEnabled(), f"{action} cannot be chosen now"
        entry.trigger()
        self.settle()

    def press(self, keys: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        """Press a key wherever the keyboard is."""
        QTest.keyClick(self._app.focusWidget() or self.desk.window, keys, modifiers)
        self.settle()

    def type(self, words: str) -> None:
        """Type wherever the keyboard is."""
        QTest.keyClicks(self._app.focusWidget() or self.desk.window, words)
        self.settle()

    def add(self, type: str) -> str:
        """Choose a block in the palette; the id of the new block."""
        before = set(self.flow_blocks)
        self.desk.panels.palette.chosen.emit(type)
        self.settle()
        (new,) = set(self.flow_blocks) - before
        return new

    def write(self, field: str, words: str) -> None:
        """Type into a field of the form, found by its name for screen readers."""
        widget = self.field(field)
        widget.setFocus()
        QTest.keyClicks(widget, words)
        self.settle()

    # ------------------------------------------------------------------ seeing

    @property
    def flow_blocks(self) -> tuple[str, ...]:
        """The ids of the blocks of the flow that is shown."""
        return tuple(self.desk.document.project.flows[self.desk.focus.flow].blocks)

    @property
    def problems(self) -> list[str]:
        """The rules that found something, with the block."""
        return [f"{each.rule} {each.block}" for each in self.desk.panels.checks.issues]

    def problem_rows(self) -> list[QModelIndex]:
        """The lines of the list of problems about blocks, without headings."""
        view = self.desk.panels.problems.list
        rows = [view.model().index(row, 0) for row in range(view.model().rowCount())]
        return [index for index in rows if index.data(ISSUE) and index.data(ISSUE).block]

    def field(self, name: str) -> QWidget:
        """A field of the form by the beginning of its name."""
        for widget in self.desk.panels.inspector.findChildren(QWidget):
            typed = isinstance(widget, QLineEdit | QPlainTextEdit)
            if typed and widget.isVisible() and widget.accessibleName().startswith(name):
                return widget
        names = [
            w.accessibleName() for w in self.desk.panels.inspector.findChildren(QPlainTextEdit)
        ]
        raise AssertionError(f"no field {name!r} among {names}")

    def controls(self) -> Iterator[QWidget]:
        """Everything that can be worked with and is shown."""
        for widget in self.desk.window.findChildren(QWidget):
            if isinstance(widget, CONTROLS) and widget.isVisible() and not _is_qts_own(widget):
                yield widget

    def labels(self) -> Iterator[QLabel]:
        """Every label there is."""
        yield from self.desk.window.findChildren(QLabel)


def _is_qts_own(widget: QWidget) -> bool:
    """Parts inside a standard widget, which speaks for them."""
    name, parent = widget.objectName(), widget.parentWidget()
    if name.startswith("qt_"):
        return True
    return isinstance(parent, QComboBox | QAbstractSpinBox | QTabBar | QLineEdit)
