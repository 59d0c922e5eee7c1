"""Finding in the words of an author: look for this, go on, replace all, show only these."""

from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from flowdesigner.app.find.filter_bar import FilterBar
from flowdesigner.app.find.finding import Finding
from flowdesigner.app.find.history import HistoryPanel
from flowdesigner.app.find.lookup import Lookup
from flowdesigner.app.find.model import Heading, HitRow, HitsModel
from flowdesigner.app.find.panel import FindPanel
from flowdesigner.app.widgets.choice import Choice
from flowdesigner.edits.edit import Where
from flowdesigner.storage.project_file import open_file
from tests.app.drivers.window import WindowDriver

NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class FindingDriver:
    """Does with the keyboard what an author does to find things, and tells what is seen."""

    def __init__(self, window: WindowDriver, file: Path) -> None:
        self.window = window
        self.desk = window.desk
        assert self.desk.files.open_sample(file)
        window.settle()
        self.desk.canvas.setFocus()

    @classmethod
    def of_blocks(cls, window: WindowDriver, folder: Path, text: str) -> "FindingDriver":
        """With a project that is given as its file."""
        file = folder / "given.flow.yaml"
        file.write_text(text, "utf-8")
        open_file(file)  # it can be read
        return cls(window, file)

    @property
    def _finding(self) -> Finding:
        (found,) = [each for each in self.desk.panels.there() if isinstance(each, Finding)]
        return found

    # ------------------------------------------------------------------ keys

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press a key; what is in a menu by that key happens, as it does on a real screen."""
        self.window.press(key, modifiers)
        self.settle()

    def type(self, words: str) -> None:
        self.window.type(words)
        self.settle()

    def settle(self) -> None:
        if "find" in self.desk.panels:
            self.panel.finish()
        self.window.settle()

    @property
    def keyboard(self) -> QWidget | None:
        """What has the keyboard."""
        return QApplication.focusWidget()

    def select(self, flow: str, block: str) -> None:
        """Look at a block."""
        self.desk.focus.go_to(Where(flow, (block,)))
        self.settle()

    # ------------------------------------------------------------------ words

    @property
    def panel(self) -> FindPanel:
        return self.desk.panels.find

    def look_for(self, words: str) -> None:
        """Ctrl+F and the words."""
        self.press(Qt.Key.Key_F, CONTROL)
        self.type(words)

    def replace_by(self, words: str) -> None:
        """Ctrl+H, and down to the line below the words."""
        self.press(Qt.Key.Key_H, CONTROL)
        self.panel.by.setFocus()
        self.type(words)

    def click(self, name: str) -> None:
        """Press a button of the panel by how it begins."""
        buttons = [
            each for each in self.panel.findChildren(QPushButton) if each.text().startswith(name)
        ]
        QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
        self.settle()

    def tick(self, row: int) -> None:
        """Take the keyboard to a hit and press the space bar."""
        model = self._model
        index = model.index(model.at[row])
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.panel.list.selectionModel().setCurrentIndex(index, flag)
        self.panel.list.setFocus()
        self.press(Qt.Key.Key_Space)

    @property
    def _model(self) -> HitsModel:
        model = self.panel.list.model()
        assert isinstance(model, HitsModel)
        return model

    @property
    def rows(self) -> list[str]:
        """What is listed: headings, and hits with the words in brackets."""
        model, told = self._model, []
        for at in range(model.rowCount()):
            row = model.row(model.index(at))
            if isinstance(row, Heading):
                told.append(f"{'  ' * row.level}{row.title} {row.count}")
            elif isinstance(row, HitRow):
                told.append(f"    {row.field}: {row.before}[{row.words}]{row.after}")
        return told

    @property
    def heard(self) -> list[str]:
        """The hits as a screen reader tells them."""
        model = self._model
        role = Qt.ItemDataRole.AccessibleTextRole
        return [str(model.index(at).data(role)) for at in model.at]

    @property
    def count(self) -> str:
        return self.panel.count.text()

    def text(self, block: str, language: str, flow: str = "main") -> object:
        found = self.desk.document.project.block(flow, block)
        return getattr(found, "text", {}).get(language)

    # ------------------------------------------------------------------ lists

    @property
    def lookup(self) -> Lookup:
        return self._finding.lookup

    @property
    def titles(self) -> list[str]:
        return [each.title for each in self.lookup.entries]

    # ------------------------------------------------------------------ only some blocks

    @property
    def filter(self) -> FilterBar:
        return self._finding.filter

    def choose(self, box: str, words: str) -> None:
        """Choose in a box of the bar."""
        (found,) = [
            each for each in self.filter.findChildren(Choice) if each.accessibleName() == box
        ]
        found.setFocus()
        assert found.findText(words) >= 0, [found.itemText(at) for at in range(found.count())]
        found.setCurrentIndex(found.findText(words))
        found.activated.emit(found.currentIndex())
        self.settle()

    @property
    def dimmed(self) -> set[str]:
        return set(self.desk.canvas.stage.dimmed)

    # ------------------------------------------------------------------ history

    @property
    def history(self) -> HistoryPanel:
        return self.desk.panels.history

    @property
    def steps(self) -> list[str]:
        """The steps as a screen reader tells them."""
        model = self.history.list.model()
        role = Qt.ItemDataRole.AccessibleTextRole
        return [str(model.index(at, 0).data(role)) for at in range(model.rowCount())]
