"""The messages of a forecast as a table for Qt's views: the dearest first."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from flowdesigner.app.guarded import guarded
from flowdesigner.app.naming import block_name
from flowdesigner.channels import BY_ID
from flowdesigner.costs import words
from flowdesigner.costs.bill import Line
from flowdesigner.costs.forecast import Forecast
from flowdesigner.texts import N_, translate

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
HEADS = (N_("Block"), N_("Channel"), N_("Messages"), N_("Price"), N_("Cost"))
_RIGHT = (2, 3, 4)
"""The columns with numbers."""


class CostTable(QAbstractTableModel):
    """A row for the messages of a block that cost the same."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._found: Forecast | None = None
        self._language = ""

    def show(self, found: Forecast | None, language: str) -> None:
        """Take a forecast; blocks are called by their words in a language."""
        self.beginResetModel()
        self._found, self._language = found, language
        self.endResetModel()

    def line(self, row: int) -> Line | None:
        """The messages of a row."""
        lines = self._found.lines if self._found else ()
        return lines[row] if 0 <= row < len(lines) else None

    @guarded(0)
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() or self._found is None else len(self._found.lines)

    @guarded(0)
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(HEADS)

    @guarded(None)
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return translate(HEADS[section])
        return _side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    @guarded(None)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line, found = self.line(index.row()), self._found
        if line is None or found is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._cells[index.column()](line, found)
        if role == Qt.ItemDataRole.ToolTipRole and line.rate is not None:
            return line.rate.source
        return _side(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None

    @property
    def _cells(self) -> Mapping[int, Callable[[Line, Forecast], str]]:
        return {
            0: self._block,
            1: _channel,
            2: lambda line, found: words.number(line.parts * found.contacts),
            3: _price,
            4: lambda line, found: words.cost(line, found.contacts),
        }

    def _block(self, line: Line, found: Forecast) -> str:
        block = found.project.block(line.flow, line.block)
        return block_name(found.project, block, self._language) if block else line.block


def _channel(line: Line, found: Forecast) -> str:
    title = BY_ID[line.channel].title if line.channel in BY_ID else line.channel
    kind = words.category(line)
    return f"{title}, {kind}" if kind else title


def _price(line: Line, found: Forecast) -> str:
    return words.price(line.rate.price, line.rate.currency) if line.rate else ""


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in _RIGHT else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
