"""What an author can do on a line of the outline."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from flowdesigner.app.canvas.quick_add import QuickAdd
from flowdesigner.app.document import Document
from flowdesigner.app.focus import Focus
from flowdesigner.app.outline.model import Line
from flowdesigner.app.outline.words import WordedModel
from flowdesigner.app.widgets.chooser import Choice, Chooser
from flowdesigner.blocks import BY_TYPE
from flowdesigner.edits.blocks import DeleteBlocks, SetValue
from flowdesigner.edits.connections import Connect, SetFirst
from flowdesigner.edits.edit import Edit, Where
from flowdesigner.edits.order import moved_down, moved_up
from flowdesigner.edits.parts import MovePart
from flowdesigner.texts import N_, message, translate

NOWHERE = ""
"""The key of the choice that lets an exit lead nowhere."""


class Commands(QObject):
    """Edits of the flow, as the outline offers them for its current line."""

    add_asked = Signal(str, object, object)
    """The author wants a block of a type: where (anywhere), and after which exit of which block."""
    text_asked = Signal(str)
    """The author wants to write the words of a block."""

    def __init__(self, document: Document, focus: Focus, model: WordedModel, tree: QWidget) -> None:
        super().__init__(tree)
        self._document, self._focus, self._model, self._tree = document, focus, model, tree
        self._chooser: Chooser | None = None
        self._types: QuickAdd | None = None
        self._asked_for: Line = Line()

    def go(self, line: Line) -> None:
        """From an exit to where it leads; from a block to the form, to write its words."""
        if line.exit and line.exit.target:
            self._focus.go_to(Where(self._focus.flow, (line.exit.target,)))
        elif line.exit:
            self.connect_exit(line)
        elif line.block:
            self._focus.go_to(Where(self._focus.flow, (line.block,)))
            self.text_asked.emit(line.block)

    def delete(self, line: Line) -> None:
        """Delete the selected blocks, or let an exit lead nowhere."""
        if line.exit:
            self._do(Connect(self._focus.flow, line.block, line.exit.id, None))
        elif self._focus.blocks:
            self._do(DeleteBlocks(self._focus.flow, self._focus.blocks))

    def rename(self, line: Line, words: str) -> None:
        """Give a block another name, or an exit other words."""
        flow, language = self._focus.flow, self._model.language
        if line.exit:
            path = (*line.exit.own_words, language)
            named = message(N_("Reword an answer"))
        else:
            path, named = ("title",), message(N_("Name a block"))
        self._do(SetValue(flow, line.block, path, words or None, named))

    def begin_here(self, line: Line) -> None:
        """Let the flow begin with a block."""
        self._do(SetFirst(self._focus.flow, line.block))

    def move(self, line: Line, by: int) -> None:
        """Let a block or an answer come earlier or later."""
        edit = self.moved(line, by)
        if edit is not None:
            self._do(edit)

    def moved(self, line: Line, by: int) -> Edit | None:
        """The edit that moves a line, if it can be moved."""
        project, flow = self._document.project, self._focus.flow
        if line.exit is None:
            found = moved_up if by < 0 else moved_down
            return found(project, flow, line.block) if line.block else None
        block = self._model.block(line.block)
        if block is None or not line.exit.own_words:
            return None
        field = str(line.exit.own_words[0])
        ids = [each.id for each in getattr(block, field)]
        at = ids.index(line.exit.id)
        if not 0 <= at + by < len(ids):
            return None
        return MovePart(flow, line.block, field, at, at + by)

    # ---------------------------------------------------------------- questions

    def connect_exit(self, line: Line) -> None:
        """Let the author choose where an exit leads."""
        line = self._with_exit(line)
        if line.exit is None:
            return
        self._asked_for = line
        blocks = self._model.flow.blocks
        choices = [
            Choice(id, self._model.name(id), blocks[id].look.icon, blocks[id].look.group)
            for id in (*self._model.order.reached, *self._model.order.loose)
        ]
        if line.exit.target:
            nowhere = translate(N_("Nowhere for now"))
            choices.insert(0, Choice(NOWHERE, nowhere, "unlink", always=True))
        question = translate(N_("“{exit}” leads to…"), exit=line.exit.name)
        self._ask().ask(question, choices, self._spot(), self._tree)

    def add_after(self, line: Line) -> None:
        """Let the author choose what comes after an exit."""
        self._asked_for = self._with_exit(line)
        if self._types is None:
            self._types = QuickAdd(lambda: self._model.theme, self._tree.window())
            self._types.chosen.connect(self._add)
            self._types.closed.connect(self._tree.setFocus)
        self._types.ask(self._spot(), list(BY_TYPE), N_("Search for a block to add"))

    def _ask(self) -> Chooser:
        if self._chooser is None:
            self._chooser = Chooser(lambda: self._model.theme, self._tree.window())
            self._chooser.taken.connect(self._connect)
        return self._chooser

    def _connect(self, target: str) -> None:
        line = self._asked_for
        if line.exit:
            self._do(Connect(self._focus.flow, line.block, line.exit.id, target or None))

    def _add(self, type_word: str) -> None:
        line = self._asked_for
        self._tree.setFocus()
        after = (line.block, line.exit.id) if line.exit else None
        self.add_asked.emit(type_word, None, after)

    def _with_exit(self, line: Line) -> Line:
        """The line of an exit; of a block that of its first exit which leads nowhere, or first."""
        if line.exit or not line.block:
            return line
        exits = self._model.exits(line.block)
        free = [each for each in exits if each.target is None and not each.optional]
        return Line(block=line.block, exit=next(iter((*free, *exits)), None))

    def _spot(self) -> QPoint:
        """Beside the current line, in the window."""
        spot = self._tree.mapTo(self._tree.window(), self._tree.rect().topRight())
        return QPoint(spot.x() + 8, spot.y() + 40)

    def _do(self, edit: Edit) -> None:
        self._document.do(edit)

    def doings(self, line: Callable[[], Line]) -> Mapping[str, Callable[[], None]]:
        """By name what is done with a line."""
        return {
            "go": lambda: self.go(line()),
            "delete": lambda: self.delete(line()),
            "add": lambda: self.add_after(line()),
            "connect": lambda: self.connect_exit(line()),
            "begin_here": lambda: self.begin_here(line()),
            "move_up": lambda: self.move(line(), -1),
            "move_down": lambda: self.move(line(), 1),
        }
