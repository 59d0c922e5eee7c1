"""The lines of the outline as Qt asks for them: made when they are seen, patched after an edit."""

from collections.abc import Sequence
from itertools import count

from msgspec import Struct
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex

from flowdesigner.app.guarded import guarded
from flowdesigner.app.outline.lines import ExitLine, exit_lines
from flowdesigner.app.outline.order import Order, Reader, targets_of
from flowdesigner.app.outline.stretches import LONGEST, Difference, Stretch, cut
from flowdesigner.model.block import Block, Outcomes
from flowdesigner.model.change import Change, EntryChange
from flowdesigner.model.flow import Flow
from flowdesigner.model.project import Project

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
MOST = 64
"""When more lines change places, all is shown anew, which is quicker then."""
EMPTY = Flow()


class Line(Struct, frozen=True):
    """What stands on a line: the heading of a stretch, a block, or an exit of it."""

    stretch: Stretch | None = None
    block: str = ""
    exit: ExitLine | None = None


class OutlineModel(QAbstractItemModel):
    """Stretches, their blocks, and the exits of those; a short flow has no headings but the last.

    Qt keeps of a line its row and the number of what it lies under: of a stretch, or of a block.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project, self.flow_id, self.language = Project(), "", ""
        self.order = Order({}, ())
        self._reader = Reader()
        self._stretches: list[Stretch] = []
        self._stretch_of: dict[str, Stretch] = {}
        self._bare: list[str] = []
        """The blocks that stand under no heading: those of a short flow."""
        self._headed: list[Stretch] = []
        self._heading_rows: dict[int, int] = {}
        self._exits: dict[str, tuple[ExitLine, ...]] = {}
        self._numbers: dict[str, int] = {}
        self._owners: dict[int, Stretch | str] = {}
        self._counter = count(1)

    @property
    def flow(self) -> Flow:
        """The flow that is shown."""
        return self.project.flows.get(self.flow_id, EMPTY)

    # ---------------------------------------------------------------- following the document

    def show(self, project: Project, flow_id: str, language: str) -> None:
        """Show a flow from its beginning, nothing of it opened."""
        flow = project.flows.get(flow_id, EMPTY)
        order = self._reader.read(flow, project.outcomes)
        self.beginResetModel()
        self.project, self.flow_id, self.language = project, flow_id, language
        self._cut(order)
        self.endResetModel()

    def follow(self, project: Project, change: Change) -> None:
        """Bring the lines up to date after an edit."""
        mine = [each for each in change if each.path[:2] == ("flows", self.flow_id)]
        if any(_reaches_all(each) for each in change):
            self.show(project, self.flow_id, self.language)
            return
        self.project = project
        if any(_leads_otherwise(each, project.outcomes) for each in mine):
            order = self._reader.read(self.flow, project.outcomes)
            if not self._reorder(order):
                self.beginResetModel()
                self._cut(order)
                self.endResetModel()
                return
        for id in self.blocks_in(change):
            self._follow_block(id)

    def blocks_in(self, change: Change) -> set[str]:
        """The blocks of the flow that an edit was about."""
        blocks = ("flows", self.flow_id, "blocks")
        return {each.path[3] for each in change if each.path[:3] == blocks and len(each.path) == 4}

    def _cut(self, order: Order) -> None:
        self.order = order
        self._exits, self._stretches, self._stretch_of = {}, [], {}
        self._numbers, self._owners = {}, {}
        for loose, ids in ((False, self.order.reached), (True, self.order.loose)):
            self._stretches += [
                Stretch(next(self._counter), part, loose=loose) for part in cut(ids)
            ]
        for stretch in self._stretches:
            self._owners[stretch.number] = stretch
            self._stretch_of |= dict.fromkeys(stretch.ids, stretch)
        told = [each for each in self._stretches if not each.loose]
        self._bare = told[0].ids if len(told) == 1 else []
        self._headed = self._stretches[1:] if self._bare else self._stretches
        self._heading_rows = {each.number: row for row, each in enumerate(self._headed)}

    def _reorder(self, order: Order) -> bool:
        """Move lines to where they belong now; not when too many do."""
        reached = Difference(self.order.reached, order.reached)
        loose = Difference(self.order.loose, order.loose)
        if len(reached) + len(loose) > MOST or not self._have_room(reached, loose):
            return False
        before, self.order = self.order, order
        for id in (*reached.gone, *loose.gone):
            self._take_out(id)
        self._put_in(before.reached, reached, loose=False)
        self._put_in(before.loose, loose, loose=True)
        return True

    def _have_room(self, reached: Difference[str], loose: Difference[str]) -> bool:
        """Whether the stretches can stay as they are cut: none runs empty or becomes very long."""
        for difference, is_loose in ((reached, False), (loose, True)):
            stretches = [each for each in self._stretches if each.loose is is_loose]
            if not stretches and difference.new:
                return False
            gone = [self._stretch_of[id] for id in difference.gone]
            if any(len(each.ids) <= gone.count(each) for each in {*gone}):
                return False
            if any(len(each.ids) + len(difference.new) > LONGEST for each in stretches):
                return False
        return True

    def _take_out(self, id: str) -> None:
        stretch = self._stretch_of[id]
        row = stretch.ids.index(id)
        self.beginRemoveRows(self._index_of(stretch), row, row)
        del stretch.ids[row], self._stretch_of[id]
        self._exits.pop(id, None)
        self._owners.pop(self._numbers.pop(id, 0), None)
        self.endRemoveRows()

    def _put_in(self, before: Sequence[str], difference: Difference[str], *, loose: bool) -> None:
        if not difference.new:
            return
        if difference.at:
            ahead = before[difference.at - 1]
            stretch = self._stretch_of[ahead]
            row = stretch.ids.index(ahead) + 1
        else:
            stretch = next(each for each in self._stretches if each.loose is loose)
            row = 0
        self.beginInsertRows(self._index_of(stretch), row, row + len(difference.new) - 1)
        stretch.ids[row:row] = difference.new
        self._stretch_of |= dict.fromkeys(difference.new, stretch)
        self.endInsertRows()

    def _follow_block(self, id: str) -> None:
        """Word a block anew, and its exits where they can be seen."""
        index = self.index_of(id)
        if not index.isValid():
            return
        known = self._exits.get(id)
        now = self._lines(id)
        if known is not None and [each.id for each in known] == [each.id for each in now]:
            self._exits[id] = now
            if now:
                self.dataChanged.emit(self.index(0, 0, index), self.index(len(now) - 1, 0, index))
        elif known is not None:
            self._replace_exits(id, index, known, now)
        self.dataChanged.emit(index, index)

    def _replace_exits(
        self, id: str, index: QModelIndex, known: Sequence[ExitLine], now: tuple[ExitLine, ...]
    ) -> None:
        difference = Difference([each.id for each in known], [each.id for each in now])
        at = difference.at
        if difference.gone:
            self.beginRemoveRows(index, at, at + len(difference.gone) - 1)
            self._exits[id] = (*known[:at], *known[at + len(difference.gone) :])
            self.endRemoveRows()
        if difference.new:
            self.beginInsertRows(index, at, at + len(difference.new) - 1)
            self._exits[id] = now
            self.endInsertRows()
        self._exits[id] = now

    # ---------------------------------------------------------------- what lies where

    def line(self, index: Index) -> Line:
        """What stands on a line."""
        if not index.isValid():
            return Line()
        owner = self._owners.get(index.internalId())
        row = index.row()
        if isinstance(owner, str):
            lines = self.exits(owner)
            return Line(block=owner, exit=lines[row] if row < len(lines) else None)
        ids = owner.ids if owner else self._bare
        if row < len(ids):
            return Line(block=ids[row])
        headed = self._headed
        at = row - len(self._bare)
        return Line(stretch=headed[at]) if owner is None and at < len(headed) else Line()

    def block(self, id: str) -> Block | None:
        """A block of the flow that is shown."""
        return self.flow.blocks.get(id)

    def index_of(self, id: str, exit: str = "") -> QModelIndex:
        """Where a block stands, or an exit of it."""
        stretch = self._stretch_of.get(id)
        if stretch is None:
            return ROOT
        # Views ask for this very often.
        number = 0 if stretch.ids is self._bare else stretch.number
        block = self.createIndex(stretch.ids.index(id), 0, number)
        if not exit:
            return block
        row = next((at for at, each in enumerate(self.exits(id)) if each.id == exit), -1)
        return self.index(row, 0, block) if row >= 0 else block

    def _index_of(self, stretch: Stretch) -> QModelIndex:
        row = self._heading_rows.get(stretch.number)
        return ROOT if row is None else self.createIndex(len(self._bare) + row, 0, 0)

    def _number(self, id: str) -> int:
        if id not in self._numbers:
            self._numbers[id] = next(self._counter)
            self._owners[self._numbers[id]] = id
        return self._numbers[id]

    def exits(self, id: str) -> tuple[ExitLine, ...]:
        """The exits of a block, made when they are first asked for."""
        if id not in self._exits:
            self._exits[id] = self._lines(id)
        return self._exits[id]

    def _lines(self, id: str) -> tuple[ExitLine, ...]:
        block = self.block(id)
        if block is None:
            return ()
        return exit_lines(block, self.project.facts, self.project.outcomes, self.language)

    # ---------------------------------------------------------------- what Qt asks

    @guarded(ROOT)
    def index(self, row: int, column: int, parent: Index = ROOT) -> QModelIndex:
        if column or not 0 <= row < self.rowCount(parent):
            return ROOT
        if not parent.isValid():
            return self.createIndex(row, 0, 0)
        line = self.line(parent)
        return self.createIndex(
            row, 0, line.stretch.number if line.stretch else self._number(line.block)
        )

    @guarded(ROOT)
    def parent(self, index: Index = ROOT) -> QModelIndex:  # type: ignore[override]
        owner = self._owners.get(index.internalId()) if index.isValid() else None
        if isinstance(owner, Stretch):
            return self._index_of(owner)
        return self.index_of(owner) if owner else ROOT

    @guarded(0)
    def rowCount(self, parent: Index = ROOT) -> int:
        if not parent.isValid():
            return len(self._bare) + len(self._headed)
        line = self.line(parent)
        if line.stretch:
            return len(line.stretch.ids)
        return 0 if line.exit or not line.block else len(self.exits(line.block))

    @guarded(1)
    def columnCount(self, parent: Index = ROOT) -> int:
        return 1


def _reaches_all(each: EntryChange) -> bool:
    """Whether lines of other blocks say something else now."""
    path = each.path
    return path[0] in ("languages", "variables", "settings") or (
        path[0] == "flows" and (len(path) == 2 or path[2] == "outcomes")
    )


def _leads_otherwise(each: EntryChange, outcomes: Outcomes) -> bool:
    """Whether the conversation may come to the blocks in another order."""
    if isinstance(each.before, Block) and isinstance(each.after, Block):
        return targets_of(each.before, outcomes) != targets_of(each.after, outcomes)
    return each.path[2] in ("first", "blocks")
