"""The list of problems for Qt's views: headings, and what stands under those that are open."""

from collections import deque
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager

from msgspec import Struct
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from flowdesigner.app.focus import Focus
from flowdesigner.app.guarded import guarded
from flowdesigner.app.naming import block_name, flow_name
from flowdesigner.app.problems.wanted import IGNORED, Group, GroupKey
from flowdesigner.checks.rule import SEVERITY_LABELS, Issue, Severity
from flowdesigner.checks.rules import BY_NAME
from flowdesigner.edits.ignore import Ignored
from flowdesigner.model.project import Project
from flowdesigner.texts import N_, ntranslate, translate

ISSUE = Qt.ItemDataRole.UserRole
"""The issue of a row; nothing for others."""
PLACE = Qt.ItemDataRole.UserRole + 1
"""Where it is, in the author's words."""
LINE = Qt.ItemDataRole.UserRole + 2
"""Whatever stands in a row."""

PART = 200
"""So many rows are made at a time; a view looks at each of them, however many can be seen."""

MOST_RUNS = 60
"""When more rows come and go here and there, all between them do."""

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_SEVERITIES = {
    Severity.ERROR: N_("Errors"),
    Severity.WARNING: N_("Warnings"),
    Severity.HINT: N_("Hints"),
}


class Heading(Struct, frozen=True):
    """What problems stand under."""

    key: GroupKey
    count: int
    is_open: bool
    severity: Severity | None
    """The worst below it; nothing when they are ignored."""


Line = Heading | Issue | Ignored


