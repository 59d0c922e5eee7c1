"""The canvas as a screen reader walks through it: a list of blocks, each with its ways out.

Qt keeps an interface until it is told to let go of it, and Python must keep its half as long. So
interfaces are made when somebody asks for a block, held by that of the canvas, and let go of
together with the block.
"""

from collections.abc import Callable, Sequence
from typing import cast

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleEvent,
    QAccessibleInterface,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import Shiboken, isValid

from flowdesigner.app.canvas.access import block_told, spoken, way_told
from flowdesigner.app.canvas.hits import block_at
from flowdesigner.app.canvas.neighbours import sources, targets
from flowdesigner.app.canvas.stage import Stage
from flowdesigner.app.canvas.viewport import Rect
from flowdesigner.app.guarded import guarded

Text = QAccessible.Text
Role = QAccessible.Role
Flag = QAccessible.RelationFlag
NOBODY = cast("QAccessibleInterface", None)
"""What Qt takes for none, although PySide's types do not know it."""
NO_INTERFACE = cast("int", Shiboken.VoidPtr(0))
"""What PySide takes for no interface of another kind; `None` ends the program."""
NOTHING = cast("QObject", None)
ALL = Flag(0xFFFFFFFF)
Relations = list[tuple[QAccessibleInterface, QAccessible.RelationFlag]]


class CanvasInterface(QAccessibleWidget):
    """The canvas: a list whose items are the blocks of the flow, in the order of the file."""

    def __init__(self, canvas: QWidget, stage: Stage, edit: Callable[[str], object]) -> None:
        super().__init__(canvas, Role.List)
        self.canvas, self.stage, self.edit = canvas, stage, edit
        self._blocks: dict[str, BlockInterface] = {}
        self._ids: tuple[str, ...] = ()
        self._ids_of: object = None

    @property
    def ids(self) -> tuple[str, ...]:
        """The blocks, in order."""
        blocks = self.stage.flow.blocks
        if blocks is not self._ids_of:
            self._ids_of, self._ids = blocks, tuple(blocks)
        return self._ids

    def block(self, id: str) -> "BlockInterface":
        """The interface of a block, made when it is first asked for."""
        if id not in self._blocks:
            self._blocks[id] = BlockInterface(self, id)
        return self._blocks[id]

    def follow(self) -> None:
        """Let go of blocks that are gone, and say that the list is another one."""
        before, blocks = self._ids, self.stage.flow.blocks
        for id in self._blocks.keys() - blocks.keys():
            self._blocks.pop(id).let_go()
        if before != self.ids and QAccessible.isActive():
            event = QAccessibleEvent(self.canvas, QAccessible.Event.ObjectReorder)
            QAccessible.updateAccessibility(event)

    def focus(self, id: str) -> None:
        """Say that the keyboard is on a block now."""
        if QAccessible.isActive() and self.canvas.hasFocus() and id in self.stage.flow.blocks:
            event = QAccessibleEvent(self.canvas, QAccessible.Event.Focus)
            event.setChild(self.ids.index(id))
            QAccessible.updateAccessibility(event)

    def on_screen(self, box: Rect) -> QRect:
        """A part of the scene, in pixels of the screen."""
        left, top = self.stage.viewport.to_widget(box[0], box[1])
        right, bottom = self.stage.viewport.to_widget(box[2], box[3])
        corner = self.canvas.mapToGlobal(QPoint(round(left), round(top)))
        return QRect(corner.x(), corner.y(), round(right - left), round(bottom - top))

    # What Qt asks.

    @guarded(0)
    def childCount(self) -> int:
        return len(self.ids)

    @guarded(NOBODY)
    def child(self, index: int) -> QAccessibleInterface:
        return self.block(self.ids[index]) if 0 <= index < len(self.ids) else NOBODY

    @guarded(-1)
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        known = isinstance(child, BlockInterface) and child.id in self.ids
        return self.ids.index(child.id) if known else -1  # type: ignore[attr-defined]

    @guarded(NOBODY)
    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        spot = self.canvas.mapFromGlobal(QPoint(x, y))
        id = block_at(self.stage.scene, *self.stage.viewport.to_scene(spot.x(), spot.y()))
        return self.block(id) if id else NOBODY

    @guarded(NOBODY)
    def focusChild(self) -> QAccessibleInterface:
        id = self.stage.focus.block
        return self.block(id) if id in self.stage.flow.blocks and id else NOBODY


class _Leaf(QAccessibleInterface):
    """What blocks and exits have in common."""

    def __init__(self, board: CanvasInterface) -> None:
        super().__init__()
        self.board = board
        self._actions = _Actions(self.press)

    def press(self) -> None:
        """Do what Enter does."""
        raise NotImplementedError

    def let_go(self) -> None:
        """Qt shall know of it no more."""
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(self))

    @property
    def there(self) -> bool:
        """Whether what it stands for can still be asked."""
        return isValid(self.board.canvas)

    @guarded(False)
    def isValid(self) -> bool:
        return self.there

    @guarded(NOTHING)
    def object(self) -> QObject:
        return NOTHING

    @guarded(None)
    def setText(self, kind: QAccessible.Text, words: str) -> None:
        """Nothing is written this way."""

    @guarded(NOBODY)
    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        return NOBODY

    @guarded(NOBODY)
    def child(self, index: int) -> QAccessibleInterface:
        return NOBODY

    @guarded(0)
    def childCount(self) -> int:
        return 0

    @guarded(-1)
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    @guarded(NO_INTERFACE)
    def interface_cast(self, kind: QAccessible.InterfaceType) -> int:
        acts = kind is QAccessible.InterfaceType.ActionInterface
        return cast("int", self._actions) if acts else NO_INTERFACE


