"""The list of problems for Qt's views: headings, and what stands under those that are open."""

from collections import deque
from collections.abc import Collection, Sequence
from typing import cast

from msgspec import Struct
from PySide6.QtCore import QObject, Qt

from flowdesigner.app.focus import Focus
from flowdesigner.app.guarded import guarded
from flowdesigner.app.naming import block_name, flow_name
from flowdesigner.app.problems.rows import PART, Index, Rows
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


class ProblemsModel(Rows):
    """Problems under headings that can be closed. Rows change one by one, and keep their places."""

    def __init__(self, focus: Focus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._focus = focus
        self._project = Project()
        self._groups: tuple[Group, ...] = ()
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
            self._begin_anew([line for group in wanted for line in self._lines_of(group)])

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
        return cast("Line | None", self._lines[row]) if 0 <= row < len(self._lines) else None

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
        self._replace(row + 1, was.entries, group.entries)

    def _same_thing(self, line: object) -> tuple[object, ...]:
        """What makes a problem the same one in other words."""
        match line:
            case Issue(rule=rule, flow=flow, block=block, field=field):
                return rule, flow, block, field
            case Ignored(rule=rule, flow=flow, block=block):
                return rule, flow, block
            case _:
                return (line,)

    # ------------------------------------------------------------------ for the view

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
