"""The outline in words and colours."""

from html import escape

from PySide6.QtCore import Qt, Signal

from flowdesigner.app.guarded import guarded
from flowdesigner.app.outline.lines import ExitLine, block_words, told
from flowdesigner.app.outline.model import Index, Line, OutlineModel
from flowdesigner.app.outline.order import Way
from flowdesigner.app.outline.stretches import Stretch
from flowdesigner.app.theme import LIGHT, Theme
from flowdesigner.model.place import value_at
from flowdesigner.texts import N_, ntranslate, translate

Role = Qt.ItemDataRole
Flag = Qt.ItemFlag
USUAL = Flag.ItemIsEnabled | Flag.ItemIsSelectable
LEAF = USUAL | Flag.ItemNeverHasChildren
NAMED = USUAL | Flag.ItemIsEditable
REWORDED = LEAF | Flag.ItemIsEditable
MOST_SAID = 2000


class WordedModel(OutlineModel):
    """Says what stands on a line, and lets the words of it be edited there."""

    renamed = Signal(object, str)
    """A `Line` whose words the author wrote anew."""

    theme: Theme = LIGHT

    @guarded(None)
    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if role == Role.DisplayRole:
            return self.words(self.line(index))
        if role == Role.EditRole:
            return self.editable(self.line(index))
        if role == Role.ToolTipRole:
            return escape(self._whole(self.line(index))).replace("\n", "<br>")  # never markup
        return None

    @guarded(None)
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        return translate(N_("Conversation")) if role == Role.DisplayRole else None

    @guarded(Flag.NoItemFlags)
    def flags(self, index: Index) -> Qt.ItemFlag:
        line = self.line(index)
        if line.exit:
            return REWORDED if line.exit.own_words else LEAF
        if line.block:
            return NAMED
        return USUAL if line.stretch else Flag.NoItemFlags

    @guarded(False)
    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        line = self.line(index)
        if role != Role.EditRole or str(value) == self.editable(line):
            return False
        self.renamed.emit(line, str(value).strip())
        return True

    def words(self, line: Line) -> str:
        """A line in words."""
        if line.stretch:
            return self._heading(line.stretch)
        return self._told(line.block, line.exit) if line.exit else self.name(line.block)

    def name(self, id: str) -> str:
        """A block in words."""
        name, words = self.parts(id)
        return f"{name}: {words}" if words else name

    def parts(self, id: str) -> tuple[str, str]:
        """The name of a block, and the first words it says."""
        block = self.block(id)
        return block_words(block, self.project.facts, self.language) if block else ("", "")

    def editable(self, line: Line) -> str:
        """What F2 edits: the name of a block, the words of an option."""
        block = self.block(line.block)
        if block is None:
            return ""
        if line.exit is None:
            return block.title or ""
        return str(value_at(block, (*line.exit.own_words, self.language)) or "")

    def way(self, line: Line) -> Way:
        """Where the exit of a line leads."""
        if line.exit is None or line.exit.target not in self.flow.blocks:
            return Way.OPTIONAL if line.exit and line.exit.optional else Way.NOWHERE
        return self.order.way(line.block, line.exit.target)

    def _told(self, block: str, exit: ExitLine) -> str:
        line = Line(block=block, exit=exit)
        return told(exit, self.way(line), self.name(exit.target or ""))

    def _heading(self, stretch: Stretch) -> str:
        if stretch.loose:
            return ntranslate("Not reached: {n} block", "Not reached: {n} blocks", len(stretch.ids))
        first = self.name(stretch.ids[0]) if stretch.ids else ""
        return ntranslate(
            "{n} block, from {block}", "{n} blocks, from {block}", len(stretch.ids), block=first
        )

    def picture(self, line: Line) -> tuple[str, str] | None:
        """The name and colour of the sign before a line."""
        if line.stretch:
            return "unlink" if line.stretch.loose else "workflow", self.theme.muted
        block = self.block(line.block)
        if line.exit or block is None:
            return None
        return block.look.icon, self.theme.groups[block.look.group]

    def _whole(self, line: Line) -> str:
        """All that a block says, for who cannot read it on one line."""
        block = None if line.exit else self.block(line.block)
        if block is None:
            return self.words(line)
        words = block.first_words(self.project.facts, self.language).strip()
        return words[:MOST_SAID] or translate(N_("Nothing here yet"))