class BlockInterface(_Leaf):
    """A block: an item of the list, with its ways out under it."""

    def __init__(self, board: CanvasInterface, id: str) -> None:
        super().__init__(board)
        self.id = id
        self._exits: dict[str, ExitInterface] = {}

    def press(self) -> None:
        """Select it and open its form."""
        self.board.stage.select(self.id)
        self.board.edit(self.id)

    def let_go(self) -> None:
        """Its exits go first."""
        for each in self._exits.values():
            each.let_go()
        self._exits.clear()
        super().let_go()

    @property
    def there(self) -> bool:
        """Whether the block is still drawn."""
        return super().there and self.id in self.board.stage.scene.cards

    @property
    def exits(self) -> Sequence[str]:
        """Its ways out, top to bottom."""
        return [row.id for row in self.board.stage.scene.cards[self.id].rows] if self.there else []

    @guarded(NOBODY)
    def parent(self) -> QAccessibleInterface:
        return self.board

    @guarded("")
    def text(self, kind: QAccessible.Text) -> str:
        if not self.there:
            return ""
        if kind is Text.Name:
            return spoken(self.board.stage.scene, self.id)
        return block_told(self.board.stage.scene, self.id) if kind is Text.Description else ""

    @guarded(Role.ListItem)
    def role(self) -> QAccessible.Role:
        return Role.ListItem

    @guarded(QRect())
    def rect(self) -> QRect:
        box = self.board.stage.scene.boxes.get(self.id) if self.there else None
        return self.board.on_screen(box) if box else QRect()

    @guarded(QAccessible.State())
    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        if not self.there:
            state.invalid = True
            return state
        focus = self.board.stage.focus
        window = self.board.canvas.rect().translated(self.board.canvas.mapToGlobal(QPoint()))
        state.focusable = state.selectable = True
        state.selected = self.id in focus.blocks
        state.focused = focus.block == self.id and self.board.canvas.hasFocus()
        state.offscreen = not window.intersects(self.rect())
        return state

    @guarded(0)
    def childCount(self) -> int:
        return len(self.exits)

    @guarded(NOBODY)
    def child(self, index: int) -> QAccessibleInterface:
        exits = self.exits
        if not 0 <= index < len(exits):
            return NOBODY
        if exits[index] not in self._exits:
            self._exits[exits[index]] = ExitInterface(self, exits[index])
        return self._exits[exits[index]]

    @guarded(-1)
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        known = isinstance(child, ExitInterface) and child.exit in self.exits
        return self.exits.index(child.exit) if known else -1  # type: ignore[attr-defined]

    @guarded([])
    def relations(self, match: QAccessible.RelationFlag = ALL) -> Relations:
        if not self.there:
            return []
        scene, block = self.board.stage.scene, self.board.block
        # Qt wants what the other one is to this one: where this leads, it flows from here.
        to = [(block(id), Flag.FlowsFrom) for id in targets(scene, self.id)]
        since = [(block(id), Flag.FlowsTo) for id in sources(scene, self.id)]
        return [each for each in (*to, *since) if each[1] & match]


class ExitInterface(_Leaf):
    """A way out of a block: a link to where it leads."""

    def __init__(self, block: BlockInterface, exit: str) -> None:
        super().__init__(block.board)
        self.block, self.exit = block, exit

    def press(self) -> None:
        """Go where it leads."""
        stage = self.board.stage
        target = stage.flow.blocks[self.block.id].exits.get(self.exit) if self.there else None
        if target in stage.scene.cards:
            stage.select(target)

    @property
    def there(self) -> bool:
        """Whether its block still has it."""
        return super().there and self.exit in self.block.exits

    @guarded(NOBODY)
    def parent(self) -> QAccessibleInterface:
        return self.block

    @guarded("")
    def text(self, kind: QAccessible.Text) -> str:
        named = kind is Text.Name and self.there
        return way_told(self.board.stage.scene, self.block.id, self.exit) if named else ""

    @guarded(Role.Link)
    def role(self) -> QAccessible.Role:
        return Role.Link

    @guarded(QRect())
    def rect(self) -> QRect:
        scene = self.board.stage.scene
        row = scene.cards[self.block.id].row(self.exit) if self.there else None
        box = scene.boxes.get(self.block.id)
        if row is None or box is None:
            return QRect()
        middle = box[1] + row.y
        return self.board.on_screen((box[0], middle - 13, box[2], middle + 13))

    @guarded(QAccessible.State())
    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.invalid = not self.there
        state.linked = True
        return state


class _Actions(QAccessibleActionInterface):
    """One thing can be done: press."""

    def __init__(self, press: Callable[[], object]) -> None:
        super().__init__()
        self._press = press

    @guarded([])
    def actionNames(self) -> list[str]:
        return [self.pressAction()]

    @guarded(None)
    def doAction(self, name: str) -> None:
        if name == self.pressAction():
            self._press()

    @guarded([])
    def keyBindingsForAction(self, name: str) -> list[str]:
        return ["Return"]
