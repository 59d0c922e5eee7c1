"""The hits for Qt's views: under each flow its blocks, under each block what was found in it."""

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from flowdesigner.app.focus import Focus
from flowdesigner.app.guarded import guarded
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


Row = Heading | HitRow


class _Head(Struct, frozen=True):
    """A heading that is put into words when it is seen."""

    root: Path
    count: int
    level: int


def key_of(hit: Hit) -> HitKey:
    """What a hit is known by while other words change."""
    return hit.written.whole_path, hit.start


class HitsModel(QAbstractListModel):
    """Rows of hits below headings; only hits can be chosen."""

    def __init__(self, focus: Focus, parent: QObject) -> None:
        super().__init__(parent)
        self._focus = focus
        self._project = Project()
        self._lines: tuple[_Head | Hit, ...] = ()
        self._rows: dict[int, Row] = {}
        self.at: tuple[int, ...] = ()
        """The rows of the hits, in order."""
        self.replacing = False
        self.by = ""
        """The words that come in the place of hits, when they are replaced."""
        self.left_out: set[HitKey] = set()
        """Hits that the author does not want to replace."""

    def show(self, project: Project, hits: tuple[Hit, ...]) -> None:
        """Take the hits anew; each is put into words when it is seen."""
        self.beginResetModel()
        self._project = project
        self._lines = tuple(_lines(project, hits))
        self._rows.clear()
        self.at = tuple(at for at, each in enumerate(self._lines) if isinstance(each, Hit))
        if self.left_out:
            self.left_out &= set(map(key_of, hits))
        self.endResetModel()

    def replace_by(self, replacing: bool, words: str) -> None:
        """Show what would become of the hits, or that nothing would."""
        self.replacing, self.by = replacing, words
        self._all_changed()

    def _all_changed(self) -> None:
        if self._lines:
            self.dataChanged.emit(self.index(0), self.index(len(self._lines) - 1))

    def row(self, index: Index) -> Row | None:
        """What stands in a row."""
        at = index.row()
        if not 0 <= at < len(self._lines):
            return None
        if at not in self._rows:
            self._rows[at] = self._worded(self._lines[at])
        return self._rows[at]

    def hit(self, index: Index) -> Hit | None:
        """The hit in a row."""
        line = self._lines[index.row()] if 0 <= index.row() < len(self._lines) else None
        return line if isinstance(line, Hit) else None

    def row_of(self, key: HitKey) -> int:
        """Where a hit stands, or -1."""
        lines = enumerate(self._lines)
        return next((at for at, hit in lines if isinstance(hit, Hit) and key_of(hit) == key), -1)

    def may_replace(self, hit: Hit) -> bool:
        """Whether a hit can be replaced."""
        return may_replace(hit, self.by)

    def is_wanted(self, hit: Hit) -> bool:
        """Whether a hit is replaced when all are."""
        return self.may_replace(hit) and not (self.left_out and key_of(hit) in self.left_out)

    def count_wanted(self) -> int:
        """How many of the listed hits are replaced when all are."""
        return sum(isinstance(hit, Hit) and self.is_wanted(hit) for hit in self._lines)

    def toggle(self, index: Index) -> None:
        """Leave a hit out, or take it in again."""
        hit = self.hit(index)
        if hit is not None and self.replacing and self.may_replace(hit):
            self.left_out ^= {key_of(hit)}
            self._all_changed()

    def _worded(self, line: _Head | Hit) -> Row:
        project, language = self._project, self._focus.language
        if isinstance(line, Hit):
            return _hit_row(project, line, language)
        if not line.level:
            sign = "workflow" if line.root[0] == "flows" else "settings"
            return Heading(room_of(project, line.root), line.count, sign)
        block = project.block(*map(str, line.root[1::2])) if _is_block(line.root) else None
        title = thing_at(project, line.root, language)
        if block is None:
            return Heading(title, line.count, level=1)
        return Heading(title, line.count, block.look.icon, block.look.group, level=1)

    @guarded(0)
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @guarded(Qt.ItemFlag.NoItemFlags)
    def flags(self, index: Index) -> Qt.ItemFlag:
        hit = self.hit(index)
        if hit is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        ticks = self.replacing and self.may_replace(hit)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if ticks else flags

    @guarded(None)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.CheckStateRole:
            hit = self.hit(index)
            if hit is None or not self.replacing or not self.may_replace(hit):
                return None
            return Qt.CheckState.Checked if self.is_wanted(hit) else Qt.CheckState.Unchecked
        if role not in (ROW, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = self.row(index)
        if role == ROW or row is None:
            return row
        if isinstance(row, Heading):
            return row.title
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.before}{row.words}{row.after}"
        return self._told(row, index.row())

    def _told(self, row: HitRow, at: int) -> str:
        """A hit for those who hear it."""
        said = f"{row.before}{row.words}{row.after}"
        number = translate(
            N_("{number} of {count}"), number=self.at.index(at) + 1, count=len(self.at)
        )
        parts = [said, row.field, row.thing, row.room, number]
        if self.replacing:
            after = f"{row.before}{self.by}{row.after}"
            parts.insert(1, after if self.may_replace(row.hit) else translate(KEPT))
        return ". ".join(filter(None, parts))


KEPT = N_("A name: it is changed by renaming the variable or the value")


def _lines(project: Project, hits: tuple[Hit, ...]) -> Iterator[_Head | Hit]:
    """Hits below what they are in; a flow's own words stand together with those of its notes."""
    things = Counter(hit.written.root for hit in hits)
    rooms: Counter[Path] = Counter()
    for thing, count in things.items():
        rooms[_room(thing)] += count
    root: Path = ()
    for hit in hits:
        before, root = root, hit.written.root
        if _room(root) != _room(before):
            yield _Head(root, rooms[_room(root)], 0)
        if root != before and (len(root) > 1 or root[0] == "flows"):
            yield _Head(root, things[root], 1)
        yield hit


def _room(root: Path) -> Path:
    return root[:2] if root[:1] == ("flows",) else root[:1]


def _is_block(root: Path) -> bool:
    return root[2:3] == ("blocks",)


def _hit_row(project: Project, hit: Hit, language: str) -> HitRow:
    written, text = hit.written, hit.written.text
    start = max(0, hit.start - BEFORE)
    after = text[hit.end : hit.end + AFTER] + ("…" if hit.end + AFTER < len(text) else "")
    return HitRow(
        hit=hit,
        field=field_of(written.label, written.path, project.languages),
        thing=thing_at(project, written.root, language),
        room=room_of(project, written.root),
        before=_line(("…" if start else "") + text[start : hit.start]),
        words=_line(text[hit.start : hit.end]),
        after=_line(after),
    )


def _line(text: str) -> str:
    """Words of several lines on one."""
    return text.replace("\r", "").replace("\n", " ")
