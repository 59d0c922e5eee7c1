"""The outline as the author sees it: lines that are opened, selected and typed on."""

from collections.abc import Container, Mapping

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from flowdesigner.app.guarded import guarded
from flowdesigner.app.outline.model import Line
from flowdesigner.app.outline.order import Way
from flowdesigner.app.outline.row import Row
from flowdesigner.app.outline.words import WordedModel
from flowdesigner.app.theme import SPACE

KEYS: Mapping[str, str] = {
    "Return": "go",
    "Enter": "go",
    "Del": "delete",
    "Backspace": "delete",
    "Ins": "add",
    "Ctrl+Return": "add",
    "Ctrl+L": "connect",
    "Alt+Up": "move_up",
    "Alt+Down": "move_down",
    "Menu": "menu",
    "Shift+F10": "menu",
}
"""By key what is asked for."""


FEW = 20
"""So many blocks that are not reached are shown at once."""


class OutlineTree(QTreeView):
    """A tree of lines; what a key means is told, not done."""

    asked = Signal(str)
    """What the author wants done with the current line, by its name in `KEYS`."""
    menu_asked = Signal(QPoint)
    """The author wants the menu of the current line, at a point of the screen."""

    def __init__(self, model: WordedModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines = model
        self._keys = {_combined(keys): name for keys, name in KEYS.items()}
        self.setModel(model)
        self.setItemDelegate(Row(self))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(SPACE * 2)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.expanded.connect(self._open_under)
        model.modelReset.connect(self.open_usual)
        model.rowsInserted.connect(self._inserted)
        self.doubleClicked.connect(lambda _index: self.asked.emit("go"))

    def open_usual(self) -> None:
        """Open what is worth reading under its block; headings stay closed."""
        self._open(QModelIndex(), 0, self._lines.rowCount() - 1)

    def paint_anew(self, blocks: Container[str]) -> None:
        """Paint those of the lines in sight that tell of some blocks, or lead to them."""
        index, bottom = self.indexAt(QPoint(0, 0)), self.viewport().height()
        while index.isValid() and (box := self.visualRect(index)).top() < bottom:
            line = self._lines.line(index)
            told = line.exit.target if line.exit else line.block
            if told in blocks or (line.stretch and line.stretch.ids[0] in blocks):
                self.viewport().update(0, box.top(), self.viewport().width(), box.height())
            index = self.indexBelow(index)

    def _open_under(self, index: QModelIndex) -> None:
        if self._lines.line(index).stretch:
            self._open(index, 0, self._lines.rowCount(index) - 1)

    def _inserted(self, parent: QModelIndex, first: int, last: int) -> None:
        line = self._lines.line(parent)
        if not line.block and (not parent.isValid() or self.isExpanded(parent)):
            self._open(parent, first, last)

    def _open(self, parent: QModelIndex, first: int, last: int) -> None:
        for row in range(first, last + 1):
            index = self._lines.index(row, 0, parent)
            stretch = self._lines.line(index).stretch
            few = stretch is not None and stretch.loose and len(stretch.ids) <= FEW
            if few or (stretch is None and self._branches(index)):
                self.setExpanded(index, True)

    def _branches(self, index: QModelIndex) -> bool:
        """Whether more can happen after a block than that the next line follows."""
        id = self._lines.line(index).block
        lines = (Line(block=id, exit=each) for each in self._lines.exits(id))
        ways = [way for line in lines if (way := self._lines.way(line)) is not Way.OPTIONAL]
        return len(ways) > 1 or any(way is not Way.ON for way in ways)

    # ---------------------------------------------------------------- keys and menus

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and _pressed(event) in self._keys
        ):
            event.accept()
            return True
        return super().event(event)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # What an editor on a line lets through is not meant for the line.
        name = self._keys.get(_pressed(event)) if self.hasFocus() else None
        if name == "menu":
            box = self.visualRect(self.currentIndex())
            self.menu_asked.emit(self.viewport().mapToGlobal(box.center()))
        elif name is not None:
            self.asked.emit(name)
        else:
            super().keyPressEvent(event)

    @guarded(None)
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_asked.emit(event.globalPos())


def _pressed(event: QKeyEvent) -> int:
    keys = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return int(keys.value | event.key())


def _combined(keys: str) -> int:
    return int(QKeySequence(keys)[0].toCombined())  # type: ignore[index]
