"""The list of problems, and the keys and clicks that it knows."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from flowdesigner.app.guarded import guarded
from flowdesigner.app.problems.model import Heading, ProblemsModel


class ProblemList(QListView):
    """Rows under headings; arrows to the left and right close and open them."""

    gone_to = Signal(int)
    """A row was clicked, or Enter was pressed on it."""
    menu_asked = Signal(QPoint)
    """The author wants to know what can be done; a point of the screen."""

    def __init__(self, model: ProblemsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_for_menu)
        self.clicked.connect(self._take)
        self.activated.connect(self._take)

    def choose(self, row: int) -> None:
        """Make a row the chosen one."""
        self.setCurrentIndex(self._model.row(row))

    def _take(self, index: QModelIndex) -> None:
        if isinstance(self._model.line(index.row()), Heading):
            self._model.toggle(index.row())
        else:
            self.gone_to.emit(index.row())

    def _ask_for_menu(self, at: QPoint) -> None:
        index = self.currentIndex()
        box = self.visualRect(index)
        point = at if box.contains(at) else box.bottomLeft()
        if index.isValid():
            self.menu_asked.emit(self.viewport().mapToGlobal(point))

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, key = self.currentIndex().row(), event.key()
        line = self._model.line(row)
        if key == Qt.Key.Key_Left and line is not None:
            if isinstance(line, Heading) and line.is_open:
                self._model.toggle(row)
            else:
                self.choose(self._model.heading_of(row))
        elif key == Qt.Key.Key_Right and isinstance(line, Heading) and not line.is_open:
            self._model.toggle(row)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and line is not None:
            self._take(self.currentIndex())
        else:
            super().keyPressEvent(event)