class ProblemsModel(QAbstractListModel):
    """Problems under headings that can be closed. Rows change one by one, and keep their places."""

    def __init__(self, focus: Focus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._focus = focus
        self._project = Project()
        self._groups: tuple[Group, ...] = ()
        self._lines: list[Line] = []
        self._changing = False
        self._rows = 0
        """So many of them have rows; the others get some when the author scrolls to them."""
        self._closed: set[GroupKey] = {IGNORED}

    # ------------------------------------------------------------------ what is shown

    def follow(self, project: Project) -> None:
        """Call the places what they are called in the project as it is now.

        Whoever shows them paints again; told of a change, a view would lay every row out anew.
        """
        self._project = project

    def show(self, groups: Sequence[Group]) -> None:
        """Show these groups, touching only the rows that differ."""
        wanted, before = tuple(groups), self._groups
        keys, known = {each.key for each in wanted}, {each.key for each in before}
        stay = [each.key for each in before if each.key in keys]
        self._groups = wanted
        if stay == [each.key for each in wanted if each.key in known]:
            self._pass_over(before, wanted, keys)
            self._show_more(PART)
        else:
            self._reset(wanted)

    def _pass_over(
        self, before: Sequence[Group], wanted: Sequence[Group], keys: Collection[GroupKey]
    ) -> None:
        """Go down the rows; those that stay are in the same order before and after."""
        row, old = 0, deque(before)
        for group in wanted:
            while old and old[0].key not in keys:
                self._take_out(row, self._length(old.popleft()))
            if old and old[0].key == group.key:
                self._change(row, old.popleft(), group)
            else:
                self._put_in(row, self._lines_of(group))
            row += self._length(group)
        for gone in old:
            self._take_out(row, self._length(gone))

    def toggle(self, row: int) -> None:
        """Open or close the group of a heading."""
        line = self.line(row)
        group = next((each for each in self._groups if each.key == self._key(line)), None)
        if group is None or not isinstance(line, Heading):
            return
        if line.is_open:
            self._closed.add(group.key)
            self._take_out(row + 1, len(group.entries))
            self._show_more(PART)
        else:
            self._closed.discard(group.key)
            self._put_in(row + 1, list(group.entries))
            self._show_more(max(self._rows, min(row + PART, row + 1 + len(group.entries))))
        self._write(row, [self._heading(group)])

    def line(self, row: int) -> Line | None:
        """What stands in a row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def issue(self, row: int) -> Issue | None:
        """The issue of a row."""
        line = self.line(row)
        return line if isinstance(line, Issue) else None

    def next_issue(self, row: int) -> int:
        """The row of the issue after a row, from the top again; -1 when none is shown."""
        count = len(self._lines)
        after = (at % count for at in range(row + 1, row + 1 + count))
        return next((at for at in after if isinstance(self._lines[at], Issue)), -1)

    def heading_of(self, row: int) -> int:
        """The row of the heading above."""
        return next((at for at in range(row, -1, -1) if isinstance(self.line(at), Heading)), 0)

    def _key(self, line: Line | None) -> GroupKey | None:
        return line.key if isinstance(line, Heading) else None

    # ------------------------------------------------------------------ rows

    def _reset(self, groups: tuple[Group, ...]) -> None:
        self.beginResetModel()
        self._lines = [line for group in groups for line in self._lines_of(group)]
        self._rows = min(len(self._lines), PART)
        self.endResetModel()

    def _lines_of(self, group: Group) -> list[Line]:
        below = () if group.key in self._closed else group.entries
        return [self._heading(group), *below]

    def _length(self, group: Group) -> int:
        return 1 if group.key in self._closed else 1 + len(group.entries)

    def _heading(self, group: Group) -> Heading:
        severities = [each.severity for each in group.entries if isinstance(each, Issue)]
        worst = next((each for each in Severity if each in severities), None)
        return Heading(group.key, len(group.entries), group.key not in self._closed, worst)

    def _change(self, row: int, was: Group, group: Group) -> None:
        """Show a group as it is now: between what is alike at either end, rows come and go."""
        heading = self._heading(group)
        if self._lines[row] != heading:
            self._write(row, [heading])
        if group.key in self._closed:
            return
        old, new = was.entries, group.entries
        most = min(len(old), len(new))
        start = _alike(old, new, most)
        end = _alike(old[::-1], new[::-1], most - start)
        first, out, come = row + 1 + start, old[start : len(old) - end], new[start : len(new) - end]
        same = min(len(out), len(come))
        if same and [*map(_place, out[:same])] == [*map(_place, come[:same])]:
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

    def _put_in(self, row: int, lines: list[Line]) -> None:
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
        begin(_ROOT, row, row + count - 1)
        yield
        self._rows += count if coming else -count
        if coming:
            self.endInsertRows()
        else:
            self.endRemoveRows()
        self._changing = False

    def _write(self, row: int, lines: list[Line]) -> None:
        self._lines[row : row + len(lines)] = lines
        last = min(row + len(lines), self._rows) - 1
        if row <= last:
            self.dataChanged.emit(self.index(row), self.index(last))

    # ------------------------------------------------------------------ for the view

    @guarded(0)
    def rowCount(self, parent: Index = _ROOT) -> int:
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

    @guarded(None)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.line(index.row())
        if line is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self.words(line)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._said(line)
            case _ if role == LINE:
                return line
            case _ if role == ISSUE:
                return line if isinstance(line, Issue) else None
            case _ if role == PLACE:
                return "" if isinstance(line, Heading) else self._place_below(line)
            case _:
                return None

    def words(self, line: Line) -> str:
        """What a row says."""
        match line:
            case Heading(key):
                return self._title(key)
            case Issue():
                return str(line.message)
            case Ignored():
                return f"{rule_title(line.rule)}: {line.reason}"

    def _said(self, line: Line) -> str:
        """A row for those who hear it."""
        if isinstance(line, Heading):
            opened = translate(N_("open")) if line.is_open else translate(N_("closed"))
            count = ntranslate("{n} problem", "{n} problems", line.count)
            return f"{self._title(line.key)}. {count}, {opened}"
        sort = SEVERITY_LABELS[line.severity] if isinstance(line, Issue) else N_("Ignored")
        return f"{translate(sort)}. {self.words(line)} {self.place(line)}"

    def _title(self, key: GroupKey) -> str:
        match key:
            case ("severity", severity):
                return translate(_SEVERITIES[Severity(str(severity))])
            case ("rule", rule):
                return rule_title(str(rule))
            case ("ignored",):
                return translate(N_("Ignored"))
            case (_, None, *_block):
                return translate(N_("The project"))
            case (_, flow, str(block)):
                return self._named(str(flow), block)
            case _:
                return flow_name(self._project, str(key[1]))

    def place(self, line: Issue | Ignored) -> str:
        """Where a problem is, in the author's words."""
        if line.flow is None:
            return ""
        return self._named(line.flow, line.block)

    def _place_below(self, line: Issue | Ignored) -> str:
        """What of its place a heading does not say."""
        by = "" if isinstance(line, Ignored) else self._groups[0].key[0]
        if by == "block":
            return ""
        whole = self.place(line)
        return whole.rpartition("  ·  ")[0] if by == "flow" else whole

    def _named(self, flow: str, block_id: str | None) -> str:
        name = flow_name(self._project, flow)
        block = self._project.block(flow, block_id) if block_id else None
        if block is None:
            return name
        told = block_name(self._project, block, self._focus.language)
        return f"{told}  ·  {name}" if len(self._project.flows) > 1 else told


def rule_title(name: str) -> str:
    """What a check looks for; its name when this program does not know it."""
    rule = BY_NAME.get(name)
    return translate(rule.title) if rule else name


def _alike(old: Sequence[Line], new: Sequence[Line], most: int) -> int:
    """How many lines at the beginning are alike, of so many at most."""
    for at in range(most):
        if old[at] is not new[at] and old[at] != new[at]:
            return at
    return max(most, 0)


def _staying(old: Sequence[Line], new: Sequence[Line]) -> Collection[int]:
    """The lines that stand in both, in the same order; by what they are known in memory."""
    both = set(map(id, old)) & set(map(id, new))
    before = [id(line) for line in old if id(line) in both]
    same = before == [id(line) for line in new if id(line) in both]
    return both if same and len(_runs(new, both)) <= MOST_RUNS else ()


def _runs(lines: Sequence[Line], stay: Collection[int]) -> Sequence[tuple[int, int]]:
    """Where lines that do not stay begin, and how many there are in a row."""
    runs: list[tuple[int, int]] = []
    for at, line in enumerate(lines):
        if id(line) not in stay:
            if runs and sum(runs[-1]) == at:
                runs[-1] = (runs[-1][0], runs[-1][1] + 1)
            else:
                runs.append((at, 1))
    return runs


def _place(line: Issue | Ignored) -> tuple[object, ...]:
    """What makes a problem the same one in other words."""
    if isinstance(line, Issue):
        return line.rule, line.flow, line.block, line.field
    return line.rule, line.flow, line.block
