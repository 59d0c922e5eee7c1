"""Rows of a list that come and go one by one, and of which only some exist at first."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex

from flowdesigner.app.guarded import guarded

PART = 200
"""So many rows are made at a time; a view looks at each of them, however many can be seen."""

MOST_RUNS = 60
"""When more rows come and go here and there, all between them do."""

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class Rows(QAbstractListModel):
    """Lines of which the first have rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[object] = []
        self._changing = False
        self._rows = 0
        """So many lines have rows; the others get some when the author scrolls to them."""

    def _same_thing(self, line: object) -> tuple[object, ...]:
        """What makes a line the same one in other words."""
        raise NotImplementedError

    def _begin_anew(self, lines: Sequence[object]) -> None:
        """Show other lines, whatever was there."""
        self.beginResetModel()
        self._lines = list(lines)
        self._rows = min(len(self._lines), PART)
        self.endResetModel()

    def _replace(self, row: int, old: Sequence[object], new: Sequence[object]) -> None:
        """Let other lines stand from a row on: between what is alike at either end, they change."""
        most = min(len(old), len(new))
        start = _alike(old, new, most)
        end = _alike(old[::-1], new[::-1], most - start)
        first, out, come = row + start, old[start : len(old) - end], new[start : len(new) - end]
        same = min(len(out), len(come))
        if same and [*map(self._same_thing, out[:same])] == [*map(self._same_thing, come[:same])]:
            self._write(first, list(come[:same]))
            first, out, come = first + same, out[same:], come[same:]
        stay = _staying(out, come)
        for at, count in reversed(_runs(out, stay)):
            self._take_out(first + at, count)
        for at, count in _runs(come, stay):
            self._put_in(first + at, list(come[at : at + count]))

    def _take_out(self, row: int, count: int) -> None:
        """Lines go; those that have rows give them back."""
        with self._rows_change(row, min(row + count, self._rows) - row, coming=False):
            del self._lines[row : row + count]

    def _put_in(self, row: int, lines: Sequence[object]) -> None:
        """Lines come; few have rows at once, many get them when they are asked for."""
        if len(lines) > PART:
            self._show_less(row)
        with self._rows_change(row, len(lines) if row < self._rows else 0, coming=True):
            self._lines[row:row] = lines

    def _show_less(self, rows: int) -> None:
        """Let only so many lines have rows."""
        with self._rows_change(rows, self._rows - rows, coming=False):
            pass

    def _show_more(self, rows: int) -> None:
        """Let at least so many lines have rows."""
        with self._rows_change(self._rows, min(rows, len(self._lines)) - self._rows, coming=True):
            pass

    @contextmanager
    def _rows_change(self, row: int, count: int, *, coming: bool) -> Iterator[None]:
        """Tell the views before and after rows come or go, if any do."""
        if count <= 0:
            yield
            return
        begin = self.beginInsertRows if coming else self.beginRemoveRows
        self._changing = True
        begin(ROOT, row, row + count - 1)
        yield
        self._rows += count if coming else -count
        if coming:
            self.endInsertRows()
        else:
            self.endRemoveRows()
        self._changing = False

    def _write(self, row: int, lines: Sequence[object]) -> None:
        self._lines[row : row + len(lines)] = lines
        last = min(row + len(lines), self._rows) - 1
        if row <= last:
            self.dataChanged.emit(self.index(row), self.index(last))

    @guarded(0)
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else self._rows

    @guarded(False)
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self._changing and self._rows < len(self._lines)

    @guarded(None)
    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._show_more(self._rows + PART)

    def row(self, at: int) -> QModelIndex:
        """The row of a line; it has one then."""
        self._show_more(at + 1)
        return self.index(at)


def _alike(old: Sequence[object], new: Sequence[object], most: int) -> int:
    """How many lines at the beginning are alike, of so many at most."""
    for at in range(most):
        if old[at] is not new[at] and old[at] != new[at]:
            return at
    return max(most, 0)


def _staying(old: Sequence[object], new: Sequence[object]) -> Collection[int]:
    """The lines that stand in both, in the same order; by what they are known in memory."""
    both = set(map(id, old)) & set(map(id, new))
    before = [id(line) for line in old if id(line) in both]
    same = before == [id(line) for line in new if id(line) in both]
    return both if same and len(_runs(new, both)) <= MOST_RUNS else ()


def _runs(lines: Sequence[object], stay: Collection[int]) -> Sequence[tuple[int, int]]:
    """Where lines that do not stay begin, and how many there are in a row."""
    runs: list[tuple[int, int]] = []
    for at, line in enumerate(lines):
        if id(line) not in stay:
            if runs and sum(runs[-1]) == at:
                runs[-1] = (runs[-1][0], runs[-1][1] + 1)
            else:
                runs.append((at, 1))
    return runs
