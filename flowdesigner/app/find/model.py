"""The hits for Qt's views: under each flow its blocks, under each block what was found in it."""

from collections import Counter

from msgspec import Struct
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from flowdesigner.app.focus import Focus
from flowdesigner.app.guarded import guarded
from flowdesigner.app.naming import language_name
from flowdesigner.app.place_names import field_of, room_of, thing_at
from flowdesigner.find.replace import may_replace
from flowdesigner.find.search import Hit
from flowdesigner.model.project import Project
from flowdesigner.model.walk import Path
from flowdesigner.texts import N_, translate

ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
HitKey = tuple[Path, int]
"""Where a hit begins."""
_ROOT = QModelIndex()
BEFORE, AFTER = 36, 120
"""So many letters are shown around a hit."""


class Heading(Struct, frozen=True):
    """A flow or a block in which something was found."""

    title: str
    count: int
    icon: str = ""
    group: str = ""
    """The room of the palette of a block; empty for what is no block."""
    level: int = 0


class HitRow(Struct, frozen=True):
    """A hit with the words around it."""

    hit: Hit
    field: str
    thing: str
    room: str
    before: str
    words: str
    after: str

    @property
    def key(self) -> HitKey:
        """What the hit is known by while other words change."""
        return self.hit.written.whole_path, self.hit.start


Row = Heading | HitRow


class HitsModel(QAbstractListModel):
    """Rows of hits below headings; only hits can be chosen."""

    def __init__(self, focus: Focus, parent: QObject) -> None:
        super().__init__(parent)
        self._focus = focus
        self._rows: tuple[Row, ...] = ()
        self.at: tuple[int, ...] = ()
        """The rows of the hits, in order."""
        self.replacing = False
        self.by = ""
        """The words that come in the place of hits, when they are replaced."""
        self.left_out: set[HitKey] = set()
        """Hits that the author does not want to replace."""

    def show(self, project: Project, hits: tuple[Hit, ...]) -> None:
        """Take the hits anew."""
        self.beginResetModel()
        self._rows = _rows(project, hits, self._focus.language)
        self.at = tuple(at for at, row in enumerate(self._rows) if isinstance(row, HitRow))
        self.left_out &= {row.key for row in self._rows if isinstance(row, HitRow)}
        self.endResetModel()

    def replace_by(self, replacing: bool, words: str) -> None:
        """Show what would become of the hits, or that nothing would."""
        self.replacing, self.by = replacing, words
        self._all_changed()

    def _all_changed(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def row(self, index: Index) -> Row | None:
        """What stands in a row."""
        at = index.row()
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def hit(self, index: Index) -> HitRow | None:
        """The hit in a row."""
        row = self.row(index)
        return row if isinstance(row, HitRow) else None

    def row_of(self, key: HitKey) -> int:
        """Where a hit stands, or -1."""
        hits = ((at, self._rows[at]) for at in self.at)
        return next((at for at, row in hits if isinstance(row, HitRow) and row.key == key), -1)

    def may_replace(self, row: HitRow) -> bool:
        """Whether a hit can be replaced."""
        return may_replace(row.hit, self.by)

    def is_wanted(self, row: HitRow) -> bool:
        """Whether a hit is replaced when all are."""
        return self.may_replace(row) and row.key not in self.left_out

    def toggle(self, index: Index) -> None:
        """Leave a hit out, or take it in again."""
        row = self.hit(index)
        if row is not None and self.replacing and self.may_replace(row):
            self.left_out ^= {row.key}
            self._all_changed()

    @guarded(0)
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @guarded(Qt.ItemFlag.NoItemFlags)
    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.hit(index)
        if row is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        ticks = self.replacing and self.may_replace(row)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if ticks else flags

    @guarded(None)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index)
        if role == ROW:
            return row
        if isinstance(row, Heading):
            return row.title if role == Qt.ItemDataRole.DisplayRole else None
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.before}{row.words}{row.after}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._told(row, index.row())
        if role == Qt.ItemDataRole.CheckStateRole and self.replacing and self.may_replace(row):
            return Qt.CheckState.Checked if self.is_wanted(row) else Qt.CheckState.Unchecked
        return None

    def _told(self, row: HitRow, at: int) -> str:
        """A hit for those who hear it."""
        said = f"{row.before}{row.words}{row.after}"
        number = translate(
            N_("{number} of {count}"), number=self.at.index(at) + 1, count=len(self.at)
        )
        parts = [said, row.field, row.thing, row.room, number]
        if self.replacing:
            after = f"{row.before}{self.by}{row.after}"
            parts.insert(1, after if self.may_replace(row) else translate(KEPT))
        return ". ".join(filter(None, parts))


KEPT = N_("A name: it is changed by renaming the variable or the value")


def _rows(project: Project, hits: tuple[Hit, ...], language: str) -> tuple[Row, ...]:
    several = len(project.languages) > 1
    rooms = Counter(room_of(project, hit.written.root) for hit in hits)
    things = Counter(hit.written.root for hit in hits)
    rows: list[Row] = []
    room: str | None = None
    root: Path | None = None
    for hit in hits:
        written = hit.written
        if written.root != root:
            root = written.root
            if (now := room_of(project, root)) != room:
                room = now
                rows.append(Heading(room, rooms[room], "workflow" if written.flow else "settings"))
            thing = thing_at(project, root, language)
            if thing:
                rows.append(_heading(project, thing, things[root], written.root))
        name = language_name(written.language) if written.language and several else ""
        rows.append(_hit_row(hit, field_of(written, name), thing, room or ""))
    return tuple(rows)


def _heading(project: Project, title: str, count: int, root: Path) -> Heading:
    block = project.block(str(root[1]), str(root[3])) if root[2:3] == ("blocks",) else None
    if block is None:
        return Heading(title, count, level=1)
    return Heading(title, count, block.look.icon, block.look.group, level=1)


def _hit_row(hit: Hit, field: str, thing: str, room: str) -> HitRow:
    text = hit.written.text
    start = max(0, hit.start - BEFORE)
    before = ("…" if start else "") + text[start : hit.start]
    after = text[hit.end : hit.end + AFTER] + ("…" if hit.end + AFTER < len(text) else "")
    words = text[hit.start : hit.end]
    return HitRow(hit, field, thing, room, _line(before), _line(words), _line(after))


def _line(text: str) -> str:
    """Words of several lines on one."""
    return text.replace("\r", "").replace("\n", " ")
