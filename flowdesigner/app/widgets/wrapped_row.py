"""Widgets beside one another that go on in the next line when there is no room left."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from flowdesigner.app.guarded import guarded


class WrappedRow(QLayout):
    """Lays widgets out as words are laid out in a paragraph."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8, line_gap: int = 2) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._line_gap = gap, line_gap
        self.setContentsMargins(0, 0, 0, 0)

    @guarded(None)
    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        self._items.append(item)

    @guarded(0)
    def count(self) -> int:
        return len(self._items)

    @guarded(None)
    def itemAt(self, at: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        return self._items[at] if 0 <= at < len(self._items) else None

    @guarded(None)
    def takeAt(self, at: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        return self._items.pop(at) if 0 <= at < len(self._items) else None

    @guarded(Qt.Orientation(0))
    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        return Qt.Orientation(0)

    @guarded(True)
    def hasHeightForWidth(self) -> bool:
        return True

    @guarded(0)
    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return self.minimumSize()

    @guarded(QSize())
    def minimumSize(self) -> QSize:
        sizes = [each.minimumSize() for each in self._seen()]
        widest = max((each.width() for each in sizes), default=0)
        return QSize(widest, max((each.height() for each in sizes), default=0))

    @guarded(None)
    def setGeometry(self, box: QRect) -> None:
        super().setGeometry(box)
        self._arrange(box, move=True)

    def _seen(self) -> list[QLayoutItem]:
        return [each for each in self._items if not each.isEmpty()]

    def _arrange(self, box: QRect, *, move: bool) -> int:
        """Put the widgets into lines; how high they are together."""
        at, height = box.topLeft(), 0
        for item in self._seen():
            size = item.sizeHint().boundedTo(QSize(box.width(), 10_000))
            if at.x() > box.left() and at.x() + size.width() > box.left() + box.width():
                at, height = QPoint(box.left(), at.y() + height + self._line_gap), 0
            if move:
                item.setGeometry(QRect(at, size))
            at = QPoint(at.x() + size.width() + self._gap, at.y())
            height = max(height, size.height())
        return at.y() + height - box.top()
