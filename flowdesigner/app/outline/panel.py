"""The panel of the outline: the conversation as lines, selected together with the canvas."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShowEvent
from PySide6.QtWidgets import QDockWidget, QMenu, QVBoxLayout, QWidget

from flowdesigner.app.document import Document
from flowdesigner.app.focus import Focus
from flowdesigner.app.guarded import guarded
from flowdesigner.app.icons import icon
from flowdesigner.app.outline.commands import Commands
from flowdesigner.app.outline.model import Line
from flowdesigner.app.outline.tree import OutlineTree
from flowdesigner.app.outline.words import WordedModel
from flowdesigner.app.theme import Theme
from flowdesigner.edits.edit import Where
from flowdesigner.model.change import Change
from flowdesigner.texts import N_, translate

MENU = (
    ("go", N_("Go there"), "arrow-right", "Return"),
    ("rename", N_("Rename"), "pencil", "F2"),
    ("connect", N_("Connect to…"), "link", "Ctrl+L"),
    ("add", N_("Add a block after it…"), "plus", "Ins"),
    ("begin_here", N_("Begin the flow here"), "play", ""),
    ("", "", "", ""),
    ("move_up", N_("Move up"), "arrow-up", "Alt+Up"),
    ("move_down", N_("Move down"), "arrow-down", "Alt+Down"),
    ("", "", "", ""),
    ("delete", N_("Delete"), "trash-2", "Del"),
)
"""What is done, its title, its picture and its key."""
MOST_SELECTED = 200
"""When more blocks are selected on the canvas, only the last of them is lit here."""
_LIT = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class OutlinePanel(QWidget):
    """Follows the document and the focus while it can be seen; catches up when it is shown."""

    add_asked = Signal(str, object, object)
    """The author wants a block of a type: where (anywhere), and after which exit of which block."""
    text_asked = Signal(str)
    """The author wants to write the words of a block."""

    def __init__(
        self, document: Document, focus: Focus, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._focus = document, focus
        self.model = WordedModel(self)
        self.model.theme = theme
        self.tree = OutlineTree(self.model, self)
        self.commands = Commands(document, focus, self.model, self.tree)
        self._doings = dict(self.commands.doings(self.current))
        self._following = False
        self._stale = True
        self._dock: QDockWidget | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tree)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self._doings["rename"] = lambda: self.tree.edit(self.tree.currentIndex())
        self._doings["delete"] = self._delete
        self.tree.asked.connect(lambda name: self._doings[name]())
        self.tree.menu_asked.connect(lambda spot: self.menu().popup(spot))
        self.tree.selectionModel().selectionChanged.connect(self._tell_focus)
        self.model.renamed.connect(self.commands.rename)
        self.commands.add_asked.connect(self.add_asked)
        self.commands.text_asked.connect(self.text_asked)
        self._document.changed.connect(self._changed)
        self._document.replaced.connect(self._show_if_seen)
        self._focus.flow_changed.connect(self._show_if_seen)
        self._focus.language_changed.connect(self._show_if_seen)
        self._focus.blocks_changed.connect(self._follow_focus)

    # ---------------------------------------------------------------- what it shows

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.model.theme = theme
        self.tree.viewport().update()

    def retranslate(self) -> None:
        """Speak the language in use."""
        self.tree.setAccessibleName(translate(N_("The flow as a conversation")))
        self._show_if_seen()

    def current(self) -> Line:
        """What stands on the line that has the keyboard."""
        return self.model.line(self.tree.currentIndex())

    @guarded(None)
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        dock = self.parentWidget()
        if isinstance(dock, QDockWidget) and dock is not self._dock:
            self._dock = dock
            dock.visibilityChanged.connect(self._catch_up)
        self._catch_up(True)

    def _catch_up(self, seen: bool) -> None:
        if seen and self._stale:
            self._show()

    @property
    def _is_seen(self) -> bool:
        """Whether it is shown, and no other panel lies over it."""
        return self.isVisible() and not (self._dock and self._dock.visibleRegion().isEmpty())

    def _show(self, _what: object = None) -> None:
        self._stale = False
        self._following = True
        try:
            self.model.show(self._document.project, self._focus.flow, self._focus.language)
        finally:
            self._following = False
        self._follow_focus()

    def _show_if_seen(self, _what: object = None) -> None:
        self._stale = True
        self._catch_up(self._is_seen)

    def _changed(self, change: Change) -> None:
        if self._stale or not self._is_seen:
            self._stale = True
            return
        line, order = self.current(), self.model.order
        self._following = True
        try:
            self.model.follow(self._document.project, change)
        finally:
            self._following = False
        self._stay_at(line)
        if self.model.order is not order:
            self.tree.viewport().update()
        else:
            self.tree.paint_anew(self.model.blocks_in(change))

    def _stay_at(self, line: Line) -> None:
        """Keep the keyboard on a line that was taken out and put in elsewhere."""
        now = self.current()
        if (now.block, now.exit and now.exit.id) == (line.block, line.exit and line.exit.id):
            return
        index = self.model.index_of(line.block, line.exit.id if line.exit else "")
        if index.isValid():
            self._light([index])

    # ---------------------------------------------------------------- two-way selection

    def _follow_focus(self) -> None:
        """Select here what is selected on the canvas."""
        if self._following or self._stale or self._selected() == self._focus.blocks:
            return
        blocks = self._focus.blocks
        shown = blocks if len(blocks) <= MOST_SELECTED else blocks[-1:]
        indexes = [self.model.index_of(id) for id in shown]
        self._light([each for each in indexes if each.isValid()])

    def _light(self, indexes: list[QModelIndex]) -> None:
        self._following = True
        try:
            model = self.tree.selectionModel()
            if not indexes:
                model.clearSelection()
                return
            chosen = QItemSelection()
            for each in indexes:
                chosen.select(each, each)
            model.setCurrentIndex(indexes[-1], QItemSelectionModel.SelectionFlag.NoUpdate)
            model.select(chosen, _LIT)
            self.tree.scrollTo(indexes[-1])
        finally:
            self._following = False

    def _selected(self) -> tuple[str, ...]:
        """The blocks whose lines are selected here, or the lines of their exits."""
        lines = (self.model.line(each) for each in self.tree.selectionModel().selectedIndexes())
        return tuple(dict.fromkeys(each.block for each in lines if each.block))

    def _tell_focus(self, *_selection: object) -> None:
        """Select on the canvas what is selected here, and bring it into view."""
        if self._following:
            return
        blocks = self._selected()
        self._following = True
        try:
            self._focus.select(*blocks)
            if len(blocks) == 1:
                self._focus.place_asked.emit(Where(self._focus.flow, blocks))
        finally:
            self._following = False

    def _delete(self) -> None:
        """Delete, and go on to the line that follows."""
        line = self.current()
        after = None if line.exit else self._next_block()
        self.commands.delete(line)
        if after:
            self._focus.select(after)

    def _next_block(self) -> str | None:
        """The next block that is not selected, or the one before."""
        order = (*self.model.order.reached, *self.model.order.loose)
        gone = set(self._focus.blocks)
        at = max((self.model.order.position[id] for id in gone), default=0)
        later = (id for id in order[at:] if id not in gone)
        sooner = (id for id in order[at::-1] if id not in gone)
        return next(later, next(sooner, None))

    # ---------------------------------------------------------------- the menu

    def menu(self) -> QMenu:
        """What can be done with the current line."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, title, picture, keys in MENU:
            if not name:
                menu.addSeparator()
                continue
            action = menu.addAction(icon(picture, self.model.theme.text), translate(title))
            action.setObjectName(name)
            if keys:
                action.setShortcut(QKeySequence(keys))
                action.setShortcutVisibleInContextMenu(True)
            action.setEnabled(self._can(name))
            action.triggered.connect(lambda _=False, name=name: self._doings[name]())
        return menu

    def _can(self, name: str) -> bool:
        line = self.current()
        if name in ("move_up", "move_down"):
            return self.commands.moved(line, -1 if name == "move_up" else 1) is not None
        if name == "rename":
            return bool(self.model.flags(self.tree.currentIndex()) & Qt.ItemFlag.ItemIsEditable)
        if name == "begin_here":
            return bool(line.block and not line.exit) and line.block != self.model.flow.first
        if name in ("connect", "add"):
            return bool(line.block and self.model.exits(line.block)) or name == "add"
        return bool(line.block)
