"""The panel of block types."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFont, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from flowdesigner.app.canvas.tools.drop import drag_of
from flowdesigner.app.guarded import guarded
from flowdesigner.app.icons import icon
from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.blocks import BLOCK_TYPES
from flowdesigner.model.block import Block
from flowdesigner.texts import N_, translate

GROUPS: Sequence[tuple[str, str]] = (
    ("say", N_("Say")),
    ("ask", N_("Ask")),
    ("decide", N_("Decide")),
    ("do", N_("Do")),
    ("finish", N_("Finish")),
)

_TYPE = Qt.ItemDataRole.UserRole


class _Tree(QTreeWidget):
    """The list; its rows can be dragged onto the canvas."""

    @guarded(None)
    def mimeData(self, items: Sequence[QTreeWidgetItem]) -> QMimeData | None:  # type: ignore[override]
        words = [str(item.data(0, _TYPE)) for item in items if item.data(0, _TYPE)]
        return drag_of(words[0]) if words else QMimeData()

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self.itemActivated.emit(item, 0)
            return
        super().keyPressEvent(event)


class PalettePanel(QWidget):
    """The types of block by rooms, with a search."""

    chosen = Signal(str)
    """The type word of a block that was clicked or entered."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rooms: list[tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = []
        self._search = QLineEdit()
        self._search.setClearButtonEnabled(True)
        self._tree = _Tree()
        self._tree.setHeaderHidden(True)
        self._tree.setIndentation(SPACE)
        self._tree.setRootIsDecorated(False)
        self._tree.setItemsExpandable(False)
        self._tree.setIconSize(QSize(18, 18))
        self._tree.setDragEnabled(True)
        self._tree.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self._tree.setFrameShape(QTreeWidget.Shape.NoFrame)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(self._search)
        layout.addWidget(self._tree)
        self._search.textChanged.connect(self.search)
        self._search.returnPressed.connect(self.choose_first)
        self._tree.itemClicked.connect(self._choose)
        self._tree.itemActivated.connect(self._choose)
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in use."""
        self._search.setPlaceholderText(translate(N_("Find a block")))
        self._search.setAccessibleName(translate(N_("Find a block")))
        self._tree.setAccessibleName(translate(N_("Blocks to add")))
        self._tree.clear()
        self._rooms.clear()
        for group, title in GROUPS:
            self._add_group(translate(title), [t for t in BLOCK_TYPES if t.look.group == group])
        self._tree.expandAll()
        self.search(self._search.text())

    def _add_group(self, title: str, types: Sequence[type[Block]]) -> None:
        heading = QTreeWidgetItem(self._tree, [title])
        heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
        heading.setForeground(0, QBrush(QColor(self._theme.muted)))
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.9)
        font.setWeight(QFont.Weight.DemiBold)
        heading.setFont(0, font)
        rows = []
        for each in types:
            row = QTreeWidgetItem(heading, [translate(each.look.title)])
            row.setIcon(0, icon(each.look.icon, self._theme.groups[each.look.group]))
            row.setData(0, _TYPE, each.model_fields["type"].default)
            row.setToolTip(0, translate(each.look.summary))
            row.setSizeHint(0, QSize(0, 30))
            rows.append(row)
        self._rooms.append((heading, rows))

    @property
    def current_type(self) -> str:
        """The type word of the row that the keyboard is on, if it is one of a block."""
        item = self._tree.currentItem()
        return str(item.data(0, _TYPE) or "") if item is not None else ""

    def search(self, words: str) -> None:
        """Show only the blocks with these words in their name or description."""
        wanted = words.strip().casefold()
        for heading, rows in self._rooms:
            for row in rows:
                row.setHidden(wanted not in f"{row.text(0)} {row.toolTip(0)}".casefold())
            heading.setHidden(all(row.isHidden() for row in rows))

    def choose_first(self) -> None:
        """Choose the first block that is shown."""
        for _heading, rows in self._rooms:
            for row in rows:
                if not row.isHidden():
                    self._choose(row)
                    return

    def _choose(self, row: QTreeWidgetItem, _column: int = 0) -> None:
        word = row.data(0, _TYPE)
        if word:
            self.chosen.emit(word)
